/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every part of Springer’s page, on a page of our own; and of the real pages, which are
 * not ours to copy, the facts that tell whether all was read.
 */

#include "config.h"

#include "expect-record.h"
#include "json-value.h"
#include "layers.h"
#include "page.h"

#include <string.h>

static OffprintPage *
parse (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  OffprintPage *page = offprint_page_new (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return page;
}

static JsonObject *
read_bytes (GBytes *bytes)
{
  g_autoptr (OffprintPage) page = parse (bytes);

  return offprint_page_springer.read (page);
}

static JsonObject *
read_text (const char *html)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));

  return read_bytes (bytes);
}

static const RecordFact chapter[] = {
  { "/type", "\"chapter\"" },
  { "/title", "\"Tide Mills and Their <i>Neighbours</i>: A Ledger of Quarrels\"" },
  { OWN "/titles/translated", "[{\"language\":\"nl\",\"text\":\"Getijmolens en hun buren\"}]" },
  { "/language", "\"en\"" },
  { "/container-title", "\"Water at Work in Small Harbours\"" },
  { OWN "/book", "{\"DOI\":\"10.1007/978-3-16-148410-0\"}" },
  { "/collection-title", "\"Studies in Slow Machinery\"" },
  { "/collection-number", "\"17\"" },
  { "/page", "\"61-84\"" },
  { "/DOI", "\"10.1007/978-3-16-148410-0_4\"" },
  { "/publisher", "\"Springer\"" },
  { "/publisher-place", "\"Cham\"" },
  { "/issued", "{\"date-parts\":[[2021]]}" },
  { OWN "/dates/online", "\"2020-11-17\"" },
  { OWN "/dates/received", "\"2020-01-02\"" },
  { OWN "/dates/accepted", "\"2020-06\"" },
  { OWN "/counts/accesses/value", "1234" },
  { OWN "/counts/citations/value", "5" },
  { OWN "/isbns/0/value", "\"9780306406157\"" },
  { OWN "/isbns/0/kind", "\"print\"" },
  { OWN "/isbns/1/value", "\"9783161484100\"" },
  { OWN "/isbns/1/kind", "\"electronic\"" },
  { OWN "/keywords", "[\"Tide mills\",\"Law of water\"]" },
  { OWN "/packages", "[\"History\",\"History (R0)\"]" },
  { OWN "/rights/copyright", "\"© 2021 The Author(s), under exclusive license to Nobody\"" },
  { OWN "/rights/permissions", "\"https://s100.copyright.com/AppDispatchServlet?publisherName=SpringerNature&contentID=10.1007%2F978-3-16-148410-0_4\"" },
};

static const RecordFact abstracts[] = {
  { "/abstract", "\"A mill that turns twice a day has two owners: its miller and the moon. H2O is counted.\\n\\nWe read forty ledgers.\"" },
  { OWN "/abstracts/0/language", "\"en\"" },
  { OWN "/abstracts/0/text", "\"<p>A mill that turns twice a day has <i>two</i> owners: its miller and the moon. H<sub>2</sub>O is counted.</p><p>We read forty ledgers.</p>\"" },
  { OWN "/abstracts/1/language", "\"it\"" },
  { OWN "/abstracts/1/text", "\"<p>Un mulino che gira due volte al giorno.</p>\"" },
  { OWN "/abstracts/2/language", "\"ru\"" },
  { OWN "/abstracts/2/kind", "\"abstract\"" },
  { OWN "/abstracts/3", NULL },
};

static const RecordFact access_facts[] = {
  { OWN "/access/state", "\"preview\"" },
  { OWN "/access/institution", "\"https://wayf.springernature.com?redirect_uri=https%3A%2F%2Flink.springer.com%2Fchapter%2F10.1007%2F978-3-16-148410-0_4\"" },
  { OWN "/access/remarks", "[\"Tax calculation will be finalised at checkout\",\"Purchases are for personal use only\",\"Institutional subscriptions\"]" },
  { OWN "/access/offers/0", "{\"label\":\"Chapter\",\"price\":\"29.95\",\"currency\":\"EUR\",\"tax\":\"Price includes VAT (Finland)\","
                            "\"includes\":[\"Available as PDF\",\"Own it forever\"],\"url\":\"https://link.springer.com/chapter/10.1007/978-3-16-148410-0_4\"}" },
  { OWN "/access/offers/1/label", "\"eBook\"" },
  { OWN "/access/offers/1/price", "\"1119.00\"" },
  { OWN "/access/offers/2/label", "\"Softcover Book\"" },
  { OWN "/access/offers/2/currency", "\"GBP\"" },
  { OWN "/access/offers/2/tax", "\"Price excludes VAT (Finland)\"" },
  { OWN "/access/offers/2/includes", "[\"Compact, lightweight edition\",\"Free shipping worldwide - see info\"]" },
  { OWN "/access/offers/3/label", "\"Hardcover Book\"" },
  { OWN "/access/offers/3/price", "\"169.99\"" },
  { OWN "/access/offers/3/currency", "\"USD\"" },
  { OWN "/access/offers/4", NULL },
};

