/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page: nothing moves while one reads, and the measure is the text's own.
 */

#include "config.h"

#include "column.h"
#include "widget-support.h"
#include "work-page.h"

static void
add_reading (OffprintWork *work)
{
  g_autoptr (GString) json = g_string_new ("{ \"id\": \"10.5555/x\", \"DOI\": \"10.5555/x\", \"type\": \"chapter\", \"title\": \"Rivers\","
                                           " \"custom\": { \"offprint\": { \"version\": 1, \"abstracts\": [{ \"kind\": \"abstract\", \"text\": \"<p>");
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (OffprintReading) reading = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append (json, "A sentence about rivers and ferries. ");
  g_string_append (json, "</p>\" }] } } }");
  node = json_from_string (json->str, NULL);
  g_assert_nonnull (node);
  reading = offprint_reading_new ("page", OFFPRINT_READING_ABOUT_WORK, NULL, now, NULL,
                                  json_node_dup_object (node));
  offprint_work_add_reading (work, reading);
}

static OffprintWork *
new_work_without_abstract (void)
{
  GString *json = g_string_new ("{ \"id\": \"10.5555/x\", \"DOI\": \"10.5555/x\", \"type\": \"chapter\", \"title\": \"Rivers\","
                                " \"custom\": { \"offprint\": { \"version\": 1, \"references\": [");
  g_autofree char *text = NULL;

  for (guint i = 0; i < 30; i++)
    g_string_append_printf (json, "%s{ \"text\": \"<p>Roe, part %u</p>\", \"item\": { \"type\": \"book\", \"title\": \"Rivers, part %u\" } }",
                            i > 0 ? "," : "", i, i);
  g_string_append (json, "] } } }");
  text = g_string_free_and_steal (json);
  return widget_support_new_from_text (text);
}

static double
get_y (GtkWidget *page,
       gpointer   widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, page, &bounds));
  return bounds.origin.y;
}

static GtkWidget *
find_section (GtkWidget  *page,
              const char *type)
{
  GtkWidget *section = gtk_widget_get_first_child (widget_support_get_child (page, "box"));

  while (section != NULL && !g_str_equal (G_OBJECT_TYPE_NAME (section), type))
    section = gtk_widget_get_next_sibling (section);
  g_assert_nonnull (section);
  return section;
}

static void
test_still (void)
{
  g_autoptr (OffprintWork) work = new_work_without_abstract ();
  GtkWidget *page = g_object_new (OFFPRINT_TYPE_WORK_PAGE, "work", work, NULL);
  GtkWindow *window = widget_support_show (page, 700, 400);
  GtkWidget *references = find_section (page, "OffprintReferencesSection");
  gpointer abstract = widget_support_get_child (page, "abstract");
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (widget_support_get_child (page, "scroller"));
  int height = gtk_widget_get_height (abstract);
  double before;

  gtk_adjustment_set_value (adjustment, 300);
  gtk_test_widget_wait_for_draw (page);
  before = get_y (page, references);
  add_reading (work);
  gtk_test_widget_wait_for_draw (page);
  g_assert_cmpint (gtk_widget_get_height (abstract), >, height + 100);
  g_assert_cmpfloat_with_epsilon (get_y (page, references), before, 1);
  gtk_window_destroy (window);
}

/* another work is read from its beginning */
static void
test_another (void)
{
  g_autoptr (OffprintWork) work = new_work_without_abstract ();
  g_autoptr (OffprintWork) another = widget_support_new_work (30, 0);
  GtkWidget *page = g_object_new (OFFPRINT_TYPE_WORK_PAGE, "work", work, NULL);
  GtkWindow *window = widget_support_show (page, 700, 400);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (widget_support_get_child (page, "scroller"));

  gtk_adjustment_set_value (adjustment, 300);
  offprint_work_page_set_work (OFFPRINT_WORK_PAGE (page), another);
  gtk_test_widget_wait_for_draw (page);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  gtk_window_destroy (window);
}

/* what lies below the first screen can wait, and comes when it need not */
static void
test_hurried (void)
{
  g_autoptr (OffprintWork) work = widget_support_new_work (30, 0);
  GtkWidget *page = g_object_ref_sink (g_object_new (OFFPRINT_TYPE_WORK_PAGE, NULL));
  GtkWidget *box = widget_support_get_child (page, "box");
  GtkWidget *last = gtk_widget_get_last_child (box);

  offprint_work_page_set_hurried (OFFPRINT_WORK_PAGE (page), TRUE);
  offprint_work_page_set_work (OFFPRINT_WORK_PAGE (page), work);
  g_assert_true (gtk_widget_get_last_child (box) == last);
  offprint_work_page_set_hurried (OFFPRINT_WORK_PAGE (page), FALSE);
  g_assert_true (gtk_widget_get_visible (find_section (page, "OffprintReferencesSection")));
  g_object_unref (page);
}

static void
test_measure (void)
{
  g_autoptr (OffprintWork) work = widget_support_new_work (5, 0);
  GtkWidget *page = g_object_new (OFFPRINT_TYPE_WORK_PAGE, "work", work, NULL);
  GtkWindow *window = widget_support_show (page, 1200, 700);
  GtkWidget *box = widget_support_get_child (page, "box");
  const PangoFontDescription *font = pango_context_get_font_description (gtk_widget_get_pango_context (box));
  double em = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  g_assert_cmpfloat_with_epsilon (gtk_widget_get_width (box), 34 * 11.5 / 11 * em, 2);
  gtk_window_destroy (window);
}

static void
test_narrow (void)
{
  g_autoptr (OffprintWork) work = widget_support_new_work (30, 200);
  GtkWidget *page = g_object_new (OFFPRINT_TYPE_WORK_PAGE, "work", work, NULL);
  GtkWindow *window = widget_support_show (page, 360, 294);
  int minimum;

  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  widget_support_init (&argc, &argv);

  g_test_add_func ("/work-page/still", test_still);
  g_test_add_func ("/work-page/hurried", test_hurried);
  g_test_add_func ("/work-page/another", test_another);
  g_test_add_func ("/work-page/measure", test_measure);
  g_test_add_func ("/work-page/narrow", test_narrow);
  return g_test_run ();
}
