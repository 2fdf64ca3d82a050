/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A work through its life: readings come, replace each other and are taken back; the
 * page's lists follow without blinking.
 */

#include "config.h"

#include "work.h"
#include "work-edit.h"

#include <string.h>

static JsonObject *
parse (const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);

  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

static OffprintReading *
add (OffprintWork         *work,
     const char           *source,
     OffprintReadingAbout  about,
     const char           *record)
{
  g_autoptr (OffprintReading) reading = offprint_reading_new (source, about, NULL, NULL, NULL, parse (record));

  offprint_work_add_reading (work, reading);

  return g_steal_pointer (&reading);
}

static void
count_cb (guint *n)
{
  *n += 1;
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  GString    *log)
{
  g_string_append_printf (log, "%u-%u+%u;", position, removed, added);
}

static void
test_empty (void)
{
  OffprintWork *work = offprint_work_new ();
  gsize n = 1;

  g_assert_true (offprint_work_is_empty (work));
  g_assert_false (offprint_work_is_sample (work));
  g_assert_null (offprint_work_get_id (work));
  g_assert_null (offprint_work_get_doi (work));
  g_assert_null (offprint_work_get_main_title (work));
  g_assert_null (offprint_work_get_gravest_notice (work));
  g_assert_null (offprint_work_get_rights (work));
  g_assert_cmpstr (offprint_work_get_kind (work), ==, "document");
  g_assert_cmpuint (g_list_model_get_n_items (offprint_work_get_people (work)), ==, 0);
  g_assert_cmpuint (g_strv_length ((char **) offprint_work_get_keywords (work)), ==, 0);
  offprint_work_get_isbns (work, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_finalize_object (work);
}

static void
test_fills (void)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (OffprintReading) first = NULL;
  g_autoptr (OffprintReading) second = NULL;
  g_autoptr (OffprintReading) source = NULL;
  g_autoptr (GString) log = g_string_new (NULL);
  g_autofree char *url = NULL;
  g_autofree char *kind = NULL;
  guint n_changed = 0;
  guint n_notified = 0;

  g_signal_connect_swapped (work, "changed", G_CALLBACK (count_cb), &n_changed);
  g_signal_connect_swapped (work, "notify::doi", G_CALLBACK (count_cb), &n_notified);
  g_signal_connect (offprint_work_get_notes (work), "items-changed", G_CALLBACK (items_changed_cb), log);

  first = add (work, "crossref", OFFPRINT_READING_ABOUT_WORK,
               "{\"type\":\"chapter\",\"title\":\"On <i>E. coli</i>\",\"DOI\":\"10.1234/a<b\",\"author\":[{\"family\":\"Doe\",\"given\":\"J.\"}],"
               "\"custom\":{\"offprint\":{\"notes\":[{\"mark\":\"1\",\"text\":\"<p>one</p>\"},{\"mark\":\"2\",\"text\":\"<p>two</p>\"}]}}}");
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpstr (log->str, ==, "0-0+2;");
  g_assert_cmpstr (offprint_reading_get_id (first), ==, "r1");
  g_assert_cmpstr (offprint_work_get_id (work), ==, "10.1234/a<b");
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_TITLE), ==, "On E. coli");
  url = offprint_work_dup_doi_url (work);
  g_assert_cmpstr (url, ==, "https://doi.org/10.1234/a%3Cb");
  kind = offprint_work_dup_kind_name (work);
  g_assert_cmpstr (kind, ==, "Chapter");

  second = add (work, "page", OFFPRINT_READING_ABOUT_WORK,
                "{\"title\":\"On <i>E. coli</i>\",\"custom\":{\"offprint\":{\"notes\":[{\"mark\":\"3\",\"text\":\"<p>three</p>\"}]}}}");
  g_assert_cmpuint (n_changed, ==, 2);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (offprint_work_get_notes (work)), ==, 3);
  source = offprint_work_dup_source_of (work, "/title");
  g_assert_true (source == second);
  g_clear_object (&source);
  source = offprint_work_dup_source_of (work, "/author/0/family");
  g_assert_true (source == first);
  g_clear_object (&source);
  source = offprint_work_dup_source_of (work, "/custom/offprint/notes/2/text");
  g_assert_true (source == first);
  g_clear_object (&source);
  g_assert_null (offprint_work_dup_source_of (work, "/nowhere"));
}

