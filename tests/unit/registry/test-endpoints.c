/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the services live.
 */

#include "endpoints.h"

static void
test_own (void)
{
  static const char *const nothing[] = { NULL };
  g_autoptr (OffprintEndpoints) endpoints = offprint_endpoints_new (nothing);

  for (guint i = 0; i < OFFPRINT_N_ENDPOINTS; i++)
    {
      const char *url = offprint_endpoints_get (endpoints, i);

      g_assert_true (g_str_has_prefix (url, "https://"));
      g_assert_false (g_str_has_suffix (url, "/"));
    }
}

static void
test_environment (void)
{
  static const char *const environment[] = { "OFFPRINT_CROSSREF_URL=http://127.0.0.1:8080/crossref//",
                                             "OFFPRINT_DOI_URL=", "OFFPRINT_DATACITE_URL=nonsense", NULL };
  g_autoptr (OffprintEndpoints) endpoints = offprint_endpoints_new (environment);

  g_assert_cmpstr (offprint_endpoints_get (endpoints, OFFPRINT_ENDPOINT_CROSSREF), ==, "http://127.0.0.1:8080/crossref");
  g_assert_cmpstr (offprint_endpoints_get (endpoints, OFFPRINT_ENDPOINT_DOI), ==, "https://doi.org");
  g_assert_cmpstr (offprint_endpoints_get (endpoints, OFFPRINT_ENDPOINT_DATACITE), ==, "https://api.datacite.org");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/endpoints/own", test_own);
  g_test_add_func ("/endpoints/environment", test_environment);
  return g_test_run ();
}
