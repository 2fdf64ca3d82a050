/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists of names and the parts of one: CSL 1.0.2, “Names”.
 */

#include "config.h"

#include "try-style.h"

typedef struct
{
  const char *path;
  const char *names; /* the element's attributes, a bar, its children */
  const char *people;
  const char *expected;
} Case;

#define P(family, given) "{\"family\":\"" family "\",\"given\":\"" given "\"}"
#define ONE              P ("Ray", "Ada Maria")
#define TWO              ONE "," P ("Lee", "Bo")
#define THREE            TWO "," P ("Poe", "Cy")
#define FOUR             THREE "," P ("Zed", "Di")

static const Case cases[] = {
  { "plain", "|", THREE, "Ada Maria Ray, Bo Lee, Cy Poe" },
  { "delimiter", "|<name delimiter=\"; \"/>", THREE, "Ada Maria Ray; Bo Lee; Cy Poe" },
  { "short", "|<name form=\"short\"/>", TWO, "Ray, Lee" },
  { "count", "|<name form=\"count\"/>", THREE, "3" },

  { "and/two", "|<name and=\"text\" form=\"short\"/>", TWO, "Ray and Lee" },
  { "and/three", "|<name and=\"text\" form=\"short\"/>", THREE, "Ray, Lee, and Poe" },
  { "and/never", "|<name and=\"text\" form=\"short\" delimiter-precedes-last=\"never\"/>", THREE, "Ray, Lee and Poe" },
  { "and/always", "|<name and=\"text\" form=\"short\" delimiter-precedes-last=\"always\"/>", TWO, "Ray, and Lee" },
  { "and/symbol", "|<name and=\"symbol\" form=\"short\"/>", TWO, "Ray &#38; Lee" },
  { "and/institution last", "|<name and=\"text\" form=\"short\" delimiter-precedes-last=\"never\"/>", TWO ",{\"literal\":\"ACME\"}", "Ray, Lee, and ACME" },

  { "et al/one left", "|<name form=\"short\" et-al-min=\"2\" et-al-use-first=\"1\"/>", TWO, "Ray et al." },
  { "et al/two left", "|<name form=\"short\" et-al-min=\"3\" et-al-use-first=\"2\"/>", THREE, "Ray, Lee, et al." },
  { "et al/not reached", "|<name form=\"short\" et-al-min=\"3\" et-al-use-first=\"1\"/>", TWO, "Ray, Lee" },
  { "et al/last", "|<name form=\"short\" et-al-min=\"4\" et-al-use-first=\"1\" et-al-use-last=\"true\"/>", FOUR, "Ray, … Zed" },
  { "et al/none shown", "|<name form=\"short\" et-al-min=\"1\" et-al-use-first=\"0\"/>", TWO, "" },
  { "et al/formatted", "|<name form=\"short\" et-al-min=\"2\" et-al-use-first=\"1\"/><et-al font-style=\"italic\"/>", TWO, "Ray <i>et al.</i>" },

  { "et al/in affixes", "|<name form=\"short\" et-al-min=\"2\" et-al-use-first=\"1\" prefix=\"{\" suffix=\"}\"/>", TWO, "{{Ray} et al.}" },

  { "order/all", "|<name name-as-sort-order=\"all\"/>", TWO, "Ray, Ada Maria, Lee, Bo" },
  { "order/first", "|<name name-as-sort-order=\"first\" and=\"text\"/>", TWO, "Ray, Ada Maria and Bo Lee" },
  { "order/separator", "|<name name-as-sort-order=\"all\" sort-separator=\" \" initialize-with=\"\"/>", ONE, "Ray AM" },
  { "order/institution", "|<name name-as-sort-order=\"all\"/>", "{\"literal\":\"ACME of Ghent\"}", "ACME of Ghent" },
  { "order/cjk", "|<name name-as-sort-order=\"all\" initialize-with=\".\"/>", P ("丸山", "眞男"), "丸山眞男" },

  { "order/cjk affixes", "|<name><name-part name=\"given\" prefix=\"(\" suffix=\")\"/></name>", P ("丸山", "眞男"), "丸山眞男" },

  { "initials", "|<name initialize-with=\". \"/>", ONE, "A. M. Ray" },
  { "initials/off", "|<name initialize-with=\".\" initialize=\"false\"/>", ONE, "Ada Maria Ray" },

  { "particle/straight", "|", P ("van der Berg", "Ada"), "Ada van der Berg" },
  { "particle/demoted", "|<name name-as-sort-order=\"all\"/>", P ("van der Berg", "Ada"), "Berg, Ada van der" },
  { "particle/apostrophe", "|", P ("d'Alba", "Ada"), "Ada d’Alba" },
  { "particle/dropping", "|<name name-as-sort-order=\"all\"/>", P ("Alba", "Ada de"), "Alba, Ada de" },
  { "particle/short", "|<name form=\"short\"/>", P ("van der Berg", "Ada"), "van der Berg" },

  { "suffix/straight", "|", "{\"family\":\"Ray\",\"given\":\"Ada\",\"suffix\":\"III\"}", "Ada Ray III" },
  { "suffix/comma", "|", "{\"family\":\"Ray\",\"given\":\"Ada\",\"suffix\":\"Jr.\",\"comma-suffix\":true}", "Ada Ray, Jr." },
  { "suffix/inverted", "|<name name-as-sort-order=\"all\"/>", "{\"family\":\"Ray\",\"given\":\"Ada\",\"suffix\":\"Jr.\"}", "Ray, Ada, Jr." },

  { "part/case", "|<name><name-part name=\"family\" text-case=\"uppercase\"/></name>", ONE, "Ada Maria RAY" },
  { "part/format", "|<name><name-part name=\"given\" font-style=\"italic\"/></name>", ONE, "<i>Ada Maria</i> Ray" },
  { "part/affixes", "|<name><name-part name=\"given\" prefix=\"(\" suffix=\")\"/></name>", ONE, "(Ada Maria) Ray" },

  { "affixes", "prefix=\"by \" suffix=\"!\"|<name form=\"short\"/>", ONE, "by Ray!" },
  { "nobody", "prefix=\"by \"|<name/>", "", "" },
};

