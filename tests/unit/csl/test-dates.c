/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates: forms of the locale and of the style, ranges, seasons, eras.
 */

#include "config.h"

#include "try-style.h"

typedef struct
{
  const char *path;
  const char *date; /* the element's attributes, a bar, its children */
  const char *parts;
  const char *expected;
} Case;

#define D(parts) "{\"date-parts\":[" parts "]}"
#define YMD      "|<date-part name=\"day\" suffix=\" \"/><date-part name=\"month\" suffix=\" \"/><date-part name=\"year\"/>"

static const Case cases[] = {
  { "text", "form=\"text\"|", D ("[2001,5,3]"), "May 3, 2001" },
  { "text/month", "form=\"text\"|", D ("[2001,5]"), "May 2001" },
  { "text/year", "form=\"text\"|", D ("[2001]"), "2001" },
  { "text/limited", "form=\"text\" date-parts=\"year-month\"|", D ("[2001,5,3]"), "May 2001" },
  { "text/short month", "form=\"text\"|<date-part name=\"month\" form=\"short\"/>", D ("[2001,12,3]"), "Dec. 3, 2001" },
  { "numeric", "form=\"numeric\"|", D ("[2001,5,3]"), "05/03/2001" },

  { "own", YMD, D ("[2001,5,3]"), "3 May 2001" },
  { "own/no day", YMD, D ("[2001,5]"), "May 2001" },
  { "own/ordinal day", "|<date-part name=\"day\" form=\"ordinal\"/>", D ("[2001,5,3]"), "3rd" },
  { "own/zeros", "|<date-part name=\"month\" form=\"numeric-leading-zeros\"/>", D ("[2001,5,3]"), "05" },
  { "own/short year", "|<date-part name=\"year\" form=\"short\"/>", D ("[2001]"), "01" },
  { "own/delimiter", "delimiter=\"-\"|<date-part name=\"year\"/><date-part name=\"month\" form=\"numeric\"/>", D ("[2001,5]"), "2001-5" },

  { "range/years", YMD, D ("[1999],[2001]"), "1999–2001" },
  { "range/months", YMD, D ("[1999,1],[1999,3]"), "January–March 1999" },
  { "range/days", YMD, D ("[1999,1,2],[1999,1,4]"), "2–4 January 1999" },
  { "range/all", YMD, D ("[1999,1,2],[2000,3,4]"), "2 January 1999–4 March 2000" },
  { "range/same", YMD, D ("[1999],[1999]"), "1999" },
  { "range/open", YMD, D ("[1999],[0]"), "1999–" },
  { "range/delimiter", "|<date-part name=\"year\" range-delimiter=\"/\"/>", D ("[1999],[2001]"), "1999/2001" },

  { "season", YMD, "{\"date-parts\":[[2001]],\"season\":1}", "Spring 2001" },
  { "literal", "prefix=\"(\" suffix=\")\"" YMD, "{\"literal\":\"soon\"}", "(soon)" },
  { "nothing", "prefix=\"(\" suffix=\")\"" YMD, "{\"date-parts\":[]}", "" },
  { "era/ad", YMD, D ("[79]"), "79 AD" },
  { "era/bc", YMD, D ("[-44]"), "44 BC" },
};

static void
check (gconstpointer data)
{
  const Case *self = data;
  g_auto (GStrv) parts = g_strsplit (self->date, "|", 2);
  g_autofree char *layout = g_strdup_printf ("<text value=\"|\"/><date variable=\"issued\" %s>%s</date>", parts[0], parts[1]);
  g_autofree char *item = g_strdup_printf ("{\"issued\":%s}", self->parts);
  g_autofree char *html = try_style_layout (layout, item);

  g_assert_cmpstr (html + 1, ==, self->expected);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/dates/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], check);
    }

  return g_test_run ();
}
