/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Typing into the chooser of styles with all styles of the system: the longest turn
 * of the main loop, painting apart, that each keystroke causes.
 */

#include "config.h"

#include "style-chooser.h"
#include "style-search.h"

#include "widget-support.h"

#include <time.h>

typedef struct
{
  gint64 woken;
  gint64 painting;
  gint64 painted; /* in this turn */
  gint64 longest;
} Turns;

static Turns turns;

/* processor's time: on a busy machine the clock on the wall measures the others */
static gint64
get_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static int
poll_func (GPollFD *fds,
           guint    n_fds,
           int      timeout)
{
  int result;

  if (turns.woken != 0)
    turns.longest = MAX (turns.longest, get_us () - turns.woken - turns.painted);
  result = g_poll (fds, n_fds, timeout);
  turns.woken = get_us ();
  turns.painted = 0;
  return result;
}

static void
before_paint_cb (GdkFrameClock *clock)
{
  turns.painting = get_us ();
}

static void
after_paint_cb (GdkFrameClock *clock)
{
  turns.painted += get_us () - turns.painting;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  offprint_style_catalog_load_finish (OFFPRINT_STYLE_CATALOG (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
timeout_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
turn_for (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, timeout_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* what searching alone takes, the rows apart */
static void
search (GListModel *catalog,
        const char *text)
{
  g_autoptr (OffprintStyleSearch) searched = offprint_style_search_new (catalog);
  OffprintStyleQuery query = { text, 0, 0 };
  gint64 started;

  offprint_style_search_set_query (searched, &query);
  offprint_style_search_finish (searched);
  started = get_us ();
  offprint_style_search_set_query (searched, &query);
  g_print ("%-16s search alone %4.1f ms\n", *text != '\0' ? text : "(nothing)", (get_us () - started) / 1000.0);
}

static void
type (GtkEditable *entry,
      const char  *text)
{
  gint64 started;
  gint64 set;
  gint64 call;

  turns.longest = 0;
  turns.woken = 0;
  started = get_us ();
  gtk_editable_set_text (entry, text);
  set = get_us () - started;
  g_signal_emit_by_name (entry, "search-changed");
  call = get_us () - started; /* the entry's own delay has it in a turn of its own */
  turn_for (400);
  g_print ("%-16s keystroke itself %4.1f ms (%4.1f of them GTK's entry), longest turn after it %4.1f ms\n",
           *text != '\0' ? text : "(nothing)", call / 1000.0, set / 1000.0, turns.longest / 1000.0);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const texts[] = { "a", "ap", "apa", "", "j", "jo", "journal", "journal of", "journal of zzz", "", "nature", "chicago notes", "psychology" };
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (OffprintStyleCatalog) catalog = NULL;
  g_autoptr (OffprintCiting) citing = NULL;
  g_autoptr (OffprintWork) work = NULL;
  GtkWidget *window;
  AdwDialog *dialog;
  GtkEditable *entry;
  gboolean loaded = FALSE;
  gint64 started;

  widget_support_init (&argc, &argv);
  g_main_context_set_poll_func (NULL, poll_func);
  settings = g_settings_new ("io.github.offprint.Offprint");
  catalog = offprint_style_catalog_new (NULL, NULL);
  offprint_style_catalog_load_async (catalog, NULL, loaded_cb, &loaded);
  while (!loaded)
    g_main_context_iteration (NULL, TRUE);

  work = widget_support_new_work (0, 0); /* it is previewed in every row */
  citing = g_object_new (OFFPRINT_TYPE_CITING, "settings", settings, "catalog", catalog, "work", work, NULL);
  window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 800);
  gtk_window_present (GTK_WINDOW (window));
  turn_for (300);

  started = get_us ();
  dialog = offprint_style_chooser_new (citing);
  adw_dialog_present (dialog, window);
  g_print ("opening: %.1f ms\n", (get_us () - started) / 1000.0);
  g_signal_connect (gtk_widget_get_frame_clock (window), "before-paint", G_CALLBACK (before_paint_cb), NULL);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), NULL);
  turn_for (300);

  entry = GTK_EDITABLE (gtk_widget_get_template_child (GTK_WIDGET (dialog), OFFPRINT_TYPE_STYLE_CHOOSER, "entry"));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    type (entry, texts[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    search (G_LIST_MODEL (catalog), texts[i]);
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
