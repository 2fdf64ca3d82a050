/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Styles: what they say of themselves, dependent ones, and what is said of
 * broken ones: the file, the line, the element and the remedy.
 */

#include "config.h"

#include "try-style.h"

#include <string.h>

#define OPEN  "<style xmlns=\"http://purl.org/net/xbiblio/csl\" version=\"1.0\" class=\"in-text\">"
#define CITES "<citation><layout><text value=\"x\"/></layout></citation>"

typedef struct
{
  const char *path;
  const char *xml;
  int code;
  const char *words; /* that the message holds, divided by bars */
} Case;

static const Case broken[] = {
  { "empty", "", CSL_ERROR_STYLE_INVALID, "broken" },
  { "not xml", "hello", CSL_ERROR_STYLE_INVALID, "broken" },
  { "not closed", OPEN "\n<citation>", CSL_ERROR_STYLE_INVALID, "broken|line 2" },
  { "other root", "<locale xmlns=\"http://purl.org/net/xbiblio/csl\"/>", CSL_ERROR_STYLE_INVALID, "style" },
  { "no citation", OPEN "</style>", CSL_ERROR_STYLE_INVALID, "citation" },
  { "text of nothing", OPEN "\n<citation><layout>\n<text/></layout></citation></style>", CSL_ERROR_STYLE_INVALID, "line 3|text|variable" },
  { "no such macro", OPEN "<citation><layout><text macro=\"a\"/></layout></citation></style>", CSL_ERROR_STYLE_INVALID, "a|macro" },
  { "macro calls itself", OPEN "<macro name=\"a\"><text macro=\"b\"/></macro><macro name=\"b\"><text macro=\"a\"/></macro>"
                               "<citation><layout><text macro=\"a\"/></layout></citation></style>",
    CSL_ERROR_STYLE_INVALID, "itself" },
  { "entity bomb", "<!DOCTYPE style [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>\n" OPEN "<citation><layout><text value=\"&c;\"/></layout></citation></style>",
    CSL_ERROR_STYLE_INVALID, "broken|line|entities" },
  { "external entity", "<!DOCTYPE style SYSTEM \"file:///etc/passwd\">" OPEN CITES "</style>", CSL_ERROR_STYLE_INVALID, "broken|line|entities" },
  { "undefined entity", OPEN "\n<citation><layout><text value=\"&nbsp;\"/></layout></citation></style>", CSL_ERROR_STYLE_INVALID, "broken|line 2" },
  { "not utf-8", OPEN "\n<citation><layout><text value=\"\xff\"/></layout></citation></style>", CSL_ERROR_STYLE_INVALID, "broken|line 2" },
  { "document type", "<!DOCTYPE style [<!ENTITY a \"b\">]>" OPEN CITES "</style>", CSL_ERROR_STYLE_INVALID, "entities" },
  { "dependent alone", OPEN "<info><link rel=\"independent-parent\" href=\"http://example.org/styles/parent\"/></info></style>",
    CSL_ERROR_STYLE_INVALID, "parent" },
};

static void
check_broken (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CslStyle) style = csl_style_new_from_data (self->xml, -1, "broken", &error);
  g_auto (GStrv) words = g_strsplit (self->words, "|", -1);

  g_assert_null (style);
  g_assert_error (error, CSL_ERROR, self->code);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (error->message, words[i]) == NULL)
        g_error ("no “%s” in “%s”", words[i], error->message);
    }
}

static void
assert_refused (GString    *xml,
                int         code,
                const char *words)
{
  g_autofree char *text = g_string_free_and_steal (xml);
  const Case refused = { "", text, code, words };

  check_broken (&refused);
}

/* Macros that call two others each, forty deep, are a trillion elements */
static void
test_macros (void)
{
  GString *wide = g_string_new (OPEN "\n<macro name=\"m0\"><text value=\"x\"/></macro>\n");
  GString *deep = g_string_new (OPEN "\n<macro name=\"m0\"><text value=\"x\"/></macro>\n");

  for (guint i = 1; i < 40; i++)
    g_string_append_printf (wide, "<macro name=\"m%u\"><text macro=\"m%u\"/><text macro=\"m%u\"/></macro>\n", i, i - 1, i - 1);
  g_string_append (wide, "<citation><layout><text macro=\"m39\"/></layout></citation></style>");
  assert_refused (wide, CSL_ERROR_TOO_LARGE, "broken|line 20|m18");

  for (guint i = 1; i < 50000; i++)
    g_string_append_printf (deep, "<macro name=\"m%u\"><text macro=\"m%u\"/></macro>\n", i, i - 1);
  g_string_append (deep, "<citation><layout><text macro=\"m49999\"/></layout></citation></style>");
  assert_refused (deep, CSL_ERROR_STYLE_INVALID, "broken|line|too many others");
}

