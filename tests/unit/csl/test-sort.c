/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of bibliographies: names, dates, numbers, titles; what is missing;
 * what letters and marks count for.
 */

#include "config.h"

#include "try-style.h"

typedef struct
{
  const char *path;
  const char *keys;
  const char *items;
  const char *expected;
} Case;

#define T(title)        "{\"id\":\"" title "\",\"type\":\"book\",\"title\":\"" title "\"}"
#define D(title, parts) "{\"id\":\"" title "\",\"type\":\"book\",\"title\":\"" title "\",\"issued\":{\"date-parts\":[[" parts "]]}}"
#define N(title, names) "{\"id\":\"" title "\",\"type\":\"book\",\"title\":\"" title "\",\"author\":[" names "]}"

static const Case cases[] = {
  { "title/letters", "<key variable=\"title\"/>", "[" T ("c") "," T ("A") "," T ("b") "]", "A|b|c" },
  { "title/descending", "<key variable=\"title\" sort=\"descending\"/>", "[" T ("c") "," T ("A") "," T ("b") "]", "c|b|A" },
  { "title/accents", "<key variable=\"title\"/>", "[" T ("Zoo") "," T ("Élan") "," T ("Emu") "]", "Élan|Emu|Zoo" },
  { "title/mark-up", "<key variable=\"title\"/>", "[" T ("<i>b</i>") "," T ("a") "," T ("c") "]", "a|b|c" },
  { "title/quotes", "<key variable=\"title\"/>", "[" T ("“b”") "," T ("a") "," T ("c") "]", "a|“b”|c" },
  { "title/stable", "<key variable=\"publisher\"/>", "[" T ("b") "," T ("a") "," T ("c") "]", "b|a|c" },

  { "date/parts", "<key variable=\"issued\"/>", "[" D ("c", "2001,5") "," D ("a", "1999") "," D ("b", "2001") "]", "a|b|c" },
  { "date/descending", "<key variable=\"issued\" sort=\"descending\"/>", "[" D ("c", "2001,5") "," D ("a", "1999") "," D ("b", "2001") "]", "c|b|a" },
  { "date/before Christ", "<key variable=\"issued\"/>", "[" D ("c", "14") "," D ("a", "-340") "," D ("b", "-44") "]", "a|b|c" },
  { "date/missing last", "<key variable=\"issued\"/>", "[" T ("c") "," D ("a", "1999") "," D ("b", "2001") "]", "a|b|c" },
  { "date/missing last, descending", "<key variable=\"issued\" sort=\"descending\"/>", "[" T ("c") "," D ("a", "1999") "," D ("b", "2001") "]", "b|a|c" },

  { "names/family then given", "<key variable=\"author\"/>",
    "[" N ("c", "{\"family\":\"Roe\",\"given\":\"Bo\"}") "," N ("a", "{\"family\":\"Doe\",\"given\":\"Zoe\"}") "," N ("b", "{\"family\":\"Roe\",\"given\":\"Al\"}") "]", "a|b|c" },
  { "names/shorter list first", "<key variable=\"author\"/>",
    "[" N ("b", "{\"family\":\"Roe\"},{\"family\":\"Abe\"}") "," N ("a", "{\"family\":\"Roe\"}") "]", "a|b" },
  { "names/word by word", "<key variable=\"author\"/>",
    "[" N ("b", "{\"family\":\"Dalebout\",\"given\":\"A\"}") "," N ("a", "{\"family\":\"Dale\",\"given\":\"Z\"}") "]", "a|b" }, /* sort_DaleDalebout */
  { "names/particle behind", "<key variable=\"author\"/>",
    "[" N ("b", "{\"family\":\"van Zoo\",\"given\":\"A\"}") "," N ("a", "{\"family\":\"Emu\",\"given\":\"A\"}") "]", "a|b" },

  { "numbers", "<key variable=\"volume\"/>",
    "[{\"id\":3,\"title\":\"c\",\"volume\":\"10\"},{\"id\":1,\"title\":\"a\",\"volume\":\"2\"},{\"id\":2,\"title\":\"b\",\"volume\":9}]", "a|b|c" },
  { "two keys", "<key variable=\"volume\" sort=\"descending\"/><key variable=\"title\"/>",
    "[{\"id\":2,\"title\":\"b\",\"volume\":1},{\"id\":3,\"title\":\"c\",\"volume\":1},{\"id\":1,\"title\":\"a\",\"volume\":2}]", "a|b|c" },
};

static void
check (gconstpointer data)
{
  const Case *self = data;
  g_autofree char *body = g_strdup_printf ("<citation><layout><text variable=\"title\"/></layout></citation>"
                                           "<bibliography><sort>%s</sort><layout><text variable=\"title\"/></layout></bibliography>",
                                           self->keys);
  g_autofree char *list = try_style_list (body, self->items);

  g_assert_cmpstr (list, ==, self->expected);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/sort/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], check);
    }

  return g_test_run ();
}
