/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON-LD in the shapes that it comes in, and with the faults that it has.
 */

#include "config.h"

#include "layer-support.h"

#define LD(json)  "<script type=\"application/ld+json\">" json "</script>"
#define LONG_TEXT "Mills by the sea are older than anybody thinks, and this text is long enough to be believed."

static const LayerCase cases[] = {
  { "nothing", "<title>x</title>", { { NULL } } },
  { "site", LD ("{\"@type\":\"WebSite\",\"name\":\"Mill Press\"}"), { { NULL } } },
  { "broken", LD ("{\"@type\":\"ScholarlyArticle\",\"name\":"), { { NULL } } },
  { "short-abstract", LD ("{\"@type\":\"ScholarlyArticle\",\"name\":\"On Mills\",\"abstract\":\"Tides turn mills slowly.\"}"), { { "/abstract", "\"Tides turn mills slowly.\"" } } },
  { "short-description", LD ("{\"@type\":\"ScholarlyArticle\",\"name\":\"On Mills\",\"description\":\"Find out more about it here.\"}"), { { "/abstract", NULL } } },
  { "chapter",
    LD ("{\"@context\":\"https://schema.org\",\"@type\":\"ScholarlyArticle\",\"headline\":\"On Mills\",\"pageStart\":\"61\",\"pageEnd\":\"84\",\"datePublished\":\"2021\","
        "\"isPartOf\":{\"@type\":\"Book\",\"name\":\"Water\",\"isbn\":[\"978-3-16-148410-0\",\"9780306406157\"]},"
        "\"author\":[{\"@type\":\"Person\",\"name\":\"Ann Roe\",\"affiliation\":[{\"name\":\"Mill College\",\"address\":{\"name\":\"School of Tides, Mill College, Hull, UK\"}}],"
        "\"email\":\"ann@example.org\",\"url\":\"http://orcid.org/0000-0002-1825-0097\"}],\"publisher\":{\"name\":\"Mill Press\"},"
        "\"keywords\":\"mill, tide\",\"isAccessibleForFree\":true,\"description\":\"" LONG_TEXT "\"}"),
    {
      { "/type", "\"chapter\"" },
      { "/title", "\"On Mills\"" },
      { "/container-title", "\"Water\"" },
      { "/page", "\"61-84\"" },
      { "/ISBN", "\"9783161484100 9780306406157\"" },
      { "/author/0/family", "\"Roe\"" },
      { OWN "/people/0/orcid", "\"0000-0002-1825-0097\"" },
      { OWN "/people/0/email", "\"ann@example.org\"" },
      { OWN "/people/0/affiliations/0/name", "\"School of Tides, Mill College\"" },
      { OWN "/keywords", "[\"mill\",\"tide\"]" },
      { OWN "/access/state", "\"open\"" },
      { "/abstract", "\"" LONG_TEXT "\"" },
    } },
  { "graph",
    LD ("{\"@context\":\"https://schema.org\",\"@graph\":[{\"@id\":\"#site\",\"@type\":\"WebSite\",\"name\":\"X\"},{\"@id\":\"#j\",\"@type\":\"Periodical\",\"name\":\"Mill Letters\",\"issn\":\"1234-5679\"},"
        "{\"@id\":\"#v\",\"@type\":\"PublicationVolume\",\"volumeNumber\":7,\"isPartOf\":{\"@id\":\"#j\"}},{\"@id\":\"#i\",\"@type\":\"PublicationIssue\",\"issueNumber\":\"2\",\"isPartOf\":{\"@id\":\"#v\"}},"
        "{\"@id\":\"#p\",\"@type\":\"Person\",\"givenName\":\"Ann\",\"familyName\":\"Roe Poe\"},"
        "{\"@type\":[\"Article\",\"schema:ScholarlyArticle\"],\"name\":\"On Mills\",\"isPartOf\":{\"@id\":\"#i\"},\"author\":{\"@id\":\"#p\"},\"sameAs\":[\"https://doi.org/10.5555/G.1\"]}]}"),
    {
      { "/title", "\"On Mills\"" },
      { "/container-title", "\"Mill Letters\"" },
      { "/volume", "\"7\"" },
      { "/issue", "\"2\"" },
      { "/ISSN", "\"1234-5679\"" },
      { "/author", "[{\"family\":\"Roe Poe\",\"given\":\"Ann\"}]" },
      { "/DOI", "\"10.5555/g.1\"" },
    } },
  { "main-entity", LD ("{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"ScholarlyArticle\",\"headline\":\"On Mills\"}}"), { { "/title", "\"On Mills\"" } } },
  { "book", LD ("{\"@type\":\"Book\",\"name\":\"Mills\",\"alternateName\":\"A History\",\"isbn\":\"9783161484100\"}") LD ("{\"@type\":[\"Product\",\"Book\"],\"name\":\"Mills\"}"), { { "/type", "\"book\"" }, { "/title", "\"Mills: A History\"" }, { OWN "/titles/subtitle", "\"A History\"" } } },
  { "dataset", LD ("{\"@type\":\"https://schema.org/Dataset\",\"name\":\"Tides\",\"creator\":\"Roe, Ann\",\"identifier\":{\"@type\":\"PropertyValue\",\"value\":\"10.5555/d.1\"},\"license\":{\"url\":\"https://creativecommons.org/publicdomain/zero/1.0/\"}}"), { { "/type", "\"dataset\"" }, { "/DOI", "\"10.5555/d.1\"" }, { "/author/0/family", "\"Roe\"" }, { OWN "/rights/licenses/0/open", "true" } } },
  { "list-of-works", LD ("[{\"@type\":\"ScholarlyArticle\",\"name\":\"One thing\"},{\"@type\":\"ScholarlyArticle\",\"name\":\"Another thing\"}]"), { { NULL } } },
  { "list-and-title", "<title>Another thing | Mill Press</title>" LD ("[{\"@type\":\"ScholarlyArticle\",\"name\":\"One thing\"},{\"@type\":\"ScholarlyArticle\",\"name\":\"Another thing\"}]"), { { "/title", "\"Another thing\"" } } },
  { "comment", LD ("<!--\n{\"@type\":\"ScholarlyArticle\",\"name\":\"On Mills\"}\n//-->"), { { "/title", "\"On Mills\"" } } },
  { "cdata", LD ("//<![CDATA[\n{\"@type\":\"ScholarlyArticle\",\"name\":\"On Mills\"};\n//]]>"), { { "/title", "\"On Mills\"" } } },
  { "line-breaks-and-commas", LD ("{\"@type\":\"ScholarlyArticle\",\"name\":\"On\nMills\",\"author\":[{\"name\":\"Ann Roe\",},],}"), { { "/title", "\"On Mills\"" }, { "/author/0/family", "\"Roe\"" } } },
  { "wrong-types", LD ("{\"@type\":\"ScholarlyArticle\",\"name\":\"On Mills\",\"author\":7,\"isPartOf\":\"x\",\"keywords\":{\"a\":1},\"isbn\":[[1]],\"license\":false,\"publisher\":[null]}"), { { "/title", "\"On Mills\"" } } },
  { "body", LD ("{\"@type\":\"ScholarlyArticle\",\"name\":\"On Mills\",\"author\":{\"@type\":\"Organization\",\"name\":\"Mill Board\"}}"), { { "/author", "[{\"literal\":\"Mill Board\"}]" } } },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  layer_add_cases ("/page/json-ld/", offprint_page_read_json_ld, cases, G_N_ELEMENTS (cases));
  return g_test_run ();
}
