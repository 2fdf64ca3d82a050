/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks into a record by path and compares what is there as JSON.
 */

#include "expect.h"

#include "registry-error.h"

GBytes *
expect_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static JsonNode *
find (JsonNode   *node,
      const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);

  for (guint i = 0; node != NULL && steps[i] != NULL; i++)
    if (JSON_NODE_HOLDS_OBJECT (node))
      node = json_object_get_member (json_node_get_object (node), steps[i]);
    else if (JSON_NODE_HOLDS_ARRAY (node) &&
             g_ascii_strtoull (steps[i], NULL, 10) < json_array_get_length (json_node_get_array (node)))
      node = json_array_get_element (json_node_get_array (node), g_ascii_strtoull (steps[i], NULL, 10));
    else
      node = NULL;
  return node;
}

void
expect_member (OffprintReading *reading,
               const char      *path,
               const char      *json)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonNode *node = NULL;
  g_autofree char *text = NULL;

  json_node_set_object (root, offprint_reading_get_record (reading));
  node = find (root, path);
  text = node != NULL ? json_to_string (node, FALSE) : NULL;
  if (g_strcmp0 (text, json) != 0)
    g_error ("%s is %s, not %s", path, text != NULL ? text : "absent", json != NULL ? json : "absent");
}

void
expect_error (OffprintReading *reading,
              GError          *error,
              int              code)
{
  g_assert_null (reading);
  g_assert_error (error, OFFPRINT_REGISTRY_ERROR, code);
  g_assert_false (g_str_has_suffix (error->message, "."));
  g_error_free (error);
}
