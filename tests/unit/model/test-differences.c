/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has changed, told in the words of the reader.
 */

#include "config.h"

#include "differences.h"

#include "work-edit.h"

static JsonObject *
parse (const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);

  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

static void
add (OffprintWork *work,
     const char   *source,
     const char   *record)
{
  g_autoptr (OffprintReading) reading = offprint_reading_new (source, OFFPRINT_READING_ABOUT_WORK, NULL, NULL, NULL, parse (record));

  offprint_work_add_reading (work, reading);
}

#define OWN(json) "{\"title\":\"T\",\"custom\":{\"offprint\":{" json "}}}"

typedef struct
{
  const char *path;
  const char *before;
  const char *after;
  const char *expected; /* heading|old|new, a line for each */
} Case;

static const Case cases[] = {
  { "nothing", "{\"title\":\"T\"}", "{\"title\":\"T\"}", "" },
  { "changed", "{\"volume\":\"1\"}", "{\"volume\":\"2\"}", "Volume: Changed|1|2\n" },
  { "added", "{\"title\":\"T\"}", "{\"title\":\"T\",\"volume\":\"2\"}", "Volume: Added|-|2\n" },
  { "removed", "{\"title\":\"T\",\"volume\":\"2\"}", "{\"title\":\"T\"}", "Volume: Removed|2|-\n" },
  { "kind", "{\"type\":\"book\"}", "{\"type\":\"chapter\"}", "Kind: Changed|Book|Chapter\n" },
  { "mark-up-only", "{\"title\":\"On E. coli\"}", "{\"title\":\"On <i>E. coli</i>\"}", "Title: Changed|On E. coli|On E. coli\n" },
  { "date", "{\"issued\":{\"date-parts\":[[2021]]}}", "{\"issued\":{\"date-parts\":[[2021,5,1]]}}", "Published: Changed|2021|1 May 2021\n" },
  { "names", "{\"author\":[{\"family\":\"Doe\",\"given\":\"J.\"}]}", "{\"author\":[{\"family\":\"Doe\",\"given\":\"Jane\"},{\"family\":\"Roe\"}]}", "Authors: Changed|J. Doe|Jane Doe/Roe\n" },
  { "member", OWN ("\"dates\":{\"online\":\"2021\"}"), OWN ("\"dates\":{\"online\":\"2022\",\"print\":\"2023\"}"), "First Online: Changed|2021|2022\nIn Print: Added|-|2023\n" },
  { "count", OWN ("\"counts\":{\"accesses\":{\"value\":831,\"seen\":\"2026-11-24T20:31:00Z\"}}"), OWN ("\"counts\":{\"accesses\":{\"value\":840,\"seen\":\"2026-11-25T20:31:00Z\"}}"), "Accesses: Changed|831|840\n" },
  { "seen-only", OWN ("\"counts\":{\"accesses\":{\"value\":831,\"seen\":\"2026-11-24T20:31:00Z\"}}"), OWN ("\"counts\":{\"accesses\":{\"value\":831,\"seen\":\"2026-11-25T20:31:00Z\"}}"), "" },
  { "checked-only", OWN ("\"crossmark\":{\"checked\":\"2026-11-24T20:31:00Z\"}"), OWN ("\"crossmark\":{\"checked\":\"2026-11-25T20:31:00Z\"}"), "" },
  { "keyword-added", OWN ("\"keywords\":[\"a\"]"), OWN ("\"keywords\":[\"a\",\"b\"]"), "Keywords: Added|-|b\n" },
  { "reference-added", OWN ("\"references\":[{\"text\":\"<p>Roe</p>\"}]"), OWN ("\"references\":[{\"text\":\"<p>Poe</p>\"},{\"text\":\"<p>Roe</p>\"}]"), "1 Work Cited Added|-|Poe\n" },
  { "reference-moved", OWN ("\"references\":[{\"text\":\"<p>Roe</p>\"},{\"text\":\"<p>Poe</p>\"}]"), OWN ("\"references\":[{\"text\":\"<p>Poe</p>\"},{\"text\":\"<p>Roe</p>\"}]"), "" },
  { "reference-with-doi", OWN ("\"references\":[{\"text\":\"<p>Roe</p>\"}]"), OWN ("\"references\":[{\"text\":\"<p>Roe</p>\",\"item\":{\"DOI\":\"10.5555/r\"}}]"), "Works Cited: Changed|-|Details of 1 entry\n" },
  { "note-changed", OWN ("\"notes\":[{\"mark\":\"1\",\"text\":\"<p>One.</p>\"}]"), OWN ("\"notes\":[{\"mark\":\"1\",\"text\":\"<p>Won.</p>\"}]"), "Notes: Changed|1. One.|1. Won.\n" },
  { "notice", OWN ("\"keywords\":[\"a\"]"), OWN ("\"keywords\":[\"a\"],\"notices\":[{\"kind\":\"retraction\",\"direction\":\"about-this\",\"DOI\":\"10.5555/r\"}]"), "1 Notice Added|-|Retraction · 10.5555/r\n" },
  { "offer", OWN ("\"access\":{\"offers\":[{\"label\":\"eBook\",\"price\":\"119.00\",\"currency\":\"USD\"}]}"), OWN ("\"access\":{\"offers\":[{\"label\":\"eBook\",\"price\":\"99.00\",\"currency\":\"USD\"}]}"), "Offers: Changed|eBook · 119.00 USD|eBook · 99.00 USD\n" },
  { "variable", "{\"title\":\"T\",\"note\":\"a\"}", "{\"title\":\"T\",\"note\":\"b\"}", "Note: Changed|a|b\n" },
  { "abstract-once", "{\"abstract\":\"We waited.\",\"custom\":{\"offprint\":{\"abstracts\":[{\"kind\":\"abstract\",\"text\":\"<p>We waited here.</p>\"}]}}}",
    "{\"abstract\":\"We wait.\",\"custom\":{\"offprint\":{\"abstracts\":[{\"kind\":\"abstract\",\"text\":\"<p>We wait no more.</p>\"}]}}}", "Abstract: Changed|We waited here.|We wait no more.\n" },
};

