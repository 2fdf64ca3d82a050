/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Typed text and the addresses in it.
 */

#include "config.h"

#include "read.h"

#include "support.h"

static const struct
{
  const char *path;
  const char *text;
  const char *dump;
} cases[] = {
  { "empty", "", "" },
  { "lines", "a\nb", "¶ a b" },
  { "paragraphs", "a\n\nb\n \n\nc\n", "¶ a\n¶ b\n¶ c" },
  { "markup", "<p>a & b</p>", "¶ <p>a & b</p>" },
  { "address", "See https://example.org/a.", "¶ See {@https://example.org/a:https://example.org/a}." },
  { "brackets", "(https://example.org/a_(b))", "¶ ({@https://example.org/a_(b):https://example.org/a_(b)})" },
  { "angle", "<https://example.org/>", "¶ <{@https://example.org/:https://example.org/}>" },
  { "doi", "doi: 10.1000/182.", "¶ {@https://doi.org/10.1000/182:doi: 10.1000/182}." },
  { "doi-bare", "10.1000/a<b>", "¶ {@https://doi.org/10.1000/a:10.1000/a}<b>" },
  { "not-doi", "10.5/3 and 110.1000/182 and 10.1000 ", "¶ 10.5/3 and 110.1000/182 and 10.1000" },
  { "other-scheme", "ftp://example.org javascript:alert(1)", "¶ ftp://example.org javascript:alert(1)" },
  { "no-host", "https:// http:///x", "¶ https:// http:///x" },
  { "in-a-word", "xhttps://example.org/", "¶ xhttps://example.org/" },
};

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (OffprintRichText) text = offprint_rich_text_new_from_plain (cases[i].text, -1);
  g_autofree char *dump = support_dump (text);

  g_assert_cmpstr (dump, ==, cases[i].dump);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/plain/", cases[i].path, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  return g_test_run ();
}
