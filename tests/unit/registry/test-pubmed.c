/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The converter of PMC and PubMed’s summaries, with answers written by us in their shape.
 */

#include "questions.h"

#include "expect.h"
#include "registry-error.h"

static const char summary[] =
  "{\"header\": {\"type\": \"esummary\"}, \"result\": {\"uids\": [\"19000001\"], \"19000001\": {"
  "\"uid\": \"19000001\", \"pubdate\": \"2008 Dec 5\", \"epubdate\": \"2008 Nov 13\", \"source\": \"Ann Wait\","
  "\"authors\": [{\"name\": \"Quill AB\", \"authtype\": \"Author\"}, {\"name\": \"van der Marrow C Jr\"}, {\"name\": \"TIDE Study Group\"}, 7],"
  "\"title\": \"Patience of &lt;i&gt;small&lt;/i&gt; machines.\", \"volume\": \"322\", \"issue\": \"5908\", \"pages\": \"1695-9\","
  "\"fulljournalname\": \"Annals of Waiting\", \"issn\": \"1234-5679\","
  "\"articleids\": [{\"idtype\": \"pubmed\", \"value\": \"19000001\"}, {\"idtype\": \"pmc\", \"value\": \"PMC2600001\"}%s]}}}";

static OffprintReading *
parse (const char  *text,
       GError     **error)
{
  g_autoptr (GBytes) bytes = expect_bytes (text);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return offprint_pubmed_parse (bytes, NULL, now, error);
}

static void
test_summary (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) halves = g_strsplit (summary, "%s", 2);
  g_autofree char *text = g_strconcat (halves[0], ", {\"idtype\": \"doi\", \"value\": \"10.5555/WAIT.5\"}", halves[1], NULL);
  g_autoptr (OffprintReading) reading = parse (text, &error);

  g_assert_no_error (error);
  expect_member (reading, "type", "\"article-journal\"");
  expect_member (reading, "DOI", "\"10.5555/wait.5\"");
  expect_member (reading, "PMID", "\"19000001\"");
  expect_member (reading, "PMCID", "\"PMC2600001\"");
  expect_member (reading, "title", "\"Patience of <i>small</i> machines\"");
  expect_member (reading, "author/0", "{\"family\":\"Quill\",\"given\":\"A. B.\"}");
  expect_member (reading, "author/1", "{\"family\":\"van der Marrow\",\"given\":\"C.\",\"suffix\":\"Jr\"}");
  expect_member (reading, "author/2", "{\"literal\":\"TIDE Study Group\"}");
  expect_member (reading, "author/3", NULL);
  expect_member (reading, "container-title", "\"Annals of Waiting\"");
  expect_member (reading, "issued/date-parts", "[[2008,12,5]]");
  expect_member (reading, "page", "\"1695-9\"");
  expect_member (reading, "custom/offprint/dates/online", "\"2008-11-13\"");
}

static void
test_without_doi (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) halves = g_strsplit (summary, "%s", 2);
  g_autofree char *text = g_strjoinv ("", halves);
  g_autoptr (OffprintReading) reading = parse (text, &error);

  g_assert_no_error (error);
  expect_member (reading, "DOI", NULL);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *doi;
  int code;
} Conversion;

static const Conversion conversions[] = {
  { "found", "{\"status\": \"ok\", \"records\": [{\"doi\": \"10.5555/Wait.5\", \"pmid\": \"1\"}]}", "10.5555/wait.5", 0 },
  { "not in PMC", "{\"status\": \"ok\", \"records\": [{\"requested-id\": \"1\", \"status\": \"error\"}]}", NULL, OFFPRINT_REGISTRY_ERROR_NOT_FOUND },
  { "no records", "{\"status\": \"error\"}", NULL, OFFPRINT_REGISTRY_ERROR_NOT_FOUND },
  { "wrong types", "{\"records\": {\"doi\": 10}}", NULL, OFFPRINT_REGISTRY_ERROR_NOT_FOUND },
  { "array", "[]", NULL, OFFPRINT_REGISTRY_ERROR_NOT_FOUND },
  { "html", "<html></html>", NULL, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
};

static void
test_conversion (gconstpointer data)
{
  const Conversion *c = data;
  g_autoptr (GBytes) bytes = expect_bytes (c->text);
  g_autoptr (GError) error = NULL;
  g_autofree char *doi = offprint_pubmed_parse_doi (bytes, "1", &error);

  g_assert_cmpstr (doi, ==, c->doi);
  if (c->doi == NULL)
    g_assert_error (error, OFFPRINT_REGISTRY_ERROR, c->code);
  else
    g_assert_no_error (error);
}

static void
test_unknown (void)
{
  GError *error = NULL;
  OffprintReading *reading = parse ("{\"result\": {\"uids\": [\"9\"], \"9\": {\"uid\": \"9\", \"error\": \"cannot get\"}}}", &error);

  expect_error (reading, error, OFFPRINT_REGISTRY_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pubmed/summary", test_summary);
  g_test_add_func ("/pubmed/without doi", test_without_doi);
  g_test_add_func ("/pubmed/unknown", test_unknown);
  for (guint i = 0; i < G_N_ELEMENTS (conversions); i++)
    {
      g_autofree char *path = g_strconcat ("/pubmed/conversion/", conversions[i].name, NULL);

      g_test_add_data_func (path, &conversions[i], test_conversion);
    }
  return g_test_run ();
}
