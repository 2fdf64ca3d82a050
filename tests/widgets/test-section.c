/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sections of the page: each shows its part, hides without one, and says when
 * something is not known yet.
 */

#include "config.h"

#include "abstract-section.h"
#include "note-row.h"
#include "notes-section.h"
#include "notice-banner.h"
#include "people-section.h"
#include "person-row.h"
#include "reference-row.h"
#include "references-section.h"
#include "rich-label.h"
#include "rights-section.h"
#include "widget-support.h"

static const char *
text_of (gpointer    section,
         const char *child)
{
  gpointer widget = widget_support_get_child (section, child);

  if (OFFPRINT_IS_RICH_LABEL (widget))
    return gtk_label_get_text (offprint_rich_label_get_label (widget));
  return gtk_label_get_text (widget);
}

static gboolean
shows (gpointer    section,
       const char *child)
{
  return gtk_widget_get_visible (widget_support_get_child (section, child));
}

static void
test_abstract (void)
{
  g_autoptr (OffprintWork) work = widget_support_new_work (0, 0);
  g_autoptr (GtkWidget) section = g_object_ref_sink (g_object_new (OFFPRINT_TYPE_ABSTRACT_SECTION, "work", work, NULL));
  AdwToggleGroup *which = widget_support_get_child (section, "which");

  g_assert_true (shows (section, "which"));
  g_assert_true (g_str_has_prefix (text_of (section, "text"), "Background\nTwo towns"));
  adw_toggle_group_set_active (which, 1);
  g_assert_true (g_str_has_prefix (text_of (section, "text"), "Zwei Städte"));

  /* a source that adds something does not turn the page back */
  g_signal_emit_by_name (work, "changed");
  g_assert_cmpuint (adw_toggle_group_get_active (which), ==, 1);
  g_assert_true (g_str_has_prefix (text_of (section, "text"), "Zwei Städte"));
}

static void
test_unknown (void)
{
  g_autoptr (OffprintWork) work = widget_support_new_from_text ("{ \"id\": \"x\", \"type\": \"chapter\", \"title\": \"Rivers\" }");
  g_autoptr (GtkWidget) section = g_object_ref_sink (g_object_new (OFFPRINT_TYPE_ABSTRACT_SECTION, "loading", TRUE, "work", work, NULL));
  g_autofree char *asked = NULL;

  g_assert_true (gtk_widget_get_visible (section));
  g_assert_true (shows (section, "unknown"));
  g_assert_false (shows (section, "text"));
  asked = g_strdup (text_of (section, "unknown"));
  g_object_set (section, "loading", FALSE, NULL);
  g_assert_cmpstr (text_of (section, "unknown"), !=, asked);
}

static void
test_nothing (void)
{
  const GType types[] = {
    OFFPRINT_TYPE_NOTES_SECTION,
    OFFPRINT_TYPE_REFERENCES_SECTION,
    OFFPRINT_TYPE_PEOPLE_SECTION,
    OFFPRINT_TYPE_RIGHTS_SECTION,
    OFFPRINT_TYPE_NOTICE_BANNER,
  };
  g_autoptr (OffprintWork) work = widget_support_new_from_text ("{ \"id\": \"x\", \"type\": \"chapter\", \"title\": \"Rivers\" }");

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GtkWidget) section = g_object_ref_sink (g_object_new (types[i], "work", work, NULL));

      g_assert_false (gtk_widget_get_visible (section));
    }
}

static void
test_notes (void)
{
  g_autoptr (OffprintWork) work = widget_support_new_work (0, 0);
  g_autoptr (GtkWidget) section = g_object_ref_sink (g_object_new (OFFPRINT_TYPE_NOTES_SECTION, "work", work, NULL));

  g_assert_cmpuint (widget_support_count (section, OFFPRINT_TYPE_NOTE_ROW), ==, 3);
  g_assert_cmpstr (text_of (section, "count"), ==, "3");
  g_assert_false (shows (section, "all"));
}

