/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layer of Dublin Core, PRISM and EPrints, as repositories and journals use them.
 */

#include "config.h"

#include "layer-support.h"

#define M(name, content) "<meta name=\"" name "\" content=\"" content "\">"

static const LayerCase cases[] = {
  { "nothing", "<title>x</title>", { { NULL } } },
  { "journal",
    M ("DC.Title", "On Mills") M ("DC.Creator.PersonalName", "Ann Roe") M ("DC.Creator.PersonalName", "Cy Doe") M ("DC.Identifier", "10274") M ("DC.Identifier.DOI", "10.5555/m.1")
      M ("DC.Date.issued", "2020-10-01") M ("DC.Date.dateSubmitted", "2019-09-15") M ("DC.Source", "Mill Monday") M ("DC.Source.ISSN", "1234-5679") M ("DC.Source.Volume", "25")
        M ("DC.Language", "en") M ("DC.Rights", "Copyright (c) 2020 Ann Roe"),
    {
      { "/title", "\"On Mills\"" },
      { "/author/1", "{\"family\":\"Doe\",\"given\":\"Cy\"}" },
      { "/DOI", "\"10.5555/m.1\"" },
      { "/issued", "{\"date-parts\":[[2020,10,1]]}" },
      { OWN "/dates/received", "\"2019-09-15\"" },
      { "/container-title", "\"Mill Monday\"" },
      { "/ISSN", "\"1234-5679\"" },
      { "/volume", "\"25\"" },
      { OWN "/rights/copyright", "\"Copyright (c) 2020 Ann Roe\"" },
    } },
  { "short-abstract", M ("DC.Title", "On Mills") M ("DCTERMS.abstract", "Tides turn mills slowly.") M ("DC.Description", "Find out more here."), { { "/abstract", "\"Tides turn mills slowly.\"" } } },
  { "short-description", M ("DC.Title", "On Mills") M ("DC.Description", "Find out more about it here."), { { "/abstract", NULL } } },
  { "prism",
    M ("dc.title", "T") M ("prism.publicationName", "Mill Letters") M ("prism.doi", "doi:10.5555/p.1") M ("prism.startingPage", "1") M ("prism.endingPage", "9")
      M ("dc.source", "Mill Letters 2017 19:1") M ("dc.copyright", "2017 Mill Press") M ("dc.type", "OriginalPaper") M ("prism.number", "1"),
    {
      { "/container-title", "\"Mill Letters\"" },
      { "/DOI", "\"10.5555/p.1\"" },
      { "/page", "\"1-9\"" },
      { "/issue", "\"1\"" },
      { "/type", "\"article-journal\"" },
      { OWN "/rights/copyright", "\"© 2017 Mill Press\"" },
    } },
  { "eprints",
    M ("eprints.title", "T") M ("eprints.creators_name", "Roe, Ann") M ("eprints.editors_name", "Doe, Cy") M ("eprints.type", "book_section") M ("eprints.book_title", "Mills")
      M ("eprints.date", "2010-05") M ("eprints.pagerange", "12-19") M ("eprints.official_url", "https://doi.org/10.5555/e.1"),
    {
      { "/type", "\"chapter\"" },
      { "/author", "[{\"family\":\"Roe\",\"given\":\"Ann\"}]" },
      { "/editor", "[{\"family\":\"Doe\",\"given\":\"Cy\"}]" },
      { "/container-title", "\"Mills\"" },
      { "/issued", "{\"date-parts\":[[2010,5]]}" },
      { "/page", "\"12-19\"" },
      { "/DOI", "\"10.5555/e.1\"" },
    } },
  { "addresses-are-no-authors", M ("DC.Title", "T") M ("DC.Contributor", "Institute of Mills, Research Unit on Buckets, Mill Town. a@example.org"), { { "/title", "\"T\"" }, { "/author", NULL } } },
  { "licence", M ("DC.title", "T") M ("DC.rights", "https://creativecommons.org/licenses/by/4.0/"), { { OWN "/rights/licenses", "[{\"url\":\"https://creativecommons.org/licenses/by/4.0/\",\"open\":true}]" } } },
  { "abstracts",
    M ("DC.title", "T") "<meta name=\"DCTERMS.abstract\" xml:lang=\"en\" content=\"Mills by the sea are older than anybody thinks, and this text is long enough to be believed an abstract.\">"
                        "<meta name=\"DCTERMS.abstract\" xml:lang=\"de\" content=\"Mühlen am Meer sind älter, als irgend jemand denkt, und dieser Text ist lang genug, um eine Zusammenfassung zu sein.\">",
    { { OWN "/abstracts/0/language", "\"en\"" }, { OWN "/abstracts/1/language", "\"de\"" } } },
  { "subjects", M ("DC.title", "T") M ("DC.subject", "mills; tides") M ("DC.subject", "info:mesh/Water"), { { OWN "/keywords", "[\"mills\",\"tides\"]" } } },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  layer_add_cases ("/page/dublin/", offprint_page_read_dublin, cases, G_N_ELEMENTS (cases));
  return g_test_run ();
}
