/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that a search takes for one, and runs of marks that cost no more than their length.
 */

#include "config.h"

#include "fold.h"

#include <string.h>

static const struct
{
  const char *path;
  const char *text;
  const char *folded;
} cases[] = {
  { "empty", "", "" },
  { "ascii", "APA (7th ed.)", "apa (7th ed.)" },
  { "accents", "Universit\u00e9", "universite" },
  { "decomposed", "Universite\u0301", "universite" },
  { "sharp-s", "Stra\u00dfe STRASSE", "strasse strasse" },
  { "ligature", "\ufb01nance", "finance" },
  { "greek", "\u1f08\u03b8\u03ae\u03bd\u03b1\u03b9", "\u03b1\u03b8\u03b7\u03bd\u03b1\u03b9" },
  { "vietnamese", "Ti\u1ebfng Vi\u1ec7t", "tieng viet" },
  { "han", "\u6f22\u5b57", "\u6f22\u5b57" },
  { "full-width", "\uff21\uff30\uff21", "apa" },
  { "dash", "a\u2013b", "a\u2013b" },
};

static void
test_fold (gconstpointer data)
{
  g_autofree char *folded = offprint_text_fold (cases[GPOINTER_TO_UINT (data)].text);

  g_assert_cmpstr (folded, ==, cases[GPOINTER_TO_UINT (data)].folded);
}

/* GLib's normalisation takes minutes for this */
static void
test_marks (void)
{
  g_autoptr (GString) text = g_string_new ("a");
  g_autofree char *folded = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append (text, i % 2 == 0 ? "\u0301" : "\u0323");
  folded = offprint_text_fold (text->str);
  g_assert_cmpstr (folded, ==, "a");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/fold/", cases[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_fold);
    }
  g_test_add_func ("/fold/marks", test_marks);
  return g_test_run ();
}
