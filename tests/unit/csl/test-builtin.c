/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is compiled in is there, and is XML of the right kind.
 */

#include "config.h"

#include "builtin.h"

#include <string.h>

static void
check_bytes (GBytes     *bytes,
             const char *root)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_cmpuint (size, >, 10000);
  g_assert_true (g_utf8_validate (data, size, NULL));
  g_assert_nonnull (g_strstr_len (data, size, root));
  g_assert_nonnull (g_strstr_len (data, size, "xmlns=\"http://purl.org/net/xbiblio/csl\""));
}

static void
test_style (void)
{
  g_autoptr (GBytes) bytes = csl_builtin_get_style_bytes ();

  check_bytes (bytes, "<style ");
}

static void
test_locale (void)
{
  g_autoptr (GBytes) bytes = csl_builtin_get_locale_bytes ();

  check_bytes (bytes, "<locale ");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/builtin/style", test_style);
  g_test_add_func ("/builtin/locale", test_locale);

  return g_test_run ();
}
