/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Abstracts and titles as registries have them. All works here are invented.
 */

#include "config.h"

#include "read.h"

#include "support.h"

typedef struct
{
  const char *path;
  const char *markup;
  const char *dump;
} Case;

static const Case fragments[] = {
  { "empty", "", "" },
  { "blank", " \n ", "" },
  { "plain", "No mark-up at all.", "¶ No mark-up at all." },
  { "plain-paragraphs", "One &amp; a.\n\nTwo <b.", "¶ One & a.\n¶ Two <b." },
  { "jats", "<jats:p>One.</jats:p><jats:p>Two.</jats:p>", "¶ One.\n¶ Two." },
  { "no-prefix", "<p>One.</p><p>Two.</p>", "¶ One.\n¶ Two." },
  { "numbered-prefix", "<ns3:p xmlns:ns3=\"http://x\">One.</ns3:p>", "¶ One." },
  { "empty-paragraph", "<jats:p/><jats:p>One.</jats:p>", "¶ One." },
  { "unclosed", "<p>One.<p>Two.", "¶ One.\n¶ Two." },
  { "title-dropped", "<jats:title>Abstract</jats:title><jats:p>One.</jats:p>", "¶ One." },
  { "title-dropped-capitals", "<jats:title>ABSTRACT:</jats:title><jats:p>One.</jats:p>", "¶ One." },
  { "title-dropped-in-section", "<jats:sec><jats:title>Zusammenfassung</jats:title><jats:p>Eins.</jats:p></jats:sec>", "¶ Eins." },
  { "title-kept", "<jats:title>Aims</jats:title><jats:p>One.</jats:p>", "§ Aims\n¶ One." },
  { "title-kept-later", "<p>One.</p><title>Summary</title><p>Two.</p>", "¶ One.\n§ Summary\n¶ Two." },
  { "structured",
    "<jats:title>Abstract</jats:title><jats:sec><jats:title>Background</jats:title><jats:p>One.</jats:p></jats:sec>"
    "<jats:sec><jats:title>Methods</jats:title><jats:p>Two.</jats:p></jats:sec>",
    "§ Background\n¶ One.\n§ Methods\n¶ Two." },
  { "runs", "<p>a <italic>b</italic> <bold>c</bold> H<sub>2</sub>O m<sup>2</sup> <sc>d</sc></p>",
    "¶ a {i:b} {b:c} H{_:2}O m{^:2} {c:d}" },
  { "nested-runs", "<i>a <b>b</b></i>", "¶ {i:a }{ib:b}" },
  { "blanks-between", "<p>a<i> b </i> c</p>", "¶ a{i: b} c" },
  { "line-breaks", "<p>a\n   b</p>", "¶ a b" },
  { "break", "a<br/>b", "¶ a\n¶ b" },
  { "bullets", "<list list-type=\"bullet\"><list-item><p>a</p></list-item><list-item><p>b</p><p>c</p></list-item></list>",
    "•/1 a\n•/1 b\n¶/1 c" },
  { "numbers", "<list list-type=\"order\"><list-item><label>1.</label><p>a</p></list-item><list-item><p>b</p></list-item></list>",
    "1./1 a\n2./1 b" },
  { "html-lists", "<ol><li>a<ul><li>b</ul><li>c</ol>d", "1./1 a\n•/2 b\n2./1 c\n¶ d" },
  { "link", "<ext-link xlink:href=\"https://example.org/a\">x</ext-link>", "¶ {@https://example.org/a:x}" },
  { "link-uri", "<uri>https://example.org/</uri>", "¶ {@https://example.org/:https://example.org/}" },
  { "link-script", "<a href=\"javascript:alert(1)\">x</a>", "¶ x" },
  { "link-hidden-script", "<a href=\" jAva&#10;script:alert(1)\">x</a>", "¶ x" },
  { "link-user", "<a href=\"https://bank.example@evil.example/\">x</a>", "¶ x" },
  { "script", "<p>a</p><script>if (a < b) alert ('<p>x</p>')</script><p>b</p>", "¶ a\n¶ b" },
  { "table", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", "¶ a | b\n¶ c | d" },
  { "styled", "<styled-content style-type=\"small-caps\">a</styled-content>", "¶ {c:a}" },
  { "underline", "<underline>a</underline>", "¶ {i:a}" },
  { "comment", "a<!-- <p>no</p> -->b", "¶ ab" },
  { "cdata", "<p><![CDATA[a < b]]></p>", "¶ a < b" },
  { "unknown-element", "<p>a <foo>b</foo> c</p>", "¶ a b c" },
  { "no-element", "<p>if p <0.05 and <La0.7Sr0.3MnO3> and a<b and c>d</p>", "¶ if p <0.05 and <La0.7Sr0.3MnO3> and a<b and c>d" },
  { "entities", "<p>a &lt; b &amp; c&nbsp;d &aacute; &#8211; &#x2014; &#150;</p>", "¶ a < b & c\302\240d á – — –" },
  { "entities-twice", "<p>&amp;lt; &amp;nbsp; &amp;aacute; &amp;#x3c; R&amp;D &amp;amp;</p>", "¶ < á < R&D &" },
  { "escaped", "&lt;p&gt;a &lt;i&gt;b&lt;/i&gt; &amp;lt; c&lt;/p&gt;", "¶ a {i:b} < c" },
  { "escaped-inside", "<jats:p>&lt;p&gt;a&lt;/p&gt;&lt;p&gt;b&lt;/p&gt;</jats:p>", "¶ a\n¶ b" },
  { "escaped-twice", "&amp;lt;i&amp;gt;a&amp;lt;/i&amp;gt;", "¶ {i:a}" },
  { "escaped-comparison", "<p>a &lt; b and c &gt; d</p>", "¶ a < b and c > d" },
  { "end-without-start", "a</p>b</i>c", "¶ abc" },
  { "crossed", "<i>a<b>b</i>c</b>d", "¶ {i:a}{ib:b}cd" },
  { "formula", "<p>Let <mml:math><mml:mi>x</mml:mi><mml:mo>=</mml:mo><mml:msup><mml:mi>y</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math>.</p>",
    "¶ Let {im:x}{m: = }{im:y}{^m:2}." },
  { "formula-both", "<inline-formula><alternatives><tex-math>$x$</tex-math><mml:math><mml:mi>x</mml:mi></mml:math></alternatives></inline-formula>",
    "¶ {im:x}" },
  { "formula-tex", "<tex-math>\\documentclass{article}\\begin{document}$\\alpha^{2}$\\end{document}</tex-math>", "¶ {m:α}{^m:2}" },
  { "table-blocks", "<table><tr><td><p>1</p></td><td><p>2</p></td></tr><tr><td>3</td><td>4<br/>5</td></tr></table>", "¶ 1 | 2\n¶ 3 | 4 5" },
  { "character-data", "<![CDATA[<p>a <i>b</i></p>]]>", "¶ a {i:b}" },
  { "character-data-text", "<p><![CDATA[a <b c]]></p>", "¶ a <b c" },
  { "first-line", "<p><b>Abstract</b></p><p>a</p>", "¶ a" },
  { "first-line-alone", "<p>Summary</p>", "¶ Summary" },
  { "mathjax", "<p>where <span class=\"mathjax-tex\">\\(h_1\\)</span>, <span class=\"mathjax-tex\">$$\\varvec{\\theta }$$</span></p>",
    "¶ where {m:h}{_m:1}, {m:θ}" },
  { "heading-in-list", "<ul><li><title>a</title><p>b</p></li></ul>", "•/1 a\n¶/1 b" },
};

static const Case lines[] = {
  { "empty", "", "" },
  { "plain", "A  plain\n title ", "¶ A plain title" },
  { "runs", "On <i>Homo</i> <b>x</b><sup>2</sup> CO<sub>2</sub> <scp>d</scp>-glucose <emph>e</emph>",
    "¶ On {i:Homo} {b:x}{^:2} CO{_:2} {c:d}-glucose {i:e}" },
  { "spans", "<span class=\"nocase\">iPad</span> <span style=\"font-variant:small-caps;\">bc</span> <sc>d</sc>",
    "¶ {n:iPad} {c:bc} {c:d}" },
  { "no-tag", "Growth of <La0.7Sr0.3MnO3> films", "¶ Growth of <La0.7Sr0.3MnO3> films" },
  { "no-tag-word", "Speaking <Konggi> today", "¶ Speaking <Konggi> today" },
  { "block-names", "The <title> and <table> elements", "¶ The <title> and <table> elements" },
  { "paragraph", "<p>Title</p>", "¶ Title" },
  { "script-of-a-page", "A<script>alert(1)</script>B<style>x{}</style>C<div>d</div>", "¶ ABC d" },
  { "script-escaped", "A &lt;script&gt;alert(1)&lt;/script&gt;B", "¶ A B" },
  { "escaped-unclosed", "<i>a</i>&lt;b&gt;c d&lt;/sup&gt;", "¶ {i:a}{b:c d}" },
  { "jats", "<jats:italic>a</jats:italic>", "¶ {i:a}" },
  { "ampersand", "R&D and R&amp;D and a &lt; b", "¶ R&D and R&D and a < b" },
  { "escaped", "&lt;i&gt;a&lt;/i&gt; b", "¶ {i:a} b" },
  { "mathml", "The <mml:math><mml:msup><mml:mi>B</mml:mi><mml:mn>0</mml:mn></mml:msup></mml:math> meson", "¶ The {im:B}{^m:0} meson" },
  { "mathml-no-prefix", "The <math><msup><mi>B</mi><mn>0</mn></msup></math> meson", "¶ The {im:B}{^m:0} meson" },
  { "break", "a<br>b", "¶ a b" },
  { "capital-alone", "Phase <I> of it", "¶ Phase <I> of it" },
  { "capitals", "Of <I>Homo</I>", "¶ Of {i:Homo}" },
  { "doi", "See <doi:10.1000/182> there", "¶ See <doi:10.1000/182> there" },
};

static void
test_fragment (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (OffprintRichText) text = offprint_rich_text_new_from_markup (test->markup, -1);
  g_autofree char *dump = support_dump (text);

  g_assert_cmpstr (dump, ==, test->dump);
}

static void
test_line (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (OffprintRichText) text = offprint_rich_text_new_from_inline (test->markup, -1);
  g_autofree char *dump = support_dump (text);

  g_assert_cmpstr (dump, ==, test->dump);
}

/* Texts made to cost time: each is read to its end, no depth is an error */
static void
test_hostile (void)
{
  static const char *const scraps[] = {
    "<i>", "<p>", "<ul><li>", "<a href='", "<!--", "<![CDATA[", "<a \"", "&amp;", "&lt;i&gt;", "</i>", "<mml:math><mml:mi>", "<x:", "<", "&#x",
    "<b><p></b>", "<foo", "<tr><td>"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (scraps); i++)
    {
      g_autoptr (GString) soup = g_string_new (NULL);
      g_autoptr (OffprintRichText) text = NULL;
      g_autoptr (OffprintRichText) line = NULL;

      while (soup->len < 300000)
        g_string_append (soup, scraps[i]);
      g_string_append (soup, "x");
      text = offprint_rich_text_new_from_markup (soup->str, soup->len);
      line = offprint_rich_text_new_from_inline (soup->str, soup->len);
      g_assert_nonnull (text);
      g_assert_nonnull (line);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fragments); i++)
    {
      g_autofree char *path = g_strconcat ("/text/markup/", fragments[i].path, NULL);

      g_test_add_data_func (path, &fragments[i], test_fragment);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *path = g_strconcat ("/text/inline/", lines[i].path, NULL);

      g_test_add_data_func (path, &lines[i], test_line);
    }
  g_test_add_func ("/text/markup/hostile", test_hostile);

  return g_test_run ();
}
