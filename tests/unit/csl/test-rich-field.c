/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Mark-up and quotation marks of fields. Tokens are written back in a notation
 * that shows what was understood: [i …] a tag, {…} a pair of quotation marks,
 * ^ an apostrophe.
 */

#include "config.h"

#include "rich-field.h"

typedef struct
{
  const char *path;
  const char *text;
  const char *expected;
} Case;

static const Case cases[] = {
  { "tag/none", "A title", "A title" },
  { "tag/empty", "", "" },
  { "tag/italic", "On <i>E. coli</i> here", "On [i E. coli] here" },
  { "tag/all", "<b>a</b><sup>b</sup><sub>c</sub><sc>d</sc>", "[b a][sup b][sub c][sc d]" },
  { "tag/small caps", "<span style=\"font-variant:small-caps;\">a</span>", "[sc a]" },
  { "tag/small caps, spaced", "<span style='font-variant: small-caps'>a</span>", "[sc a]" },
  { "tag/nocase", "<span class=\"nocase\">a</span>", "[nocase a]" },
  { "tag/nodecor", "<span class=\"nodecor\">a</span>", "[nodecor a]" },
  { "tag/nested", "<i>a <i>b <b>c</b></i> d</i>", "[i a [i b [b c]] d]" },
  { "tag/other span", "<i><span class=\"x\">a</span></i>", "[i <span class=\"x\">a</span>]" },
  { "tag/other tag", "<em>a</em>", "<em>a</em>" },
  { "tag/lone open", "a <i>b", "a <i>b" },
  { "tag/lone close", "a</i> b", "a</i> b" },
  { "tag/crossed", "<i>a<b>b</i>c</b>", "[i a<b>b]c</b>" },
  { "tag/less than", "p < 0.05 & q<i", "p < 0.05 & q<i" },
  { "tag/empty pair", "a<i></i>b", "a[i ]b" },

  { "quote/double", "My \"amazing\" title", "My {amazing} title" },
  { "quote/typographic", "My “amazing” title", "My {amazing} title" },
  { "quote/german", "„Ja“, nein", "{Ja}, nein" },
  { "quote/guillemets", "«Oui», non", "{Oui}, non" },
  { "quote/french spacing", "His « Anonymous » Life", "His «\u202fAnonymous\u202f» Life" }, /* punctuation_FrenchOrthography */
  { "quote/french question", "Quoi ? Rien ; oui : non !", "Quoi\u202f? Rien\u202f; oui\u202f: non\u202f!" },
  { "quote/no french question", "a ?b and  ? c", "a ?b and  ? c" },
  { "quote/nested", "\"A 'word' here\"", "{A {word} here}" },
  { "quote/nested at both ends", "\"'So'\"", "{{So}}" },
  { "quote/nested typographic", "“‘So’ he said”", "{{So} he said}" },
  { "quote/bracket", "now (\"<i>My Title</i>\") then", "now ({[i My Title]}) then" }, /* flipflop_SingleQuotesOnItalics */
  { "quote/in tag", "<i>\"So\"</i>", "[i {So}]" },
  { "quote/across tag", "\"a <i>b\" c</i>", "\"a [i b\" c]" },
  { "quote/orphan", "of \"Duties \" of", "of \"Duties \" of" }, /* flipflop_OrphanQuote */
  { "quote/inch", "a 5\" disk", "a 5\" disk" },
  { "quote/after punctuation", "\"So?\" he asked", "{So?} he asked" },
  { "quote/comma", "Speak, \"friend,\" and", "Speak, {friend,} and" },
  { "quote/lone tag between", "\"a <i> b\"", "{a <i> b}" },

  { "apostrophe/inside", "d'Égypte", "d^Égypte" },
  { "apostrophe/typographic", "Why We Can’t Wait", "Why We Can^t Wait" },
  { "apostrophe/start", "(ETFA '09)", "(ETFA ^09)" }, /* flipflop_StartingApostrophe */
  { "apostrophe/in quotes", "\"the dog's\"", "{the dog^s}" },
  { "apostrophe/in single quotes", "'Plato's thought' now", "{Plato^s thought} now" },
  { "apostrophe/plural", "the dogs' bowl", "the dogs^ bowl" },
  { "apostrophe/several", "<span class=\"nocase\">l'''</span>", "[nocase l^^^]" }, /* flipflop_ApostropheInsideTag */
  { "apostrophe/after tag", "<i>Insha</i>'Allah", "[i Insha]^Allah" },
  { "apostrophe/end of tag", "<sc>l'</sc>wow", "[sc l^]wow" },
  { "apostrophe/then quote", "‘Parmenides’ and Plato's thought", "{Parmenides} and Plato^s thought" },
  { "apostrophe/alone", "'", "^" },
};

