/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the small reader takes, it reads as json-glib does; what it leaves is no JSON, or
 * JSON that nobody writes.
 */

#include "config.h"

#include "csl-value.h"

#include <string.h>

static const struct
{
  const char *path;
  const char *json;
  gboolean is_taken;
} cases[] = {
  { "object", " {\"a\": 1, \"b\" : [true,false , null], \"c\":{}} ", TRUE },
  { "list", "[[],[1],\"x\",-2.5]", TRUE },
  { "string", "\"a\"", TRUE },
  { "escapes", "\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t\"", TRUE },
  { "units", "\"\\u00e9 \\u6f22 \\ud83d\\ude00 \\u007f\"", TRUE },
  { "characters", "\"é 漢 😀\"", TRUE },
  { "numbers", "[0, -0, 7, 2019, 0.5, -12.25, 99999999999999999]", TRUE },
  { "duplicate", "{\"a\":1,\"a\":2}", TRUE },
  { "empty-name", "{\"\":1}", TRUE },

  { "nothing", "", FALSE },
  { "blank", " \n", FALSE },
  { "comma", "[1,]", FALSE },
  { "comma-in-object", "{\"a\":1,}", FALSE },
  { "two", "{} {}", FALSE },
  { "cut", "{\"a\":", FALSE },
  { "cut-string", "\"abc", FALSE },
  { "cut-escape", "\"abc\\", FALSE },
  { "cut-unit", "\"\\u12\"", FALSE },
  { "unknown-escape", "\"\\x\"", FALSE },
  { "half-character", "\"\\ud83d\"", FALSE },
  { "half-character-escaped", "\"\\ud83d\\n\"", FALSE },
  { "low-half", "\"\\ude00\"", FALSE },
  { "nul", "\"\\u0000\"", FALSE },
  { "control", "\"a\nb\"", FALSE },
  { "leading-zero", "007", FALSE },
  { "point", "1.", FALSE },
  { "no-digits", "-", FALSE },
  { "exponent", "1e5", FALSE },
  { "long-number", "123456789012345678901", FALSE },
  { "word", "nil", FALSE },
  { "case", "True", FALSE },
  { "name", "{a:1}", FALSE },
  { "colon", "{\"a\" 1}", FALSE },
  { "bracket", "[1}", FALSE },
  { "comment", "/* */ 1", FALSE },
};

static void
append_value (GString        *text,
              const CslValue *value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *escaped = NULL;

  if (value->name != NULL)
    g_string_append_printf (text, "<%s>", value->name);
  switch (value->kind)
    {
    case CSL_VALUE_NULL:
      g_string_append (text, "null ");
      break;
    case CSL_VALUE_BOOLEAN:
      g_string_append (text, value->of.boolean ? "true " : "false ");
      break;
    case CSL_VALUE_INTEGER:
      g_string_append_printf (text, "%" G_GINT64_FORMAT " ", value->of.integer);
      break;
    case CSL_VALUE_REAL:
      g_string_append_printf (text, "%s ", g_ascii_formatd (buffer, sizeof buffer, "%.15g", value->of.real));
      break;
    case CSL_VALUE_STRING:
      escaped = g_strescape (value->of.string, NULL);
      g_string_append_printf (text, "“%s” ", escaped);
      break;
    case CSL_VALUE_LIST:
    case CSL_VALUE_OBJECT:
      g_string_append_c (text, value->kind == CSL_VALUE_LIST ? '[' : '{');
      for (const CslValue *child = value->of.first; child != NULL; child = child->next)
        append_value (text, child);
      g_string_append_c (text, '.');
      break;
    }
}

static void
test_parse (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  const char *json = cases[index].json;
  g_autoptr (CslArena) arena = csl_arena_new ();
  CslValue *value = csl_value_parse (arena, json, strlen (json));
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GString) own = g_string_new (NULL);
  g_autoptr (GString) other = g_string_new (NULL);

  g_assert_cmpint (value != NULL, ==, cases[index].is_taken);
  if (value == NULL || g_str_equal (cases[index].path, "duplicate"))
    return;
  json_parser_set_strict (parser, TRUE);
  g_assert_true (json_parser_load_from_data (parser, json, -1, NULL));
  append_value (own, value);
  append_value (other, csl_value_from_node (arena, json_parser_get_root (parser)));
  g_assert_cmpstr (own->str, ==, other->str);
}

static void
test_depth (void)
{
  g_autoptr (CslArena) arena = csl_arena_new ();
  g_autoptr (GString) json = g_string_new (NULL);

  for (guint i = 0; i < 200000; i++)
    g_string_append_c (json, '[');
  g_assert_null (csl_value_parse (arena, json->str, json->len));
}

static void
test_get (void)
{
  static const char json[] = "{\"a\":1,\"b\":2,\"a\":3}";
  g_autoptr (CslArena) arena = csl_arena_new ();
  CslValue *value = csl_value_parse (arena, json, strlen (json));

  g_assert_cmpint (csl_value_get (value, "a")->of.integer, ==, 3);
  g_assert_null (csl_value_get (value, "c"));
  g_assert_null (csl_value_get (csl_value_get (value, "a"), "a"));
  g_assert_null (csl_value_get (NULL, "a"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/csl-value/parse/", cases[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_parse);
    }
  g_test_add_func ("/csl-value/depth", test_depth);
  g_test_add_func ("/csl-value/get", test_get);
  return g_test_run ();
}