static const RecordFact people[] = {
  { "/author", "[{\"family\":\"van der Zee\",\"given\":\"Maartje\"},{\"family\":\"Okafor Bell\",\"given\":\"Ada N.\"},{\"literal\":\"The Sluice Keepers’ Guild\"}]" },
  { "/editor", "[{\"family\":\"Ashdown\",\"given\":\"Peter Q.\"},{\"family\":\"Lund Hansen\",\"given\":\"Signe\"}]" },
  { OWN "/people/0", "{\"affiliations\":[{\"place\":\"Delft, 2628 CD, The Netherlands\",\"name\":\"Institute of Harbours, University of Delft\"}],"
                     "\"orcid\":\"0000-0002-1825-0097\",\"email\":\"zee@example.org\",\"corresponding\":true,\"role\":\"author\",\"position\":0,"
                     "\"name\":{\"family\":\"van der Zee\",\"given\":\"Maartje\"}}" },
  { OWN "/people/1/affiliations", "[{\"place\":\"Delft, 2628 CD, The Netherlands\",\"name\":\"Institute of Harbours, University of Delft\"},"
                                  "{\"place\":\"Portland, OR, USA\",\"name\":\"Department of Rivers, Example College\"}]" },
  { OWN "/people/1/corresponding", NULL },
  { OWN "/people/2/role", "\"editor\"" },
  { OWN "/people/2/affiliations", "[{\"name\":\"Independent Scholar\"}]" },
  { OWN "/people/3/affiliations", "[{\"place\":\"Trondheim, Norway\",\"name\":\"Museum of Wheels\"}]" },
  { OWN "/people/3/position", "1" },
};

static const RecordFact lists[] = {
  { OWN "/notes", "[{\"mark\":\"1\",\"text\":\"<p>Ledgers of <i>small</i> mills only.</p>\",\"anchor\":\"Fn1\"},"
                  "{\"mark\":\"2\",\"text\":\"<p>See <a href=\\\"https://example.org/mills\\\">the list</a>.</p><p>Second paragraph.</p>\",\"anchor\":\"Fn2\"},"
                  "{\"mark\":\"*\",\"text\":\"<p>Added in proof.</p>\",\"anchor\":\"Fn3\"}]" },
  { OWN "/references/0", "{\"mark\":\"1\",\"text\":\"<p>Brook, A. <i>Weirs of the West</i>. Testville: Ditch Press, 1999.</p>\"}" },
  { OWN "/references/1/mark", "\"2\"" },
  { OWN "/references/1/text", "\"<p>Fenn, B. Silt. <i>J. Mud</i> 4, 12–19 (2003).</p>\"" },
  { OWN "/references/1/item", "{\"DOI\":\"10.5555/silt.2003\",\"PMID\":\"1234567\",\"type\":\"document\"}" },
  { OWN "/references/1/links/0", "{\"label\":\"Article\",\"url\":\"https://doi.org/10.5555%2FSilt.2003\"}" },
  { OWN "/references/1/links/2/label", "\"Google Scholar\"" },
  { OWN "/references/2/item", "{\"DOI\":\"10.5555/reeds\",\"type\":\"document\"}" },
  { OWN "/references/3", NULL },
};

