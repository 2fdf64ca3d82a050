/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Case: of fields with mark-up, by language.
 */

#include "config.h"

#include "text-case.h"

typedef struct
{
  const char *path;
  CslTextCase text_case;
  const char *text;
  const char *expected; /* without tags */
  const char *language;
} Case;

#define TITLE    CSL_TEXT_CASE_TITLE
#define SENTENCE CSL_TEXT_CASE_SENTENCE
#define FIRST    CSL_TEXT_CASE_CAPITALIZE_FIRST
#define ALL      CSL_TEXT_CASE_CAPITALIZE_ALL
#define UPPER    CSL_TEXT_CASE_UPPERCASE
#define LOWER    CSL_TEXT_CASE_LOWERCASE

static const Case cases[] = {
  { "title/words", TITLE, "The quiet history of a town", "The Quiet History of a Town", "en" },
  { "title/stop word first", TITLE, "of mice", "Of Mice", "en-GB" },
  { "title/stop word last", TITLE, "what it is for", "What It Is For", "en" },
  { "title/stop word last in brackets", TITLE, "an end (of)", "An End (Of)", "en" },
  { "title/after colon", TITLE, "ants: a life", "Ants: A Life", "en" },
  { "title/after question mark", TITLE, "ants? the end", "Ants? The End", "en" },
  { "title/capitals stay", TITLE, "the iPhone in the UK", "The iPhone in the UK", "en" },
  { "title/all capitals stay", TITLE, "UK", "UK", "en" },
  { "title/initials", TITLE, "Review by A.N. author", "Review by A.N. Author", "en" },
  { "title/hyphens", TITLE, "out-of-fashion ideas", "Out-of-Fashion Ideas", "en" },
  { "title/stop word before hyphen", TITLE, "new pro-social acts", "New Pro-Social Acts", "en" },
  { "title/em dash", TITLE, "core traits—self-esteem—with work", "Core Traits—Self-Esteem—with Work", "en" },
  { "title/no-break space", TITLE, "the 1600\u00a0eruption of it", "The 1600\u00a0Eruption of It", "en" },
  { "title/quotes", TITLE, "from \"far\" to \"near by\": a way", "From \"Far\" to \"near by\": A Way", "en" },
  { "title/apostrophe", TITLE, "the town's men don’t", "The Town's Men Don’t", "en" },
  { "title/particle with apostrophe", TITLE, "John d'Doe comes", "John d'Doe Comes", "en" },
  { "title/particle", TITLE, "John von Doe comes", "John von Doe Comes", "en" },
  { "title/nocase", TITLE, "this is a <span class=\"nocase\">smith</span> pencil", "This Is a smith Pencil", "en" },
  { "title/nocase last", TITLE, "the <span class=\"nocase\">mirror of</span> the <span class=\"nocase\">universe</span>",
    "The mirror of the universe", "en" },
  { "title/implicit nocase", TITLE, "my <sc>small caps</sc> in a <sup>big</sup> title", "My small caps in a big Title", "en" },
  { "title/tag in word", TITLE, "the <i>e</i>xample and co<sub>2</sub> too", "The Example and Co2 Too", "en" },
  { "title/other script", TITLE, "water of β-carotene and γ", "Water of β-Carotene and γ", "en" },
  { "title/accent", TITLE, "about arvâsî and éclat", "About Arvâsî and Éclat", "en" },
  { "title/entity", TITLE, "ants &amp; bees and wasps", "Ants &amp; Bees and Wasps", "en" },
  { "title/stops", TITLE, "on comp.os.minix and e.g. it", "On Comp.Os.Minix and e.g. It", "en" },
  { "title/german", TITLE, "Ein kleines buch", "Ein kleines buch", "de" },
  { "title/three letters", TITLE, "a small book", "A Small Book", "eng" },
  { "title/single letter", TITLE, "the n-person e", "The N-Person e", "en" },
  { "title/number last", TITLE, "the act of 1964", "The Act of 1964", "en" },
  { "title/formula last", TITLE, "kinds of sl_(n+1)", "Kinds of Sl_(N+1)", "en" },
  { "title/no language", TITLE, "a small book", "a small book", NULL },
  { "title/not english", TITLE, "a small book", "a small book", "enm" },
  { "title/empty", TITLE, "", "", "en" },
  { "title/no words", TITLE, "… – …", "… – …", "en" },

  { "sentence/words", SENTENCE, "This is a Pen that is a <span class=\"nocase\">Smith</span> Pencil",
    "This is a pen that is a Smith pencil", "en" },
  { "sentence/all capitals", SENTENCE, "A SMALL BOOK", "A small book", "en" },
  { "sentence/first word", SENTENCE, "mRNA In Cells", "mRNA in cells", "en" },
  { "sentence/first word in capitals", SENTENCE, "DNA in Cells", "DNA in cells", "en" },
  { "sentence/low first", SENTENCE, "ants And Bees", "Ants and bees", "en" },

  { "first/words", FIRST, "this is a Pen", "This is a Pen", "en" },
  { "first/tag", FIRST, "<i>this</i> is", "This is", "en" },
  { "first/quote", FIRST, "\"this\" is", "\"This\" is", "en" },
  { "first/nocase", FIRST, "<span class=\"nocase\">this</span> is", "this is", "en" },
  { "first/inner capital", FIRST, "eBay sells", "eBay sells", "en" },
  { "first/digit", FIRST, "1st world war", "1st world war", "en" },
  { "first/cyrillic", FIRST, "избранные статьи", "Избранные статьи", "ru" },
  { "first/turkish", FIRST, "istanbul", "İstanbul", "tr" },

  { "all/words", ALL, "This IS a Pen that is a <span class=\"nocase\">SMITH</span> Pencil",
    "This IS A Pen That Is A SMITH Pencil", "en" },
  { "all/nodecor", ALL, "roe <span class=\"nodecor\">v.</span> wade", "Roe v. Wade", "en" },
  { "all/stops", ALL, "u.s. army", "U.S. Army", "en" },

  { "upper/words", UPPER, "A <span class=\"nocase\">Smith</span> pencil", "A Smith PENCIL", "en" },
  { "upper/sharp s", UPPER, "straße", "STRASSE", "de" },
  { "upper/turkish", UPPER, "ic and ıd", "İC AND ID", "tr" },
  { "upper/greek", UPPER, "Αθήνα", "ΑΘΗΝΑ", "el" },
  { "upper/bad tag", UPPER, "ic", "IC", "%%%" },
  { "lower/words", LOWER, "A <span class=\"nocase\">Smith</span> Pencil", "a Smith pencil", "en" },
  { "lower/final sigma", LOWER, "ΟΔΟΣ", "οδος", "en" },
  { "none", CSL_TEXT_CASE_NONE, "as It is", "as It is", "en" },
};

