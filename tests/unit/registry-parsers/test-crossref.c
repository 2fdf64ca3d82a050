/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Crossref's works: golden facts of invented records, one for each trap that real
 * ones set (records/FACTS.md); the table of paths against all real ones.
 */

#include "config.h"

#include <string.h>

#include "registry-error.h"
#include "record.h"
#include "records-support.h"

typedef struct
{
  const char *path;
  const char *file;
  const char *pointer;
  const char *expected; /* JSON; NULL: nothing stands there */
} Fact;

#define CUSTOM "/custom/offprint/"

static const Fact facts[] = {
  { "id", "chapter-series-first.json", "/id", "\"10.5555/978-3-16-148410-0_5\"" },
  { "url", "chapter-series-first.json", "/URL", "\"https://doi.org/10.5555/978-3-16-148410-0_5\"" },
  { "type/chapter", "chapter-series-first.json", "/type", "\"chapter\"" },
  { "title/markup", "chapter-series-first.json", "/title", "\"Drawing <i>Utopia</i> in H<sub>2</sub>O & Ink: A <La Mancha> Study\"" },
  { "container/series-first/book", "chapter-series-first.json", "/container-title", "\"Maps of Nowhere & Elsewhere\"" },
  { "container/series-first/series", "chapter-series-first.json", "/collection-title", "\"Lecture Notes in Imaginary Science\"" },
  { "container/series-second/book", "chapter-series-second.json", "/container-title", "\"Trustworthy Imaginary Cartography\"" },
  { "container/series-second/series", "chapter-series-second.json", "/collection-title", "\"Lecture Notes in Imaginary Science\"" },
  { "container/of-book", "book.json", "/collection-title", "\"Lecture Notes in Imaginary Science\"" },
  { "container/of-book/number", "book.json", "/collection-number", "\"1234\"" },
  { "container/of-book/none", "book.json", "/container-title", NULL },
  { "container/slug", "article.json", "/container-title", "\"The Journal of Nowhere Islands\"" },
  { "container/short", "article.json", "/container-title-short", "\"J. Nowhere Isl.\"" },
  { "people/entity", "chapter-series-first.json", "/author/0/family", "\"O'Mapper\"" },
  { "people/suffix", "chapter-series-first.json", "/author/1/suffix", "\"Jr.\"" },
  { "people/group", "chapter-series-first.json", "/author/2", "{\"literal\":\"The Utopia Consortium\"}" },
  { "people/nameless", "chapter-series-first.json", "/author/3", NULL },
  { "people/orcid", "chapter-series-first.json", CUSTOM "people/0/orcid", "\"0000-0002-1825-0097\"" },
  { "people/affiliation", "chapter-series-first.json", CUSTOM "people/0/affiliations",
    "[{\"name\":\"Department of Maps, University of Nowhere\",\"place\":\"Amaurot, Utopia\",\"ror\":\"https://ror.org/01aj84f44\"}]" },
  { "people/affiliation/string", "chapter-series-first.json", CUSTOM "people/1/affiliations/0/name", "\"Free School of Amaurot\"" },
  { "people/given-only", "chapter-old.json", "/author", "[{\"family\":\"Onlyname\"}]" },
  { "people/affiliation/id-only", "article.json", CUSTOM "people/0/affiliations/0", "{\"ror\":\"https://ror.org/02twcfp32\"}" },
  { "dates/print-wins", "chapter-series-first.json", "/issued", "{\"date-parts\":[[2019]]}" },
  { "dates/online", "chapter-series-first.json", CUSTOM "dates/online", "\"2018-09-18\"" },
  { "dates/null", "chapter-old.json", "/issued", NULL },
  { "dates/no-such-day", "report.json", "/issued", "{\"date-parts\":[[2011]]}" },
  { "dates/thesis-approved", "thesis.json", "/issued", "{\"date-parts\":[[2013,5,1]]}" },
  { "dates/standard-approved", "standard.json", "/issued", "{\"date-parts\":[[2023,2,28]]}" },
  { "dates/prose", "article.json", CUSTOM "dates/received", "\"2020-02-21\"" },
  { "dates/prose/time", "article.json", CUSTOM "dates/revised", "\"2020-05-29\"" },
  { "dates/issue", "article.json", CUSTOM "dates/issue-print", "\"2021-04\"" },
  { "isbn/forms", "chapter-series-first.json", "/ISBN", "\"9783161484100 9781402894626\"" },
  { "isbn/kind", "chapter-series-first.json", CUSTOM "isbns/1/kind", "\"electronic\"" },
  { "isbn/ten", "chapter-old.json", "/ISBN", "\"9780804429573 9781402894626\"" },
  { "issn/bare", "article.json", "/ISSN", "\"2049-3630 2434-561X\"" },
  { "page/none", "chapter-old.json", "/page", NULL },
  { "page/article-number", "article.json", "/page", "\"e0042\"" },
  { "language/tag", "article.json", "/language", "\"en-GB\"" },
  { "language/nonsense", "chapter-old.json", "/language", NULL },
  { "title/empty", "chapter-old.json", "/title", "\"Landkarten des Nirgendwo\"" },
  { "title/joined", "article.json", "/title", "\"RETRACTED: A Census of Absent Islands: Evidence From Empty Seas\"" },
  { "title/second", "article.json", CUSTOM "titles/translated/0/text", "\"Ein Verzeichnis fehlender Inseln\"" },
  { "title/grant", "grant.json", "/title", "\"Finding Islands\"" },
  { "abstract/plain", "chapter-series-first.json", "/abstract", "\"We draw what is not there.\"" },
  { "abstract/rich", "chapter-series-first.json", CUSTOM "abstracts/0/text", "\"<p>We draw <i>what</i> is not there.</p>\"" },
  { "abstract/escaped-twice", "article.json", CUSTOM "abstracts/0/text", "\"<p>Islands are <b>not</b> there.</p>\"" },
  { "abstract/in-list", "wrong-types.json", "/abstract", "\"An abstract in a list.\"" },
  { "licence/once", "chapter-series-first.json", CUSTOM "rights/licenses",
    "[{\"url\":\"https://creativecommons.org/licenses/by/4.0\",\"applies-to\":\"vor\",\"start\":\"2019-02-03\",\"open\":true},"
    "{\"url\":\"https://www.nowhere.example/tdm\",\"applies-to\":\"tdm\",\"start\":\"2019-01-01\",\"open\":false}]" },
  { "links/landing", "chapter-series-first.json", CUSTOM "links", "[{\"rel\":\"landing\",\"url\":\"https://www.nowhere.example/chapter/5\"}]" },
  { "links/no-script", "article.json", CUSTOM "links/4", NULL },
  { "counts/citations", "chapter-series-first.json", CUSTOM "counts/citations", "{\"value\":4,\"seen\":\"2025-03-04T10:20:30Z\"}" },
  { "counts/null", "chapter-old.json", CUSTOM "counts", NULL },
  { "crossmark", "chapter-series-first.json", CUSTOM "crossmark/policy", "\"10.5555/nowhere_policy\"" },
  { "event/springer", "chapter-series-first.json", "/event-title", "\"Symposium on Maps\"" },
  { "event/springer/place", "chapter-series-first.json", "/event-place", "\"Amaurot, Utopia\"" },
  { "event/springer/date", "chapter-series-first.json", "/event-date", "{\"date-parts\":[[2018,10,8],[2018,10,12]]}" },
  { "event/date", "paper.json", "/event-date", "{\"date-parts\":[[2015,11,30],[2015,12,2]]}" },
  { "references/printed", "chapter-series-first.json", CUSTOM "references/0/text", "\"<p>Mapper, A.: On Maps. In: Plans, pp. 1\u20139 (1999)</p>\"" },
  { "references/doi", "chapter-series-first.json", CUSTOM "references/0/item/DOI", "\"10.5555/abc.1\"" },
  { "references/author", "chapter-series-first.json", CUSTOM "references/1/item/author", "[{\"family\":\"van der Plan\",\"given\":\"J\"}]" },
  { "references/year", "chapter-series-first.json", CUSTOM "references/1/item/issued", "{\"date-parts\":[[2001]]}" },
  { "references/author/initials-last", "article.json", CUSTOM "references/0/item/author", "[{\"family\":\"Busse\",\"given\":\"M.\"}]" },
  { "references/author/body", "article.json", CUSTOM "references/1/item/author", "[{\"literal\":\"World Health Organization\"}]" },
  { "references/in-press", "article.json", CUSTOM "references/0/item/issued", "{\"literal\":\"in press\"}" },
  { "references/series-alone", "chapter-series-second.json", CUSTOM "references/0/item", "{\"title\":\"A Manual of Coasts\",\"type\":\"book\"}" },
  { "references/empty", "article.json", CUSTOM "references/2", NULL },
  { "funders/awards", "article.json", CUSTOM "funders/0", "{\"name\":\"Utopia Science Fund\",\"DOI\":\"10.13039/999000001\",\"awards\":[\"USF-1\",\"USF-2\",\"USF-3\"]}" },
  { "funders/id", "article.json", CUSTOM "funders/1/DOI", "\"10.13039/999000002\"" },
  { "funders/nameless", "article.json", CUSTOM "funders/2", NULL },
  { "notices/once", "article.json", CUSTOM "notices/0",
    "{\"kind\":\"retraction\",\"direction\":\"about-this\",\"DOI\":\"10.5555/jni.2023.9\",\"source\":\"retraction-watch\",\"label\":\"Retraction\",\"date\":\"2023-02-01\"}" },
  { "notices/err", "article.json", CUSTOM "notices/1/kind", "\"erratum\"" },
  { "notices/in-situ", "article.json", CUSTOM "notices/2",
    "{\"kind\":\"new_version\",\"direction\":\"about-this\",\"source\":\"retraction-watch\",\"label\":\"Version 2\",\"date\":\"2021-06-07\"}" },
  { "notices/springer", "article.json", CUSTOM "notices/3",
    "{\"kind\":\"correction\",\"direction\":\"about-this\",\"DOI\":\"10.5555/jni.2022.2\",\"source\":\"publisher\",\"label\":\"Correction\",\"date\":\"2023-03-02\"}" },
  { "notices/of-relation", "article.json", CUSTOM "notices/4/DOI", "\"10.5555/jni.2022.1\"" },
  { "notices/is-notice", "notice.json", CUSTOM "notices/0/direction", "\"about-other\"" },
  { "notices/withdrawn", "preprint.json", CUSTOM "notices/0/kind", "\"withdrawal\"" },
  { "notices/removed", "preprint-removed.json", CUSTOM "notices/0/kind", "\"removal\"" },
  { "type/blog", "preprint-removed.json", "/type", "\"post-weblog\"" },
  { "relations/doi", "article.json", CUSTOM "relations/0", "{\"kind\":\"has-preprint\",\"DOI\":\"10.5555/preprint.9\"}" },
  { "relations/without-kind", "article.json", CUSTOM "relations/2", NULL },
  { "relations/issn", "article.json", CUSTOM "relations/1", "{\"kind\":\"is-part-of\",\"url\":\"urn:ISSN:2049-3630\"}" },
  { "relations/alias", "chapter-old.json", CUSTOM "relations/0", "{\"kind\":\"is-same-as\",\"DOI\":\"10.5555/older\"}" },
  { "copyright", "article.json", CUSTOM "rights/copyright", "\"\u00a9 2021 The Author(s)\"" },
  { "type/other-is-chapter", "other-chapter.json", "/type", "\"chapter\"" },
  { "type/unknown", "wrong-types.json", "/type", "\"document\"" },
  { "type/review", "review.json", "/genre", "\"Referee report\"" },
  { "type/preprint", "preprint.json", "/genre", "\"Preprint\"" },
  { "publisher/server", "preprint.json", "/publisher", "\"nowRxiv\"" },
  { "publisher/university", "thesis.json", "/publisher", "\"University of Nowhere\"" },
  { "publisher/institution-object", "report.json", "/publisher", "\"Harbour Office\"" },
  { "genre/degree", "thesis.json", "/genre", "\"Doctor of Philosophy (PhD)\"" },
  { "doi/folded", "chapter-old.json", "/DOI", "\"10.5555/old(97)11096-0\"" },
  { "kept/unlisted", "article.json", CUSTOM "kept/~1brand-new-member", "{\"deep\":[1,{\"x\":\"y\"}]}" },
  { "kept/assertion", "article.json", CUSTOM "kept/~1assertion~17/name", "\"Ethics\"" },
  { "kept/wrong-type", "wrong-types.json", CUSTOM "kept/~1event2", "\"x\"" },
  { "wrong-types/number-as-page", "wrong-types.json", "/page", "\"12\"" },
  { "wrong-types/day", "wrong-types.json", CUSTOM "dates/online", "\"2001-02\"" },
  { "wrong-types/lone-funder", "wrong-types.json", CUSTOM "funders/0/name", "\"Lone Funder\"" },
};

