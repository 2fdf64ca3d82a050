/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ranges of pages: the examples of CSL 1.0.2, Appendix V, and the odd ones that
 * the fixtures page_* pin.
 */

#include "config.h"

#include "page-range.h"

typedef struct
{
  const char *path;
  const char *format;
  const char *text;
  const char *expected;
} Case;

static const Case cases[] = {
  { "none/short", "", "110-5", "110–5" }, /* page_NoOption */
  { "none/single", "", "42", "42" },
  { "none/dash", "", "42–45", "42–45" },
  { "none/roman", "", "xii-xv", "xii–xv" },
  { "none/roman and arabic", "", "xii-4", "xii–4" },
  { "none/words", "", "Michelson-Morley", "Michelson-Morley" },
  { "none/escaped", "", "3\\-5", "3-5" },
  { "none/letter", "", "3\\-B", "3-B" },
  { "none/empty", "", "", "" },
  { "none/hyphen", "", "-", "-" },
  { "none/open", "", "12-", "12-" },
  { "none/list", "", "12-15, 18 & 20-22", "12–15, 18 + 20–22" },
  { "none/and", "", "2&4", "2 + 4" },
  { "none/and in words", "", "Q&A", "Q&A" },
  { "none/two hyphens", "", "12--15", "12–15" },
  { "none/three", "", "1-2-3", "1-2-3" },

  { "expanded/42", "expanded", "42-5", "42–45" },
  { "expanded/321", "expanded", "321-8", "321–328" },
  { "expanded/2787", "expanded", "2787-816", "2787–2816" },
  { "expanded/prefix", "expanded", "S13 - S5", "S13–S15" }, /* page_Expand */
  { "expanded/prefix first", "expanded", "S13 - 5", "S13-5" },
  { "expanded/prefix last", "expanded", "13 - S5", "13-S5" },
  { "expanded/prefixes differ", "expanded", "S13 - R5", "S13-R5" },
  { "expanded/number before prefix", "expanded", "2S13 - S5, 4K20 - 9", "2S13-S5, 4K20-9" },
  { "expanded/falling", "expanded", "23-22", "23–22" },

  { "minimal/42", "minimal", "42-45", "42–5" },
  { "minimal/321", "minimal", "321-328", "321–8" },
  { "minimal/2787", "minimal", "2787-2816", "2787–816" },
  { "minimal/prefix", "minimal", "n215 - n8", "n215–8" },
  { "minimal/hundreds", "minimal", "100-104", "100–4" },
  { "minimal/longer", "minimal", "96-117", "96–117" },
  { "minimal/same", "minimal", "12-12", "12–12" },

  { "minimal-two/3", "minimal-two", "3-10", "3–10" },
  { "minimal-two/42", "minimal-two", "42-45", "42–45" },
  { "minimal-two/321", "minimal-two", "321-328", "321–28" },
  { "minimal-two/2787", "minimal-two", "2787-2816", "2787–816" },

  { "chicago/3", "chicago", "3-10", "3–10" },
  { "chicago/71", "chicago", "71-2", "71–72" },
  { "chicago/100", "chicago", "100-4", "100–104" },
  { "chicago/600", "chicago", "600-13", "600–613" },
  { "chicago/1100", "chicago", "1100-23", "1100–1123" },
  { "chicago/107", "chicago", "107-108", "107–8" },
  { "chicago/505", "chicago", "505-517", "505–17" },
  { "chicago/1002", "chicago", "1002-1006", "1002–6" },
  { "chicago/321", "chicago", "321-325", "321–25" },
  { "chicago/415", "chicago", "415-532", "415–532" },
  { "chicago/11564", "chicago", "11564-11568", "11564–68" },
  { "chicago/13792", "chicago", "13792-13803", "13792–803" },
  { "chicago/1496", "chicago", "1496-504", "1496–1504" },
  { "chicago/2787", "chicago-15", "2787-816", "2787–2816" },
  { "chicago/prefix", "chicago", "8n11564-8n1568", "8n11564–68" }, /* page_ChicagoWeird */
  { "chicago/list", "chicago", "142-145 & 235", "142–45 + 235" },  /* number_MixedPageRange */

  { "chicago-16/1496", "chicago-16", "1496-1504", "1496–504" },
  { "chicago-16/2787", "chicago-16", "2787-2816", "2787–816" },
  { "chicago-16/321", "chicago-16", "321-328", "321–28" },
};

static void
check (gconstpointer data)
{
  const Case *self = data;
  CslPageRangeFormat format = csl_page_range_format_parse (self->format, -1);
  g_autofree char *pages = csl_page_range_format (format, self->text, "–", "+");

  g_assert_cmpstr (pages, ==, self->expected);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/page-range/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], check);
    }

  return g_test_run ();
}