/* Lines are joined by a slash */
static char *
dup_line (const char *text)
{
  return text != NULL ? g_strdelimit (g_strdup (text), "\n", '/') : NULL;
}

static char *
say (GListModel *rows)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (OffprintDifference) row = g_list_model_get_item (rows, i);
      g_autofree char *heading = offprint_difference_dup_heading (row);
      g_autofree char *old_text = dup_line (offprint_difference_get_old (row));
      g_autofree char *new_text = dup_line (offprint_difference_get_new (row));

      g_string_append_printf (out, "%s|%s|%s\n", heading, old_text != NULL ? old_text : "-", new_text != NULL ? new_text : "-");
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (OffprintSnapshot) before = NULL;
  g_autoptr (OffprintSnapshot) after = NULL;
  g_autoptr (GListModel) rows = NULL;
  g_autofree char *said = NULL;

  add (work, "crossref", c->before);
  before = offprint_work_dup_snapshot (work);
  add (work, "crossref", c->after);
  after = offprint_work_dup_snapshot (work);
  rows = offprint_differences_new (before, after);
  said = say (rows);
  g_assert_cmpstr (said, ==, c->expected);
}

static void
test_many (void)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (GString) record = g_string_new ("{\"title\":\"T\",\"custom\":{\"offprint\":{\"references\":[");
  g_autoptr (OffprintSnapshot) before = NULL;
  g_autoptr (OffprintSnapshot) after = NULL;
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (OffprintDifference) row = NULL;
  g_autofree char *heading = NULL;

  for (guint i = 0; i < 140; i++)
    g_string_append_printf (record, "%s{\"text\":\"<p>Roe, Part %u</p>\"}", i > 0 ? "," : "", i);
  g_string_append (record, "]}}}");
  add (work, "crossref", "{\"title\":\"T\"}");
  before = offprint_work_dup_snapshot (work);
  add (work, "page", record->str);
  after = offprint_work_dup_snapshot (work);
  rows = offprint_differences_new (before, after);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  row = g_list_model_get_item (rows, 0);
  heading = offprint_difference_dup_heading (row);
  g_assert_cmpstr (heading, ==, "140 Works Cited Added");
  g_assert_cmpuint (offprint_difference_get_count (row), ==, 140);
  g_assert_true (g_str_has_suffix (offprint_difference_get_new (row), "and 135 more"));
  g_assert_null (offprint_difference_get_former (row));
}

/* The old value again */
static void
test_former (void)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (OffprintSnapshot) before = NULL;
  g_autoptr (OffprintSnapshot) after = NULL;
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (OffprintDifference) row = NULL;
  g_autoptr (OffprintWorkEdit) edit = NULL;

  add (work, "crossref", "{\"title\":\"T\",\"volume\":\"1\",\"custom\":{\"offprint\":{\"keywords\":[\"a\",\"b\"]}}}");
  before = offprint_work_dup_snapshot (work);
  add (work, "crossref", "{\"title\":\"T\",\"volume\":\"2\",\"custom\":{\"offprint\":{\"keywords\":[\"c\",\"d\"]}}}");
  after = offprint_work_dup_snapshot (work);
  rows = offprint_differences_new (before, after);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 5);
  row = g_list_model_get_item (rows, 0);
  g_assert_cmpstr (offprint_difference_get_pointer (row), ==, "/volume");
  g_assert_nonnull (offprint_difference_get_former (row));
  edit = offprint_work_choose_former (work, offprint_difference_get_pointer (row), offprint_difference_get_former (row));
  g_assert_nonnull (edit);
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_VOLUME), ==, "1");
  g_clear_pointer (&edit, offprint_work_edit_unref);
  g_clear_object (&row);

  row = g_list_model_get_item (rows, 1);
  g_assert_nonnull (offprint_difference_get_former (row)); /* a list is offered once */
  edit = offprint_work_choose_former (work, offprint_difference_get_pointer (row), offprint_difference_get_former (row));
  g_assert_cmpstr (offprint_work_get_keywords (work)[0], ==, "a");
  g_assert_cmpuint (g_strv_length ((char **) offprint_work_get_keywords (work)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (offprint_work_get_readings (work)), ==, 2); /* the same former reading */
  g_clear_object (&row);
  row = g_list_model_get_item (rows, 2);
  g_assert_null (offprint_difference_get_former (row));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/differences/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/differences/many", test_many);
  g_test_add_func ("/differences/former", test_former);

  return g_test_run ();
}