static void
check (gconstpointer data)
{
  const Case *self = data;
  g_auto (GStrv) parts = g_strsplit (self->names, "|", 2);
  g_autofree char *layout = g_strdup_printf ("<text value=\"|\"/><names variable=\"author\" %s>%s</names>", parts[0], parts[1]);
  g_autofree char *item = g_strdup_printf ("{\"author\":[%s]}", self->people);
  g_autofree char *html = try_style_layout (layout, item);

  g_assert_cmpstr (html + 1, ==, self->expected);
}

typedef struct
{
  const char *path;
  const char *layout;
  const char *item;
  const char *expected;
} LayoutCase;

static const LayoutCase layouts[] = {
  { "label/after", "<names variable=\"editor\"><name form=\"short\"/><label form=\"short\" prefix=\" (\" suffix=\")\"/></names>",
    "{\"editor\":[" ONE "]}", "Ray (ed.)" },
  { "label/plural", "<names variable=\"editor\"><name form=\"short\"/><label form=\"short\" prefix=\" (\" suffix=\")\"/></names>",
    "{\"editor\":[" TWO "]}", "Ray, Lee (eds.)" },
  { "label/before", "<names variable=\"editor\"><label form=\"verb\" suffix=\" \"/><name form=\"short\"/></names>",
    "{\"editor\":[" ONE "]}", "edited by Ray" },
  { "roles/two", "<names variable=\"editor translator\" delimiter=\"; \"><name form=\"short\"/><label prefix=\", \"/></names>",
    "{\"editor\":[" ONE "],\"translator\":[" P ("Lee", "Bo") "]}", "Ray, editor; Lee, translator" },
  { "roles/same", "<names variable=\"editor translator\" delimiter=\"; \"><name form=\"short\"/><label prefix=\", \"/></names>",
    "{\"editor\":[" ONE "],\"translator\":[" ONE "]}", "Ray, editor and translator" },
  { "substitute/names", "<names variable=\"author\"><name form=\"short\"/><substitute><names variable=\"editor\"/><text variable=\"title\"/></substitute></names>",
    "{\"editor\":[" ONE "],\"title\":\"T\"}", "Ray" },
  { "substitute/text", "<names variable=\"author\"><name form=\"short\"/><substitute><names variable=\"editor\"/><text variable=\"title\"/></substitute></names>",
    "{\"title\":\"T\"}", "T" },
  { "substitute/parts", "<names variable=\"author\"><name><name-part name=\"family\" text-case=\"uppercase\"/></name><substitute><names variable=\"editor\"><name form=\"short\"/></names></substitute></names>",
    "{\"editor\":[" ONE "]}", "RAY" },
  { "substitute/branch", "<names variable=\"author\"><name form=\"short\"/><substitute><choose><if type=\"song\"><text variable=\"title\"/></if><else><names variable=\"editor\"/><text variable=\"title\"/></else></choose></substitute></names><text variable=\"title\" prefix=\", \"/>",
    "{\"editor\":[" ONE "],\"title\":\"T\"}", "Ray, T" },
  { "substitute/once", "<names variable=\"author\"><substitute><text variable=\"title\"/></substitute></names><text variable=\"title\" prefix=\", \"/>",
    "{\"title\":\"T\"}", "T" },
};

static void
check_layout (gconstpointer data)
{
  const LayoutCase *self = data;
  g_autofree char *html = try_style_layout (self->layout, self->item);

  g_assert_cmpstr (html, ==, self->expected);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/names/list/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], check);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_autofree char *path = g_strconcat ("/names/", layouts[i].path, NULL);

      g_test_add_data_func (path, &layouts[i], check_layout);
    }

  return g_test_run ();
}
