/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sources and What Changed in process: what is listed, what a choice does, what is made
 * only when it is looked at.
 */

#include "config.h"

#include "sources-dialog.h"

#include "candidate-row.h"
#include "change-row.h"
#include "changes-dialog.h"
#include "differences.h"
#include "reading-row.h"
#include "value-row.h"
#include "widget-support.h"
#include "work-edit.h"

static void
add (OffprintWork *work,
     const char   *source,
     const char   *json)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  g_autoptr (OffprintReading) reading = offprint_reading_new (source, OFFPRINT_READING_ABOUT_WORK, NULL, NULL, NULL, json_node_dup_object (node));

  offprint_work_add_reading (work, reading);
}

static OffprintWork *
new_work (void)
{
  OffprintWork *work = offprint_work_new ();

  add (work, "crossref", "{\"type\":\"chapter\",\"title\":\"Rivers in Numbers, Told\",\"volume\":\"7\",\"DOI\":\"10.5555/a\"}");
  add (work, "page", "{\"title\":\"Rivers in Numbers\",\"DOI\":\"10.5555/a\",\"custom\":{\"offprint\":{\"notes\":[{\"mark\":\"1\",\"text\":\"<p>One.</p>\"}]}}}");
  return work;
}

static OffprintValueRow *
find_value (GtkWidget  *widget,
            const char *pointer)
{
  OffprintFieldSources *value = OFFPRINT_IS_VALUE_ROW (widget) ? offprint_value_row_get_value (OFFPRINT_VALUE_ROW (widget)) : NULL;

  if (value != NULL && g_str_equal (offprint_field_sources_get_pointer (value), pointer))
    return OFFPRINT_VALUE_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      OffprintValueRow *found = find_value (child, pointer);

      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  GtkWindow *window;
  AdwDialog *dialog;
  guint n_edited;
} Fixture;

static void
edited_cb (Fixture *fixture)
{
  fixture->n_edited++;
}

static gboolean
is_shown (gpointer data)
{
  return gtk_widget_get_mapped (data) && widget_support_find (data, OFFPRINT_TYPE_VALUE_ROW) != NULL;
}

static gboolean
has_changes (gpointer data)
{
  return gtk_widget_get_mapped (data) && widget_support_find (data, OFFPRINT_TYPE_CHANGE_ROW) != NULL;
}

static void
show (Fixture           *fixture,
      AdwDialog         *dialog,
      WidgetSupportFunc  is_ready)
{
  fixture->dialog = dialog;
  g_signal_connect_swapped (dialog, "edited", G_CALLBACK (edited_cb), fixture);
  fixture->window = widget_support_show (gtk_label_new ("behind"), 640, 800);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  widget_support_wait (is_ready, dialog);
}

static void
test_sources (void)
{
  g_autoptr (OffprintWork) work = new_work ();
  Fixture fixture = { NULL };
  OffprintValueRow *row = NULL;
  OffprintCandidateRow *candidate = NULL;

  show (&fixture, offprint_sources_dialog_new (work), is_shown);
  g_assert_cmpuint (widget_support_count (fixture.dialog, OFFPRINT_TYPE_READING_ROW), ==, 2);
  row = find_value (GTK_WIDGET (fixture.dialog), "/title");
  g_assert_nonnull (row);
  g_assert_cmpuint (widget_support_count (row, OFFPRINT_TYPE_CANDIDATE_ROW), ==, 0); /* nobody has asked */

  offprint_value_row_set_open (row, TRUE);
  g_assert_cmpuint (widget_support_count (row, OFFPRINT_TYPE_CANDIDATE_ROW), ==, 2);
  candidate = widget_support_find (row, OFFPRINT_TYPE_CANDIDATE_ROW);
  g_assert_true (offprint_candidate_is_winner (offprint_candidate_row_get_candidate (candidate)));
  g_assert_false (gtk_widget_get_visible (widget_support_get_child (candidate, "use")));

  candidate = OFFPRINT_CANDIDATE_ROW (gtk_widget_get_next_sibling (GTK_WIDGET (candidate)));
  g_signal_emit_by_name (widget_support_get_child (candidate, "use"), "clicked");
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_TITLE), ==, "Rivers in Numbers, Told");
  g_assert_cmpuint (fixture.n_edited, ==, 1);
  g_assert_true (find_value (GTK_WIDGET (fixture.dialog), "/title") == row);
  g_assert_true (offprint_value_row_is_open (row));
  g_assert_true (gtk_widget_get_visible (widget_support_get_child (row, "rules")));

  g_signal_emit_by_name (widget_support_get_child (row, "rules"), "clicked");
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_TITLE), ==, "Rivers in Numbers");
  g_assert_cmpuint (fixture.n_edited, ==, 2);
  adw_dialog_force_close (fixture.dialog);
  gtk_window_destroy (fixture.window);
}

