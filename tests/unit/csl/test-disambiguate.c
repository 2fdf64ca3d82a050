/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cites that would look the same: given names, more names, letters after the
 * year, and the condition of that name. CSL 1.0.2, “Disambiguation”.
 */

#include "config.h"

#include "try-style.h"

typedef struct
{
  const char *path;
  const char *attributes; /* of citation */
  const char *extra;      /* at the end of a cite */
  const char *items;
  const char *clusters;
  const char *expected;
} Case;

#define P(family, given)    "{\"family\":\"" family "\",\"given\":\"" given "\"}"
#define I(id, people, year) "{\"id\":\"" id "\",\"title\":\"" id "\",\"author\":[" people "],\"issued\":" year "}"
#define NAMED(id, title)    "{\"id\":\"" id "\",\"title\":\"" title "\",\"author\":[" P ("Ray", "Ada") "],\"issued\":2001}"
#define SAME                "[" I ("a", P ("Ray", "Ada"), "2001") "," I ("b", P ("Ray", "Ada"), "2001") "]"
#define GIVEN               "[" I ("a", P ("Ray", "Ada"), "2001") "," I ("b", P ("Ray", "Bea"), "2001") "]"
#define INITIALS            "[" I ("a", P ("Ray", "Ada"), "2001") "," I ("b", P ("Ray", "Ann"), "2001") "]"
#define MORE                "[" I ("a", P ("Ray", "Ada") "," P ("Lee", "Bo") "," P ("Poe", "Cy"), "2001") "," I ("b", P ("Ray", "Ada") "," P ("Zed", "Di") "," P ("Poe", "Cy"), "2001") "]"

static const Case cases[] = {
  { "nothing", "", "", SAME, "0:0 0:1", "Ray 2001|Ray 2001" },
  { "letters", "disambiguate-add-year-suffix=\"true\"", "", SAME, "0:0 0:1", "Ray 2001a|Ray 2001b" },
  { "letters/not needed", "disambiguate-add-year-suffix=\"true\"", "", SAME, "0:0 0:0", "Ray 2001a|Ray 2001a" },
  { "given", "disambiguate-add-givenname=\"true\"", "", GIVEN, "0:0 0:1", "Ada Ray 2001|Bea Ray 2001" },
  { "given/initials", "disambiguate-add-givenname=\"true\" initialize-with=\". \"", "", GIVEN, "0:0 0:1", "A. Ray 2001|B. Ray 2001" },
  { "given/initials do not do", "disambiguate-add-givenname=\"true\" initialize-with=\". \"", "", INITIALS, "0:0 0:1", "Ada Ray 2001|Ann Ray 2001" },
  { "given/then letters", "disambiguate-add-givenname=\"true\" disambiguate-add-year-suffix=\"true\"", "", SAME, "0:0 0:1", "Ray 2001a|Ray 2001b" },
  { "names", "disambiguate-add-names=\"true\" et-al-min=\"2\" et-al-use-first=\"1\"", "", MORE, "0:0 0:1", "Ray, Lee, et al. 2001|Ray, Zed, et al. 2001" },
  { "names/off", "et-al-min=\"2\" et-al-use-first=\"1\"", "", MORE, "0:0 0:1", "Ray et al. 2001|Ray et al. 2001" },
  { "condition", "", "<choose><if disambiguate=\"true\"><text variable=\"title\" prefix=\" \"/></if></choose>", SAME, "0:0 0:1", "Ray 2001 a|Ray 2001 b" },
  { "condition/not from all", "", "<choose><if disambiguate=\"true\"><text variable=\"title\" prefix=\" \"/></if></choose>",
    "[" NAMED ("1", "a") "," NAMED ("2", "a") "," NAMED ("3", "b") "]", "0:0 0:1 0:2", "Ray 2001 a|Ray 2001 a|Ray 2001 b" },
  { "condition/from none", "", "<choose><if disambiguate=\"true\"><text variable=\"title\" prefix=\" \"/></if></choose>",
    "[" NAMED ("1", "a") "," NAMED ("2", "a") "]", "0:0 0:1", "Ray 2001|Ray 2001" },
  { "condition/not needed", "", "<choose><if disambiguate=\"true\"><text variable=\"title\" prefix=\" \"/></if></choose>",
    "[" I ("a", P ("Ray", "Ada"), "2001") "," I ("b", P ("Ray", "Ada"), "2002") "]", "0:0 0:1", "Ray 2001|Ray 2002" },
};

static void
check (gconstpointer data)
{
  const Case *self = data;
  g_autofree char *body = g_strdup_printf ("<citation %s><layout><group delimiter=\" \"><names variable=\"author\"><name form=\"short\"/></names>"
                                           "<date variable=\"issued\"><date-part name=\"year\"/></date></group>%s</layout></citation>",
                                           self->attributes, self->extra);
  g_autofree char *text = try_style_document ("class=\"in-text\"", body, self->items, self->clusters);

  g_assert_cmpstr (text, ==, self->expected);
}

/* Sixty works of one author and year: a to z, then aa */
static void
test_many (void)
{
  g_autoptr (GString) items = g_string_new ("[");
  g_autoptr (GString) clusters = g_string_new ("0:0");
  g_autofree char *text = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (items, "%s{\"id\":%u,\"author\":[{\"family\":\"Ray\"}],\"issued\":2001}", i > 0 ? "," : "", i);
  g_string_append_c (items, ']');
  for (guint i = 1; i < 60; i++)
    g_string_append_printf (clusters, " 0:%u", i);

  text = try_style_document ("class=\"in-text\"",
                             "<citation disambiguate-add-year-suffix=\"true\"><layout><date variable=\"issued\"><date-part name=\"year\"/></date></layout></citation>",
                             items->str, clusters->str);
  g_assert_true (g_str_has_prefix (text, "2001a|2001b|"));
  g_assert_nonnull (g_strstr_len (text, -1, "|2001z|2001aa|2001ab|"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/disambiguate/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], check);
    }
  g_test_add_func ("/disambiguate/many", test_many);

  return g_test_run ();
}