static void
test_take_back (void)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (OffprintReading) first = add (work, "crossref", OFFPRINT_READING_ABOUT_WORK, "{\"title\":\"Right\",\"volume\":\"7\"}");
  g_autoptr (JsonNode) before = NULL;
  g_autoptr (JsonNode) after = NULL;
  g_autoptr (OffprintReading) bad = NULL;
  g_autoptr (OffprintWorkEdit) edit = NULL;

  /* an id is made when it is first written, so it is in both */
  before = offprint_work_to_json (work, OFFPRINT_RECORD_WITH_READINGS);
  bad = add (work, "ris", OFFPRINT_READING_ABOUT_WORK, "{\"title\":\"Wrong\",\"issue\":\"9\"}");
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_TITLE), ==, "Wrong");
  edit = offprint_work_take_back_reading (work, offprint_reading_get_id (bad));
  g_assert_nonnull (edit);
  g_assert_null (offprint_work_take_back_reading (work, offprint_reading_get_id (bad)));
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_TITLE), ==, "Right");
  after = offprint_work_to_json (work, OFFPRINT_RECORD_WITH_READINGS);
  g_assert_true (json_node_equal (before, after));
}

static void
test_replaces (void)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (OffprintReading) first = add (work, "crossref", OFFPRINT_READING_ABOUT_WORK, "{\"title\":\"Old\"}");
  g_autoptr (OffprintReading) book = add (work, "crossref", OFFPRINT_READING_ABOUT_BOOK, "{\"type\":\"book\",\"title\":\"Book\"}");
  g_autoptr (OffprintReading) second = add (work, "crossref", OFFPRINT_READING_ABOUT_WORK, "{\"title\":\"New\"}");

  g_assert_cmpuint (g_list_model_get_n_items (offprint_work_get_readings (work)), ==, 2);
  g_assert_cmpstr (offprint_reading_get_id (second), ==, "r1");
  g_assert_cmpstr (offprint_reading_get_id (book), ==, "r2");
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_TITLE), ==, "New");
}

/* Readings of the store's work join those that came meanwhile */
static void
test_joins (void)
{
  g_autoptr (OffprintWork) stored = offprint_work_new ();
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (OffprintReading) page = add (stored, "page", OFFPRINT_READING_ABOUT_WORK, "{\"title\":\"P\"}");
  g_autoptr (OffprintReading) registry = add (work, "crossref", OFFPRINT_READING_ABOUT_WORK, "{\"title\":\"C\",\"volume\":\"7\"}");
  g_autoptr (OffprintReading) source = NULL;

  offprint_work_add_reading (work, page);
  g_assert_cmpstr (offprint_reading_get_id (registry), ==, "r1");
  g_assert_cmpstr (offprint_reading_get_id (page), ==, "r2");
  source = offprint_work_dup_source_of (work, "/volume");
  g_assert_true (source == registry);
}

