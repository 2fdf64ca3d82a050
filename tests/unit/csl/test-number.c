/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Number variables and locators as people write them.
 */

#include "config.h"

#include "number.h"

typedef struct
{
  const char *path;
  const char *text;
  gboolean is_numeric;
  gboolean is_plural;
  const char *numeric;
  const char *ordinal;
  const char *roman;
} Case;

static const Case cases[] = {
  { "one", "5", TRUE, FALSE, "5", "5.", "v" },
  { "suffix", "5th", TRUE, FALSE, "5th", "5th", "5th" },
  { "prefix", "D2", TRUE, FALSE, "D2", "D2", "D2" },
  { "leading zero", "01790", TRUE, FALSE, "01790", "01790", "01790" },
  { "range", "2-4", TRUE, TRUE, "2–4", "2.–4.", "ii–iv" },
  { "range spaced", "2 - 4", TRUE, TRUE, "2–4", "2.–4.", "ii–iv" },
  { "range with dash", "2–4", TRUE, TRUE, "2–4", "2.–4.", "ii–iv" },
  { "range with two hyphens", "2--4", TRUE, TRUE, "2–4", "2.–4.", "ii–iv" },
  { "range of letters", "S12-S15", TRUE, TRUE, "S12–S15", "S12–S15", "S12–S15" },
  { "range of unlike", "S12-15", TRUE, TRUE, "S12-15", "S12-15.", "S12-xv" },
  { "date", "2023-08-28", TRUE, TRUE, "2023-08-28", "2023.-08-28.", "mmxxiii-08-xxviii" },
  { "escaped", "3\\-5", TRUE, FALSE, "3-5", "3.-5.", "iii-v" },
  { "escaped letter", "3\\-B", FALSE, FALSE, "3-B", "3-B", "3-B" },
  { "list", "2, 4", TRUE, TRUE, "2, 4", "2., 4.", "ii, iv" },
  { "list unspaced", "2,4", TRUE, TRUE, "2, 4", "2., 4.", "ii, iv" },
  { "ampersand", "2&4", TRUE, TRUE, "2 + 4", "2. + 4.", "ii + iv" },
  { "and", "2 and 4", TRUE, TRUE, "2 and 4", "2. and 4.", "ii and iv" },
  { "locale's and", "2 et 4", TRUE, TRUE, "2 et 4", "2. et 4.", "ii et iv" },
  { "comma and", "2, et 4", TRUE, TRUE, "2, et 4", "2., et 4.", "ii, et iv" },
  { "all", "5–6, 8-10 & 12", TRUE, TRUE, "5–6, 8–10 + 12", "5.–6., 8.–10. + 12.", "v–vi, viii–x + xii" },
  { "roman", "xii", TRUE, FALSE, "xii", "xii", "xii" },
  { "roman range", "i-ix", TRUE, TRUE, "i–ix", "i–ix", "i–ix" },
  { "roman capital", "XII", FALSE, FALSE, "XII", "XII", "XII" },
  { "word of roman letters", "civil", FALSE, FALSE, "civil", "civil", "civil" },
  { "slash", "3/4", TRUE, FALSE, "3/4", "3/4", "3/4" },
  { "letters and slashes", "A/42/427", FALSE, FALSE, "A/42/427", "A/42/427", "A/42/427" },
  { "sign", "2ª", TRUE, FALSE, "2ª", "2ª", "2ª" },
  { "decimal", "3.5", FALSE, FALSE, "3.5", "3.5", "3.5" },
  { "word", "second", FALSE, FALSE, "second", "second", "second" },
  { "number and word", "5 ed.", FALSE, FALSE, "5 ed.", "5 ed.", "5 ed." },
  { "sentence", "2002, amended on 1, and 2017", FALSE, FALSE, "2002, amended on 1, and 2017",
    "2002, amended on 1, and 2017", "2002, amended on 1, and 2017" },
  { "names", "Michelson-Morley", FALSE, FALSE, "Michelson-Morley", "Michelson-Morley", "Michelson-Morley" },
  { "passim", "3-5 passim", FALSE, TRUE, "3-5 passim", "3-5 passim", "3-5 passim" },
  { "word before", "Article 5-6", FALSE, FALSE, "Article 5-6", "Article 5-6", "Article 5-6" },
  { "open", "5-", FALSE, FALSE, "5-", "5-", "5-" },
  { "negative", "-5", FALSE, FALSE, "-5", "-5", "-5" },
  { "two separators", "5,,6", FALSE, TRUE, "5,,6", "5,,6", "5,,6" },
  { "empty", "", FALSE, FALSE, "", "", "" },
  { "blank", " ", FALSE, FALSE, " ", " ", " " },
  { "hyphen", "-", FALSE, FALSE, "-", "-", "-" },
  { "huge", "99999999999999999999", TRUE, FALSE, "99999999999999999999", "99999999999999999999", "99999999999999999999" },
};

