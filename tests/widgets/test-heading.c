/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The head of the page: titles, people, roles for screen readers, and that nothing
 * blinks when a source adds something.
 */

#include "config.h"

#include "contributor-button.h"
#include "heading.h"
#include "rich-label.h"
#include "widget-support.h"

static GtkLabel *
get_title (gpointer heading)
{
  return offprint_rich_label_get_label (widget_support_get_child (heading, "title"));
}

static void
test_titles (void)
{
  g_autoptr (OffprintWork) work = widget_support_new_work (0, 0);
  GtkWidget *heading = g_object_new (OFFPRINT_TYPE_HEADING, "work", work, NULL);
  GtkWindow *window = widget_support_show (heading, 600, 400);

  g_assert_true (gtk_widget_get_visible (heading));
  g_assert_true (g_str_has_prefix (gtk_label_get_text (get_title (heading)), "The Paradox of the Double Border"));
  g_assert_cmpstr (gtk_label_get_text (widget_support_get_child (heading, "eyebrow")), ==, "CHAPTER · 2022");
  g_assert_cmpstr (gtk_label_get_text (widget_support_get_child (heading, "access")), ==, "Open access");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (get_title (heading)), GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_title (heading)), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1);
  g_assert_true (gtk_label_get_selectable (get_title (heading)));
  gtk_window_destroy (window);
}

static void
test_subtitle (void)
{
  g_autoptr (OffprintWork) work = NULL;
  g_autoptr (GtkWidget) heading = g_object_ref_sink (g_object_new (OFFPRINT_TYPE_HEADING, NULL));
  GtkWidget *subtitle = widget_support_get_child (heading, "subtitle");

  work = widget_support_new_from_text ("{ \"id\": \"x\", \"type\": \"book\", \"title\": \"Rivers: A History\","
                                       " \"custom\": { \"offprint\": { \"version\": 1, \"titles\": { \"main\": \"Rivers\", \"subtitle\": \"A History\" } } } }");
  g_object_set (heading, "work", work, NULL);
  g_assert_cmpstr (gtk_label_get_text (get_title (heading)), ==, "Rivers");
  g_assert_true (gtk_widget_get_visible (subtitle));
  g_assert_cmpstr (gtk_label_get_text (offprint_rich_label_get_label (OFFPRINT_RICH_LABEL (subtitle))), ==, "A History");
}

typedef struct
{
  const char *name;
  guint more; /* authors beside the three */
  guint buttons;
  const char *label;
} People;

static const People people[] = {
  { "few", 0, 3, NULL },
  { "twelve", 9, 12, NULL },
  { "thirteen", 10, 10, "and 3 more" },
  { "many", 141, 10, "and 134 more" },
};

static void
test_people (gconstpointer data)
{
  const People *c = data;
  g_autoptr (OffprintWork) work = widget_support_new_work (0, c->more);
  g_autoptr (GtkWidget) heading = g_object_ref_sink (g_object_new (OFFPRINT_TYPE_HEADING, "work", work, NULL));
  GtkWidget *more = widget_support_get_child (heading, "more");

  g_assert_cmpuint (widget_support_count (heading, OFFPRINT_TYPE_CONTRIBUTOR_BUTTON), ==, c->buttons);
  g_assert_true (gtk_widget_get_visible (more) == (c->label != NULL));
  if (c->label != NULL)
    g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (more)), ==, c->label);
}

/* everybody is found behind “and 134 more” */
static void
test_more (void)
{
  g_autoptr (OffprintWork) work = widget_support_new_work (0, 141);
  GtkWidget *heading = g_object_new (OFFPRINT_TYPE_HEADING, "work", work, NULL);
  GtkWindow *window = widget_support_show (heading, 600, 600);
  AdwDialog *dialog;

  g_signal_emit_by_name (widget_support_get_child (heading, "more"), "clicked");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "146 People");
  g_assert_cmpuint (g_list_model_get_n_items (widget_support_get_child (dialog, "filtered")), ==, 146);
  gtk_window_destroy (window);
}

/* what stands stays: the same widgets, a selection kept */
static void
test_still (void)
{
  g_autoptr (OffprintWork) work = widget_support_new_work (0, 0);
  g_autoptr (GtkWidget) heading = g_object_ref_sink (g_object_new (OFFPRINT_TYPE_HEADING, "work", work, NULL));
  gpointer first = widget_support_find (heading, OFFPRINT_TYPE_CONTRIBUTOR_BUTTON);

  gtk_label_select_region (get_title (heading), 4, 11);
  g_signal_emit_by_name (work, "changed");
  g_assert_true (widget_support_find (heading, OFFPRINT_TYPE_CONTRIBUTOR_BUTTON) == first);
  g_assert_true (gtk_label_get_selection_bounds (get_title (heading), NULL, NULL));
}

static void
test_empty (void)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (GtkWidget) heading = g_object_ref_sink (g_object_new (OFFPRINT_TYPE_HEADING, "work", work, NULL));

  g_assert_false (gtk_widget_get_visible (heading));
  g_object_set (heading, "work", NULL, NULL);
  g_assert_false (gtk_widget_get_visible (heading));
}

static void
test_finalize (void)
{
  g_autoptr (OffprintWork) work = widget_support_new_work (0, 20);
  GtkWidget *heading = g_object_ref_sink (g_object_new (OFFPRINT_TYPE_HEADING, "work", work, NULL));

  g_assert_finalize_object (G_OBJECT (heading));
  g_assert_finalize_object (G_OBJECT (g_steal_pointer (&work)));
}

int
main (int   argc,
      char *argv[])
{
  widget_support_init (&argc, &argv);

  g_test_add_func ("/heading/titles", test_titles);
  g_test_add_func ("/heading/subtitle", test_subtitle);
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autofree char *path = g_strconcat ("/heading/people/", people[i].name, NULL);

      g_test_add_data_func (path, &people[i], test_people);
    }
  g_test_add_func ("/heading/more", test_more);
  g_test_add_func ("/heading/still", test_still);
  g_test_add_func ("/heading/empty", test_empty);
  g_test_add_func ("/heading/finalize", test_finalize);
  return g_test_run ();
}