static JsonObject *
find_message (JsonObject *root)
{
  JsonNode *message = json_object_get_member (root, "message");

  if (message == NULL)
    return root;
  return JSON_NODE_HOLDS_OBJECT (message) ? json_node_get_object (message) : NULL;
}

static void
test_fact (gconstpointer data)
{
  const Fact *fact = data;
  g_autofree char *folder = support_own_folder ();
  g_autoptr (GBytes) bytes = support_load (folder, fact->file);
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintReading) reading = offprint_crossref_parse (bytes, OFFPRINT_READING_ABOUT_WORK, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (offprint_reading_get_source (reading), ==, "crossref");
  support_check_valid (offprint_reading_get_record (reading), fact->file);
  support_check_fact (offprint_reading_get_record (reading), fact->pointer, fact->expected);
}

static void
test_paths_walk (void)
{
  g_autofree char *folder = support_shared ("crossref");
  guint n_files = 0;
  guint n_paths = 0;

  if (folder == NULL)
    {
      g_test_skip ("no collection of real records");
      return;
    }
  n_paths = support_walk_folder (folder, find_message, offprint_crossref_paths, offprint_crossref_n_paths, &n_files);
  g_test_message ("%u paths in %u files", n_paths, n_files);
}

static void
test_paths_proof (void)
{
  support_prove_table ("crossref", find_message, offprint_crossref_record, offprint_crossref_paths, offprint_crossref_n_paths);
}

