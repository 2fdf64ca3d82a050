/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is left out of a page, and what must not be.
 */

#include "config.h"

#include "html-thin.h"

#include <string.h>

static const struct
{
  const char *path;
  const char *html;
  const char *thin;
} cases[] = {
  { "blanks", "<div>\n  <p>One  \n two</p>\n  <p><b>a</b> <i>b</i> c</p>\n</div>", "<div><p>One two</p><p><b>a</b> <i>b</i> c</p></div>" },
  { "pre", "<pre>a  b\n c</pre> <p>a  b", "<pre>a  b\n c</pre><p>a b" },
  { "comments", "a<!-- b --> c<!-->d<!---->e<!-- > --!>f<!-- g", "a cdef" },
  { "script", "<script>var a = '<p>';</script><p>b", "<script></script><p>b" },
  { "script-json", "<script type=x>{\"a\": \"</p>\"}</script >b", "<script type=x>{\"a\": \"</p>\"}</script>b" },
  { "style", "<STYLE>p { }</style>b", "<STYLE></style>b" },
  { "title", "<title>a  <b></title>c", "<title>a  <b></title>c" },
  { "drawing", "a<svg width=1><svg></svg><path d='>'/></svg>b", "a<svg></svg>b" },
  { "drawing-unended", "a<svg><p>b", "a<svg><p>b" },
  { "attributes", "<a onclick='x > y' href=\"z\" data-x=1 data-test=t style='color:red' hidden>b</a>", "<a href=\"z\" data-test=t hidden>b</a>" },
  { "attributes-apart", "<a b='1'c=\"2\"d=3/>e", "<a b='1' c=\"2\" d=3/>e" },
  { "style-display", "<p style='display: none'>a", "<p style='display: none'>a" },
  { "end-tag", "<p>a</p class=b>c", "<p>a</p>c" },
  { "not-a-tag", "a < b <3 </ c", "a < b <3 </ c" },
  { "unended-tag", "a<b c='d", "a" },
  { "doctype", "<!DOCTYPE html>\n<html>", "<!DOCTYPE html> <html>" },
  { "script-in-script", "<script><!-- <script> --> </script>  <p>  a", "<script><!-- <script> --> </script>  <p>  a" }, /* as it is */
};

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  gsize length = 0;
  g_autofree char *thin = offprint_html_thin (cases[i].html, strlen (cases[i].html), &length);

  g_assert_cmpmem (thin, length, cases[i].thin, strlen (cases[i].thin));
}

/* One blank more for each of them would be more than the page */
static void
test_no_blanks (void)
{
  g_autoptr (GString) page = g_string_new ("<a ");
  g_autofree char *thin = NULL;
  gsize length = 0;

  for (guint i = 0; i < 10000; i++)
    g_string_append (page, "b=''");
  g_string_append (page, ">c");
  thin = offprint_html_thin (page->str, page->len, &length);
  g_assert_true (g_str_has_suffix (thin, ">c"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/html-thin/", cases[i].path, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/text/html-thin/no-blanks", test_no_blanks);
  return g_test_run ();
}
