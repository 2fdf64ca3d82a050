/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Initials of given names, each row of the kind that a fixture pins.
 */

#include "config.h"

#include "initials.h"

typedef struct
{
  const char *path;
  const char *given;
  const char *ending;
  gboolean initialize;
  gboolean with_hyphen;
  const char *expected;
} Case;

static const Case cases[] = {
  { "one", "Grace", ". ", TRUE, TRUE, "G." },
  { "three", "Grace Brewster Murray", ". ", TRUE, TRUE, "G. B. M." },
  { "no blank", "Grace Brewster Murray", ".", TRUE, TRUE, "G.B.M." },
  { "empty ending", "Grace Brewster Murray", "", TRUE, TRUE, "GBM" },
  { "blank ending", "Grace B. Murray", " ", TRUE, TRUE, "G B M" },
  { "accent", "Émilie", ".", TRUE, TRUE, "É." },

  /* name_InitialsInitializeTrue, TrueEmpty, TruePeriodSpace */
  { "all capitals", "KL", ". ", TRUE, TRUE, "K." },
  { "period between", "K.L", ". ", TRUE, TRUE, "K. L." },
  { "period behind", "K L.", " ", TRUE, TRUE, "K L" },
  { "name and initials", "Rosa K.L.", "", TRUE, TRUE, "RKL" },
  { "abbreviated capitals", "KL.", ". ", TRUE, TRUE, "KL." },
  { "abbreviation", "Kl.", " ", TRUE, TRUE, "Kl" },
  { "abbreviation and initials", "Th.K.L.", ". ", TRUE, TRUE, "Th. K. L." },
  { "abbreviation apart", "Th. K.L.", "", TRUE, TRUE, "ThKL" },

  /* name_InitialsInitializeFalse, FalsePeriod */
  { "not: all capitals", "KL", ".", FALSE, TRUE, "KL" },
  { "not: period between", "K.L", ".", FALSE, TRUE, "K.L." },
  { "not: period between, blank", "K.L", " ", FALSE, TRUE, "K L" },
  { "not: name and initials", "Rosa K.L.", ".", FALSE, TRUE, "Rosa K.L." },
  { "not: name and initials, blank", "Rosa K.L.", " ", FALSE, TRUE, "Rosa K L" },
  { "not: initial and name", "K. Rosa", ".", FALSE, TRUE, "K. Rosa" },
  { "not: abbreviation apart", "Th. K.L.", ".", FALSE, TRUE, "Th.K.L." },
  { "not: hyphen", "Anne-Lise M", ". ", FALSE, TRUE, "Anne-Lise M." },
  { "not: hyphened initials", "A.-L.", ". ", FALSE, TRUE, "A.-L." },

  /* name_CeltsAndToffsCrowdedInitials */
  { "particle", "Rosa Maria de Lima Paz", ".", TRUE, TRUE, "R.M. de L.P." },
  { "particle, blank", "Rosa Maria de Lima Paz", ". ", TRUE, TRUE, "R. M. de L. P." },
  { "particle last", "Rosa de", ". ", TRUE, TRUE, "R. de" },

  { "two capitals", "CZhenya", ".", TRUE, TRUE, "Cz." }, /* name_LongAbbreviation */
  { "inner capital", "McKenzie", ".", TRUE, TRUE, "M." },

  { "hyphen", "Anne-Lise", ".", TRUE, TRUE, "A.-L." },
  { "hyphen, blank", "Anne-Lise", ". ", TRUE, TRUE, "A.-L." },
  { "hyphen, empty", "Anne-Lise", "", TRUE, TRUE, "A-L" },
  { "hyphen off", "Anne-Lise", ".", TRUE, FALSE, "A.L." },   /* name_CeltsAndToffsNoHyphens */
  { "lower second part", "Xiao-ming", "", TRUE, TRUE, "X" }, /* name_LowercaseSurnameSuffix */
  { "lower second part and more", "Xiao-ming Lee", ". ", TRUE, TRUE, "X. L." },

  /* name_InTextMarkupNormalizeInitials */
  { "tag", "<b>Rosa</b> Maria", ". ", TRUE, TRUE, "<b>R.</b> M." },
  { "tag and hyphen", "<b>R</b>-M", ". ", TRUE, TRUE, "<b>R.</b>-M." },

  { "chinese", "眞男", ". ", TRUE, TRUE, "眞男" },
  { "cyrillic", "Юрий Михайлович", ". ", TRUE, TRUE, "Ю. М." },
  { "empty", "", ". ", TRUE, TRUE, "" },
  { "blanks", "  ", ". ", TRUE, TRUE, "" },
  { "hyphens", "--", ". ", TRUE, TRUE, "" },
  { "not a tag", "<", ". ", TRUE, TRUE, "<" },
};

static void
check (gconstpointer data)
{
  const Case *self = data;
  g_autofree char *initials = csl_initials_format (self->given, self->ending, self->initialize, self->with_hyphen);

  g_assert_cmpstr (initials, ==, self->expected);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/initials/format/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], check);
    }

  return g_test_run ();
}
