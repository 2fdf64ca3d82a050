/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of a repository, as it is and as it should not be.
 */

#include "config.h"

#include "style-online.h"

#include <string.h>

#include "cite-error.h"

static GPtrArray *
read_list (const char  *text,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return offprint_style_online_read (bytes, error);
}

static void
test_good (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) infos = read_list (
    "[{\"name\":\"zebra\",\"title\":\"Zebra Letters\",\"dependent\":1,\"categories\":{\"format\":\"note\",\"fields\":[\"zoology\",7]},"
    "\"updated\":\"2022-01-31 12:00:00\",\"href\":\"https://example.org/styles/zebra\"},"
    "{\"name\":\"ants\",\"title\":\"Ants \\u0026 Bees\",\"titleShort\":\"AB\",\"dependent\":0,\"categories\":{\"format\":\"numeric\",\"fields\":[]},"
    "\"updated\":\"2020-02-02 00:00:00\"}]",
    &error);
  OffprintStyleInfo *info = NULL;
  g_auto (GStrv) words = offprint_style_fold_words ("zoo let");

  g_assert_no_error (error);
  g_assert_cmpuint (infos->len, ==, 2);
  info = infos->pdata[0];
  g_assert_cmpstr (offprint_style_info_get_name (info), ==, "ants");
  g_assert_cmpstr (offprint_style_info_get_title (info), ==, "Ants & Bees");
  g_assert_cmpstr (offprint_style_info_get_title_short (info), ==, "AB");
  g_assert_cmpstr (offprint_style_info_get_format (info), ==, "numeric");
  info = infos->pdata[1];
  g_assert_cmpstr (offprint_style_info_get_updated (info), ==, "2022-01-31T12:00:00Z");
  g_assert_cmpstr (offprint_style_info_get_fields (info)[0], ==, "zoology");
  g_assert_null (offprint_style_info_get_fields (info)[1]);
  g_assert_true (offprint_style_info_is_note (info));
  g_assert_true (offprint_style_info_matches (info, (const char *const *) words));
}

static void
test_odd_entries (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) infos = read_list (
    "[7, null, [], {}, {\"name\":\"../../etc\",\"title\":\"T\"}, {\"name\":\"Upper\",\"title\":\"T\"}, {\"name\":\"a\"}, {\"name\":7,\"title\":\"T\"},"
    "{\"name\":\"b\",\"title\":[\"T\"]}, {\"name\":\"c\",\"title\":\" \"},"
    "{\"name\":\"d\",\"title\":\"D\\u0007\\u202e\\nE\",\"categories\":[1],\"updated\":7,\"titleShort\":{}}]",
    &error);

  g_assert_no_error (error);
  g_assert_cmpuint (infos->len, ==, 1);
  g_assert_cmpstr (offprint_style_info_get_name (infos->pdata[0]), ==, "d");
  g_assert_null (strchr (offprint_style_info_get_title (infos->pdata[0]), '\n'));
  g_assert_null (strchr (offprint_style_info_get_title (infos->pdata[0]), '\a'));
}

static void
test_bad (void)
{
  static const char *const texts[] = { "", "[]", "{}", "<html></html>", "[{\"name\":\"a\",\"title\":\"A\"}", "[1,", "\xff\xfe", "null" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_list (texts[i], &error));
      g_assert_error (error, OFFPRINT_CITE_ERROR, OFFPRINT_CITE_ERROR_BAD_LIST);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/style-online/good", test_good);
  g_test_add_func ("/style-online/odd-entries", test_odd_entries);
  g_test_add_func ("/style-online/bad", test_bad);
  return g_test_run ();
}
