/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two JSON texts are compared as text once both are written the same way: a failure then
 * prints what was read.
 */

#include "config.h"

#include "expect-record.h"

#include "json-value.h"
#include "record.h"

static JsonNode *
wrap (JsonObject *record)
{
  return offprint_json_wrap_object (json_object_ref (record));
}

static JsonNode *
get_at (JsonNode   *root,
        const char *path)
{
  return offprint_json_get_at (root, path);
}

void
expect_facts (JsonObject       *record,
              const RecordFact *facts,
              gsize             n_facts)
{
  g_autoptr (JsonNode) root = wrap (record);

  for (gsize i = 0; i < n_facts; i++)
    {
      JsonNode *node = get_at (root, facts[i].path);
      g_autofree char *found = node != NULL ? json_to_string (node, FALSE) : NULL;
      g_autoptr (JsonNode) expected = facts[i].json != NULL ? json_from_string (facts[i].json, NULL) : NULL;
      g_autofree char *text = expected != NULL ? json_to_string (expected, FALSE) : NULL;

      if (g_strcmp0 (found, text) != 0)
        g_error ("%s is %s, not %s", facts[i].path, found, text);
    }
}

guint
expect_length (JsonObject *record,
               const char *path)
{
  g_autoptr (JsonNode) root = wrap (record);
  JsonNode *node = get_at (root, path);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_array_get_length (json_node_get_array (node)) : 0;
}

const char *
expect_string (JsonObject *record,
               const char *path)
{
  g_autoptr (JsonNode) root = wrap (record);
  JsonNode *node = get_at (root, path);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static GBytes *
load (const char *path)
{
  char *contents = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    return NULL;

  return g_bytes_new_take (contents, length);
}

GBytes *
expect_data (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "unit", "page", "data", name, NULL);
  GBytes *bytes = load (path);

  g_assert_nonnull (bytes);
  return bytes;
}

GBytes *
expect_shared (const char *name)
{
  const char *shared = g_getenv ("OFFPRINT_SHARED");
  g_autofree char *path = shared != NULL ? g_build_filename (shared, name, NULL) : NULL;
  GBytes *bytes = path != NULL ? load (path) : NULL;

  if (bytes == NULL)
    g_test_skip ("the shared records are not here");
  return bytes;
}

void
expect_sound (JsonObject *record)
{
  g_autoptr (JsonNode) root = offprint_json_wrap_object (offprint_json_copy_object (record));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = json_to_string (root, FALSE);
  static const char *const words[] = { "SCRIPTTEXT", "STYLETEXT", "RECOMMENDED", "FOOTER", "dataLayer", "function(", "{ color" };

  if (!json_object_has_member (json_node_get_object (root), "id"))
    json_object_set_string_member (json_node_get_object (root), "id", "test");
  offprint_record_check (root, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_null (g_strstr_len (text, -1, words[i]));
}
