/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a style says of itself, read from its first lines alone.
 */

#include "config.h"

#include "csl.h"

#include <string.h>

#define STYLE(inner) "<?xml version='1.0'?><style xmlns='http://purl.org/net/xbiblio/csl' default-locale='de-DE'><info>" inner "</info>"

typedef struct
{
  const char *path;
  const char *data;
  const char *title; /* NULL: it is no style */
  const char *title_short;
  const char *parent;
  const char *format;
} Case;

static const Case cases[] = {
  { "title", STYLE ("<title>A  Title\n of two lines</title>") "<citation/></style>", "A Title of two lines" },
  { "cut-behind-info", STYLE ("<title>A</title><title-short>B</title-short>") "<macro name=", "A", "B" },
  { "format", STYLE ("<category field='law'/><category citation-format='note'/><title>A</title>"), "A", NULL, NULL, "note" },
  { "parent", STYLE ("<title>A</title><link rel='self' href='http://x/a'/><link rel='independent-parent' href='http://x/styles/apa'/>"), "A", NULL, "apa" },
  { "entities", STYLE ("<title>R&amp;D &lt;1&gt;</title>"), "R&D <1>" },
  { "nested-title", STYLE ("<author><title>Dr</title></author><title>A</title>"), "A" },
  { "unknown-entity", "<!DOCTYPE style [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" STYLE ("<title>A&e;</title>"), NULL },
  { "no-title", STYLE ("<id>x</id>"), NULL },
  { "other-namespace", "<style xmlns='http://example.org/'><info><title>A</title></info></style>", NULL },
  { "html", "<html><info><title>A</title></info></html>", NULL },
  { "broken-before", "<style xmlns='http://purl.org/net/xbiblio/csl'><info><title>A", NULL },
  { "empty", "", NULL },
};

static void
test_read (gconstpointer data)
{
  const Case *test = data;
  g_auto (CslStyleHead) head = { NULL };
  g_autoptr (GError) error = NULL;
  gboolean is_style = csl_style_head_read (test->data, -1, &head, &error);

  g_assert_cmpint (is_style, ==, test->title != NULL);
  g_assert_cmpint (is_style, ==, error == NULL);
  g_assert_cmpstr (head.title, ==, test->title);
  g_assert_cmpstr (head.title_short, ==, test->title_short);
  g_assert_cmpstr (head.parent, ==, test->parent);
  g_assert_cmpstr (head.format, ==, test->format);
  if (is_style)
    g_assert_cmpstr (head.default_locale, ==, strstr (test->data, "default-locale") != NULL ? "de-DE" : NULL);
}

/* What is listed and compared, beside what is shown */
static void
test_more (void)
{
  static const char text[] = "<style xmlns='http://purl.org/net/xbiblio/csl' class='note'><info><title>A</title><id> http://x/styles/a\n</id>"
                             "<category citation-format='note'/><category field='law'/><category field=''/><category field='history'/>"
                             "<updated>2020-01-31T00:00:00Z</updated></info></style>";
  g_auto (CslStyleHead) head = { NULL };

  g_assert_true (csl_style_head_read (text, -1, &head, NULL));
  g_assert_cmpstr (head.id, ==, "http://x/styles/a");
  g_assert_cmpstr (head.updated, ==, "2020-01-31T00:00:00Z");
  g_assert_cmpstr (head.class, ==, "note");
  g_assert_cmpuint (g_strv_length (head.fields), ==, 2);
  g_assert_cmpstr (head.fields[0], ==, "law");
  g_assert_cmpstr (head.fields[1], ==, "history");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/style-head/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_read);
    }
  g_test_add_func ("/style-head/more", test_more);
  return g_test_run ();
}
