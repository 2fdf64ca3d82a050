/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cites that stand together: runs of numbers, one name for several years, one
 * year for several letters.
 */

#include "config.h"

#include "try-style.h"

typedef struct
{
  const char *path;
  const char *attributes; /* of citation, a bar, of its layout */
  const char *layout;
  const char *clusters;
  const char *expected;
} Case;

#define NUMBER "<text variable=\"citation-number\"/>"
#define DATED  "<group delimiter=\" \"><names variable=\"author\"><name form=\"short\"/></names>" \
              "<date variable=\"issued\"><date-part name=\"year\"/></date></group>"

static const Case cases[] = {
  { "number/off", "|prefix=\"[\" suffix=\"]\" delimiter=\",\"", NUMBER, "0:0,1,2", "[1,2,3]" },
  { "number/three", "collapse=\"citation-number\"|prefix=\"[\" suffix=\"]\" delimiter=\",\"", NUMBER, "0:0,1,2", "[1–3]" },
  { "number/two", "collapse=\"citation-number\"|prefix=\"[\" suffix=\"]\" delimiter=\",\"", NUMBER, "0:0,1", "[1,2]" },
  { "number/gap", "collapse=\"citation-number\"|delimiter=\",\"", NUMBER, "0:0,1,2,3,4,5 0:0,2,3,4", "1–6|1,3–5" },

  { "year/off", "|delimiter=\"; \"", DATED, "0:0,1,4", "Ray 2001; Ray 2001; Poe 2003" },
  { "year", "collapse=\"year\" cite-group-delimiter=\", \"|delimiter=\"; \"", DATED, "0:0,3,4", "Ray 2001, 2002; Poe 2003" },
  { "year/no delimiter", "collapse=\"year\"|delimiter=\"; \"", DATED, "0:0,3,4", "Ray 2001, 2002; Poe 2003" },
  { "suffix", "collapse=\"year-suffix\" disambiguate-add-year-suffix=\"true\" year-suffix-delimiter=\",\" cite-group-delimiter=\", \"|delimiter=\"; \"",
    DATED, "0:0,1,2,3", "Ray 2001a,b,c, 2002" },
  { "suffix/ranged",
    "collapse=\"year-suffix-ranged\" disambiguate-add-year-suffix=\"true\" year-suffix-delimiter=\",\" cite-group-delimiter=\", \"|delimiter=\"; \"",
    DATED, "0:0,1,2,3", "Ray 2001a–c, 2002" },
};

#define RAY(id, year) "{\"id\":\"" id "\",\"title\":\"" id "\",\"author\":[{\"family\":\"Ray\",\"given\":\"Ada\"}],\"issued\":" year "}"

static const char items[] =
  "[" RAY ("a", "2001") "," RAY ("b", "2001") "," RAY ("c", "2001") "," RAY ("d", "2002") ",{\"id\":\"e\",\"author\":[{\"family\":\"Poe\"}],\"issued\":2003},{\"id\":\"f\",\"author\":[{\"family\":\"Zed\"}],\"issued\":2004}]";

static void
check (gconstpointer data)
{
  const Case *self = data;
  g_auto (GStrv) parts = g_strsplit (self->attributes, "|", 2);
  g_autofree char *body = g_strdup_printf ("<citation %s><layout %s>%s</layout></citation>", parts[0], parts[1], self->layout);
  g_autofree char *text = try_style_document ("class=\"in-text\"", body, items, self->clusters);

  g_assert_cmpstr (text, ==, self->expected);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/collapse/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], check);
    }

  return g_test_run ();
}
