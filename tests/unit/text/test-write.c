/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One text in every target; what each takes for mark-up stands in it.
 */

#include "config.h"

#include "read.h"
#include "write.h"

#include <string.h>

static const char source[] =
  "<h>Aims &amp; Äpfel</h><p>A <i>b</i><b>c</b> H<sub>2</sub>O <sc>d</sc> <a href=\"https://example.org/a_b?c&amp;d\">e</a> "
  "{f} \\g 5% $h_i *j* &lt;k&gt;</p><ol><li>one<ul><li>in</li></ul></li><li>two</li></ol>";

static OffprintRichText *
get_text (void)
{
  g_autoptr (GError) error = NULL;
  OffprintRichText *text = offprint_rich_text_new_from_stored (source, -1, &error);

  g_assert_no_error (error);
  return text;
}

static void
test_plain (void)
{
  g_autoptr (OffprintRichText) text = get_text ();
  g_autofree char *plain = offprint_rich_text_to_plain (text);

  g_assert_cmpstr (plain, ==, "Aims & Äpfel\n\nA bc H2O d e {f} \\g 5% $h_i *j* <k>\n\n1. one\n  • in\n2. two");
}

static void
test_html (void)
{
  g_autoptr (OffprintRichText) text = get_text ();
  g_autofree char *html = offprint_rich_text_to_html (text, OFFPRINT_WRITE_DEFAULT);
  g_autofree char *hanging = offprint_rich_text_to_html (text, OFFPRINT_WRITE_HANGING_INDENT | OFFPRINT_WRITE_NO_LINKS);
  g_autofree char *document = offprint_rich_text_to_html (text, OFFPRINT_WRITE_DOCUMENT);

  g_assert_cmpstr (html, ==,
                   "<h3>Aims &amp; Äpfel</h3>\n"
                   "<p>A <i>b</i><b>c</b> H<sub>2</sub>O <span style=\"font-variant: small-caps\">d</span> "
                   "<a href=\"https://example.org/a_b?c&amp;d\">e</a> {f} \\g 5% $h_i *j* &lt;k&gt;</p>\n"
                   "<ol><li>one<ul><li>in</li></ul>\n</li><li>two</li></ol>");
  g_assert_nonnull (strstr (hanging, "<p style=\"margin-left: 0.5in; text-indent: -0.5in\">A "));
  g_assert_null (strstr (hanging, "<a "));
  g_assert_true (g_str_has_prefix (document, "<!DOCTYPE html>"));
}

static void
test_pango (void)
{
  g_autoptr (OffprintRichText) text = get_text ();
  g_autofree char *pango = offprint_rich_text_to_pango (text, OFFPRINT_WRITE_DEFAULT);

  g_assert_cmpstr (pango, ==,
                   "<b>Aims &amp; Äpfel</b>\n\n"
                   "A <i>b</i><b>c</b> H<sub>2</sub>O <span font_variant=\"small-caps\">d</span> "
                   "<a href=\"https://example.org/a_b?c&amp;d\">e</a> {f} \\g 5% $h_i *j* &lt;k&gt;\n\n"
                   "1. one\n  • in\n2. two");
}

static void
test_rtf (void)
{
  g_autoptr (OffprintRichText) text = get_text ();
  g_autofree char *rtf = offprint_rich_text_to_rtf (text, OFFPRINT_WRITE_HANGING_INDENT);

  g_assert_cmpstr (rtf, ==,
                   "\\pard\\b Aims & \\u196 ?pfel\\b0\\par\n"
                   "\\pard\\li720\\fi-720 A {\\i b}{\\b c} H{\\sub 2}O {\\scaps d} "
                   "{\\field{\\*\\fldinst{HYPERLINK \"https://example.org/a_b?c&d\"}}{\\fldrslt{e}}} "
                   "\\{f\\} \\\\g 5% $h_i *j* <k>\\par\n"
                   "\\pard\\li360\\fi-360 1.\\tab one\\par\n"
                   "\\pard\\li720\\fi-360 \\bullet\\tab in\\par\n"
                   "\\pard\\li360\\fi-360 2.\\tab two\\par\n");
}

static void
test_markdown (void)
{
  g_autoptr (OffprintRichText) text = get_text ();
  g_autofree char *markdown = offprint_rich_text_to_markdown (text, OFFPRINT_WRITE_DEFAULT);

  g_assert_cmpstr (markdown, ==,
                   "### Aims & Äpfel\n\n"
                   "A <em>b</em>**c** H<sub>2</sub>O <span style=\"font-variant: small-caps\">d</span> "
                   "[e](<https://example.org/a\\_b?c\\&d>) {f} \\\\g 5% \\$h_i \\*j\\* \\<k>\n\n"
                   "1. one\n\n   - in\n\n2. two");
}

static void
test_latex (void)
{
  g_autoptr (OffprintRichText) text = get_text ();
  g_autofree char *latex = offprint_rich_text_to_latex (text, OFFPRINT_WRITE_DEFAULT);

  g_assert_cmpstr (latex, ==,
                   "\\subsection*{Aims \\& Äpfel}\n\n"
                   "A \\textit{b}\\textbf{c} H\\textsubscript{2}O \\textsc{d} \\href{https://example.org/a\\_b?c\\&d}{e} "
                   "\\{f\\} \\textbackslash{}g 5\\% \\$h\\_i *j* \\textless{}k\\textgreater{}\n\n"
                   "\\begin{enumerate}\n\\item one\n\\begin{itemize}\n\\item in\n\\end{itemize}\n\n\\item two\n\\end{enumerate}");
}

static void
test_inline (void)
{
  g_autoptr (OffprintRichText) text =
    offprint_rich_text_new_from_inline ("A <i>b</i> & <span class=\"nocase\">c</span> <span style=\"font-variant:small-caps;\">d</span> <La>", -1);
  g_autofree char *line = offprint_rich_text_to_inline (text);
  g_autoptr (OffprintRichText) back = offprint_rich_text_new_from_inline (line, -1);

  g_assert_cmpstr (line, ==, "A <i>b</i> & <span class=\"nocase\">c</span> <span style=\"font-variant:small-caps;\">d</span> <La>");
  g_assert_true (offprint_rich_text_equal (text, back));
}

static void
test_empty (void)
{
  g_autoptr (OffprintRichText) text = offprint_rich_text_new_plain ("");
  g_autofree char *plain = offprint_rich_text_to_plain (text);
  g_autofree char *stored = offprint_rich_text_to_stored (text);
  g_autofree char *markdown = offprint_rich_text_to_markdown (text, OFFPRINT_WRITE_DEFAULT);
  g_autofree char *html = offprint_rich_text_to_html (text, OFFPRINT_WRITE_DEFAULT);

  g_assert_cmpstr (plain, ==, "");
  g_assert_cmpstr (stored, ==, "");
  g_assert_cmpstr (markdown, ==, "");
  g_assert_cmpstr (html, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/write/plain", test_plain);
  g_test_add_func ("/text/write/html", test_html);
  g_test_add_func ("/text/write/pango", test_pango);
  g_test_add_func ("/text/write/rtf", test_rtf);
  g_test_add_func ("/text/write/markdown", test_markdown);
  g_test_add_func ("/text/write/latex", test_latex);
  g_test_add_func ("/text/write/inline", test_inline);
  g_test_add_func ("/text/write/empty", test_empty);

  return g_test_run ();
}