typedef struct
{
  const char *path;
  const char *text;
  const char *label;
  const char *stretches; /* each as before[value] */
} LocatorCase;

static const LocatorCase locators[] = {
  { "plain", "45", NULL, "[45]" },
  { "plural", "45-47", NULL, "[45-47]s" },
  { "blank before", " 666", NULL, "[666]" },
  { "label", "vol. 1", "volume", "[1]" },
  { "two", "vol. 1, fol. 186-8, May", "volume", "[1], fol. [186-8, May]s" },
  { "second alone", "367-368, fig. 333", NULL, "[367-368]s, fig. [333]" },
  { "sign", "§5", "section", "[5]" },
  { "two signs", "§§ 5-7", "section", "[5-7]s" },
  { "word", "page 3", "page", "[3]" },
  { "longer word", "pagesetter", NULL, "[pagesetter]" },
  { "label alone", "vol.", NULL, "[vol.]" },
  { "quoted", "\"gargoyle\"", NULL, "[\"gargoyle\"]" },
  { "empty", "", NULL, "[]" },
  { "commas", ",, ,", NULL, "[,, ,]" },
};

static char *
give_ordinal (guint         value,
              CslNumberForm form,
              gpointer      user_data)
{
  return g_strdup_printf ("%u.", value);
}

static void
check (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (CslNumber) number = csl_number_parse (self->text, -1, "et");
  g_autofree char *numeric = csl_number_format (number, CSL_NUMBER_FORM_NUMERIC, "–", "+", NULL, NULL);
  g_autofree char *ordinal = csl_number_format (number, CSL_NUMBER_FORM_ORDINAL, "–", "+", give_ordinal, NULL);
  g_autofree char *roman = csl_number_format (number, CSL_NUMBER_FORM_ROMAN, "–", "+", NULL, NULL);

  g_assert_cmpint (csl_number_is_numeric (number), ==, self->is_numeric);
  g_assert_cmpint (csl_number_is_plural (number), ==, self->is_plural);
  g_assert_cmpstr (numeric, ==, self->numeric);
  g_assert_cmpstr (ordinal, ==, self->ordinal);
  g_assert_cmpstr (roman, ==, self->roman);
}

static void
check_locator (gconstpointer data)
{
  const LocatorCase *self = data;
  g_autoptr (GArray) parts = csl_locator_parse (self->text, NULL);
  g_autoptr (GString) out = g_string_new (NULL);

  g_assert_cmpstr (g_array_index (parts, CslLocatorPart, 0).label, ==, self->label);
  for (guint i = 0; i < parts->len; i++)
    {
      const CslLocatorPart *part = &g_array_index (parts, CslLocatorPart, i);

      g_string_append_printf (out, "%s[%s]%s", part->before, part->value, part->is_plural ? "s" : "");
    }
  g_assert_cmpstr (out->str, ==, self->stretches);
}

static void
test_roman (void)
{
  static const struct
  {
    guint value;
    const char *expected;
  } rows[] = {
    { 0, "0" },
    { 1, "i" },
    { 42, "xlii" },
    { 1994, "mcmxciv" },
    { 3999, "mmmcmxcix" },
    { 4000, "4000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *roman = csl_number_format_roman (rows[i].value);

      g_assert_cmpstr (roman, ==, rows[i].expected);
    }
}

static void
test_labels (void)
{
  g_assert_cmpstr (csl_locator_parse_label (NULL), ==, "page");
  g_assert_cmpstr (csl_locator_parse_label (""), ==, "page");
  g_assert_cmpstr (csl_locator_parse_label ("sub verbo"), ==, "sub-verbo");
  g_assert_cmpstr (csl_locator_parse_label ("chapter"), ==, "chapter");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/number/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], check);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (locators); i++)
    {
      g_autofree char *path = g_strconcat ("/locator/", locators[i].path, NULL);

      g_test_add_data_func (path, &locators[i], check_locator);
    }
  g_test_add_func ("/number/as-roman", test_roman);
  g_test_add_func ("/locator/label-of-cite", test_labels);

  return g_test_run ();
}