/* More of a kind than anybody needs */
static void
test_many (void)
{
  GString *keys = g_string_new (OPEN "<citation>\n<sort>");
  GString *roles = g_string_new (OPEN "<citation><layout>\n<names variable=\"");
  GString *terms = g_string_new (OPEN "<locale><terms>\n");

  for (guint i = 0; i < 200; i++)
    g_string_append (keys, "<key variable=\"title\"/>");
  g_string_append (keys, "</sort><layout><text value=\"x\"/></layout></citation></style>");
  assert_refused (keys, CSL_ERROR_STYLE_INVALID, "line 2|key|hundred");

  for (guint i = 0; i < 200; i++)
    g_string_append (roles, "author ");
  g_string_append (roles, "\"/></layout></citation></style>");
  assert_refused (roles, CSL_ERROR_STYLE_INVALID, "line 2|names|hundred");

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (terms, "<term name=\"t%u\">x</term>", i);
  g_string_append (terms, "</terms></locale>" CITES "</style>");
  assert_refused (terms, CSL_ERROR_STYLE_INVALID, "line 2|term|too many");
}

static GBytes *
load_circle_cb (const char  *name,
                gpointer     user_data,
                GError     **error)
{
  guint *n_loads = user_data;
  g_autofree char *xml = g_strdup_printf (OPEN "<info>\n<link rel=\"independent-parent\" href=\"http://example.org/styles/%s\"/></info></style>",
                                          strcmp (name, "a") == 0 ? "b" : "a");

  (*n_loads)++;
  return g_bytes_new (xml, strlen (xml));
}

static void
test_circle (void)
{
  guint n_loads = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (CslStyle) style = csl_style_new_with_parent (
    OPEN "<info>\n\n<link rel=\"independent-parent\" href=\"http://example.org/styles/b\"/></info></style>",
    -1, "a", load_circle_cb, &n_loads, &error);

  g_assert_null (style);
  g_assert_error (error, CSL_ERROR, CSL_ERROR_STYLE_INVALID);
  g_assert_nonnull (strstr (error->message, "“a”, line 3"));
  g_assert_nonnull (strstr (error->message, "independent"));
  g_assert_cmpuint (n_loads, ==, 1);
}

/* An unknown term prints nothing, but who asks is told */
static void
test_slip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CslStyle) style = csl_style_new_from_data (OPEN "<citation><layout>\n<text term=\"nonsense\"/></layout></citation></style>",
                                                        -1, "slip", &error);

  g_assert_no_error (error);
  g_assert_false (csl_style_check (style, &error));
  g_assert_error (error, CSL_ERROR, CSL_ERROR_STYLE_INVALID);
  g_assert_nonnull (strstr (error->message, "“slip”, line 2"));
  g_assert_nonnull (strstr (error->message, "nonsense"));
}

/* Where it is called, in however long a file; not where the parser happens to be */
static void
test_missing_macro (void)
{
  static const guint n_lines[] = { 0, 3, 100, 70000 };

  for (gsize i = 0; i < G_N_ELEMENTS (n_lines); i++)
    {
      g_autofree char *before = g_strnfill (n_lines[i], '\n');
      g_autofree char *xml = g_strdup_printf (OPEN "<citation>%s<layout><group>\n<text macro=\"nowhere\"/><text value=\"a\"/>\n</group></layout>\n</citation>\n\n</style>", before);
      g_autofree char *line = g_strdup_printf ("line %u:", n_lines[i] + 2);
      g_autoptr (GError) error = NULL;
      g_autoptr (CslStyle) style = csl_style_new_from_data (xml, -1, "long", &error);

      g_assert_null (style);
      g_assert_error (error, CSL_ERROR, CSL_ERROR_STYLE_INVALID);
      g_assert_nonnull (strstr (error->message, "nowhere"));
      if (n_lines[i] < G_MAXUINT16)
        g_assert_nonnull (strstr (error->message, line));
      else
        g_assert_nonnull (strstr (error->message, "line 7000"));
    }
}