static void
test_no_blink (void)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (OffprintReading) first = NULL;
  g_autoptr (OffprintReading) second = NULL;
  g_autoptr (OffprintNote) before = NULL;
  g_autoptr (OffprintNote) after = NULL;
  g_autoptr (GString) log = g_string_new (NULL);

  first = add (work, "page", OFFPRINT_READING_ABOUT_WORK,
               "{\"custom\":{\"offprint\":{\"notes\":[{\"mark\":\"1\",\"text\":\"<p>1</p>\"},{\"mark\":\"2\",\"text\":\"<p>2</p>\"},"
               "{\"mark\":\"3\",\"text\":\"<p>3</p>\"}]}}}");
  before = g_list_model_get_item (offprint_work_get_notes (work), 2);
  g_signal_connect (offprint_work_get_notes (work), "items-changed", G_CALLBACK (items_changed_cb), log);
  second = add (work, "page", OFFPRINT_READING_ABOUT_WORK,
                "{\"title\":\"x\",\"custom\":{\"offprint\":{\"notes\":[{\"mark\":\"1\",\"text\":\"<p>1</p>\"},{\"mark\":\"2\",\"text\":\"<p>two</p>\"},"
                "{\"mark\":\"3\",\"text\":\"<p>3</p>\"}]}}}");
  g_assert_cmpstr (log->str, ==, "1-1+1;");
  after = g_list_model_get_item (offprint_work_get_notes (work), 2);
  g_assert_true (before == after);
  g_string_truncate (log, 0);
  g_clear_object (&second);
  second = add (work, "crossref", OFFPRINT_READING_ABOUT_WORK, "{\"volume\":\"7\"}");
  g_assert_cmpstr (log->str, ==, "");
}

static void
test_sample (void)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (OffprintReading) sample = add (work, "sample", OFFPRINT_READING_ABOUT_WORK, "{\"title\":\"T\",\"abstract\":\"long, retold\"}");
  g_autoptr (OffprintReading) real = NULL;

  g_assert_true (offprint_work_is_sample (work));
  real = add (work, "crossref", OFFPRINT_READING_ABOUT_WORK, "{\"title\":\"T\"}");
  g_assert_false (offprint_work_is_sample (work));
  g_assert_null (offprint_work_get_text (work, OFFPRINT_FIELD_ABSTRACT));
}

static void
test_values (void)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (OffprintReading) reading = add (work, "page", OFFPRINT_READING_ABOUT_WORK,
                                             "{\"title\":\"Main: Sub\",\"issued\":{\"date-parts\":[[2022,5]]},\"ISBN\":\"9783030939816 9783030939823\",\"page\":\"1-9\","
                                             "\"custom\":{\"offprint\":{\"titles\":{\"main\":\"Main\",\"subtitle\":\"Sub\",\"translated\":[{\"language\":\"ru\",\"text\":\"Главное\"}]},"
                                             "\"dates\":{\"online\":\"2022-05-01\",\"received\":{\"literal\":\"last spring\"}},"
                                             "\"isbns\":[{\"value\":\"9783030939816\",\"kind\":\"print\"}],\"keywords\":[\"a\",\"b\"],\"packages\":[\"P\"],"
                                             "\"access\":{\"state\":\"preview\",\"offers\":[{\"label\":\"eBook\",\"price\":\"119.00\",\"currency\":\"USD\",\"includes\":[\"PDF\"]}]},"
                                             "\"counts\":{\"accesses\":{\"value\":831,\"seen\":\"2026-11-24T20:31:00Z\"}},\"book\":{\"DOI\":\"10.1234/book\"},"
                                             "\"crossmark\":{\"checked\":\"2026-11-24T20:31:00Z\"},\"links\":[{\"rel\":\"pdf\",\"url\":\"https://a\"},{\"rel\":\"landing\",\"url\":\"https://b\"}],"
                                             "\"rights\":{\"copyright\":\"© 2022\",\"licenses\":[{\"url\":\"https://creativecommons.org/licenses/by/4.0/\"}]},\"cite-as\":\"<p>Cited <i>so</i></p>\"}}}");
  const OffprintIsbn *isbns = NULL;
  g_autoptr (OffprintDate) online = offprint_work_dup_event (work, "online");
  g_autoptr (OffprintDate) received = offprint_work_dup_event (work, "received");
  g_autoptr (GDateTime) checked = offprint_work_dup_checked (work);
  g_autofree char *shown = offprint_date_dup_shown (received);
  const char *seen = NULL;
  gint64 value = 0;
  gsize n = 0;

  g_assert_cmpstr (offprint_work_get_main_title (work), ==, "Main");
  g_assert_cmpstr (offprint_work_get_subtitle (work), ==, "Sub");
  g_assert_cmpstr (offprint_work_get_translated_title (work), ==, "Главное");
  g_assert_cmpuint (offprint_date_get_month (offprint_work_get_date (work, OFFPRINT_FIELD_ISSUED)), ==, 5);
  g_assert_cmpuint (offprint_date_get_day (online), ==, 1);
  g_assert_cmpstr (shown, ==, "last spring");
  isbns = offprint_work_get_isbns (work, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (isbns[0].shown, ==, "978-3-030-93981-6");
  g_assert_cmpstr (isbns[0].kind, ==, "print");
  g_assert_null (isbns[1].kind);
  g_assert_cmpstr (offprint_work_get_keywords (work)[1], ==, "b");
  g_assert_cmpstr (offprint_work_get_packages (work)[0], ==, "P");
  g_assert_cmpstr (offprint_work_get_access_state (work), ==, "preview");
  g_assert_cmpuint (g_list_model_get_n_items (offprint_work_get_offers (work)), ==, 1);
  g_assert_true (offprint_work_get_count (work, OFFPRINT_COUNT_ACCESSES, &value, &seen));
  g_assert_cmpint (value, ==, 831);
  g_assert_cmpstr (seen, ==, "2026-11-24T20:31:00Z");
  g_assert_false (offprint_work_get_count (work, OFFPRINT_COUNT_CITATIONS, NULL, NULL));
  g_assert_cmpstr (offprint_work_get_book_doi (work), ==, "10.1234/book");
  g_assert_cmpstr (offprint_work_get_landing_url (work), ==, "https://b");
  g_assert_nonnull (checked);
  g_assert_true (offprint_rights_get_license (offprint_work_get_rights (work), 0)->open);
  g_assert_cmpuint (offprint_rich_text_get_block (offprint_work_get_rich_text (work, OFFPRINT_FIELD_CITE_AS), 0)->n_runs, ==, 2);
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_CITE_AS), ==, "Cited so");
}

