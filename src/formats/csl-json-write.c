/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record is a CSL-JSON item already. For other programs our own part of `custom` is
 * left out, and what came from such a file goes back to where it stood.
 */

#include "config.h"

#include "writers.h"

#include "json-value.h"

#include <string.h>

/* Back to where it stood, if the object around it is still there and nothing is in its place */
static void
put_back (JsonObject *item,
          const char *pointer,
          JsonNode   *value)
{
  g_autofree char *parent = g_strdup (pointer);
  char *slash = strrchr (parent, '/');
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GString) name = NULL;
  JsonNode *place = NULL;

  if (slash == NULL)
    return;
  name = g_string_new (slash + 1);
  *slash = '\0';
  g_string_replace (name, "~1", "/", 0);
  g_string_replace (name, "~0", "~", 0);
  root = json_node_alloc ();
  json_node_init_object (root, item);
  place = offprint_json_get_at (root, parent);
  if (place == NULL || !JSON_NODE_HOLDS_OBJECT (place) || json_object_has_member (json_node_get_object (place), name->str))
    return;
  json_object_set_member (json_node_get_object (place), name->str, offprint_json_copy (value));
}

static JsonObject *
export_item (JsonObject *record)
{
  JsonObject *item = offprint_json_copy_object (record);
  JsonObject *custom = offprint_json_get_object (item, "custom");
  JsonObject *ours = custom != NULL ? offprint_json_get_object (custom, "offprint") : NULL;
  JsonObject *kept = ours != NULL ? offprint_json_get_object (ours, "kept") : NULL;

  if (kept != NULL)
    {
      JsonObjectIter iter;
      const char *pointer = NULL;
      JsonNode *value = NULL;

      json_object_ref (kept);
      json_object_iter_init_ordered (&iter, kept);
      while (json_object_iter_next_ordered (&iter, &pointer, &value))
        put_back (item, pointer, value);
      json_object_unref (kept);
    }
  if (custom != NULL)
    {
      json_object_remove_member (custom, "offprint");
      if (json_object_get_size (custom) == 0)
        json_object_remove_member (item, "custom");
    }
  return item;
}

/**
 * offprint_csl_json_write:
 * @items: records
 *
 * Writes a list of items that other programs read: standard members and what came with
 * them, without `custom.offprint`.
 *
 * Returns: (transfer full): the file's text
 */
char *
offprint_csl_json_write (JsonArray *items)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();
  g_autofree char *json = NULL;

  for (guint i = 0; i < json_array_get_length (items); i++)
    json_array_add_object_element (array, export_item (json_array_get_object_element (items, i)));
  json_node_take_array (root, array);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json = json_generator_to_data (generator, NULL);

  return g_strconcat (json, "\n", NULL);
}