static void
test_network (void)
{
  g_autofree char *folder = support_own_folder ();
  g_autoptr (GBytes) bytes = support_load (folder, "chapter-series-first.json");
  g_autoptr (GDateTime) at = g_date_time_new_utc (2026, 11, 24, 20, 31, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintReading) reading =
    offprint_crossref_parse (bytes, OFFPRINT_READING_ABOUT_WORK, "https://api.crossref.org/works/x", at, &error);

  g_assert_no_error (error);
  support_check_fact (offprint_reading_get_record (reading), CUSTOM "counts/citations/seen", "\"2026-11-24T20:31:00Z\"");
  support_check_fact (offprint_reading_get_record (reading), CUSTOM "crossmark/checked", "\"2026-11-24T20:31:00Z\"");
}

static void
test_book_part (void)
{
  g_autofree char *folder = support_own_folder ();
  g_autoptr (JsonNode) root = support_load_json (folder, "book.json");
  g_autoptr (JsonObject) book = offprint_crossref_record (find_message (json_node_get_object (root)));
  g_autoptr (JsonObject) part = offprint_crossref_book_part (book);

  support_check_fact (part, "/container-title", "\"Maps of Nowhere & Elsewhere: A Handbook\"");
  support_check_fact (part, "/collection-title", "\"Lecture Notes in Imaginary Science\"");
  support_check_fact (part, "/collection-number", "\"1234\"");
  support_check_fact (part, "/editor", "[{\"family\":\"Editor\",\"given\":\"Hal\"}]");
  support_check_fact (part, "/container-author/0/family", "\"Foreword\"");
  support_check_fact (part, "/publisher-place", "\"Amaurot\"");
  support_check_fact (part, "/author", NULL);
  support_check_fact (part, "/title", NULL);
  support_check_fact (part, CUSTOM "book", "{\"DOI\":\"10.5555/978-3-16-148410-0\",\"subtitle\":\"A Handbook\"}");
  support_check_fact (part, CUSTOM "people/0/role", "\"editor\"");
  support_check_fact (part, CUSTOM "people/0/orcid", "\"0000-0002-1825-0097\"");
  support_check_fact (book, "/title", "\"Maps of Nowhere & Elsewhere: A Handbook\"");
}