static void
test_people (void)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (OffprintReading) reading = add (work, "crossref", OFFPRINT_READING_ABOUT_WORK,
                                             "{\"editor\":[{\"literal\":\"The Group\"}],\"author\":[{\"family\":\"Doe\",\"given\":\"Jane\"},{\"family\":\"Berg\",\"given\":\"A.\",\"non-dropping-particle\":\"van den\"}],"
                                             "\"custom\":{\"offprint\":{\"people\":[{\"role\":\"author\",\"position\":0,\"name\":{\"family\":\"Doe\",\"given\":\"Jane\"},\"orcid\":\"0000-0002-1825-0097\","
                                             "\"corresponding\":true,\"affiliations\":[{\"name\":\"Dept\",\"place\":\"City\"}]},"
                                             "{\"role\":\"author\",\"position\":9,\"name\":{\"family\":\"Nobody\"},\"email\":\"a@b.org\"}]}}}");
  GListModel *people = offprint_work_get_people (work);
  const char *names[] = { "Jane Doe", "A. van den Berg", "The Group", "Nobody" };

  g_assert_cmpuint (g_list_model_get_n_items (people), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (OffprintContributor) person = g_list_model_get_item (people, i);

      g_assert_cmpstr (offprint_contributor_get_name (person), ==, names[i]);
      g_assert_cmpint (offprint_contributor_is_corresponding (person), ==, i == 0);
      if (i == 0)
        {
          g_assert_cmpstr (offprint_contributor_get_orcid (person), ==, "0000-0002-1825-0097");
          g_assert_cmpstr (offprint_contributor_get_affiliations (person)[0], ==, "Dept, City");
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/work/empty", test_empty);
  g_test_add_func ("/work/fills", test_fills);
  g_test_add_func ("/work/take-back", test_take_back);
  g_test_add_func ("/work/replaces", test_replaces);
  g_test_add_func ("/work/joins", test_joins);
  g_test_add_func ("/work/no-blink", test_no_blink);
  g_test_add_func ("/work/sample", test_sample);
  g_test_add_func ("/work/values", test_values);
  g_test_add_func ("/work/people", test_people);

  return g_test_run ();
}