static void
test_take_back (void)
{
  g_autoptr (OffprintWork) work = new_work ();
  Fixture fixture = { NULL };
  OffprintReadingRow *row = NULL;

  show (&fixture, offprint_sources_dialog_new (work), is_shown);
  row = widget_support_find (fixture.dialog, OFFPRINT_TYPE_READING_ROW);
  g_signal_emit_by_name (widget_support_get_child (row, "take_back"), "clicked");
  g_assert_cmpuint (g_list_model_get_n_items (offprint_work_get_readings (work)), ==, 1);
  g_assert_cmpuint (fixture.n_edited, ==, 1);
  row = widget_support_find (fixture.dialog, OFFPRINT_TYPE_READING_ROW);
  g_assert_false (gtk_widget_get_sensitive (widget_support_get_child (row, "take_back"))); /* nothing would be left */
  adw_dialog_force_close (fixture.dialog);
  gtk_window_destroy (fixture.window);
}

static gboolean
is_narrowed (gpointer data)
{
  return find_value (data, "/title") == NULL && find_value (data, "/volume") != NULL;
}

static void
test_search (void)
{
  g_autoptr (OffprintWork) work = new_work ();
  Fixture fixture = { NULL };
  GtkStack *stack = NULL;

  show (&fixture, offprint_sources_dialog_new (work), is_shown);
  stack = widget_support_get_child (fixture.dialog, "stack");
  gtk_editable_set_text (widget_support_get_child (fixture.dialog, "entry"), "volume");
  widget_support_wait (is_narrowed, fixture.dialog);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "list");
  adw_dialog_force_close (fixture.dialog);
  gtk_window_destroy (fixture.window);
}

static void
test_changes (void)
{
  g_autoptr (OffprintWork) work = new_work ();
  g_autoptr (OffprintSnapshot) before = offprint_work_dup_snapshot (work);
  g_autoptr (OffprintSnapshot) after = NULL;
  g_autoptr (GListModel) changes = NULL;
  Fixture fixture = { NULL };
  OffprintChangeRow *row = NULL;

  add (work, "crossref", "{\"type\":\"chapter\",\"title\":\"Rivers in Numbers, Told\",\"volume\":\"8\",\"DOI\":\"10.5555/a\"}");
  after = offprint_work_dup_snapshot (work);
  changes = offprint_differences_new (before, after);
  show (&fixture, offprint_changes_dialog_new (work, changes), has_changes);
  row = widget_support_find (fixture.dialog, OFFPRINT_TYPE_CHANGE_ROW);
  g_assert_cmpstr (gtk_label_get_text (widget_support_get_child (row, "heading")), ==, "Volume: Changed");
  g_assert_cmpstr (gtk_label_get_text (widget_support_get_child (row, "old_text")), ==, "7");
  g_assert_cmpstr (gtk_label_get_text (widget_support_get_child (row, "new_text")), ==, "8");
  g_signal_emit_by_name (widget_support_get_child (row, "use_old"), "clicked");
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_VOLUME), ==, "7");
  g_assert_cmpuint (fixture.n_edited, ==, 1);
  g_assert_false (gtk_widget_get_visible (widget_support_get_child (row, "use_old")));
  g_assert_true (gtk_widget_get_visible (widget_support_get_child (row, "is_old")));
  adw_dialog_force_close (fixture.dialog);
  gtk_window_destroy (fixture.window);
}

int
main (int    argc,
      char **argv)
{
  widget_support_init (&argc, &argv);

  g_test_add_func ("/sources-dialog/choose", test_sources);
  g_test_add_func ("/sources-dialog/take-back", test_take_back);
  g_test_add_func ("/sources-dialog/search", test_search);
  g_test_add_func ("/sources-dialog/changes", test_changes);

  return g_test_run ();
}