static void
test_note_links (void)
{
  g_autoptr (OffprintWork) work = widget_support_new_from_text (
    "{\"id\":\"10.5555/a\",\"type\":\"chapter\",\"title\":\"T\",\"DOI\":\"10.5555/a\",\"custom\":{\"offprint\":{\"version\":1,"
    "\"notes\":[{\"mark\":\"*\",\"anchor\":\"Fn1\",\"text\":\"<p>Quill 2007; ISBN 978-3-16-148410-0; https://a.example/1</p>\"},{\"text\":\"<p>Plain.</p>\"}],"
    "\"references\":[{\"item\":{\"type\":\"book\",\"title\":\"B\",\"author\":[{\"family\":\"Quill\"}],\"issued\":{\"date-parts\":[[2007]]},\"DOI\":\"10.5555/b\"}}]}}}");
  g_autoptr (GtkWidget) section = g_object_ref_sink (g_object_new (OFFPRINT_TYPE_NOTES_SECTION, "work", work, NULL));
  OffprintNoteRow *row = widget_support_find (section, OFFPRINT_TYPE_NOTE_ROW);
  const char *markup = gtk_label_get_label (offprint_note_row_get_label (row));

  g_assert_nonnull (strstr (markup, "href=\"https://doi.org/10.5555/b\""));
  g_assert_nonnull (strstr (markup, "href=\"urn:isbn:9783161484100\""));
  g_assert_nonnull (strstr (markup, "href=\"https://a.example/1\""));
  g_assert_true (shows (row, "place"));
  g_assert_false (shows (row, "mark"));
  g_assert_cmpstr (gtk_label_get_label (widget_support_get_child (row, "place_mark")), ==, "*");
}

static void
test_missed (void)
{
  static const struct
  {
    const char *json;
    gboolean notes;
    gboolean references;
  } cases[] = {
    { "{\"id\":\"a\",\"type\":\"chapter\",\"title\":\"T\",\"DOI\":\"10.5555/a\"}", TRUE, TRUE },
    { "{\"id\":\"a\",\"type\":\"chapter\",\"title\":\"T\"}", FALSE, FALSE },
    { "{\"id\":\"a\",\"type\":\"dataset\",\"title\":\"T\",\"DOI\":\"10.5555/a\"}", FALSE, FALSE },
    { "{\"id\":\"a\",\"type\":\"chapter\",\"title\":\"T\",\"DOI\":\"10.5555/a\",\"custom\":{\"offprint\":{\"version\":1,\"readings\":[{\"id\":\"r1\",\"source\":\"page\","
      "\"about\":\"work\",\"at\":\"2026-11-24T20:31:00Z\",\"record\":{\"id\":\"a\",\"type\":\"chapter\",\"title\":\"T\",\"DOI\":\"10.5555/a\"}}]}}}",
      FALSE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OffprintWork) work = widget_support_new_from_text (cases[i].json);
      g_autoptr (GtkWidget) notes = g_object_ref_sink (g_object_new (OFFPRINT_TYPE_NOTES_SECTION, "work", work, NULL));
      g_autoptr (GtkWidget) references = g_object_ref_sink (g_object_new (OFFPRINT_TYPE_REFERENCES_SECTION, "work", work, NULL));

      g_assert_cmpint (gtk_widget_get_visible (notes), ==, cases[i].notes);
      g_assert_cmpint (gtk_widget_get_visible (references), ==, cases[i].references);
      g_assert_false (shows (references, "save"));
      g_object_set (notes, "loading", TRUE, NULL);
      g_assert_false (gtk_widget_get_visible (notes)); /* it may come yet: nothing stands there to jump */
    }
}

static void
test_references (void)
{
  g_autoptr (OffprintWork) work = widget_support_new_work (43, 0);
  g_autoptr (OffprintWork) fewer = widget_support_new_work (5, 0);
  g_autoptr (GtkWidget) section = g_object_ref_sink (g_object_new (OFFPRINT_TYPE_REFERENCES_SECTION, "work", work, NULL));
  GtkListBox *list = widget_support_get_child (section, "list");

  g_assert_cmpuint (widget_support_count (section, OFFPRINT_TYPE_REFERENCE_ROW), ==, 20);
  g_assert_cmpstr (text_of (section, "count"), ==, "43");
  g_assert_cmpstr (gtk_button_get_label (widget_support_get_child (section, "all")), ==, "All 43 Works Cited");
  g_assert_true (gtk_list_box_row_get_activatable (gtk_list_box_get_row_at_index (list, 0)));
  g_assert_false (gtk_list_box_row_get_activatable (gtk_list_box_get_row_at_index (list, 1)));

  g_object_set (section, "work", fewer, NULL);
  g_assert_cmpuint (widget_support_count (section, OFFPRINT_TYPE_REFERENCE_ROW), ==, 5);
  g_assert_false (shows (section, "all"));
}

