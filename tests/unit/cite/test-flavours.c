/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is offered to the clipboard, flavour by flavour.
 */

#include "config.h"

#include "flavours.h"

#include <string.h>

#include "read.h"

static OffprintWork *
work_new (void)
{
  g_autoptr (JsonNode) node = json_from_string (
    "{\"id\":\"x\",\"type\":\"chapter\",\"title\":\"Drawing <i>Utopia</i> & Ink\",\"container-title\":\"Maps\","
    "\"author\":[{\"family\":\"Plan\",\"given\":\"Berta\"}],\"issued\":{\"date-parts\":[[2019]]},\"custom\":{\"other\":1}}",
    NULL);
  g_autoptr (GError) error = NULL;
  OffprintWork *work = offprint_work_new_from_json (node, &error);

  g_assert_no_error (error);
  return work;
}

static char *
dup_flavour (GPtrArray  *flavours,
             const char *media_type)
{
  for (guint i = 0; i < flavours->len; i++)
    {
      OffprintFlavour *flavour = flavours->pdata[i];
      gsize length = 0;
      const char *data = g_bytes_get_data (flavour->bytes, &length);

      if (g_str_equal (flavour->media_type, media_type))
        return g_strndup (data, length);
    }
  return NULL;
}

typedef struct
{
  const char *path;
  const char *media_type;
  const char *has;
  const char *has_not;
} Case;

static const Case cases[] = {
  { "html/italics", "text/html", "<i>Maps &amp; Charts</i>", NULL },
  { "html/indent", "text/html", "text-indent", NULL },
  { "rtf/italics", "text/rtf", "\\i", NULL },
  { "rtf/start", "text/rtf", "{\\rtf1", NULL },
  { "rtf/unicode", "text/rtf", "\\u8211", "\u2013" },
  { "plain", "text/plain;charset=utf-8", "Plan. Maps & Charts 1\u20139.", "\n" },
  { "bibtex", "application/x-bibtex", "@in", NULL },
  { "csl-json", "application/vnd.citationstyles.csl+json", "\"Drawing <i>Utopia</i> & Ink\"", "\"other\"" },
};

static void
test_citation (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (OffprintWork) work = work_new ();
  g_autoptr (OffprintRichText) citation = offprint_rich_text_new_from_inline ("Plan. <i>Maps &amp; Charts</i> 1\u20139.", -1);
  g_autoptr (GPtrArray) flavours = offprint_flavours_new_for_citation (citation, work, TRUE);
  g_autofree char *text = dup_flavour (flavours, test->media_type);

  g_assert_nonnull (text);
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, test->has));
  if (test->has_not != NULL)
    g_assert_null (strstr (text, test->has_not));
}

static void
test_order (void)
{
  g_autoptr (OffprintWork) work = work_new ();
  g_autoptr (OffprintRichText) citation = offprint_rich_text_new_plain ("Plan");
  g_autoptr (GPtrArray) flavours = offprint_flavours_new_for_citation (citation, work, FALSE);
  g_autofree char *html = dup_flavour (flavours, "text/html");

  g_assert_cmpuint (flavours->len, ==, 5);
  g_assert_cmpstr (((OffprintFlavour *) flavours->pdata[0])->media_type, ==, "text/html");
  g_assert_null (strstr (html, "text-indent"));
}

static void
test_text (void)
{
  g_autoptr (OffprintRichText) text = offprint_rich_text_new_from_markup ("<p>One <b>bold</b></p><p>Two</p>", -1);
  g_autoptr (GPtrArray) flavours = offprint_flavours_new_for_text (text);
  g_autofree char *html = dup_flavour (flavours, "text/html");
  g_autofree char *plain = dup_flavour (flavours, "text/plain;charset=utf-8");

  g_assert_cmpuint (flavours->len, ==, 3);
  g_assert_nonnull (strstr (html, "<b>bold</b>"));
  g_assert_nonnull (strstr (plain, "One bold"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/flavours/citation/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_citation);
    }
  g_test_add_func ("/flavours/order", test_order);
  g_test_add_func ("/flavours/text", test_text);
  return g_test_run ();
}