static const RecordFact links[] = {
  { OWN "/cite-as", "\"<p>van der Zee, M., Okafor Bell, A.N., The Sluice Keepers’ Guild (2021). Tide Mills and Their Neighbours: A Ledger of Quarrels. "
                    "In: Ashdown, P.Q., Lund Hansen, S. (eds) Water at Work in Small Harbours. Studies in Slow Machinery, vol 17. Springer, Cham. "
                    "https://doi.org/10.1007/978-3-16-148410-0_4</p>\"" },
  { OWN "/links", "[{\"rel\":\"institutional-subscriptions\",\"url\":\"https://www.springernature.com/gp/librarians/licensing/agc/ebooks\"},"
                  "{\"rel\":\"citation\",\"url\":\"https://citation-needed.springer.com/v2/references/10.1007/978-3-16-148410-0_4?format=refman&flavour=citation\","
                  "\"type\":\"application/x-research-info-systems\"},"
                  "{\"rel\":\"citation\",\"url\":\"https://citation-needed.springer.com/v2/references/10.1007/978-3-16-148410-0_4?format=endnote&flavour=citation\","
                  "\"type\":\"application/x-endnote-refer\"},"
                  "{\"rel\":\"citation\",\"url\":\"https://citation-needed.springer.com/v2/references/10.1007/978-3-16-148410-0_4?format=bibtex&flavour=citation\","
                  "\"type\":\"application/x-bibtex\"},"
                  "{\"rel\":\"crossmark\",\"url\":\"https://crossmark.crossref.org/dialog/?doi=10.1007/978-3-16-148410-0_4\"},"
                  "{\"rel\":\"landing\",\"url\":\"https://link.springer.com/chapter/10.1007/978-3-16-148410-0_4\"},"
                  "{\"rel\":\"pdf\",\"url\":\"https://link.springer.com/content/pdf/10.1007/978-3-16-148410-0_4.pdf\",\"type\":\"application/pdf\"},"
                  "{\"rel\":\"references\",\"url\":\"https://citation-needed.springer.com/v2/references/10.1007/978-3-16-148410-0_4?format=refman&flavour=references\","
                  "\"type\":\"application/x-research-info-systems\"}]" },
};

static const struct
{
  const char *name;
  const RecordFact *facts;
  gsize n;
} parts[] = {
  { "/springer/chapter/facts", chapter, G_N_ELEMENTS (chapter) },
  { "/springer/chapter/abstracts", abstracts, G_N_ELEMENTS (abstracts) },
  { "/springer/chapter/access", access_facts, G_N_ELEMENTS (access_facts) },
  { "/springer/chapter/people", people, G_N_ELEMENTS (people) },
  { "/springer/chapter/lists", lists, G_N_ELEMENTS (lists) },
  { "/springer/chapter/links", links, G_N_ELEMENTS (links) },
};

/* By the adapter alone, and by all layers together */
static void
test_part (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GBytes) bytes = expect_data ("chapter.html");
  g_autoptr (JsonObject) record = read_bytes (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintReading) whole = offprint_page_read (bytes, NULL, NULL, NULL, NULL, NULL, &error);

  g_assert_nonnull (record);
  expect_sound (record);
  expect_facts (record, parts[i].facts, parts[i].n);
  g_assert_no_error (error);
  expect_facts (offprint_reading_get_record (whole), parts[i].facts, parts[i].n);
}

static const RecordFact old[] = {
  { "/type", "\"paper-conference\"" },
  { "/title", "\"Nets for <i>Small</i> Boats\"" },
  { "/author", "[{\"family\":\"van Tree\",\"given\":\"Bo\"}]" },
  { "/editor", "[{\"family\":\"Press\",\"given\":\"C.\"},{\"family\":\"Fenn\",\"given\":\"D.\"}]" },
  { OWN "/people/0/affiliations", "[{\"place\":\"Bergen, Norway\",\"name\":\"Department of Nets, Example College\"}]" },
  { OWN "/people/0/email", "\"bo@example.org\"" },
  { "/container-title", "\"Ropes and Nets\"" },
  { "/collection-title", "\"Notes on Knots\"" },
  { "/collection-number", "\"5504\"" },
  { "/publisher", "\"Springer\"" },
  { "/publisher-place", "\"Berlin, Heidelberg\"" },
  { "/issued", "{\"date-parts\":[[2015]]}" },
  { "/DOI", "\"10.1007/978-3-16-148410-0_2\"" },
  { "/ISBN", "\"9780306406157 9783161484100\"" },
  { OWN "/dates/online", "\"2015-03-02\"" },
  { OWN "/abstracts", "[{\"language\":\"en\",\"kind\":\"abstract\",\"text\":\"<p>Small nets for small boats.</p>\"}]" },
  { OWN "/keywords", "[\"Nets\",\"Boats\"]" },
  { OWN "/notes", "[{\"mark\":\"1\",\"text\":\"<p>Dry ones.</p>\",\"anchor\":\"Fn1\"}]" },
  { OWN "/references/0", "{\"mark\":\"1\",\"text\":\"<p>Ode, A.: Ropes. J. Knots <b>3</b>, 1 (2001)</p>\","
                         "\"links\":[{\"label\":\"CrossRef\",\"url\":\"https://doi.org/10.5555/ropes\"}],\"item\":{\"type\":\"document\",\"DOI\":\"10.5555/ropes\"}}" },
  { OWN "/references/1/text", "\"<p>Press, C.: Sails (2004)</p>\"" },
  { OWN "/references/2", NULL },
};

