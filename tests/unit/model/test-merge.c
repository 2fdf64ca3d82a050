/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The merge rules, each with what it decides: the table of fields; records/FACTS.md.
 */

#include "config.h"

#include "work.h"

#include "json-value.h"

typedef struct
{
  const char *source;
  const char *about;
  const char *record;
} Said;

typedef struct
{
  const char *path;
  Said said[4];
  const char *pointer;
  const char *expected; /* the value as JSON; NULL: not there */
  const char *from;     /* its reading, by the provenance; NULL: not asked */
} Case;

#define OWN(json) "{\"custom\":{\"offprint\":{" json "}}}"

static const Case cases[] = {
  { "first/page-beats-registry", { { "crossref", "work", "{\"title\":\"C\"}" }, { "page", "work", "{\"title\":\"P\"}" } }, "/title", "\"P\"", "r2" },
  { "first/you-beat-all", { { "you", "work", "{\"title\":\"Y\"}" }, { "page", "work", "{\"title\":\"P\"}" } }, "/title", "\"Y\"", "r1" },
  { "first/file-beats-registry", { { "crossref", "work", "{\"volume\":\"1\"}" }, { "ris", "work", "{\"volume\":\"2\"}" } }, "/volume", "\"2\"", "r2" },
  { "first/earlier-of-equals", { { "datacite", "work", "{\"volume\":\"1\"}" }, { "crossref", "work", "{\"volume\":\"2\"}" } }, "/volume", "\"1\"", "r1" },
  { "first/who-has-it", { { "page", "work", "{\"title\":\"P\"}" }, { "crossref", "work", "{\"volume\":\"2\"}" } }, "/volume", "\"2\"", "r2" },
  { "first/sample-last", { { "sample", "work", "{\"volume\":\"1\"}" } }, "/volume", "\"1\"", "r1" },
  { "first/empty-is-not-said", { { "page", "work", "{\"title\":\"\"}" }, { "crossref", "work", "{\"title\":\"C\"}" } }, "/title", "\"C\"", "r2" },
  { "first/variable-without-row", { { "crossref", "work", "{\"note\":\"n\"}" } }, "/note", "\"n\"", "r1" },
  { "suspicion/registry-beats-page", { { "page", "work", "{\"title\":\"Access denied | Site\",\"volume\":\"9\"}" }, { "crossref", "work", "{\"title\":\"C\",\"volume\":\"2\"}" } }, "/title", "\"C\"", "r2" },
  { "suspicion/all-of-it", { { "page", "work", "{\"title\":\"Access denied\",\"volume\":\"9\"}" }, { "crossref", "work", "{\"title\":\"C\",\"volume\":\"2\"}" } }, "/volume", "\"2\"", "r2" },
  { "suspicion/where-nobody-else", { { "page", "work", "{\"title\":\"Access Denied\",\"issue\":\"9\"}" }, { "crossref", "work", "{\"title\":\"C\"}" } }, "/issue", "\"9\"", "r1" },
  { "suspicion/a-work-may-be-called-so", { { "page", "work", "{\"title\":\"Forbidden\",\"volume\":\"9\"}" } }, "/title", "\"Forbidden\"", "r1" },
  { "suspicion/only-the-whole-title", { { "page", "work", "{\"title\":\"Access Denied: The Practice of Filtering\"}" }, { "crossref", "work", "{\"title\":\"C\"}" } }, "/title", "\"Access Denied: The Practice of Filtering\"", "r1" },
  { "suspicion/longest", { { "page", "work", "{\"title\":\"Access denied\",\"abstract\":\"You do not have permission to see this\"}" }, { "crossref", "work", "{\"title\":\"C\",\"abstract\":\"short\"}" } }, "/abstract", "\"short\"", "r2" },
  { "suspicion/imprint", { { "page", "work", "{\"title\":\"Access denied\",\"publisher\":\"Guard\"}" }, { "crossref", "work", "{\"title\":\"C\",\"publisher\":\"P\"}" } }, "/publisher", "\"P\"", "r2" },
  { "suspicion/page-before-and-after", { { "page", "work", "{\"title\":\"P\"}" }, { "page", "work", "{\"title\":\"Just a moment...\"}" } }, "/title", "\"P\"", "r1" },
  { "suspicion/well-again", { { "page", "work", "{\"title\":\"P\"}" }, { "page", "work", "{\"title\":\"Just a moment...\"}" }, { "page", "work", "{\"title\":\"Q\"}" } }, "/title", "\"Q\"", "r1" },
  { "type/known-beats-document", { { "page", "work", "{\"type\":\"document\"}" }, { "crossref", "work", "{\"type\":\"chapter\"}" } }, "/type", "\"chapter\"", "r2" },
  { "imprint/page", { { "crossref", "work", "{\"publisher\":\"Member LLC\"}" }, { "page", "work", "{\"publisher\":\"Imprint\"}" } }, "/publisher", "\"Imprint\"", "r2" },
  { "imprint/page-of-the-book", { { "crossref", "work", "{\"publisher\":\"Member LLC\"}" }, { "page", "book", "{\"type\":\"book\",\"title\":\"B\",\"publisher\":\"Imprint\"}" } }, "/publisher", "\"Imprint\"", "r2" },
  { "imprint/you", { { "you", "work", "{\"publisher\":\"Y\"}" }, { "page", "work", "{\"publisher\":\"Imprint\"}" } }, "/publisher", "\"Y\"", "r1" },
  { "longest/abstract", { { "page", "work", "{\"abstract\":\"cut …\"}" }, { "crossref", "work", "{\"abstract\":\"cut not at all\"}" } }, "/abstract", "\"cut not at all\"", "r2" },
  { "words/isbn", { { "page", "work", "{\"ISBN\":\"9783030939823\"}" }, { "crossref", "work", "{\"ISBN\":\"9783030939816 9783030939823\"}" } }, "/ISBN", "\"9783030939823 9783030939816\"", "r1" },
  { "names/first", { { "page", "work", "{\"author\":[{\"family\":\"Doe\",\"given\":\"Jane\"}]}" }, { "crossref", "work", "{\"author\":[{\"family\":\"Doe\",\"given\":\"J.\"}]}" } }, "/author", "[{\"family\":\"Doe\",\"given\":\"Jane\"}]", "r1" },
  { "titles/of-the-title-that-won", { { "crossref", "work", "{\"title\":\"A: B\",\"custom\":{\"offprint\":{\"titles\":{\"main\":\"A\",\"subtitle\":\"B\"}}}}" }, { "page", "work", "{\"title\":\"A other\"}" } }, "/custom/offprint/titles", NULL, NULL },
  { "titles/same-title", { { "crossref", "work", "{\"title\":\"A: B\",\"custom\":{\"offprint\":{\"titles\":{\"main\":\"A\",\"subtitle\":\"B\"}}}}" }, { "page", "work", "{\"title\":\"A. B\"}" } }, "/custom/offprint/titles/main", "\"A\"", "r1" },
  { "members/dates", { { "page", "work", OWN ("\"dates\":{\"online\":\"2022-05-01\"}") }, { "crossref", "work", OWN ("\"dates\":{\"online\":\"2022\",\"print\":\"2021\"}") } }, "/custom/offprint/dates", "{\"online\":\"2022-05-01\",\"print\":\"2021\"}", NULL },
  { "members/dates-source", { { "page", "work", OWN ("\"dates\":{\"online\":\"2022-05-01\"}") }, { "crossref", "work", OWN ("\"dates\":{\"print\":\"2021\"}") } }, "/custom/offprint/dates/print", "\"2021\"", "r2" },
  { "members/licenses-united", { { "page", "work", OWN ("\"rights\":{\"copyright\":\"©\"}") }, { "crossref", "work", OWN ("\"rights\":{\"licenses\":[{\"url\":\"https://l\",\"applies-to\":\"vor\"}]}") } }, "/custom/offprint/rights/licenses/0/url", "\"https://l\"", "r2" },
  { "union/keywords", { { "page", "work", OWN ("\"keywords\":[\"Border\",\"Asia\"]") }, { "crossref", "work", OWN ("\"keywords\":[\"border\",\"Trade\"]") } }, "/custom/offprint/keywords", "[\"Border\",\"Asia\",\"Trade\"]", "r1" },
  { "union/notes-by-mark", { { "page", "work", OWN ("\"notes\":[{\"mark\":\"1\",\"text\":\"<p>a</p>\"}]") }, { "crossref", "work", OWN ("\"notes\":[{\"mark\":\"1\",\"text\":\"<p>b</p>\",\"anchor\":\"Fn1\"}]") } }, "/custom/offprint/notes", "[{\"mark\":\"1\",\"text\":\"<p>a</p>\",\"from\":[\"r1\",\"r2\"],\"anchor\":\"Fn1\"}]", "r1" },
  { "union/one-source-no-from", { { "page", "work", OWN ("\"notes\":[{\"mark\":\"1\",\"text\":\"<p>a</p>\"}]") } }, "/custom/offprint/notes", "[{\"mark\":\"1\",\"text\":\"<p>a</p>\"}]", "r1" },
  { "union/references-by-doi", { { "page", "work", OWN ("\"references\":[{\"mark\":\"1\",\"text\":\"<p>x</p>\",\"item\":{\"type\":\"book\",\"DOI\":\"10.1/a\"}}]") }, { "crossref", "work", OWN ("\"references\":[{\"item\":{\"type\":\"book\",\"DOI\":\"10.1/b\"}},{\"item\":{\"type\":\"book\",\"DOI\":\"10.1/A\",\"title\":\"T\"}}]") } }, "/custom/offprint/references/0", "{\"mark\":\"1\",\"text\":\"<p>x</p>\",\"item\":{\"type\":\"book\",\"DOI\":\"10.1/a\",\"title\":\"T\"},\"from\":[\"r1\",\"r2\"]}", NULL },
  { "union/references-by-place", { { "page", "work", OWN ("\"references\":[{\"text\":\"<p>x</p>\"},{\"text\":\"<p>y</p>\"}]") }, { "crossref", "work", OWN ("\"references\":[{\"item\":{\"DOI\":\"10.1/a\"}},{\"item\":{\"DOI\":\"10.1/b\"}}]") } }, "/custom/offprint/references/1", "{\"text\":\"<p>y</p>\",\"from\":[\"r1\",\"r2\"],\"item\":{\"DOI\":\"10.1/b\"}}", NULL },
  { "union/references-by-text", { { "page", "work", OWN ("\"references\":[{\"text\":\"<p>Doe, <i>T.</i> 2003</p>\"}]") }, { "crossref", "work", OWN ("\"references\":[{\"text\":\"<p>other</p>\"},{\"text\":\"<p>Doe, T. 2003.</p>\",\"item\":{\"DOI\":\"10.1/b\"}}]") } }, "/custom/offprint/references/0/item/DOI", "\"10.1/b\"", NULL },
  { "union/abstract-cut-short", { { "page", "work", OWN ("\"abstracts\":[{\"kind\":\"abstract\",\"language\":\"en\",\"text\":\"<p>Cut</p>\"},{\"kind\":\"abstract\",\"language\":\"it\",\"text\":\"<p>It</p>\"}]") }, { "crossref", "work", OWN ("\"abstracts\":[{\"kind\":\"abstract\",\"text\":\"<p>Cut not</p>\"}]") } }, "/custom/offprint/abstracts/0/text", "\"<p>Cut not</p>\"", NULL },
  { "union/abstracts-not-doubled", { { "page", "work", OWN ("\"abstracts\":[{\"kind\":\"abstract\",\"language\":\"en\",\"text\":\"<p>Long enough</p>\"}]") }, { "crossref", "work", OWN ("\"abstracts\":[{\"kind\":\"abstract\",\"text\":\"<p>Cut</p>\"}]") } }, "/custom/offprint/abstracts/1", NULL, NULL },
  { "people/position-of-the-winner", { { "page", "work", "{\"author\":[{\"family\":\"Roe\"},{\"family\":\"Doe\",\"given\":\"Jane\"}]}" }, { "crossref", "work", "{\"author\":[{\"family\":\"Doe\",\"given\":\"J.\"}],\"custom\":{\"offprint\":{\"people\":[{\"role\":\"author\",\"position\":0,"
                                                                                                                                                                "\"name\":{\"family\":\"Doe\",\"given\":\"J.\"},\"orcid\":\"0000-0002-1825-0097\"}]}}}" } },
    "/custom/offprint/people/0",
    "{\"role\":\"author\",\"position\":1,\"name\":{\"family\":\"Doe\",\"given\":\"Jane\"},\"orcid\":\"0000-0002-1825-0097\"}",
    "r2" },
  { "people/united", { { "page", "work", "{\"author\":[{\"family\":\"Doe\"}],\"custom\":{\"offprint\":{\"people\":[{\"role\":\"author\",\"position\":0,\"name\":{\"family\":\"Doe\"},\"email\":\"a@b.org\"}]}}}" }, { "crossref", "work", "{\"author\":[{\"family\":\"Doe\"}],\"custom\":{\"offprint\":{\"people\":[{\"role\":\"author\",\"position\":0,\"name\":{\"family\":\"Doe\"},\"orcid\":\"x\"}]}}}" } }, "/custom/offprint/people", "[{\"role\":\"author\",\"position\":0,\"name\":{\"family\":\"Doe\"},\"email\":\"a@b.org\",\"from\":[\"r1\",\"r2\"],\"orcid\":\"x\"}]", NULL },
  { "book/editors", { { "crossref", "work", "{\"type\":\"chapter\",\"title\":\"T\"}" }, { "crossref", "book", "{\"type\":\"book\",\"title\":\"B\",\"editor\":[{\"family\":\"Roe\"}],\"author\":[{\"family\":\"Poe\"}],\"abstract\":\"of the book\"}" } }, "/editor", "[{\"family\":\"Roe\"}]", "r2" },
  { "book/title-is-container", { { "crossref", "work", "{\"type\":\"chapter\",\"title\":\"T\"}" }, { "crossref", "book", "{\"type\":\"book\",\"title\":\"B\"}" } }, "/container-title", "\"B\"", "r2" },
  { "book/doi-is-the-book's", { { "crossref", "work", "{\"type\":\"chapter\",\"DOI\":\"10.1/b_1\"}" }, { "crossref", "book", "{\"type\":\"book\",\"title\":\"B\",\"DOI\":\"10.1/b\"}" } }, "/custom/offprint/book/DOI", "\"10.1/b\"", "r2" },
  { "book/doi-stays", { { "crossref", "work", "{\"type\":\"chapter\"}" }, { "crossref", "book", "{\"type\":\"book\",\"title\":\"B\",\"DOI\":\"10.1/b\"}" } }, "/DOI", NULL, NULL },
  { "book/no-author", { { "crossref", "work", "{\"type\":\"chapter\"}" }, { "crossref", "book", "{\"type\":\"book\",\"title\":\"B\",\"author\":[{\"family\":\"Poe\"}]}" } }, "/author", NULL, NULL },
  { "book/no-abstract", { { "crossref", "work", "{\"type\":\"chapter\"}" }, { "crossref", "book", "{\"type\":\"book\",\"title\":\"B\",\"abstract\":\"x\"}" } }, "/abstract", NULL, NULL },
  { "book/type-stays", { { "crossref", "work", "{\"type\":\"chapter\"}" }, { "page", "book", "{\"type\":\"book\",\"title\":\"B\"}" } }, "/type", "\"chapter\"", "r1" },
  { "book/work-first", { { "page", "book", "{\"type\":\"book\",\"title\":\"B\",\"edition\":\"2\"}" }, { "crossref", "work", "{\"type\":\"chapter\",\"edition\":\"1\"}" } }, "/edition", "\"1\"", "r2" },
  { "book/series-was-container", { { "crossref", "work", "{\"type\":\"chapter\",\"container-title\":\"Lecture Notes\",\"collection-title\":\"Cryptography\"}" }, { "crossref", "book", "{\"type\":\"book\",\"title\":\"Cryptography\",\"collection-title\":\"Lecture Notes\"}" } }, "/container-title", "\"Cryptography\"", "r2" },
  { "book/part-already-cut", { { "crossref", "work", "{\"type\":\"chapter\",\"title\":\"T\"}" }, { "crossref", "book", "{\"container-title\":\"B\",\"publisher-place\":\"Cham\"}" } }, "/publisher-place", "\"Cham\"", "r2" },
  { "notices/in-place", { { "crossref", "work", "{\"DOI\":\"10.1/a\",\"custom\":{\"offprint\":{\"notices\":[{\"kind\":\"retraction\",\"direction\":\"about-other\",\"DOI\":\"10.1/A\",\"source\":\"publisher\"},"
                                                "{\"kind\":\"retraction\",\"direction\":\"about-other\",\"DOI\":\"10.1/a\",\"source\":\"retraction-watch\"}]}}}" } },
    "/custom/offprint/notices",
    "[{\"kind\":\"retraction\",\"direction\":\"about-this\",\"DOI\":\"10.1/A\",\"source\":\"publisher\"}]",
    NULL },
  { "notices/of-the-title", { { "crossref", "work", "{\"title\":\"RETRACTED: On X\"}" } }, "/custom/offprint/notices", "[{\"kind\":\"retraction\",\"direction\":\"about-this\",\"source\":\"title\"}]", "r1" },
  { "notices/registry-knows", { { "crossref", "work", "{\"title\":\"RETRACTED: On X\",\"custom\":{\"offprint\":{\"notices\":[{\"kind\":\"retraction\",\"direction\":\"about-this\",\"DOI\":\"10.1/r\"}]}}}" } }, "/custom/offprint/notices/1", NULL, NULL },
  { "notices/correction-does-not-hide", { { "crossref", "work", "{\"title\":\"RETRACTED: On X\",\"custom\":{\"offprint\":{\"notices\":[{\"kind\":\"correction\",\"direction\":\"about-this\",\"DOI\":\"10.1/r\"}]}}}" } }, "/custom/offprint/notices/1/kind", "\"retraction\"", NULL },
  { "foreign/custom", { { "csl-json", "work", "{\"custom\":{\"zotero\":{\"key\":1}}}" }, { "ris", "work", "{\"custom\":{\"other\":2}}" } }, "/custom/other", "2", NULL },
  { "kept/united", { { "csl-json", "work", OWN ("\"kept\":{\"/a\":1}") }, { "ris", "work", OWN ("\"kept\":{\"/b\":2}") } }, "/custom/offprint/kept", "{\"/a\":1,\"/b\":2}", NULL },
  { "you/decide-alone", { { "you", "work", OWN ("\"keywords\":[\"mine\"]") }, { "page", "work", OWN ("\"keywords\":[\"theirs\"]") } }, "/custom/offprint/keywords/0", "\"mine\"", "r1" },
};

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
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (JsonNode) record = NULL;
  g_autoptr (OffprintReading) source = NULL;
  g_autofree char *value = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (row->said) && row->said[i].source != NULL; i++)
    {
      g_autoptr (OffprintReading) reading = offprint_reading_new (row->said[i].source,
                                                                  g_str_equal (row->said[i].about, "book") ? OFFPRINT_READING_ABOUT_BOOK : OFFPRINT_READING_ABOUT_WORK,
                                                                  NULL, NULL, NULL, parse (row->said[i].record));

      offprint_work_add_reading (work, reading);
    }
  record = offprint_work_to_json (work, OFFPRINT_RECORD_DEFAULT);
  if (offprint_json_get_at (record, row->pointer) != NULL)
    value = offprint_json_to_string (offprint_json_get_at (record, row->pointer));
  g_assert_cmpstr (value, ==, row->expected);
  if (row->from == NULL)
    return;
  source = offprint_work_dup_source_of (work, row->pointer);
  g_assert_nonnull (source);
  g_assert_cmpstr (offprint_reading_get_id (source), ==, row->from);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/merge/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
