/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding in a page: all that the work has is counted, shown or not.
 */

#include "config.h"

#include "find-bar.h"
#include "rich-label.h"
#include "widget-support.h"
#include "work-view.h"

typedef struct
{
  OffprintWork *work;
  GtkWidget *view;
  GtkWindow *window;
  OffprintFindBar *bar;
  GtkEditable *entry;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->work = widget_support_new_work (43, 0);
  fixture->view = offprint_work_view_new ();
  offprint_work_view_set_work (OFFPRINT_WORK_VIEW (fixture->view), fixture->work);
  fixture->window = widget_support_show (fixture->view, 1100, 800);
  offprint_work_view_begin_find (OFFPRINT_WORK_VIEW (fixture->view));
  fixture->bar = widget_support_find (fixture->view, OFFPRINT_TYPE_FIND_BAR);
  fixture->entry = widget_support_get_child (fixture->bar, "entry");
}

static gboolean
is_gone (gpointer data)
{
  return ((Fixture *) data)->view == NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  gtk_window_destroy (fixture->window);
  widget_support_wait (is_gone, fixture);
  g_assert_finalize_object (G_OBJECT (fixture->work));
}

typedef struct
{
  const char *name;
  const char *words;
  guint count;
} Count;

static const Count counts[] = {
  { "nothing", "lighthouse", 0 },
  { "title", "Double Border", 1 },
  { "other abstract", "Zwei Städte", 1 }, /* German is not the one shown */
  { "note", "treaty of 1689", 1 },
  { "works cited", "Journal of Ferries", 43 },
  { "work not shown", "Rivers, part 42", 1 },
  { "rights", "ferryman", 1 },
  { "folded", "AND ONE FERRY", 1 },
};

static gboolean
has_counted (gpointer data)
{
  Fixture *fixture = data;

  return *gtk_label_get_label (widget_support_get_child (fixture->bar, "state")) != '\0';
}

static void
test_count (Fixture       *fixture,
            gconstpointer  data)
{
  const Count *c = data;

  gtk_editable_set_text (fixture->entry, c->words);
  widget_support_wait (has_counted, fixture);
  g_assert_cmpuint (offprint_find_bar_get_count (fixture->bar), ==, c->count);
}

static const char *
get_state (Fixture *fixture)
{
  return gtk_label_get_label (widget_support_get_child (fixture->bar, "state"));
}

static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  gtk_editable_set_text (fixture->entry, "ferry");
  widget_support_wait (has_counted, fixture);
  g_assert_true (g_str_has_prefix (get_state (fixture), "1 of "));
  gtk_widget_activate_action (GTK_WIDGET (fixture->bar), "find.next", NULL);
  g_assert_true (g_str_has_prefix (get_state (fixture), "2 of "));
  gtk_widget_activate_action (GTK_WIDGET (fixture->bar), "find.previous", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->bar), "find.previous", NULL);
  {
    g_autofree char *last = g_strdup_printf ("%u of ", offprint_find_bar_get_count (fixture->bar));

    g_assert_true (g_str_has_prefix (get_state (fixture), last));
  }
}

/* the match is selected where it stands, and its label's language is brought up */
static void
test_selected (Fixture       *fixture,
               gconstpointer  data)
{
  gpointer section;
  gpointer text;
  GtkLabel *label;
  int start;
  int end;
  g_autofree char *found = NULL;

  gtk_editable_set_text (fixture->entry, "zwei stadte");
  widget_support_wait (has_counted, fixture);
  section = widget_support_find (fixture->view, g_type_from_name ("OffprintAbstractSection"));
  text = widget_support_get_child (section, "text");
  label = offprint_rich_label_get_label (text);
  g_assert_true (gtk_label_get_selection_bounds (label, &start, &end));
  found = g_utf8_substring (gtk_label_get_text (label), start, end);
  g_assert_cmpstr (found, ==, "Zwei Städte");

  /* closing takes the mark away */
  offprint_find_bar_close (fixture->bar);
  g_assert_false (gtk_label_get_selection_bounds (label, NULL, NULL));
  gtk_test_widget_wait_for_draw (fixture->view); /* GTK keeps what had the focus until then */
}

static gboolean
shows_references (gpointer data)
{
  Fixture *fixture = data;

  return widget_support_find (fixture->view, g_type_from_name ("OffprintReferencesPage")) != NULL;
}

static void
test_not_shown (Fixture       *fixture,
                gconstpointer  data)
{
  gtk_editable_set_text (fixture->entry, "Rivers, part 42");
  widget_support_wait (has_counted, fixture);
  widget_support_wait (shows_references, fixture);
  {
    gpointer page = widget_support_find (fixture->view, g_type_from_name ("OffprintReferencesPage"));
    GtkSingleSelection *selection = widget_support_get_child (page, "selection");

    g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 42);
  }
}

int
main (int   argc,
      char *argv[])
{
  widget_support_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *path = g_strconcat ("/find-bar/count/", counts[i].name, NULL);

      g_test_add (path, Fixture, &counts[i], set_up, test_count, tear_down);
    }
  g_test_add ("/find-bar/steps", Fixture, NULL, set_up, test_steps, tear_down);
  g_test_add ("/find-bar/selected", Fixture, NULL, set_up, test_selected, tear_down);
  g_test_add ("/find-bar/not-shown", Fixture, NULL, set_up, test_not_shown, tear_down);
  return g_test_run ();
}
