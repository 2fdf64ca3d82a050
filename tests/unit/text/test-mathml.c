/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Formulas in a line.
 */

#include "config.h"

#include "read.h"

#include "support.h"

static const struct
{
  const char *path;
  const char *math;
  const char *dump;
} cases[] = {
  { "identifier", "<mi>x</mi>", "¶ {im:x}" },
  { "function", "<mi>sin</mi><mi>x</mi>", "¶ {m:sin}{im:x}" },
  { "normal", "<mi mathvariant='normal'>d</mi>", "¶ {m:d}" },
  { "bold", "<mi mathvariant='bold-italic'>v</mi>", "¶ {ibm:v}" },
  { "double-struck", "<mi mathvariant='double-struck'>R</mi>", "¶ {m:ℝ}" },
  { "relation", "<mi>a</mi><mo>&lt;</mo><mn>2</mn>", "¶ {im:a}{m: < 2}" },
  { "sum", "<mi>a</mi><mo>+</mo><mi>b</mi>", "¶ {im:a}{m: + }{im:b}" },
  { "sign", "<mo>-</mo><mn>1</mn>", "¶ {m:−1}" },
  { "sign-in-brackets", "<mo>(</mo><mo>-</mo><mn>1</mn><mo>)</mo><mo>-</mo><mn>2</mn>", "¶ {m:(−1) − 2}" },
  { "power", "<msup><mi>x</mi><mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow></msup>", "¶ {im:x}{i^m:n}{^m:+1}" },
  { "index", "<msub><mi>x</mi><mi>i</mi></msub>", "¶ {im:x}{i_m:i}" },
  { "both", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>", "¶ {im:x}{i_m:i}{^m:2}" },
  { "second-storey", "<msup><mi>e</mi><msup><mi>x</mi><mn>2</mn></msup></msup>", "¶ {im:e}{i^m:x}{^m:^2}" },
  { "fraction", "<mfrac><mn>1</mn><mn>2</mn></mfrac>", "¶ {m:1/2}" },
  { "fraction-of-sums", "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac>", "¶ {m:(}{im:a}{m: + }{im:b}{m:)/}{im:c}" },
  { "root", "<msqrt><mn>2</mn></msqrt>", "¶ {m:√2}" },
  { "root-of-row", "<msqrt><mi>a</mi><mo>+</mo><mn>1</mn></msqrt>", "¶ {m:√(}{im:a}{m: + 1)}" },
  { "cube-root", "<mroot><mi>x</mi><mn>3</mn></mroot>", "¶ {^m:3}{m:√}{im:x}" },
  { "fenced", "<mfenced><mi>a</mi><mi>b</mi></mfenced>", "¶ {m:(}{im:a}{m:, }{im:b}{m:)}" },
  { "fenced-open", "<mfenced open='[' close='&#x232A;' separators=''><mn>1</mn><mn>2</mn></mfenced>", "¶ {m:[12〉}" },
  { "accent", "<mover><mi>x</mi><mo>¯</mo></mover>", "¶ {im:x\314\204}" },
  { "over", "<mover><mi>A</mi><mn>3</mn></mover>", "¶ {im:A}{^m:3}" },
  { "sum-from-to", "<munderover><mo>∑</mo><mn>0</mn><mi>n</mi></munderover>", "¶ {m:∑}{_m:0}{i^m:n}" },
  { "isotope", "<mmultiscripts><mi>C</mi><none/><none/><mprescripts/><none/><mn>14</mn></mmultiscripts>", "¶ {^m:14}{im:C}" },
  { "text", "<mtext> if </mtext>", "¶ {m:if}" },
  { "matrix", "<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd></mtr></mtable>", "¶ {m:1, 2; 3}" },
  { "annotation", "<semantics><mi>x</mi><annotation encoding='application/x-tex'>x</annotation></semantics>", "¶ {im:x}" },
  { "annotation-alone", "<semantics><mrow/><annotation encoding='application/x-tex'>x_{1}</annotation></semantics>", "¶ {m:x}{_m:1}" },
  { "invisible", "<mi>a</mi><mo>&#x2062;</mo><mi>b</mi>", "¶ {im:ab}" },
  { "empty", "", "" },
};

static const struct
{
  const char *path;
  const char *tex;
  const char *dump;
} tex_cases[] = {
  { "plain", "$x$", "¶ {m:x}" },
  { "display", "$$E=mc^2$$", "¶ {m:E=mc}{^m:2}" },
  { "brackets", "\\(a_{ij}\\)", "¶ {m:a}{_m:ij}" },
  { "greek", "\\alpha\\beta", "¶ {m:αβ}" },
  { "font", "\\mathrm{CO}_2", "¶ {m:CO}{_m:2}" },
  { "escapes", "5\\%\\,\\{x\\}", "¶ {m:5% {x}}" },
  { "unknown", "\\foo{x}", "¶ {m:\\foox}" },
  { "unbalanced", "{{{}}}}}^{", "" },
};

static void
test_math (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *markup = g_strconcat ("<mml:math>", cases[i].math, "</mml:math>", NULL);
  g_autoptr (OffprintRichText) text = offprint_rich_text_new_from_markup (markup, -1);
  g_autofree char *dump = support_dump (text);

  g_assert_cmpstr (dump, ==, cases[i].dump);
}

static void
test_tex (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *markup = g_strconcat ("<tex-math>", tex_cases[i].tex, "</tex-math>", NULL);
  g_autoptr (OffprintRichText) text = offprint_rich_text_new_from_markup (markup, -1);
  g_autofree char *dump = support_dump (text);

  g_assert_cmpstr (dump, ==, tex_cases[i].dump);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/mathml/", cases[i].path, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_math);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (tex_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/tex/", tex_cases[i].path, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_tex);
    }
  return g_test_run ();
}
