/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates in their two forms and as people read them: CSL-JSON 1.0.2; EDTF, Library of
 * Congress, 2019.
 */

#include "config.h"

#include "date.h"

typedef struct
{
  const char *path;
  const char *in;
  const char *edtf; /* NULL: a literal, or no date */
  const char *csl;  /* NULL: no date */
  const char *shown;
} Case;

#define PARTS(json) "{\"date-parts\":" json "}"

static const Case csl_cases[] = {
  { "year", PARTS ("[[2022]]"), "2022", PARTS ("[[2022]]"), "2022" },
  { "month", PARTS ("[[2022,5]]"), "2022-05", PARTS ("[[2022,5]]"), "May 2022" },
  { "day", PARTS ("[[2022,5,1]]"), "2022-05-01", PARTS ("[[2022,5,1]]"), "1 May 2022" },
  { "strings", PARTS ("[[\"2022\",\"5\",\"01\"]]"), "2022-05-01", PARTS ("[[2022,5,1]]"), "1 May 2022" },
  { "floats", PARTS ("[[2022.0,5.0]]"), "2022-05", PARTS ("[[2022,5]]"), "May 2022" },
  { "flat", PARTS ("[2022,5]"), "2022-05", PARTS ("[[2022,5]]"), "May 2022" },
  { "null-inside", PARTS ("[[null]]"), NULL, NULL, NULL },
  { "empty-inside", PARTS ("[[]]"), NULL, NULL, NULL },
  { "empty", PARTS ("[]"), NULL, NULL, NULL },
  { "year-and-null", PARTS ("[[2022,null,null]]"), "2022", PARTS ("[[2022]]"), "2022" },
  { "wrong-month", PARTS ("[[2022,17]]"), "2022", PARTS ("[[2022]]"), "2022" },
  { "wrong-day", PARTS ("[[2022,2,30]]"), "2022-02", PARTS ("[[2022,2]]"), "February 2022" },
  { "huge-year", PARTS ("[[99999999999]]"), NULL, NULL, NULL },
  { "no-object", "[2022]", NULL, NULL, NULL },
  { "boolean", "true", NULL, NULL, NULL },
  { "number", "2022", "2022", PARTS ("[[2022]]"), "2022" },
  { "range", PARTS ("[[2019],[2020]]"), "2019/2020", PARTS ("[[2019],[2020]]"), "2019–2020" },
  { "range-of-months", PARTS ("[[2019,5],[2020,6]]"), "2019-05/2020-06", PARTS ("[[2019,5],[2020,6]]"), "May 2019 – June 2020" },
  { "range-open", PARTS ("[[2019],[0]]"), "2019/..", PARTS ("[[2019],[0]]"), "2019–" },
  { "range-with-junk", PARTS ("[[2019],[null]]"), "2019", PARTS ("[[2019]]"), "2019" },
  { "season", "{\"date-parts\":[[2019]],\"season\":1}", "2019-21", "{\"date-parts\":[[2019]],\"season\":1}", "Spring 2019" },
  { "season-string", "{\"date-parts\":[[2019]],\"season\":\"3\"}", "2019-23", "{\"date-parts\":[[2019]],\"season\":3}", "Autumn 2019" },
  { "season-name", "{\"date-parts\":[[2019]],\"season\":\"Winter\"}", "2019-24", "{\"date-parts\":[[2019]],\"season\":4}", "Winter 2019" },
  { "season-as-month", PARTS ("[[2019,22]]"), "2019-22", "{\"date-parts\":[[2019]],\"season\":2}", "Summer 2019" },
  { "circa", "{\"date-parts\":[[1850]],\"circa\":true}", "1850~", "{\"date-parts\":[[1850]],\"circa\":true}", "c. 1850" },
  { "circa-number", "{\"date-parts\":[[1850]],\"circa\":1}", "1850~", "{\"date-parts\":[[1850]],\"circa\":true}", "c. 1850" },
  { "circa-false", "{\"date-parts\":[[1850]],\"circa\":\"false\"}", "1850", PARTS ("[[1850]]"), "1850" },
  { "literal", "{\"literal\":\"forthcoming\"}", NULL, "{\"literal\":\"forthcoming\"}", "forthcoming" },
  { "raw", "{\"raw\":\"2020-05-01\"}", "2020-05-01", PARTS ("[[2020,5,1]]"), "1 May 2020" },
  { "raw-words", "{\"raw\":\"May the first\"}", NULL, "{\"literal\":\"May the first\"}", "May the first" },
  { "bc", PARTS ("[[-44,3,15]]"), "-0043-03-15", PARTS ("[[-44,3,15]]"), "15 March 44 BC" },
};