static void
test_deep (void)
{
  g_autoptr (GString) xml = g_string_new (OPEN "<citation><layout>");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (xml, "<group>");
  g_assert_null (csl_style_new_from_data (xml->str, (gssize) xml->len, "deep", &error));
  g_assert_error (error, CSL_ERROR, CSL_ERROR_STYLE_INVALID);
}

static void
test_large (void)
{
  g_autofree char *blanks = g_strnfill (5 * 1024 * 1024, ' ');
  g_autoptr (GError) error = NULL;

  g_assert_null (csl_style_new_from_data (blanks, -1, "large", &error));
  g_assert_error (error, CSL_ERROR, CSL_ERROR_TOO_LARGE);
}

static void
test_describe (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CslStyle) style = csl_style_new_from_data (
    "<?xml version='1.0'?><style xmlns='http://purl.org/net/xbiblio/csl' version='1.0' class='note' default-locale='fr-FR'>"
    "<!-- a comment --><info><title>A &amp; B</title><title-short>AB</title-short><id>http://example.org/ab</id>"
    "<category citation-format='note'/><unknown/></info><unknown a='b'/>" CITES "<bibliography><layout><text value='x'/></layout></bibliography></style>",
    -1, "ab", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (csl_style_get_title (style), ==, "A & B");
  g_assert_cmpstr (csl_style_get_title_short (style), ==, "AB");
  g_assert_cmpstr (csl_style_get_id (style), ==, "http://example.org/ab");
  g_assert_cmpstr (csl_style_get_default_locale (style), ==, "fr-FR");
  g_assert_cmpint (csl_style_get_format (style), ==, CSL_STYLE_FORMAT_NOTE);
  g_assert_cmpint (csl_style_get_class (style), ==, CSL_STYLE_CLASS_NOTE);
  g_assert_true (csl_style_has_bibliography (style));
}

static GBytes *
load_parent_cb (const char  *name,
                gpointer     user_data,
                GError     **error)
{
  static const char xml[] = OPEN "<info><title>Parent</title><category citation-format=\"numeric\"/></info>" CITES "</style>";

  g_assert_cmpstr (name, ==, "parent");
  return g_bytes_new_static (xml, sizeof xml - 1);
}

static void
test_dependent (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CslStyle) style = csl_style_new_with_parent (
    "<style xmlns=\"http://purl.org/net/xbiblio/csl\" version=\"1.0\" default-locale=\"de-DE\"><info><title>Child</title>"
    "<id>child</id><link rel=\"independent-parent\" href=\"http://example.org/styles/parent\"/></info></style>",
    -1, "child", load_parent_cb, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (csl_style_get_title (style), ==, "Child");
  g_assert_cmpstr (csl_style_get_default_locale (style), ==, "de-DE");
  g_assert_cmpint (csl_style_get_format (style), ==, CSL_STYLE_FORMAT_NUMERIC);
}

/* An if with nothing in it still ends the choose; unknown elements print nothing */
static void
test_lenient (void)
{
  g_autofree char *empty_if = try_style_layout ("<choose><if match=\"none\" variable=\"title\"/><else><text value=\"b\"/></else></choose><text value=\"c\"/>", "{}");
  g_autofree char *unknown = try_style_layout ("<institution><text value=\"b\"/></institution><text value=\"c\"/>", "{}");

  g_assert_cmpstr (empty_if, ==, "c");
  g_assert_cmpstr (unknown, ==, "c");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strconcat ("/style/broken/", broken[i].path, NULL);

      g_test_add_data_func (path, &broken[i], check_broken);
    }
  g_test_add_func ("/style/bounds/macros", test_macros);
  g_test_add_func ("/style/bounds/many", test_many);
  g_test_add_func ("/style/bounds/circle", test_circle);
  g_test_add_func ("/style/slip", test_slip);
  g_test_add_func ("/style/missing-macro", test_missing_macro);
  g_test_add_func ("/style/broken/deep", test_deep);
  g_test_add_func ("/style/broken/large", test_large);
  g_test_add_func ("/style/describe", test_describe);
  g_test_add_func ("/style/dependent", test_dependent);
  g_test_add_func ("/style/lenient", test_lenient);

  return g_test_run ();
}