static const char *const marks[] = { "", "i", "b", "sup", "sub", "sc", "nocase", "nodecor" };

static char *
write_tokens (CslRichField *field)
{
  GString *out = g_string_new (NULL);
  guint n_tokens;
  const CslRichToken *tokens = csl_rich_field_get_tokens (field, &n_tokens);

  for (guint i = 0; i < n_tokens; i++)
    {
      switch (tokens[i].kind)
        {
        case CSL_RICH_TEXT:
          g_string_append_len (out, tokens[i].text, tokens[i].length);
          break;

        case CSL_RICH_OPEN:
          g_string_append_printf (out, "[%s ", marks[tokens[i].mark]);
          break;

        case CSL_RICH_CLOSE:
          g_string_append_c (out, ']');
          break;

        case CSL_RICH_OPEN_QUOTE:
          g_string_append_c (out, '{');
          break;

        case CSL_RICH_CLOSE_QUOTE:
          g_string_append_c (out, '}');
          break;

        case CSL_RICH_APOSTROPHE:
          g_string_append_c (out, '^');
          break;
        }
    }

  return g_string_free_and_steal (out);
}

/* Brackets nest and know each other */
static void
check_nesting (CslRichField *field)
{
  guint n_tokens;
  const CslRichToken *tokens = csl_rich_field_get_tokens (field, &n_tokens);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n_tokens; i++)
    {
      if (tokens[i].kind == CSL_RICH_OPEN || tokens[i].kind == CSL_RICH_OPEN_QUOTE)
        {
          g_assert_cmpuint (tokens[tokens[i].partner].partner, ==, i);
          g_array_append_val (open, i);
        }
      else if (tokens[i].kind == CSL_RICH_CLOSE || tokens[i].kind == CSL_RICH_CLOSE_QUOTE)
        {
          g_assert_cmpuint (open->len, >, 0);
          g_assert_cmpuint (g_array_index (open, guint, open->len - 1), ==, tokens[i].partner);
          g_array_set_size (open, open->len - 1);
        }
    }
  g_assert_cmpuint (open->len, ==, 0);
}

static void
check (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (CslRichField) field = csl_rich_field_parse (self->text, -1);
  g_autofree char *written = write_tokens (field);

  g_assert_cmpstr (written, ==, self->expected);
  check_nesting (field);
}

static void
test_plain (void)
{
  g_autoptr (CslRichField) field = csl_rich_field_new_plain ("<i>a</i>", -1);
  g_autoptr (CslRichField) rich = csl_rich_field_parse ("<i>a</i> \"b\"", -1);
  g_autofree char *plain = csl_rich_field_dup_plain (rich);
  g_autofree char *written = write_tokens (field);

  g_assert_true (csl_rich_field_is_plain (field));
  g_assert_cmpstr (written, ==, "<i>a</i>");
  g_assert_false (csl_rich_field_is_plain (rich));
  g_assert_cmpstr (plain, ==, "a \"b\"");
}

/* Many brackets cost no more than their number */
static void
test_deep (void)
{
  static const char *const pieces[] = { "<i>", "('", "(\"", "<span class=\"x\">", "</i>", "a' ", "a\" ", "“" };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (CslRichField) field = NULL;

      for (guint n = 0; n < 20000; n++)
        g_string_append (text, n < 10000 ? pieces[i] : pieces[(i + 4) % G_N_ELEMENTS (pieces)]);
      field = csl_rich_field_parse (text->str, text->len);
      check_nesting (field);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/rich-field/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], check);
    }
  g_test_add_func ("/rich-field/plain", test_plain);
  g_test_add_func ("/rich-field/deep", test_deep);

  return g_test_run ();
}
