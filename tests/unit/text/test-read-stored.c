/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The form that records hold: what it says, and what is refused.
 */

#include "config.h"

#include "read.h"
#include "write.h"

#include "support.h"

/* A dump, or NULL for what is refused */
static const struct
{
  const char *path;
  const char *stored;
  const char *dump;
} cases[] = {
  { "empty", "", "" },
  { "paragraph", "<p>a &amp; b</p>", "¶ a & b" },
  { "heading", "<h>a</h><p>b</p>", "§ a\n¶ b" },
  { "runs", "<p><i>a</i><b>b</b><sup>c</sup><sub>d</sub><sc>e</sc><nocase>f</nocase></p>", "¶ {i:a}{b:b}{^:c}{_:d}{c:e}{n:f}" },
  { "link", "<p><a href=\"https://example.org/?a&amp;b\">a</a></p>", "¶ {@https://example.org/?a&b:a}" },
  { "math", "<p><math alttext=\"E=mc2\"><i>E</i>=mc<sup>2</sup></math></p>", "¶ {im:E}{m:=mc}{^m:2}" },
  { "math-alternative", "<p><math alttext=\"E=mc2\"/></p>", "¶ {m:E=mc2}" },
  { "lists", "<ol><li>a<ul><li>b</li></ul><p>c</p></li><li>d</li></ol>", "1./1 a\n•/2 b\n¶/1 c\n2./1 d" },
  { "list-of-paragraphs", "<ul>\n<li><p>a</p><p>b</p></li>\n</ul>", "•/1 a\n¶/1 b" },
  { "blanks", "<p>a <i> b</i></p>", "¶ a {i: b}" },
  { "cleaned", "<p>a&#x202e;b</p>", "¶ ab" },
  { "text-alone", "a", NULL },
  { "text-behind", "<p>a</p>b", NULL },
  { "unknown", "<p><u>a</u></p>", NULL },
  { "block-in-block", "<p>a<p>b</p></p>", NULL },
  { "item-alone", "<li>a</li>", NULL },
  { "paragraph-in-list", "<ul><p>a</p></ul>", NULL },
  { "heading-in-item", "<ul><li><h>a</h></li></ul>", NULL },
  { "attribute", "<p class=\"x\">a</p>", NULL },
  { "link-nowhere", "<p><a>a</a></p>", NULL },
  { "link-script", "<p><a href=\"javascript:alert(1)\">a</a></p>", NULL },
  { "unclosed", "<p>a", NULL },
  { "crossed", "<p><i>a<b>b</i></b></p>", NULL },
  { "comment", "<p>a</p><!-- b -->", NULL },
  { "instruction", "<?xml version=\"1.0\"?><p>a</p>", NULL },
  { "doctype", "<!DOCTYPE p [<!ENTITY a \"b\">]><p>&a;</p>", NULL },
  { "entity", "<p>&nbsp;</p>", NULL },
  { "bytes", "<p>\xff</p>", NULL },
};

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintRichText) text = offprint_rich_text_new_from_stored (cases[i].stored, -1, &error);
  g_autofree char *dump = NULL;
  g_autofree char *stored = NULL;
  g_autoptr (OffprintRichText) again = NULL;

  if (cases[i].dump == NULL)
    {
      g_assert_error (error, OFFPRINT_TEXT_ERROR, OFFPRINT_TEXT_ERROR_INVALID);
      g_assert_null (text);
      return;
    }
  g_assert_no_error (error);
  dump = support_dump (text);
  g_assert_cmpstr (dump, ==, cases[i].dump);
  stored = offprint_rich_text_to_stored (text);
  again = offprint_rich_text_new_from_stored (stored, -1, &error);
  g_assert_no_error (error);
  g_assert_true (offprint_rich_text_equal (text, again));
}

static void
test_deep (void)
{
  g_autoptr (GString) stored = g_string_new ("<p>");
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintRichText) text = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (stored, "<i>");
  text = offprint_rich_text_new_from_stored (stored->str, stored->len, &error);
  g_assert_error (error, OFFPRINT_TEXT_ERROR, OFFPRINT_TEXT_ERROR_INVALID);
  g_assert_null (text);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/stored/", cases[i].path, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/text/stored/deep", test_deep);

  return g_test_run ();
}
