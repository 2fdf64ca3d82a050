/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What pages show, without any tag for it.
 */

#include "config.h"

#include "layer-support.h"

#define LONG_TEXT "Mills by the sea are older than anybody thinks, and this text is long enough to be believed."
#define REF(n)    "<li id=r" n ">" n ". Roe A. <i>Buckets</i>. Mill Press; 1999. <a href=\"https://doi.org/10.5555/r." n "\">CrossRef</a> <a href=\"x\">Google Scholar</a></li>"

static const LayerCase cases[] = {
  { "article",
    "<title>On Mills by the Sea | Mill Letters</title><nav><h1>Mill Letters</h1></nav><main><h1>On <i>Mills</i> by the Sea</h1><ul><li><a rel=author href=a>Ann Roe</a></li>"
    "<li><a rel=author href=b>Cy Doe</a></li></ul><p>doi: <a href='https://doi.org/10.5555/OWN.1'>10.5555/OWN.1</a></p>"
    "<h2>Abstract</h2><h3>Aims</h3><p>" LONG_TEXT "</p><script>SCRIPTTEXT</script><button>Show more</button><h3>Results</h3><p>They <sub>turn</sub>.</p>"
    "<h2>Keywords</h2><ul><li>mill</li><li>tide</li></ul><h2>Introduction</h2><p>Not read.</p><h2>References</h2><ol>" REF ("1") REF ("2") REF ("3") "</ol></main>"
                                                                                                                                                     "<footer><a rel=license href='https://creativecommons.org/licenses/by/4.0/'>CC BY</a></footer>",
    {
      { "/title", "\"On <i>Mills</i> by the Sea\"" },
      { "/DOI", "\"10.5555/own.1\"" },
      { "/author", "[{\"family\":\"Roe\",\"given\":\"Ann\"},{\"family\":\"Doe\",\"given\":\"Cy\"}]" },
      { OWN "/abstracts/0/text", "\"<h>Aims</h><p>" LONG_TEXT "</p><h>Results</h><p>They <sub>turn</sub>.</p>\"" },
      { OWN "/abstracts/1", NULL },
      { OWN "/keywords", "[\"mill\",\"tide\"]" },
      { OWN "/references/0/text", "\"<p>Roe A. <i>Buckets</i>. Mill Press; 1999.</p>\"" },
      { OWN "/references/0/mark", "\"1\"" },
      { OWN "/references/2/item/DOI", "\"10.5555/r.3\"" },
      { OWN "/references/3", NULL },
      { OWN "/rights/licenses/0/open", "true" },
    } },
  { "abstract-by-class",
    "<div class='article'><div class='abstract-link'><a href=x>Abstract</a></div><section class='abstract graphical'><p>" LONG_TEXT LONG_TEXT "</p></section>"
    "<section id=abs class='c-abstract abstract' lang=en><h2>Abstract</h2><p>" LONG_TEXT "</p></section>"
    "<section class='abstract' lang=fr><h2>Résumé</h2><p>Les moulins de la mer sont plus vieux que personne ne le pense, et ce texte est assez long.</p></section></div>",
    {
      { OWN "/abstracts/0/text", "\"<p>" LONG_TEXT "</p>\"" },
      { OWN "/abstracts/0/language", "\"en\"" },
      { OWN "/abstracts/1/language", "\"fr\"" },
      { OWN "/abstracts/2", NULL },
    } },
  { "abstract-of-a-sentence", "<body><div class=article-abstract><h2>Abstract</h2><p>Tides turn mills slowly.</p></div></body>", { { OWN "/abstracts/0/text", "\"<p>Tides turn mills slowly.</p>\"" } } },
  { "no-sentence", "<body><h1>On Mills</h1><h2>Abstract</h2><p>Log in to read all of it</p></body>", { { "/abstract", NULL } } },
  { "second-abstract-without-class",
    "<body><section id=abstract><h2>Zusammenfassung</h2><p>" LONG_TEXT "</p></section><section><h2>Abstract</h2><p>Mills by the sea are old, as this second text says.</p></section></body>",
    { { OWN "/abstracts/0/text", "\"<p>" LONG_TEXT "</p>\"" }, { OWN "/abstracts/1/text", "\"<p>Mills by the sea are old, as this second text says.</p>\"" }, { OWN "/abstracts/2", NULL } } },
  { "heading-beside-abstract", "<body><div><h2>Abstract</h2><div class=abstract><p>" LONG_TEXT "</p></div></div></body>", { { "/abstract", "\"" LONG_TEXT "\"" }, { OWN "/abstracts/1", NULL } } },
  { "links-of-a-figure", "<body><div class=abstract><figure><a href=x>High Resolution Image</a><a href=y>Download MS PowerPoint Slide</a></figure><p>" LONG_TEXT "</p></div></body>", { { "/abstract", "\"" LONG_TEXT "\"" } } },
  { "lists-of-one",
    "<body><h1>On Mills</h1><div class=References><h2>References</h2><p>Roe A. (1999). Buckets. <i>J. Mill</i> 1, 2–3, as printed in the first edition.</p></div>"
    "<div class=References><p>Doe C. (2001). Wheels. <i>J. Mill</i> 3, 4–5, as printed in the first edition.</p></div><div class=References><p>Poe E. (2002). Cogs. <i>J. Mill</i> 5, 6–7, as printed in the first edition.</p></div></body>",
    { { OWN "/references/0/text", "\"<p>Roe A. (1999). Buckets. <i>J. Mill</i> 1, 2–3, as printed in the first edition.</p>\"" },
      { OWN "/references/2/text", "\"<p>Poe E. (2002). Cogs. <i>J. Mill</i> 5, 6–7, as printed in the first edition.</p>\"" },
      { OWN "/references/3", NULL } } },
  { "abstract-by-bold", "<body><table><tr><td><p><b>Abstract:</b></p><p>" LONG_TEXT "</p></td></tr></table></body>", { { "/abstract", "\"" LONG_TEXT "\"" } } },
  { "description", "<meta name=description content='" LONG_TEXT " And more.'><body><h1>On Mills</h1><p>" LONG_TEXT " And more.</p></body>", { { "/abstract", "\"" LONG_TEXT " And more.\"" } } },
  { "contents-have-no-doi",
    "<h1>Volume 7</h1><a href='https://doi.org/10.5555/1'>a</a><a href='https://doi.org/10.5555/2'>b</a><a href='https://doi.org/10.5555/3'>c</a><a href='https://doi.org/10.5555/4'>d</a>"
    "<a href='https://doi.org/10.5555/5'>e</a><a href='https://doi.org/10.5555/6'>f</a><a href='https://doi.org/10.5555/7'>g</a>",
    { { "/title", "\"Volume 7\"" }, { "/DOI", NULL } } },
  { "address", "<link rel=canonical href='https://example.org/doi/full/10.5555/own.2?x=1'><h1>On Mills</h1>", { { "/DOI", "\"10.5555/own.2\"" } } },
  { "og", "<meta property='og:title' content='On Mills - Mill Press'><meta property='og:site_name' content='Mill Press'><meta property='og:type' content=book><meta property='book:isbn' content='9783161484100'>", { { "/title", "\"On Mills\"" }, { "/type", "\"book\"" }, { "/ISBN", "\"9783161484100\"" } } },
  { "microdata",
    "<article itemscope itemtype='https://schema.org/ScholarlyArticle'><h1 itemprop=name>On Mills</h1><span itemprop=author itemscope><span itemprop=name>Ann Roe</span></span>"
    "<time itemprop=datePublished content='2019-05-01'>May</time><span itemprop=volumeNumber>7</span></article>",
    { { "/author/0/family", "\"Roe\"" }, { "/issued", "{\"date-parts\":[[2019,5,1]]}" }, { "/volume", "\"7\"" } } },
  { "hidden", "<h1>On Mills</h1><style>STYLETEXT</style><noscript>SCRIPTTEXT</noscript><template>SCRIPTTEXT</template><div class=abstract><p>" LONG_TEXT "</p><style>STYLETEXT</style><template>SCRIPTTEXT</template><span class=sr-only>SCRIPTTEXT</span></div>", { { "/abstract", "\"" LONG_TEXT "\"" } } },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  layer_add_cases ("/page/body/", offprint_page_read_body, cases, G_N_ELEMENTS (cases));
  return g_test_run ();
}
