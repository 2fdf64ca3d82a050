/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each test of an if, with each way to join tests: CSL 1.0.2, “Choose”.
 */

#include "config.h"

#include "try-style.h"

typedef struct
{
  const char *path;
  const char *attributes;
  const char *item;
  gboolean holds;
} Case;

#define ITEM "{\"type\":\"book\",\"title\":\"T\",\"edition\":\"2nd\",\"volume\":\"second\",\"issued\":{\"date-parts\":[[2001]],\"circa\":true}," \
             "\"accessed\":{\"date-parts\":[[2002]]}}"

static const Case cases[] = {
  { "type", "type=\"book\"", ITEM, TRUE },
  { "type/other", "type=\"chapter\"", ITEM, FALSE },
  { "type/any", "type=\"chapter book\" match=\"any\"", ITEM, TRUE },
  { "type/none", "type=\"chapter song\" match=\"none\"", ITEM, TRUE },

  { "variable", "variable=\"title\"", ITEM, TRUE },
  { "variable/missing", "variable=\"publisher\"", ITEM, FALSE },
  { "variable/all", "variable=\"title publisher\"", ITEM, FALSE },
  { "variable/any", "variable=\"title publisher\" match=\"any\"", ITEM, TRUE },
  { "variable/none", "variable=\"title publisher\" match=\"none\"", ITEM, FALSE },
  { "variable/date", "variable=\"issued\"", ITEM, TRUE },
  { "variable/empty date", "variable=\"issued\"", "{\"issued\":{\"date-parts\":[]}}", FALSE },
  { "variable/empty names", "variable=\"author\"", "{\"author\":[]}", FALSE },
  { "variable/locator", "variable=\"locator\"", ITEM, FALSE },

  { "numeric", "is-numeric=\"edition\"", ITEM, TRUE },
  { "numeric/words", "is-numeric=\"volume\"", ITEM, FALSE },
  { "numeric/missing", "is-numeric=\"issue\"", ITEM, FALSE },
  { "numeric/missing, none", "is-numeric=\"issue\" match=\"none\"", ITEM, TRUE },

  { "uncertain", "is-uncertain-date=\"issued\"", ITEM, TRUE },
  { "uncertain/not", "is-uncertain-date=\"accessed\"", ITEM, FALSE },
  { "position", "position=\"first\"", ITEM, TRUE },
  { "position/other", "position=\"ibid\"", ITEM, FALSE },
  { "disambiguate", "disambiguate=\"true\"", ITEM, FALSE },

  { "two attributes/all", "type=\"book\" variable=\"publisher\"", ITEM, FALSE },
  { "two attributes/any", "type=\"book\" variable=\"publisher\" match=\"any\"", ITEM, TRUE },
  { "two attributes/none", "type=\"song\" variable=\"publisher\" match=\"none\"", ITEM, TRUE },
};

static void
check (gconstpointer data)
{
  const Case *self = data;
  g_autofree char *layout = g_strdup_printf ("<choose><if %s><text value=\"yes\"/></if><else><text value=\"no\"/></else></choose>", self->attributes);
  g_autofree char *html = try_style_layout (layout, self->item);

  g_assert_cmpstr (html, ==, self->holds ? "yes" : "no");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/conditions/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], check);
    }

  return g_test_run ();
}