static void
test_refused (void)
{
  g_autofree char *folder = support_own_folder ();
  g_autoptr (GBytes) bytes = support_load (folder, "refused.json");
  g_autoptr (GError) error = NULL;

  g_assert_null (offprint_crossref_parse (bytes, OFFPRINT_READING_ABOUT_WORK, NULL, NULL, &error));
  g_assert_error (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER);
  g_assert_nonnull (strstr (error->message, "no such filter"));
}

static void
test_list (void)
{
  g_autofree char *folder = support_own_folder ();
  g_autoptr (GBytes) bytes = support_load (folder, "list.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings = offprint_crossref_parse_list (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (readings->len, ==, 2);
  support_check_fact (offprint_reading_get_record (readings->pdata[1]), "/title", "\"Two\"");
}

/* Each real record makes a valid one, whatever it has */
static void
test_all_valid (void)
{
  g_autofree char *folder = support_shared ("crossref");
  g_autoptr (GPtrArray) names = NULL;

  if (folder == NULL)
    {
      g_test_skip ("no collection of real records");
      return;
    }
  names = support_list (folder);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GBytes) bytes = support_load (folder, names->pdata[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (OffprintReading) reading = offprint_crossref_parse (bytes, OFFPRINT_READING_ABOUT_WORK, NULL, NULL, &error);

      if (reading == NULL)
        g_test_message ("%s: %s", (char *) names->pdata[i], error->message);
      g_assert_nonnull (reading);
      support_check_valid (offprint_reading_get_record (reading), names->pdata[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *path = g_strconcat ("/crossref/fact/", facts[i].path, NULL);

      g_test_add_data_func (path, &facts[i], test_fact);
    }
  g_test_add_func ("/crossref/paths/walk", test_paths_walk);
  g_test_add_func ("/crossref/paths/proof", test_paths_proof);
  g_test_add_func ("/crossref/network", test_network);
  g_test_add_func ("/crossref/book-part", test_book_part);
  g_test_add_func ("/crossref/refused", test_refused);
  g_test_add_func ("/crossref/list", test_list);
  g_test_add_func ("/crossref/all-valid", test_all_valid);
  return g_test_run ();
}