static void
test_old (void)
{
  g_autoptr (GBytes) bytes = expect_data ("chapter-2018.html");
  g_autoptr (JsonObject) record = read_bytes (bytes);

  g_assert_nonnull (record);
  expect_sound (record);
  expect_facts (record, old, G_N_ELEMENTS (old));
}

/* The page cut off anywhere gives what came before the cut, and never fails */
static void
test_cut (void)
{
  g_autoptr (GBytes) bytes = expect_data ("chapter.html");
  gsize length = g_bytes_get_size (bytes);

  for (gsize n = 0; n < length; n += 311)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, n);
      g_autoptr (JsonObject) record = read_bytes (part);

      if (record != NULL)
        expect_sound (record);
    }
}

static void
test_alone (void)
{
  static const struct
  {
    const char *html;
    const char *path;
    const char *json;
  } cases[] = {
    { "<h1 class=c-article-title data-test=article-title>T</h1>", "/type", "\"article-journal\"" },
    { "<h1 class=c-article-title data-test=chapter-title>T</h1>", "/type", "\"chapter\"" },
    { "<li data-test=article-category>Living reference work entry</li><h1 class=c-article-title data-test=chapter-title>T</h1>",
      "/type", "\"entry-encyclopedia\"" },
    { "<li data-test=article-category>Protocol</li><h1 class=c-article-title data-test=chapter-title>T</h1>", "/type", "\"chapter\"" },
    { "<li data-test=article-category>Conference paper</li><h1 class=c-article-title data-test=chapter-title>T</h1>", "/type", "\"paper-conference\"" },
    { "<h1 data-test=book-title>T</h1><p data-test=book-subtitle>S", "/title", "\"T: S\"" },
    { "<h1 data-test=book-title>T</h1><li class=c-bibliographic-information__list-item>Publisher<span class=c-bibliographic-information__value>Springer Berlin, Heidelberg",
      "/publisher-place", "\"Berlin, Heidelberg\"" },
    { "<h1 data-test=book-title>T</h1><li class=c-bibliographic-information__list-item>Publisher<span class=c-bibliographic-information__value>Palgrave Macmillan Cham",
      "/publisher", "\"Palgrave Macmillan\"" },
    { "<h1 class=c-article-title>T</h1><span data-test=article-number>3</span><p class=c-bibliographic-information__citation>Ode, A. T. <i>J.</i> <b>19</b>, 3 (2017).",
      "/page", NULL },
    { "<h1 class=c-article-title>T</h1><div id=Abs1-content><p>One.</p><p>Two <i>a</i>.</p><h3 class=c-article__sub-heading>Keywords</h3><ul class=c-article-subject-list>"
      "<li class=c-article-subject-list__subject>Knots</ul></div>",
      OWN "/abstracts/0/text", "\"<p>One.</p><p>Two <i>a</i>.</p>\"" },
    { "<h1 class=c-article-title>T</h1><div id=Abs1-content><p>One.</p><h3>Keywords</h3><ul class=c-article-subject-list><li class=c-article-subject-list__subject>Knots</ul></div>",
      OWN "/keywords", "[\"Knots\"]" },
    { "<h1 class=c-article-title>T</h1><div class=app-book-series-listing><p>Included in the following conference series:<ul><li><a href=/conference/knots>Knots Conference</a></ul></div>",
      "/event-title", "\"Knots Conference\"" },
    { "<h1 class=c-article-title>T</h1><div data-container-section=updates><ul><li>An <a href=https://doi.org/10.1007/s2>Erratum</a> to this article was published on 03 March 2017</ul>",
      OWN "/notices", "[{\"kind\":\"erratum\",\"direction\":\"about-this\",\"DOI\":\"10.1007/s2\",\"date\":\"2017-03-03\",\"source\":\"publisher\",\"label\":\"Erratum\"}]" },
    { "<h1 class=c-article-title>T</h1><div id=change-history-content><ul><li><h3><time datetime=2021-06-02>02 June 2021</time></h3><p>This article has been retracted. Please see the "
      "Retraction Note: <a href=https://doi.org/10.1007/s3>https://doi.org/10.1007/s3</a></ul></div>",
      OWN "/notices/0", "{\"kind\":\"retraction\",\"direction\":\"about-this\",\"DOI\":\"10.1007/s3\",\"date\":\"2021-06-02\",\"source\":\"publisher\",\"label\":\"Retraction\"}" },
    { "<h1 class=c-article-title>Correction to: T</h1><div data-container-section=updates><ul><li>The <a href=https://doi.org/10.1007/s2>Original Article</a> was published on 03 March 2017</ul>",
      OWN "/notices", NULL },
    { "<h1 class=c-article-title>T</h1><div id=author-information-content><ol class=c-article-author-affiliation__list><li id=Aff1><p class=c-article-author-affiliation__address>"
      "College, Town, Land</p><p class=c-article-author-affiliation__authors-list>Ann Ode, MD & Bo Tree</p></ol></div>",
      "/author", "[{\"family\":\"Ode\",\"given\":\"Ann\"},{\"family\":\"Tree\",\"given\":\"Bo\"}]" },
    { "<h1 class=c-article-title>T</h1><div id=author-information-content><ol><li id=auth-1><span class=c-article-authors-search__title>Bo Tree</span></ol></div>",
      "/author", "[{\"family\":\"Tree\",\"given\":\"Bo\"}]" },
    { "<h1 class=c-article-title>Abstract</h1>", "/title", "\"Abstract\"" },
    { "<h1 class=c-article-title>T</h1><p class=c-chapter-book-series>Part of the <a href=/bookseries/1>Notes</a> book series (N,volume 12)</p>",
      "/collection-number", "\"12\"" },
    { "<h1 class=c-article-title data-test=chapter-title>T</h1><p class=c-chapter-info-details data-container-section=info><a href=/book/10.1007/978-3-16-148410-0>B</a>",
      OWN "/book/DOI", "\"10.1007/978-3-16-148410-0\"" },
    { "<h1 class=c-article-title>T</h1><li data-test=access-count>12k Accesses", OWN "/counts/accesses/value", "12000" },
    { "<h1 class=c-article-title>T</h1><li data-test=access-count>many", OWN "/counts", NULL },
    { "<h1 class=c-article-title>T</h1><p class=c-bibliographic-information__citation>Ode, A. <i>et al.</i> T. <i>J. Rem.</i> <b>3</b>, 1–2 (1999).",
      "/page", "\"1-2\"" },
    { "<h1 class=c-article-title>T</h1><p class=c-bibliographic-information__citation>Ode, A. <i>et al.</i> T. <i>J. Rem.</i> <b>3</b>, 1–2 (1999).",
      "/author", NULL },
    { "<h1 class=c-article-title>T</h1><div id=sprcom-buybox><article class=c-box data-test-id=buy-article><h3 class=c-box__heading>Buy</h3>"
      "<p class=buybox__price>37,40 €</p></article><article class='c-box buybox__subscribe-subscription'><p class=buybox__price>71,04 €</p></article></div>",
      OWN "/access/offers", "[{\"label\":\"Buy\",\"price\":\"37.40\",\"currency\":\"EUR\"}]" },
    { "<h1 class=c-article-title>T</h1><div data-test=buy-box-mobile></div><div data-test=buy-box-desktop><div class=buying-option><button>Buy article PDF ￥ 4,980"
      "</button><p class=c-notes__vat>Price includes VAT (Japan)</p></div></div>",
      OWN "/access/offers", "[{\"label\":\"Buy article PDF\",\"price\":\"4980\",\"currency\":\"JPY\",\"tax\":\"Price includes VAT (Japan)\"}]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RecordFact fact = { cases[i].path, cases[i].json };
      g_autoptr (JsonObject) record = read_text (cases[i].html);

      g_test_message ("%s", cases[i].html);
      g_assert_nonnull (record);
      expect_facts (record, &fact, 1);
    }
}

static void
test_none (void)
{
  static const char *const cases[] = {
    "", "<p>text", "<link rel=canonical href=https://link.springer.com/search?query=mills><h1>Search Results</h1>",
    "<link rel=canonical href=https://link.springer.com/journal/10584><h1 class=app-journal-masthead__title>Journal</h1>",
    "<section data-title='Inline Recommendations'><h1 class=c-article-title>T</h1></section>",
    "<meta name=citation_title content=T><h1 class=c-article-satellite-title>Fig. 1</h1>"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_null (read_text (cases[i]));
}

static void
test_part_pages (void)
{
  static const struct
  {
    const char *html;
    gboolean is_part;
  } cases[] = {
    { "<h1 class=c-article-satellite-title>Fig. 1</h1>", TRUE },
    { "<meta name=citation_title content=T><h1>Article metrics</h1>", TRUE },
    { "<link rel=canonical href=https://link.springer.com/article/10.1007/s1/figures/1><h1>Figure</h1>", TRUE },
    { "<link rel=canonical href=https://www.nature.com/articles/s1/tables/2><h1>Table</h1>", TRUE },
    { "<link rel=canonical href=https://link.springer.com/article/10.1007/s1><h1 class=c-article-title>T</h1>", FALSE },
    { "<link rel=canonical href=https://example.org/article/10.1007/s1/figures/1><h1>Figure</h1>", FALSE },
    { "<link rel=canonical href=https://link.springer.com/book/10.1007/978-3-16-148410-0><h1 data-test=book-title>T</h1>", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].html, strlen (cases[i].html));
      g_autoptr (OffprintPage) page = parse (bytes);

      g_test_message ("%s", cases[i].html);
      g_assert_cmpint (offprint_page_springer.is_part (page), ==, cases[i].is_part);
    }
}

/* Counted on the pages by another program (regular expressions over the HTML) */
static const struct
{
  const char *file;
  gboolean is_work;
  const char *type;
  const char *doi;
  guint n_authors;
  guint n_editors;
  guint n_abstracts;
  guint n_offers;
  guint n_notes;
  guint n_references;
  guint n_affiliations;   /* of the first author */
  const char *first_mark; /* of the works cited */
  const char *last_mark;
} pages[] = {
  { "springer-2014-article-fulltext-10.1007_s10522-013-9457-0", TRUE, "article-journal", "10.1007/s10522-013-9457-0", 11, 0, 1, 0, 0, 10, 1, NULL, NULL },
  { "springer-2020-article-10.1007_s11926-017-0626-z", TRUE, "article-journal", "10.1007/s11926-017-0626-z", 1, 0, 1, 1, 0, 87, 1, "1", "87" },
  { "springer-2026-article-10.1007_BF02727953", TRUE, "article-journal", "10.1007/bf02727953", 2, 0, 3, 0, 0, 14, 1, "1", "14" },
  { "springer-2026-article-10.1007_s10584-011-0143-4", TRUE, "article-journal", "10.1007/s10584-011-0143-4", 5, 0, 1, 0, 0, 39, 2, NULL, NULL },
  { "springer-2026-article-10.1007_s11430-021-9892-6", TRUE, "article-journal", "10.1007/s11430-021-9892-6", 4, 0, 1, 1, 0, 64, 2, NULL, NULL },
  { "springer-2026-article-subscription-10.1007_s10994-024-06594-z", TRUE, "article-journal", "10.1007/s10994-024-06594-z", 4, 0, 1, 0, 4, 69, 1, NULL, NULL },
  { "springer-2026-book-10.1007_978-3-031-28170-9", TRUE, "book", "10.1007/978-3-031-28170-9", 1, 0, 1, 3, 0, 0, 1, NULL, NULL },
  { "springer-2026-chapter-10.1007_978-3-031-28170-9_6", TRUE, "chapter", "10.1007/978-3-031-28170-9_6", 1, 0, 1, 4, 9, 0, 1, NULL, NULL },
  { "springer-2026-referenceworkentry-10.1007_978-3-642-27737-5_100-2", TRUE, "entry-encyclopedia", "10.1007/978-3-642-27737-5_100-2", 2, 1, 0, 0, 0, 16, 1,
    NULL, NULL },
  { "springer-2026-trap-figure-page-10.1007_s10994-021-05946-3", FALSE, NULL, NULL, 0, 0, 0, 0, 0, 0, 0, NULL, NULL },
  { "springer-2026-trap-table-page-10.1007_s10584-011-0143-4", FALSE, NULL, NULL, 0, 0, 0, 0, 0, 0, 0, NULL, NULL },
  { "nature-10.1038_s44221-022-00024-x", TRUE, "article-journal", "10.1038/s44221-022-00024-x", 1, 0, 0, 0, 0, 0, 1, NULL, NULL },
};

static void
test_page (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *name = g_strdup_printf ("records/html/%s.html", pages[i].file);
  g_autoptr (GBytes) bytes = expect_shared (name);
  g_autoptr (OffprintPage) page = bytes != NULL ? parse (bytes) : NULL;
  g_autoptr (JsonObject) record = NULL;
  g_autofree char *last = NULL;

  if (page == NULL)
    return;
  g_assert_true (offprint_page_springer.matches (page));
  g_assert_cmpint (offprint_page_springer.is_part (page), ==, !pages[i].is_work);
  record = offprint_page_springer.read (page);
  g_assert_cmpint (record != NULL, ==, pages[i].is_work);
  if (record == NULL)
    return;
  expect_sound (record);
  g_assert_cmpstr (expect_string (record, "/type"), ==, pages[i].type);
  g_assert_cmpstr (expect_string (record, "/DOI"), ==, pages[i].doi);
  g_assert_cmpuint (expect_length (record, "/author"), ==, pages[i].n_authors);
  g_assert_cmpuint (expect_length (record, "/editor"), ==, pages[i].n_editors);
  g_assert_cmpuint (expect_length (record, OWN "/abstracts"), ==, pages[i].n_abstracts);
  g_assert_cmpuint (expect_length (record, OWN "/access/offers"), ==, pages[i].n_offers);
  g_assert_cmpuint (expect_length (record, OWN "/notes"), ==, pages[i].n_notes);
  g_assert_cmpuint (expect_length (record, OWN "/references"), ==, pages[i].n_references);
  g_assert_cmpuint (expect_length (record, OWN "/people/0/affiliations"), ==, pages[i].n_affiliations);
  g_assert_cmpstr (expect_string (record, OWN "/references/0/mark"), ==, pages[i].first_mark);
  last = g_strdup_printf (OWN "/references/%u/mark", pages[i].n_references - 1);
  g_assert_cmpstr (expect_string (record, last), ==, pages[i].last_mark);
}

/* The seed’s page, put together again from its text */
static void
test_seed (void)
{
  static const RecordFact facts[] = {
    { "/type", "\"chapter\"" },
    { "/DOI", "\"10.1007/978-3-030-93982-3_7\"" },
    { "/author", "[{\"family\":\"Wishnick\",\"given\":\"Elizabeth\"}]" },
    { "/editor", "[{\"family\":\"Yoder\",\"given\":\"B.K.\"}]" },
    { "/publisher", "\"Palgrave Macmillan\"" },
    { "/publisher-place", "\"Cham\"" },
    { OWN "/counts/accesses/value", "831" },
    { OWN "/access/state", "\"preview\"" },
    { OWN "/access/remarks", "[\"Tax calculation will be finalised at checkout\",\"Purchases are for personal use only\",\"Institutional subscriptions\"]" },
    { OWN "/access/offers/1/price", "\"119.00\"" },
    { OWN "/access/offers/3/currency", "\"USD\"" },
    { OWN "/notes/4/mark", "\"5\"" },
    { OWN "/notes/5", NULL },
    { OWN "/people/0/corresponding", "true" },
  };
  g_autoptr (GBytes) bytes = expect_shared ("seed/chapter-page.html");
  g_autoptr (JsonObject) record = bytes != NULL ? read_bytes (bytes) : NULL;

  if (bytes == NULL)
    return;
  g_assert_nonnull (record);
  expect_sound (record);
  expect_facts (record, facts, G_N_ELEMENTS (facts));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_test_add_data_func (parts[i].name, GSIZE_TO_POINTER (i), test_part);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/springer/page/%s", pages[i].file);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_page);
    }
  g_test_add_func ("/springer/old", test_old);
  g_test_add_func ("/springer/cut", test_cut);
  g_test_add_func ("/springer/alone", test_alone);
  g_test_add_func ("/springer/none", test_none);
  g_test_add_func ("/springer/part", test_part_pages);
  g_test_add_func ("/springer/seed", test_seed);

  return g_test_run ();
}
