/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding words in a text: what people type is not what publishers set.
 */

#include "config.h"

#include "findable.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *words;
  int n;
  int start; /* of the first */
  int end;
} Case;

static const Case cases[] = {
  { "plain", "A river and a ferry", "river", 1, 2, 7 },
  { "case", "A River", "rIVER", 1, 2, 7 },
  { "none", "A river", "lake", 0, 0, 0 },
  { "empty", "A river", "", 0, 0, 0 },
  { "longer", "ab", "abc", 0, 0, 0 },
  { "whole", "abc", "abc", 1, 0, 3 },
  { "twice", "river, river", "river", 2, 0, 5 },
  { "overlap", "aaaa", "aa", 2, 0, 2 },
  { "accents", "Čeština", "cestina", 1, 0, 7 },
  { "accents typed", "Cestina", "čeština", 1, 0, 7 },
  { "quote", "China’s position", "china's", 1, 0, 7 },
  { "blank", "p. 12", "p. 12", 1, 0, 5 },
  { "sharp s", "Straße und Fluß", "fluß", 1, 11, 15 }, /* one letter stays one: offsets hold */
  { "characters", "ééé river", "river", 1, 4, 9 },     /* not bytes */
};

static void
test_find (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (OffprintMatch));

  offprint_find_in_text (matches, 7, c->text, c->words);

  g_assert_cmpuint (matches->len, ==, c->n);
  if (c->n > 0)
    {
      const OffprintMatch *first = &g_array_index (matches, OffprintMatch, 0);

      g_assert_cmpuint (first->text, ==, 7);
      g_assert_cmpint (first->start, ==, c->start);
      g_assert_cmpint (first->end, ==, c->end);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/findable/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_find);
    }
  return g_test_run ();
}
