/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a work to a painted page: a record with as many works cited as asked for is
 * set on the view, and the time until the frame has been painted is taken. Minimum
 * of ten runs, with the first beside it, for which all rows have to be made.
 */

#include "config.h"

#include "work-view.h"

#define N_RUNS 10

typedef struct
{
  GtkWidget *view;
  GdkFrameClock *clock;
  gint64 started;
  gint64 painted;
} Bench;

static OffprintWork *
new_work (guint n_references)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;
  OffprintWork *work;

  g_string_append (json, "{ \"id\": \"10.5555/bench\", \"DOI\": \"10.5555/bench\", \"type\": \"article-journal\", \"title\": \"Rivers in Numbers\","
                         " \"author\": [{ \"family\": \"Doe\", \"given\": \"Jane\" }], \"issued\": { \"date-parts\": [[2022]] },"
                         " \"custom\": { \"offprint\": { \"version\": 1, \"abstracts\": [{ \"kind\": \"abstract\", \"text\": \"<p>");
  for (guint i = 0; i < 40; i++)
    g_string_append (json, "A sentence about <i>rivers</i>, ferries and the people on both banks. ");
  g_string_append (json, "</p>\" }], \"references\": [");
  for (guint i = 0; i < n_references; i++)
    g_string_append_printf (json, "%s{ \"text\": \"<p>Roe, R. (%u). Rivers, part %u. <i>Journal of Ferries</i></p>\", \"item\": { \"type\": \"article-journal\","
                                  " \"title\": \"Rivers, part %u\", \"author\": [{ \"family\": \"Roe\" }], \"issued\": { \"date-parts\": [[%u]] },"
                                  " \"container-title\": \"Journal of Ferries\", \"DOI\": \"10.5555/cited.%u\" } }",
                            i > 0 ? "," : "", 1900 + i % 100, i, i, 1900 + i % 100, i);
  g_string_append (json, "] } } }");

  node = json_from_string (json->str, &error);
  g_assert_no_error (error);
  work = offprint_work_new_from_json (node, &error);
  g_assert_no_error (error);
  return work;
}

static void
painted_cb (Bench *bench)
{
  if (bench->painted == 0)
    bench->painted = g_get_monotonic_time ();
}

static double
run_once (Bench        *bench,
          OffprintWork *work,
          double       *set_ms)
{
  bench->painted = 0;
  bench->started = g_get_monotonic_time ();
  offprint_work_view_set_work (OFFPRINT_WORK_VIEW (bench->view), work);
  *set_ms = (g_get_monotonic_time () - bench->started) / 1000.0;
  while (bench->painted == 0)
    g_main_context_iteration (NULL, TRUE);
  return (bench->painted - bench->started) / 1000.0;
}

static void
measure (Bench *bench,
         guint  n_references)
{
  double best = G_MAXDOUBLE;
  double best_set = G_MAXDOUBLE;
  double first = 0;
  double first_set = 0;

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (OffprintWork) work = new_work (n_references);
      double set_ms;
      double ms;

      offprint_work_view_set_work (OFFPRINT_WORK_VIEW (bench->view), NULL);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      ms = run_once (bench, work, &set_ms);
      if (i == 0)
        {
          first = ms;
          first_set = set_ms;
        }
      best = MIN (best, ms);
      best_set = MIN (best_set, set_ms);
    }
  g_print ("%4u works cited: set in %.1f ms, painted after %.1f ms, the first time %.1f and %.1f ms\n",
           n_references, best_set, best, first_set, first);
}

int
main (int   argc,
      char *argv[])
{
  Bench bench = { NULL };
  GtkWidget *window;
  g_autoptr (GtkCssProvider) css = NULL;

  adw_init ();
  css = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (css, "/io/github/offprint/Offprint/ui/work.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  window = adw_window_new ();
  bench.view = offprint_work_view_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 860);
  adw_window_set_content (ADW_WINDOW (window), bench.view);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_frame_clock (bench.view) == NULL || !gtk_widget_get_mapped (bench.view))
    g_main_context_iteration (NULL, TRUE);
  bench.clock = gtk_widget_get_frame_clock (bench.view);
  g_signal_connect_swapped (bench.clock, "after-paint", G_CALLBACK (painted_cb), &bench);

  measure (&bench, 1);   /* the first of all loads fonts, as the program has done when a work comes */
  measure (&bench, 500); /* then when no row has been made */
  measure (&bench, 20);
  measure (&bench, 5000);
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
