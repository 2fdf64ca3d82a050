/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which licences are open and what they are called; records/FACTS.md: a licence for
 * mining text is not an open one.
 */

#include "config.h"

#include "rights.h"

#include "work.h"

typedef struct
{
  const char *url;
  const char *applies_to;
  const char *name;
  gboolean is_open;
} Case;

static const Case cases[] = {
  { "https://creativecommons.org/licenses/by/4.0/", "vor", "CC BY 4.0", TRUE },
  { "http://creativecommons.org/licenses/by/4.0", NULL, "CC BY 4.0", TRUE },
  { "https://www.creativecommons.org/licenses/by-nc-nd/3.0/de/legalcode", "vor", "CC BY-NC-ND 3.0", TRUE },
  { "https://creativecommons.org/publicdomain/zero/1.0/", "vor", "CC0 1.0", TRUE },
  { "https://creativecommons.org/publicdomain/mark/1.0/", "vor", "Public Domain", TRUE },
  { "https://creativecommons.org/licenses/by/4.0/", "tdm", "CC BY 4.0", FALSE },
  { "https://www.springer.com/tdm", "tdm", NULL, FALSE },
  { "https://www.springernature.com/gp/researchers/text-and-data-mining", "vor", NULL, FALSE },
  { "https://www.elsevier.com/tdm/userlicense/1.0/", "tdm", NULL, FALSE },
  { "http://onlinelibrary.wiley.com/termsAndConditions#vor", "vor", NULL, FALSE },
  { "https://creativecommons.org/", "vor", NULL, FALSE },
  { "https://example.org/creativecommons.org/licenses/by/4.0/", "vor", NULL, FALSE },
  { "https://opensource.org/licenses/MIT", "vor", "MIT", TRUE },
  { "", NULL, NULL, FALSE },
};

static void
test_licenses (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = offprint_license_dup_name (cases[i].url);

      g_assert_cmpstr (name, ==, cases[i].name);
      g_assert_cmpint (offprint_license_is_open (cases[i].url, cases[i].applies_to), ==, cases[i].is_open);
    }
}

/* The same address for machines and for readers is shown once, as the readers' */
static void
test_twice (void)
{
  g_autoptr (JsonNode) node = json_from_string ("{\"id\":\"a\",\"type\":\"book\",\"custom\":{\"offprint\":{\"rights\":{\"permissions\":\"https://p\",\"licenses\":["
                                                "{\"url\":\"https://creativecommons.org/licenses/by/4.0\",\"applies-to\":\"tdm\"},"
                                                "{\"url\":\"https://creativecommons.org/licenses/by/4.0\",\"applies-to\":\"vor\",\"start\":\"2022-01-01\"},"
                                                "{\"url\":\"https://www.springer.com/tdm\",\"applies-to\":\"tdm\"}]}}}}",
                                                NULL);
  g_autoptr (OffprintWork) work = offprint_work_new_from_json (node, NULL);
  OffprintRights *rights = offprint_work_get_rights (work);

  g_assert_cmpuint (offprint_rights_get_n_licenses (rights), ==, 2);
  g_assert_cmpstr (offprint_rights_get_license (rights, 0)->applies_to, ==, "vor");
  g_assert_cmpstr (offprint_rights_get_license (rights, 0)->start, ==, "2022-01-01");
  g_assert_true (offprint_rights_get_license (rights, 0)->open);
  g_assert_false (offprint_rights_get_license (rights, 1)->open);
  g_assert_cmpstr (offprint_rights_get_permissions (rights), ==, "https://p");
  g_assert_null (offprint_rights_get_copyright (rights));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rights/licenses", test_licenses);
  g_test_add_func ("/rights/twice", test_twice);

  return g_test_run ();
}
