/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page that is read twice tells twice when it was seen, and nothing else is new: no
 * value has changed. So the members that only tell when (record.md: `seen`, `checked`)
 * do not count here. What two records share is the same at once.
 */

#include "config.h"

#include "sameness.h"

#include "json-value.h"

static gboolean
is_time (const char *name,
         JsonNode   *node)
{
  return (g_str_equal (name, "seen") || g_str_equal (name, "checked")) && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_STRING;
}

static guint
count_members (JsonObject *object)
{
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *node = NULL;
  guint n = 0;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    n += is_time (name, node) ? 0 : 1;

  return n;
}

static gboolean
is_same_array (JsonArray *a,
               JsonArray *b)
{
  if (a == b)
    return TRUE;
  if (json_array_get_length (a) != json_array_get_length (b))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (a); i++)
    if (!offprint_json_is_same (json_array_get_element (a, i), json_array_get_element (b, i)))
      return FALSE;

  return TRUE;
}

/*< private >
 * Whether two objects say the same, times apart.
 */
gboolean
offprint_json_is_same_object (JsonObject *a,
                              JsonObject *b)
{
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *node = NULL;

  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || count_members (a) != count_members (b))
    return FALSE;
  json_object_iter_init (&iter, a);
  while (json_object_iter_next (&iter, &name, &node))
    if (!is_time (name, node) && !offprint_json_is_same (node, json_object_get_member (b, name)))
      return FALSE;

  return TRUE;
}

/*< private >
 * Whether two nodes say the same, times apart.
 */
gboolean
offprint_json_is_same (JsonNode *a,
                       JsonNode *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || json_node_get_node_type (a) != json_node_get_node_type (b))
    return FALSE;
  switch (json_node_get_node_type (a))
    {
    case JSON_NODE_OBJECT:
      return offprint_json_is_same_object (json_node_get_object (a), json_node_get_object (b));
    case JSON_NODE_ARRAY:
      return is_same_array (json_node_get_array (a), json_node_get_array (b));
    case JSON_NODE_VALUE:
    case JSON_NODE_NULL:
      return json_node_equal (a, b);
    }

  return FALSE;
}
