/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates in the shapes that pages write them in.
 */

#include "config.h"

#include "loose-date.h"

static const struct
{
  const char *text;
  const char *edtf; /* NULL: no date */
} cases[] = {
  { "2011/1/25", "2011-01-25" },
  { "2023/01", "2023-01" },
  { "2022", "2022" },
  { "2024-4-2", "2024-04-02" },
  { "2023-01-19T00:00:00Z", "2023-01-19" },
  { "2015-10-01T00:00:00-07:00", "2015-10-01" },
  { "2009-04-01 12:30:00", "2009-04-01" },
  { "20190422", "2019-04-22" },
  { "Apr 22, 2019", "2019-04-22" },
  { "December 14, 2023", "2023-12-14" },
  { "January 03 2013", "2013-01-03" },
  { "June 2014", "2014-06" },
  { "2014 Jun", "2014-06" },
  { "1976 Oct 1", "1976-10-01" },
  { "3 March 2020", "2020-03-03" },
  { "15. Mai 2020", "2020-05-15" },
  { "1er février 2019", "2019-02-01" },
  { "07 May 2026", "2026-05-07" },
  { "2 июня 2019 г.", "2019-06-02" },
  { "25/12/2012", "2012-12-25" },
  { "12/25/2012", "2012-12-25" },
  { "11/01/2012", "2012" }, /* which is the month? */
  { "05/05/2012", "2012-05-05" },
  { "03/2014", "2014-03" },
  { "2014-02-31", "2014-02" },
  { "2014-00-00", "2014" },
  { "0000-00-00", NULL },
  { "", NULL },
  { "soon", NULL },
  { "99999999999999999999", NULL },
};

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (OffprintDate) date = offprint_loose_date (cases[i].text);
  g_autofree char *edtf = date != NULL ? offprint_date_to_edtf (date) : NULL;

  g_assert_cmpstr (edtf, ==, cases[i].edtf);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/page/loose-date/%zu", i);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  return g_test_run ();
}
