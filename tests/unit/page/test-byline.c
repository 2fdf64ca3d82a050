/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names in a line: “family|given|suffix”, or one that stays whole.
 */

#include "config.h"

#include "byline.h"
#include "json-value.h"

static const struct
{
  const char *text;
  const char *expected;
} names[] = {
  { "Vaswani, Ashish", "Vaswani|Ashish|" },
  { "Ashish Vaswani", "Vaswani|Ashish|" },
  { " Michael L.  Anderson ", "Anderson|Michael L.|" },
  { "Todd J", "Todd|J.|" },
  { "de la Cruz JM", "de la Cruz|J. M.|" },
  { "D N Astrov", "Astrov|D N|" },
  { "Jan van der Meer", "van der Meer|Jan|" },
  { "Ann Roe, MD, PhD", "Roe|Ann|" },
  { "Dr. Ann Roe*", "Roe|Ann|" },
  { "Martin King, Jr.", "King|Martin|Jr." },
  { "Martin King Jr.", "King|Martin|Jr." },
  { "by Ann Roe1,2", "Roe|Ann|" },
  { "Yannick\302\240R. Brunet", "Brunet|Yannick R.|" },
  { "The Tide Consortium", "The Tide Consortium" },
  { "World Health Organization", "World Health Organization" },
  { "Plato", "Plato" },
  { "ann@example.org", "" },
  { "https://example.org/", "" },
  { " ,; ", "" },
};

static void
test_name (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (JsonObject) name = offprint_byline_name (names[i].text);
  const char *family = offprint_json_get_string (name, "family");
  const char *given = offprint_json_get_string (name, "given");
  const char *suffix = offprint_json_get_string (name, "suffix");
  const char *literal = offprint_json_get_string (name, "literal");
  g_autofree char *found = NULL;

  if (family == NULL)
    found = g_strdup (literal != NULL ? literal : "");
  else
    found = g_strdup_printf ("%s|%s|%s", family, given != NULL ? given : "", suffix != NULL ? suffix : "");
  g_assert_cmpstr (found, ==, names[i].expected);
}

static const struct
{
  const char *text;
  const char *expected;
} lines[] = {
  { "Roe, Ann", "Roe, Ann" },
  { "Ann Roe; Cy Doe", "Ann Roe/Cy Doe" },
  { "Roe, Ann; Doe, Cy", "Roe, Ann/Doe, Cy" },
  { "Ann B. Roe, Cy Doe, and Ed Foe", "Ann B. Roe/Cy Doe/Ed Foe" },
  { "Kumar, R., Kaur, M., Garsa, A.K.", "Kumar, R./Kaur, M./Garsa, A.K." },
  { "Ann Roe and Cy Doe", "Ann Roe/Cy Doe" },
  { "David Lucca, Jonathan H. Wright", "David Lucca/Jonathan H. Wright" },
};

static void
test_line (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GPtrArray) found = offprint_byline_split (lines[i].text);
  g_autofree char *joined = NULL;

  g_ptr_array_add (found, NULL);
  joined = g_strjoinv ("/", (char **) found->pdata);
  g_assert_cmpstr (joined, ==, lines[i].expected);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("/page/byline/name/%zu", i);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_name);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *path = g_strdup_printf ("/page/byline/line/%zu", i);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_line);
    }
  return g_test_run ();
}
