/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layer of citation_*, on works that nobody wrote.
 */

#include "config.h"

#include "layer-support.h"

#define M(name, content) "<meta name=\"" name "\" content=\"" content "\">"

static const LayerCase cases[] = {
  { "nothing", "<title>x</title><meta name=viewport content=y>", { { NULL } } },
  { "article",
    M ("citation_title", "Tides &amp; <i>Mills</i> &lt;sub&gt;2&lt;/sub&gt;") M ("citation_journal_title", "Journal of Slow Water") M ("citation_doi", "doi:10.5555/ABC.1")
      M ("citation_publication_date", "2019/03") M ("citation_online_date", "2018/12/24") M ("citation_firstpage", "12") M ("citation_lastpage", "19")
        M ("citation_volume", "7") M ("citation_issue", "0") M ("citation_issn", "1234-5679") M ("citation_language", "eng") M ("citation_pdf_url", "/x.pdf"),
    {
      { "/type", "\"article-journal\"" },
      { "/title", "\"Tides & <i>Mills</i> <sub>2</sub>\"" },
      { "/DOI", "\"10.5555/abc.1\"" },
      { "/issued", "{\"date-parts\":[[2019,3]]}" },
      { OWN "/dates/online", "\"2018-12-24\"" },
      { "/page", "\"12-19\"" },
      { "/volume", "\"7\"" },
      { "/issue", NULL },
      { "/ISSN", "\"1234-5679\"" },
      { "/language", "\"en\"" },
      { OWN "/links", "[{\"rel\":\"pdf\",\"url\":\"https://example.org/x.pdf\",\"type\":\"application/pdf\"}]" },
    } },
  { "people",
    M ("citation_title", "T") M ("citation_author", "Roe, Ann B.") M ("citation_author_institution", "Mill Institute") M ("citation_author_institution", "Second Home")
      M ("citation_author_email", "ann@example.org") M ("citation_author_orcid", "https://orcid.org/0000-0002-1825-0097") M ("citation_author", "Jan van der Meer")
        M ("citation_author", "The Tide Consortium") M ("citation_editor", "Poe, Zoë"),
    {
      { "/author", "[{\"family\":\"Roe\",\"given\":\"Ann B.\"},{\"family\":\"van der Meer\",\"given\":\"Jan\"},{\"literal\":\"The Tide Consortium\"}]" },
      { "/editor", "[{\"family\":\"Poe\",\"given\":\"Zoë\"}]" },
      { OWN "/people/0/orcid", "\"0000-0002-1825-0097\"" },
      { OWN "/people/0/email", "\"ann@example.org\"" },
      { OWN "/people/0/affiliations/1/name", "\"Second Home\"" },
      { OWN "/people/1", NULL },
    } },
  { "people-in-a-line", M ("citation_title", "T") M ("citation_authors", "Ann B. Roe, Cy Doe, Ed Foe"), { { "/author", "[{\"family\":\"Roe\",\"given\":\"Ann B.\"},{\"family\":\"Doe\",\"given\":\"Cy\"},{\"family\":\"Foe\",\"given\":\"Ed\"}]" } } },
  { "people-twice", M ("citation_title", "T") M ("citation_author", "Roe A") M ("citation_author", "Doe C") M ("citation_author", "Roe A") M ("citation_author", "Doe C"), { { "/author", "[{\"family\":\"Roe\",\"given\":\"A.\"},{\"family\":\"Doe\",\"given\":\"C.\"}]" } } },
  { "chapter", M ("citation_title", "T") M ("citation_inbook_title", "The Book of Mills") M ("citation_publisher", "Springer, Berlin, Heidelberg") M ("citation_isbn", "978-3-16-148410-0"), {
                                                                                                                                                                                               { "/type", "\"chapter\"" },
                                                                                                                                                                                               { "/container-title", "\"The Book of Mills\"" },
                                                                                                                                                                                               { "/publisher", "\"Springer\"" },
                                                                                                                                                                                               { "/publisher-place", "\"Berlin, Heidelberg\"" },
                                                                                                                                                                                               { "/ISBN", "\"9783161484100\"" },
                                                                                                                                                                                             } },
  { "publisher-whole", M ("citation_title", "T") M ("citation_publisher", "Mill Subscription Services, Inc., A Mill Company"), { { "/publisher", "\"Mill Subscription Services, Inc., A Mill Company\"" }, { "/publisher-place", NULL } } },
  { "campus", M ("citation_title", "T") M ("citation_publisher", "University of California, Berkeley"), { { "/publisher", "\"University of California, Berkeley\"" } } },
  { "book", M ("citation_title", "Mills") M ("citation_book_title", "Mills") M ("citation_isbn", "9783161484100"), { { "/type", "\"book\"" }, { "/container-title", NULL } } },
  { "conference", M ("citation_title", "T") M ("citation_conference_title", "Seventh Mill Days"), { { "/type", "\"paper-conference\"" }, { "/event-title", "\"Seventh Mill Days\"" } } },
  { "thesis", M ("citation_title", "T") M ("citation_dissertation_institution", "Mill College") M ("citation_dissertation_name", "Ph.D."), { { "/type", "\"thesis\"" }, { "/publisher", "\"Mill College\"" }, { "/genre", "\"Ph.D.\"" } } },
  { "report", M ("citation_title", "T") M ("citation_technical_report_institution", "Mill Bureau") M ("citation_technical_report_number", "w12"), { { "/type", "\"report\"" }, { "/publisher", "\"Mill Bureau\"" }, { "/number", "\"w12\"" } } },
  { "preprint", M ("citation_title", "T") M ("citation_journal_title", "millRxiv"), { { "/type", "\"article\"" } } },
  { "bepress", M ("bepress_citation_title", "T") M ("bepress_citation_author", "Roe, Ann") M ("bepress_citation_date", "2011"), { { "/title", "\"T\"" }, { "/issued", "{\"date-parts\":[[2011]]}" } } },
  { "wkhealth", M ("wkhealth_title", "T") M ("wkhealth_authors", "Roe, Ann; Doe, Cy"), { { "/author/1/family", "\"Doe\"" } } },
  { "open", M ("citation_title", "T") M ("citation_fulltext_world_readable", ""), { { OWN "/access/state", "\"open\"" } } },
  { "no-page-yet", M ("citation_title", "T") M ("citation_firstpage", "gutjnl-2013-305008"), { { "/title", "\"T\"" }, { "/page", NULL } } },
  { "not-a-doi", M ("citation_title", "T") M ("citation_doi", "ade/1391109086"), { { "/title", "\"T\"" }, { "/DOI", NULL } } },
  { "references", M ("citation_title", "T") M ("citation_reference", "citation_journal_title=J. Mill; citation_title=Wheels; buckets and gears; citation_author=R. Roe; citation_author=Doe, C., Foe, E.; citation_volume=2; "
                                                                     "citation_firstpage=3; citation_lastpage=9; citation_publication_date=1988; citation_doi=10.5555/R.1") M ("citation_reference", "Roe A (1999) On buckets. Mill Press. https://doi.org/10.5555/b.2"),
    {
      { OWN "/references/0/item/title", "\"Wheels; buckets and gears\"" },
      { OWN "/references/0/item/container-title", "\"J. Mill\"" },
      { OWN "/references/0/item/author", "[{\"family\":\"Roe\",\"given\":\"R.\"},{\"family\":\"Doe\",\"given\":\"C.\"},{\"family\":\"Foe\",\"given\":\"E.\"}]" },
      { OWN "/references/0/item/page", "\"3-9\"" },
      { OWN "/references/0/item/DOI", "\"10.5555/r.1\"" },
      { OWN "/references/0/item/issued", "{\"date-parts\":[[1988]]}" },
      { OWN "/references/1/text", "\"<p>Roe A (1999) On buckets. Mill Press. https://doi.org/10.5555/b.2</p>\"" },
      { OWN "/references/1/item/DOI", "\"10.5555/b.2\"" },
    } },
  { "templates", M ("citation_title", "T") M ("citation_volume", "undefined") M ("citation_issue", "null") M ("citation_keywords", "a; b; A; "), { { "/volume", NULL }, { "/issue", NULL }, { OWN "/keywords", "[\"a\",\"b\"]" } } },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  layer_add_cases ("/page/highwire/", offprint_page_read_highwire, cases, G_N_ELEMENTS (cases));
  return g_test_run ();
}
