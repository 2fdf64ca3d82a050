/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A dump has a sign for each kind of block (¶ § • and a number, with a level behind
 * items) and short tags for runs, so that tables of cases stay readable.
 */

#include "config.h"

#include "support.h"

#include <string.h>

static const struct
{
  OffprintRunFlags flags;
  const char *sign;
} signs[] = {
  { OFFPRINT_RUN_ITALIC, "i" },
  { OFFPRINT_RUN_BOLD, "b" },
  { OFFPRINT_RUN_SUPERSCRIPT, "^" },
  { OFFPRINT_RUN_SUBSCRIPT, "_" },
  { OFFPRINT_RUN_SMALL_CAPS, "c" },
  { OFFPRINT_RUN_UNDERLINE, "u" },
  { OFFPRINT_RUN_NO_CASE, "n" },
  { OFFPRINT_RUN_MATH, "m" },
};

static void
dump_run (GString           *string,
          const OffprintRun *run)
{
  if (run->flags == 0 && run->href == NULL)
    {
      g_string_append (string, run->text);
      return;
    }
  g_string_append_c (string, '{');
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    g_string_append (string, (run->flags & signs[i].flags) != 0 ? signs[i].sign : "");
  if (run->href != NULL)
    g_string_append_printf (string, "@%s", run->href);
  g_string_append_printf (string, ":%s}", run->text);
}

char *
support_dump (OffprintRichText *text)
{
  GString *string = g_string_new (NULL);

  for (gsize i = 0; i < offprint_rich_text_get_n_blocks (text); i++)
    {
      const OffprintBlock *block = offprint_rich_text_get_block (text, i);

      g_string_append_c (string, '\n');
      switch (block->kind)
        {
        case OFFPRINT_BLOCK_PARAGRAPH:
          g_string_append (string, "¶");
          break;
        case OFFPRINT_BLOCK_HEADING:
          g_string_append (string, "§");
          break;
        case OFFPRINT_BLOCK_BULLET_ITEM:
          g_string_append (string, "•");
          break;
        case OFFPRINT_BLOCK_ORDERED_ITEM:
          g_string_append_printf (string, "%u.", block->number);
          break;
        }
      if (block->level > 0 && block->kind != OFFPRINT_BLOCK_HEADING)
        g_string_append_printf (string, "/%u", block->level);
      g_string_append_c (string, ' ');
      for (gsize j = 0; j < block->n_runs; j++)
        dump_run (string, &block->runs[j]);
    }
  if (string->len > 0)
    g_string_erase (string, 0, 1);
  return g_string_free (string, FALSE);
}

char *
support_words (OffprintRichText *text)
{
  GString *string = g_string_new (NULL);

  for (gsize i = 0; i < offprint_rich_text_get_n_blocks (text); i++)
    {
      const OffprintBlock *block = offprint_rich_text_get_block (text, i);

      for (gsize j = 0; j < block->n_runs; j++)
        g_string_append (string, block->runs[j].text);
      g_string_append_c (string, '\n');
    }
  return g_string_free (string, FALSE);
}

void
support_remove_space (char *text)
{
  char *end = text;

  for (const char *p = text; *p != '\0';)
    {
      const char *next = g_utf8_next_char (p);

      if (!g_unichar_isspace (g_utf8_get_char (p)))
        {
          memmove (end, p, next - p);
          end += next - p;
        }
      p = next;
    }
  *end = '\0';
}