static const Case edtf_cases[] = {
  { "year", "2022", "2022", PARTS ("[[2022]]"), "2022" },
  { "old", "1689", "1689", PARTS ("[[1689]]"), "1689" },
  { "month", "2022-05", "2022-05", PARTS ("[[2022,5]]"), "May 2022" },
  { "day", "2022-05-01", "2022-05-01", PARTS ("[[2022,5,1]]"), "1 May 2022" },
  { "time", "2022-05-01T12:00:00Z", "2022-05-01", PARTS ("[[2022,5,1]]"), "1 May 2022" },
  { "season", "2022-21", "2022-21", "{\"date-parts\":[[2022]],\"season\":1}", "Spring 2022" },
  { "approximate", "1850~", "1850~", "{\"date-parts\":[[1850]],\"circa\":true}", "c. 1850" },
  { "uncertain", "1850?", "1850~", "{\"date-parts\":[[1850]],\"circa\":true}", "c. 1850" },
  { "decade", "198X", "1980/1989", PARTS ("[[1980],[1989]]"), "1980–1989" },
  { "unknown-day", "2004-06-XX", "2004-06", PARTS ("[[2004,6]]"), "June 2004" },
  { "interval", "2019/2020", "2019/2020", PARTS ("[[2019],[2020]]"), "2019–2020" },
  { "interval-open", "2019/..", "2019/..", PARTS ("[[2019],[0]]"), "2019–" },
  { "interval-unknown", "2019/", "2019/..", PARTS ("[[2019],[0]]"), "2019–" },
  { "interval-from-open", "../2020", "../2020", PARTS ("[[2020]]"), "–2020" },
  { "one-bc", "0000", "0000", PARTS ("[[-1]]"), "1 BC" },
  { "long-year", "Y12000", "Y12000", PARTS ("[[12000]]"), "12000" },
  { "words", "May 2022", NULL, NULL, NULL },
  { "american", "05/01/2022", NULL, NULL, NULL },
  { "month-13", "2022-13", NULL, NULL, NULL },
  { "two-digits", "22", NULL, NULL, NULL },
  { "nothing", "", NULL, NULL, NULL },
  { "only-slash", "/", NULL, NULL, NULL },
  { "tail", "2022-05-01x", NULL, NULL, NULL },
};

static void
check (OffprintDate *date,
       const Case   *row)
{
  g_autofree char *edtf = NULL;
  g_autofree char *csl = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (OffprintDate) again = NULL;

  if (row->csl == NULL)
    {
      g_assert_null (date);
      return;
    }
  g_assert_nonnull (date);
  edtf = offprint_date_to_edtf (date);
  node = offprint_date_to_csl (date);
  csl = json_to_string (node, FALSE);
  shown = offprint_date_dup_shown (date);
  g_assert_cmpstr (edtf, ==, row->edtf);
  g_assert_cmpstr (csl, ==, row->csl);
  g_assert_cmpstr (shown, ==, row->shown);
  if (edtf == NULL)
    return;
  again = offprint_date_new_from_edtf (edtf);
  g_assert_nonnull (again);
  g_assert_cmpint (offprint_date_compare (date, again), ==, 0);
}

static void
test_csl (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (JsonNode) node = json_from_string (row->in, NULL);
  g_autoptr (OffprintDate) date = offprint_date_new_from_csl (node);

  check (date, row);
}

static void
test_edtf (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (OffprintDate) date = offprint_date_new_from_edtf (row->in);

  check (date, row);
}

static void
test_compare (void)
{
  static const char *const in_order[] = { "-0043", "1689", "2019", "2019/2020", "2019-01", "2019-21", "2019-04", "2019-12-01", "2019-12-02", "2020" };

  for (gsize i = 0; i < G_N_ELEMENTS (in_order); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (in_order); j++)
      {
        g_autoptr (OffprintDate) a = offprint_date_new_from_edtf (in_order[i]);
        g_autoptr (OffprintDate) b = offprint_date_new_from_edtf (in_order[j]);
        int order = offprint_date_compare (a, b);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
      }
}

static void
test_new (void)
{
  g_autoptr (OffprintDate) date = offprint_date_new (2022, 13, 40);
  g_autoptr (OffprintDate) none = offprint_date_new (0, 0, 0);
  g_autofree char *shown = offprint_date_dup_shown (none);

  g_assert_cmpint (offprint_date_get_year (date), ==, 2022);
  g_assert_cmpuint (offprint_date_get_month (date), ==, 0);
  g_assert_cmpuint (offprint_date_get_day (date), ==, 0);
  g_assert_cmpstr (shown, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (csl_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/date/csl/", csl_cases[i].path, NULL);

      g_test_add_data_func (path, &csl_cases[i], test_csl);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (edtf_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/date/edtf/", edtf_cases[i].path, NULL);

      g_test_add_data_func (path, &edtf_cases[i], test_edtf);
    }
  g_test_add_func ("/date/compare", test_compare);
  g_test_add_func ("/date/new", test_new);

  return g_test_run ();
}
