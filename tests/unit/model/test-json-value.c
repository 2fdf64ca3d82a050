/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Members of wrong types are not there; copies share nothing; pointers follow RFC 6901.
 */

#include "config.h"

#include "json-value.h"

static JsonNode *
get_root (void)
{
  return json_from_string ("{\"s\":\"x\",\"e\":\"\",\"n\":7,\"d\":1.5,\"b\":true,\"z\":null,\"l\":[1,{\"a/b~c\":\"deep\"}],\"o\":{\"p\":{}}}", NULL);
}

static void
test_types (void)
{
  static const char *const all[] = { "s", "e", "n", "d", "b", "z", "l", "o", "missing" };
  g_autoptr (JsonNode) root = get_root ();
  JsonObject *object = json_node_get_object (root);
  gint64 number = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autofree char *text = offprint_json_dup_text (json_object_get_member (object, all[i]));

      g_assert_cmpstr (offprint_json_get_string (object, all[i]), ==, i == 0 ? "x" : NULL);
      g_assert_cmpint (offprint_json_get_array (object, all[i]) != NULL, ==, i == 6);
      g_assert_cmpint (offprint_json_get_object (object, all[i]) != NULL, ==, i == 7);
      g_assert_cmpint (offprint_json_get_integer (object, all[i], &number), ==, i == 2);
      g_assert_cmpstr (text, ==, i == 0 ? "x" : i == 2 ? "7"
                                              : i == 3 ? "1.5"
                                                       : NULL);
    }
  g_assert_null (offprint_json_get_string (NULL, "s"));
}

static void
test_pointer (void)
{
  g_autoptr (JsonNode) root = get_root ();
  g_autofree char *made = offprint_json_pointer ("/l/1", "a/b~c");

  g_assert_cmpstr (made, ==, "/l/1/a~1b~0c");
  g_assert_cmpstr (json_node_get_string (offprint_json_get_at (root, made)), ==, "deep");
  g_assert_true (offprint_json_get_at (root, "") == root);
  g_assert_null (offprint_json_get_at (root, "/l/2"));
  g_assert_null (offprint_json_get_at (root, "/l/x"));
  g_assert_null (offprint_json_get_at (root, "/l/-1"));
  g_assert_null (offprint_json_get_at (root, "/s/x"));
  g_assert_null (offprint_json_get_at (root, "s"));
}

static void
test_copy (void)
{
  g_autoptr (JsonNode) root = get_root ();
  g_autoptr (JsonNode) copy = offprint_json_copy (root);

  g_assert_true (json_node_equal (root, copy));
  json_object_set_string_member (json_object_get_object_member (json_node_get_object (copy), "o"), "p", "changed");
  g_assert_false (json_node_equal (root, copy));
}

static void
test_nothing (void)
{
  static const char *const nothings[] = { "null", "\"\"", "[]", "{}", "[[null]]", "{\"a\":[\"\"]}" };
  static const char *const somethings[] = { "0", "false", "\" \"", "[0]", "{\"a\":[\"x\"]}" };

  for (gsize i = 0; i < G_N_ELEMENTS (nothings); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (nothings[i], NULL);

      g_assert_true (offprint_json_is_nothing (node));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (somethings); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (somethings[i], NULL);

      g_assert_false (offprint_json_is_nothing (node));
    }
}

static void
test_depth (void)
{
  g_autoptr (JsonNode) node = json_from_string ("[[{\"a\":[]}]]", NULL);

  g_assert_true (offprint_json_is_deeper (node, 3));
  g_assert_false (offprint_json_is_deeper (node, 4));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-value/types", test_types);
  g_test_add_func ("/json-value/pointer", test_pointer);
  g_test_add_func ("/json-value/copy", test_copy);
  g_test_add_func ("/json-value/nothing", test_nothing);
  g_test_add_func ("/json-value/depth", test_depth);

  return g_test_run ();
}