/* Scraps that a registry might send, put together at random */
static const char *const scraps[] = {
  "<jats:p>", "</jats:p>", "<jats:p/>", "<p>", "</p>", "<P>", "<jats:sec>", "</jats:sec>", "<jats:title>", "</jats:title>", "<title>Abstract</title>",
  "<italic>", "</italic>", "<i>", "</i>", "<b>", "</b>", "<sup>", "</sup>", "<sub>", "</sub>", "<jats:sc>", "</jats:sc>",
  "<scp>", "</scp>", "<list list-type=\"order\">", "<list>", "</list>", "<list-item>", "</list-item>", "<ul>", "</ul>",
  "<ol>", "</ol>", "<li>", "</li>", "<br/>", "<br>", "<tr>", "<td>", "</td>", "</tr>", "<h2>", "</h2>",
  "<a href=\"https://example.org/?a=1&amp;b=(2)\">", "</a>", "<ext-link xlink:href='http://example.org/x_y'>", "</ext-link>",
  "<a href=\"javascript:alert(1)\">", "<mml:math>", "</mml:math>", "<mml:msup>", "</mml:msup>", "<mml:mi>", "</mml:mi>",
  "<mml:mo>", "</mml:mo>", "<mml:mrow>", "</mml:mrow>", "<mml:mfrac>", "</mml:mfrac>", "<mml:mn>2</mml:mn>", "<mml:mover>", "</mml:mover>",
  "<math alttext=\"x_1^2\">", "</math>", "<tex-math>", "</tex-math>", "\\frac{\\alpha}{b}^{2}_i", "<La0.7Sr0.3>", "p <0.05",
  "&lt;", "&gt;", "&amp;", "&amp;lt;", "&amp;nbsp;", "&nbsp;", "&#x0D;", "&amp;#x3c;", "&aacute;", "&amp;aacute;", "&lt;p&gt;",
  "&lt;/p&gt;", "&#150;", "&nosuchthing;", "&", "<", ">", "\"", "'", "<!--", "-->", "<![CDATA[", "]]>", "<?xml", "?>",
  "word", "Another word", "  ", " ", "\n", "\r\n", "\t", "\302\240", "*", "_", "`", "#", "- ", "1. ", "+", "~", "|", "[", "]", "(",
  ")", "{", "}", "\\", "%", "$", "^", "--", "''", "!", "![", "](", ".", ",", ":", ";", "=", "é", "e\314\201", "漢字", "𝒜", "ß",
  "\342\200\256", "\302\255", "می\342\200\214خ", "https://example.org/a_(b).", "10.1000/182", "doi:10.1000/xyz_1", "\xff", "\xe2\x82", "\001",
  "<span class=\"nocase\">", "<span style=\"font-variant:small-caps;\">", "</span>", "<nocase>", "</nocase>", "<script>", "</script>"
};

char *
support_random_soup (GRand *random)
{
  GString *soup = g_string_new (NULL);
  guint n = g_rand_int_range (random, 1, 24);

  for (guint i = 0; i < n; i++)
    {
      if (g_rand_int_range (random, 0, 40) == 0)
        g_string_append_c (soup, (char) g_rand_int_range (random, 1, 256));
      else
        g_string_append (soup, scraps[g_rand_int_range (random, 0, G_N_ELEMENTS (scraps))]);
    }
  return g_string_free (soup, FALSE);
}

/* Straight through the builder, so that flags come together as no mark-up has them */
OffprintRichText *
support_random_text (GRand *random)
{
  static const char *const texts[] = {
    "a", "b c", "*", "_", "x*y*z", "**", "1. ", "- ", "#", "<b>", "&amp;", "\\", "{", "}", "[", "](", "!", "`", "~", "$", "%", "^", "--", "ab-",
    "'", "\"", "é", "漢", "𝒜", "(", ")", ".", ", ", "foo_bar", "https://x.org", "|", "=", "+", ">", ":", "&", "@", "/", " "
  };
  OffprintRichTextBuilder *builder = offprint_rich_text_builder_new ();
  guint n_blocks = g_rand_int_range (random, 1, 4);

  for (guint i = 0; i < n_blocks; i++)
    {
      guint n_runs = g_rand_int_range (random, 1, 8);

      offprint_rich_text_builder_begin_block (builder, g_rand_int_range (random, 0, 5) == 0 ? OFFPRINT_BLOCK_HEADING : OFFPRINT_BLOCK_PARAGRAPH, 0, 0);
      offprint_rich_text_builder_add_run (builder, g_rand_boolean (random) ? "w" : texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts) - 1)], -1, 0, NULL);
      for (guint j = 0; j < n_runs; j++)
        offprint_rich_text_builder_add_run (builder, texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))], -1,
                                            g_rand_int (random) & g_rand_int (random) & 0x7f,
                                            g_rand_int_range (random, 0, 6) == 0 ? "https://example.org/%7B?a_b&c#d" : NULL);
    }
  return offprint_rich_text_builder_end (builder);
}
