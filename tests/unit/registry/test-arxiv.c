/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * arXiv’s Atom, with feeds written by us.
 */

#include "questions.h"

#include "expect.h"
#include "registry-error.h"

#define FEED(entry)                                                                        \
  "<?xml version='1.0' encoding='UTF-8'?>\n"                                               \
  "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:arxiv='http://arxiv.org/schemas/atom'>" \
  "<title>ArXiv Query</title>" entry "</feed>"

static const char whole[] = FEED (
  "<entry><id>http://arxiv.org/abs/2101.01234v3</id><updated>2021-02-03T10:00:00Z</updated>"
  "<published>2021-01-05T18:00:01Z</published><title>Tides in\n  $\\alpha$ &lt; 1 Worlds</title>"
  "<summary>  We look at tides.\nThey come and go.  </summary>"
  "<author><name>Ada van der Quill</name><arxiv:affiliation>Tidewater University</arxiv:affiliation></author>"
  "<author><name>Bo Marrow</name></author><author><name>The TIDE Collaboration</name></author><author><name>Mononym</name></author>"
  "<arxiv:doi>10.5555/TIDES.1</arxiv:doi><arxiv:comment>12 pages</arxiv:comment>"
  "<link href='http://arxiv.org/abs/2101.01234v3' rel='alternate' type='text/html'/>"
  "<link title='pdf' href='http://arxiv.org/pdf/2101.01234v3' rel='related' type='application/pdf'/>"
  "<link title='bad' href='javascript:alert(1)' rel='alternate'/>"
  "<category term='astro-ph.EP'/><category term='physics.ao-ph'/></entry>");

static OffprintReading *
parse (const char  *text,
       GError     **error)
{
  g_autoptr (GBytes) bytes = expect_bytes (text);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return offprint_arxiv_parse (bytes, "https://export.arxiv.org/api/query", now, error);
}

static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintReading) reading = parse (whole, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (offprint_reading_get_source (reading), ==, "arxiv");
  expect_member (reading, "type", "\"article\"");
  expect_member (reading, "DOI", "\"10.48550/arxiv.2101.01234\"");
  expect_member (reading, "number", "\"arXiv:2101.01234\"");
  expect_member (reading, "version", "\"3\"");
  expect_member (reading, "title", "\"Tides in $\\\\alpha$ < 1 Worlds\"");
  expect_member (reading, "author/0", "{\"family\":\"van der Quill\",\"given\":\"Ada\"}");
  expect_member (reading, "author/1", "{\"family\":\"Marrow\",\"given\":\"Bo\"}");
  expect_member (reading, "author/2", "{\"literal\":\"The TIDE Collaboration\"}");
  expect_member (reading, "author/3", "{\"literal\":\"Mononym\"}");
  expect_member (reading, "issued/date-parts", "[[2021,1,5]]");
  expect_member (reading, "abstract", "\"We look at tides. They come and go.\"");
  expect_member (reading, "custom/offprint/keywords", "[\"astro-ph.EP\",\"physics.ao-ph\"]");
  expect_member (reading, "custom/offprint/relations", "[{\"kind\":\"is-preprint-of\",\"DOI\":\"10.5555/tides.1\"}]");
  expect_member (reading, "custom/offprint/people/0/affiliations/0/name", "\"Tidewater University\"");
  expect_member (reading, "custom/offprint/links/1/rel", "\"pdf\"");
  expect_member (reading, "custom/offprint/links/2", NULL);
  expect_member (reading, "custom/offprint/notices", NULL);
}

static void
test_withdrawn (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintReading) reading = parse (FEED (
                                                 "<entry><id>http://arxiv.org/abs/hep-th/9901001v2</id><title>T</title>"
                                                 "<arxiv:comment>This paper has been withdrawn by the author</arxiv:comment></entry>"),
                                               &error);

  g_assert_no_error (error);
  expect_member (reading, "DOI", "\"10.48550/arxiv.hep-th/9901001\"");
  expect_member (reading, "custom/offprint/notices/0/kind", "\"withdrawal\"");
}

typedef struct
{
  const char *name;
  const char *text;
  int code;
} Broken;

static const Broken broken[] = {
  { "no entry", FEED (""), OFFPRINT_REGISTRY_ERROR_NOT_FOUND },
  { "error entry", FEED ("<entry><id>http://arxiv.org/api/errors#bad</id><title>Error</title></entry>"),
    OFFPRINT_REGISTRY_ERROR_NOT_FOUND },
  { "empty", "", OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
  { "html", "<html><body>Slow down<br></body></html>", OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
  { "other root", "<rss/>", OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
  { "document type", "<!DOCTYPE feed [<!ENTITY a 'b'>]><feed>&a;</feed>", OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
  { "external entity", "<!DOCTYPE feed SYSTEM 'file:///etc/passwd'><feed/>", OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
  { "bad utf8", "<feed><entry><id>\xff</id></entry></feed>", OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
  { "cut", "<feed><entry><id>http://arxiv.org/abs/1", OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
};

static void
test_broken (gconstpointer data)
{
  const Broken *c = data;
  GError *error = NULL;
  OffprintReading *reading = parse (c->text, &error);

  expect_error (reading, error, c->code);
}

static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new ("<feed>");
  GError *error = NULL;
  OffprintReading *reading = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "<a>");
  reading = parse (text->str, &error);
  expect_error (reading, error, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arxiv/whole", test_whole);
  g_test_add_func ("/arxiv/withdrawn", test_withdrawn);
  g_test_add_func ("/arxiv/deep", test_deep);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strconcat ("/arxiv/broken/", broken[i].name, NULL);

      g_test_add_data_func (path, &broken[i], test_broken);
    }
  return g_test_run ();
}