static void
check (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (CslRichField) field = csl_rich_field_parse (self->text, -1);
  g_autoptr (CslRichField) changed = csl_text_case_apply (self->text_case, field, self->language);
  g_autofree char *text = csl_rich_field_dup_plain (changed);
  guint n_before, n_after;

  csl_rich_field_get_tokens (field, &n_before);
  csl_rich_field_get_tokens (changed, &n_after);
  g_assert_cmpstr (text, ==, self->expected);
  g_assert_cmpuint (n_before, ==, n_after);
}

static void
test_plain (void)
{
  g_autofree char *text = csl_text_case_apply_plain (CSL_TEXT_CASE_UPPERCASE, "<i>ab</i> rest", 9, "en");

  g_assert_cmpstr (text, ==, "<I>AB</I>");
}

static void
test_names (void)
{
  g_assert_cmpint (csl_text_case_parse ("title", -1), ==, CSL_TEXT_CASE_TITLE);
  g_assert_cmpint (csl_text_case_parse ("capitalize-first", -1), ==, CSL_TEXT_CASE_CAPITALIZE_FIRST);
  g_assert_cmpint (csl_text_case_parse ("titles", -1), ==, CSL_TEXT_CASE_NONE);
  g_assert_cmpint (csl_text_case_parse ("titles", 5), ==, CSL_TEXT_CASE_TITLE);
}

static void
test_language (void)
{
  g_assert_cmpstr (csl_text_case_choose_language (NULL, "de"), ==, "de");
  g_assert_cmpstr (csl_text_case_choose_language ("en", "de"), ==, "en");
  g_assert_cmpstr (csl_text_case_choose_language ("en-GB", "de"), ==, "en-GB");
  g_assert_cmpstr (csl_text_case_choose_language ("english", "de"), ==, "de");
  g_assert_cmpstr (csl_text_case_choose_language ("en or so", "de"), ==, "de");
  g_assert_cmpstr (csl_text_case_choose_language ("", "de"), ==, "de");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text-case/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], check);
    }
  g_test_add_func ("/text-case/plain", test_plain);
  g_test_add_func ("/text-case/names", test_names);
  g_test_add_func ("/text-case/language", test_language);

  return g_test_run ();
}