static void
test_references_counted (void)
{
  g_autoptr (OffprintWork) work = widget_support_new_work (0, 0);
  g_autoptr (GtkWidget) section = g_object_ref_sink (g_object_new (OFFPRINT_TYPE_REFERENCES_SECTION, "work", work, NULL));

  g_assert_true (gtk_widget_get_visible (section));
  g_assert_true (g_str_has_prefix (text_of (section, "unknown"), "43 works are cited"));
}

static void
test_sentence (void)
{
  g_autoptr (OffprintWork) work = widget_support_new_work (2, 0);
  GtkWidget *section = g_object_new (OFFPRINT_TYPE_REFERENCES_SECTION, "work", work, NULL);
  GtkWindow *window = widget_support_show (section, 600, 400);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (widget_support_get_child (section, "list"), 0);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Rivers, part 0, Roe · 1900 · Journal of Ferries");
  gtk_window_destroy (window);
}

static void
test_people (void)
{
  g_autoptr (OffprintWork) work = widget_support_new_work (0, 200);
  g_autoptr (GtkWidget) section = g_object_ref_sink (g_object_new (OFFPRINT_TYPE_PEOPLE_SECTION, "work", work, NULL));

  g_assert_true (gtk_widget_get_visible (section));
  g_assert_cmpuint (widget_support_count (section, OFFPRINT_TYPE_PERSON_ROW), ==, 12);
  g_assert_true (shows (section, "all"));
}

static void
test_rights (void)
{
  g_autoptr (OffprintWork) work = widget_support_new_work (0, 0);
  g_autoptr (GtkWidget) section = g_object_ref_sink (g_object_new (OFFPRINT_TYPE_RIGHTS_SECTION, "work", work, NULL));

  g_assert_cmpstr (text_of (section, "copyright"), ==, "© 2022 The Ferryman");
  g_assert_cmpstr (text_of (section, "licenses"), ==, "Licence: CC BY 4.0");
}

typedef struct
{
  const char *kind;
  const char *css_class;
} Notice;

static const Notice notices[] = {
  { "retraction", "retraction" },
  { "withdrawal", "retraction" },
  { "expression_of_concern", "concern" },
  { "correction", "info" },
  { "erratum", "info" }, /* never red */
};

static void
test_notice (gconstpointer data)
{
  const Notice *c = data;
  g_autofree char *json = g_strdup_printf ("{ \"id\": \"x\", \"type\": \"chapter\", \"title\": \"Rivers\", \"custom\": { \"offprint\": { \"version\": 1,"
                                           " \"notices\": [{ \"kind\": \"%s\", \"direction\": \"about-this\", \"DOI\": \"10.5555/n\", \"date\": \"2021-03-12\", \"source\": \"publisher\" }] } } }",
                                           c->kind);
  g_autoptr (OffprintWork) work = widget_support_new_from_text (json);
  g_autoptr (GtkWidget) banner = g_object_ref_sink (g_object_new (OFFPRINT_TYPE_NOTICE_BANNER, "work", work, NULL));

  g_assert_true (gtk_widget_get_visible (banner));
  g_assert_true (gtk_widget_has_css_class (widget_support_get_child (banner, "box"), c->css_class));
  g_assert_nonnull (strstr (text_of (banner, "detail"), "12 March 2021"));
  g_assert_nonnull (strstr (text_of (banner, "detail"), "the publisher"));
}

int
main (int   argc,
      char *argv[])
{
  widget_support_init (&argc, &argv);

  g_test_add_func ("/section/abstract", test_abstract);
  g_test_add_func ("/section/unknown", test_unknown);
  g_test_add_func ("/section/nothing", test_nothing);
  g_test_add_func ("/section/notes", test_notes);
  g_test_add_func ("/section/note-links", test_note_links);
  g_test_add_func ("/section/missed", test_missed);
  g_test_add_func ("/section/references", test_references);
  g_test_add_func ("/section/references/counted", test_references_counted);
  g_test_add_func ("/section/references/sentence", test_sentence);
  g_test_add_func ("/section/people", test_people);
  g_test_add_func ("/section/rights", test_rights);
  for (gsize i = 0; i < G_N_ELEMENTS (notices); i++)
    {
      g_autofree char *path = g_strconcat ("/section/notice/", notices[i].kind, NULL);

      g_test_add_data_func (path, &notices[i], test_notice);
    }
  return g_test_run ();
}
