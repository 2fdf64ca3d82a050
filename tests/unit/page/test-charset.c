/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Encodings as browsers find them: HTML Standard, “Determining the character encoding”.
 */

#include "config.h"

#include "charset.h"

#include <string.h>

#define SPACES   "                                                                                "
#define LONG_TAG "<p " SPACES SPACES SPACES SPACES SPACES SPACES SPACES SPACES SPACES SPACES SPACES SPACES SPACES SPACES ">"

static const struct
{
  const char *path;
  const char *content_type;
  const char *bytes;
  gsize length; /* 0: up to the nul */
  const char *expected;
} cases[] = {
  { "ascii", NULL, "<p>a", 0, "<p>a" },
  { "utf-8", NULL, "<p>\xc3\xa9", 0, "<p>é" },
  { "latin-1", NULL, "<p>\xe9 \x93x\x94", 0, "<p>é “x”" },
  { "mark", "text/html; charset=windows-1251", "\xef\xbb\xbf<p>\xc3\xa9", 0, "<p>é" },
  { "mark-utf-16", NULL, "\xff\xfe<\0p\0>\0\xe9\0", 10, "<p>é" },
  { "header", "text/html; charset=\"koi8-r\"", "<meta charset=utf-8><p>\xc1\xc2", 0, "<meta charset=utf-8><p>аб" },
  { "meta", NULL, "<!-- <meta charset=koi8-r> --><META Charset='Windows-1251'><p>\xe0\xe1", 0, "<!-- <meta charset=koi8-r> --><META Charset='Windows-1251'><p>аб" },
  { "http-equiv", NULL, "<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'><p>\x93\xfa", 0, "<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'><p>日" },
  { "gb2312", NULL, "<meta charset=gb2312><p>\xd6\xd0", 0, "<meta charset=gb2312><p>中" },
  { "iso-8859-9", NULL, "<meta charset=iso-8859-9><p>\xfe", 0, "<meta charset=iso-8859-9><p>ş" },
  { "meta-utf-16", NULL, "<meta charset=utf-16><p>\xc3\xa9", 0, "<meta charset=utf-16><p>é" },
  { "no-mark-utf-16", NULL, "<\0p\0>\0a\0b\0\xe9\0c\0d\0", 16, "<p>abécd" },
  { "no-mark-utf-16be", NULL, "\0<\0p\0>\0a\0b\0\xe9\0c\0d", 16, "<p>abécd" },
  { "called-latin-1", NULL, "<meta charset=iso-8859-1><p>\xc3\xa9", 0, "<meta charset=iso-8859-1><p>é" },
  { "late-meta", NULL, LONG_TAG "<meta charset=windows-1251><p>\xe0\xe1", 0, LONG_TAG "<meta charset=windows-1251><p>аб" },
  { "unknown-label", NULL, "<meta charset=utf-7><p>\xe9", 0, "<meta charset=utf-7><p>é" },
};

static void
test_decode (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, cases[i].length > 0 ? cases[i].length : strlen (cases[i].bytes));
  g_autoptr (GBytes) decoded = offprint_charset_decode (bytes, cases[i].content_type);
  gsize length = 0;
  const char *found = g_bytes_get_data (decoded, &length);

  g_assert_cmpmem (found, length, cases[i].expected, strlen (cases[i].expected));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/page/charset/", cases[i].path, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_decode);
    }
  return g_test_run ();
}
