/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The vocabulary: every name finds its number and back, and the tables are in
 * the order that the search needs.
 */

#include "config.h"

#include "variables.h"

#include <string.h>

static void
test_variables (void)
{
  for (guint i = CSL_VARIABLE_NONE + 1; i < CSL_N_VARIABLES; i++)
    {
      const char *name = csl_variable_get_name ((CslVariable) i);

      g_assert_cmpint (csl_variable_parse (name, -1), ==, i);
      g_assert_cmpint (csl_variable_get_kind ((CslVariable) i), !=, CSL_VARIABLE_KIND_NONE);
      if (i > 1)
        g_assert_cmpint (strcmp (csl_variable_get_name ((CslVariable) (i - 1)), name), <, 0);
    }
}

static void
test_types (void)
{
  guint n = 0;

  for (guint i = CSL_ITEM_TYPE_NONE + 1; i < CSL_N_ITEM_TYPES; i++)
    {
      g_assert_cmpint (csl_item_type_parse (csl_item_type_get_name ((CslItemType) i), -1), ==, i);
      n++;
    }
  g_assert_cmpuint (n, ==, 45);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *name;
    gssize length;
    CslVariable variable;
  } rows[] = {
    { "title", -1, CSL_VARIABLE_TITLE },
    { "title-short", 5, CSL_VARIABLE_TITLE },
    { "titl", -1, CSL_VARIABLE_NONE },
    { "titles", -1, CSL_VARIABLE_NONE },
    { "", -1, CSL_VARIABLE_NONE },
    { "doi", -1, CSL_VARIABLE_NONE },
    { "DOI", -1, CSL_VARIABLE_DOI },
    { "event", -1, CSL_VARIABLE_EVENT },
    { "shortTitle", -1, CSL_VARIABLE_TITLE_SHORT },
    { "archive_location", -1, CSL_VARIABLE_ARCHIVE_LOCATION },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (csl_variable_parse (rows[i].name, rows[i].length), ==, rows[i].variable);

  g_assert_cmpint (csl_item_type_parse ("article-journal", 7), ==, CSL_ITEM_TYPE_ARTICLE);
  g_assert_cmpint (csl_item_type_parse ("articles", -1), ==, CSL_ITEM_TYPE_NONE);
}

static void
test_kinds (void)
{
  g_assert_cmpint (csl_variable_get_kind (CSL_VARIABLE_ISSUED), ==, CSL_VARIABLE_KIND_DATE);
  g_assert_cmpint (csl_variable_get_kind (CSL_VARIABLE_EDITOR), ==, CSL_VARIABLE_KIND_NAMES);
  g_assert_cmpint (csl_variable_get_kind (CSL_VARIABLE_VOLUME), ==, CSL_VARIABLE_KIND_NUMBER);
  g_assert_cmpint (csl_variable_get_kind (CSL_VARIABLE_TITLE), ==, CSL_VARIABLE_KIND_TEXT);
  g_assert_cmpint (csl_variable_get_short (CSL_VARIABLE_TITLE), ==, CSL_VARIABLE_TITLE_SHORT);
  g_assert_cmpint (csl_variable_get_short (CSL_VARIABLE_TITLE_SHORT), ==, CSL_VARIABLE_NONE);
  g_assert_true (csl_variable_is_title (CSL_VARIABLE_CONTAINER_TITLE_SHORT));
  g_assert_false (csl_variable_is_title (CSL_VARIABLE_PUBLISHER));
}

static void
test_set (void)
{
  CslVariableSet set = { 0 };
  CslVariableSet other = { 0 };

  csl_variable_set_add (&set, CSL_VARIABLE_DOI);
  csl_variable_set_add (&other, CSL_VARIABLE_YEAR_SUFFIX);
  csl_variable_set_unite (&set, &other);
  g_assert_true (csl_variable_set_has (&set, CSL_VARIABLE_DOI));
  g_assert_true (csl_variable_set_has (&set, CSL_VARIABLE_YEAR_SUFFIX));
  g_assert_false (csl_variable_set_has (&set, CSL_VARIABLE_TITLE));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/variables/round-trip", test_variables);
  g_test_add_func ("/variables/types", test_types);
  g_test_add_func ("/variables/parse", test_parse);
  g_test_add_func ("/variables/kinds", test_kinds);
  g_test_add_func ("/variables/set", test_set);

  return g_test_run ();
}
