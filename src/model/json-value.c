/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why: a record is JSON that others wrote. Each question about it is asked here with
 * the type looked at first, so that a list where a string should be neither warns
 * nor crashes; and copying here is deep, which json-glib's is not.
 */

#include "config.h"

#include "json-value.h"

static JsonNode *
get_member (JsonObject   *object,
            const char   *member,
            JsonNodeType  type)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && json_node_get_node_type (node) == type ? node : NULL;
}

/**
 * offprint_json_get_string:
 * @object: (nullable): an object
 * @member: a member's name
 *
 * Returns: (transfer none) (nullable): the string, if the member is one and not empty
 */
const char *
offprint_json_get_string (JsonObject *object,
                          const char *member)
{
  JsonNode *node = get_member (object, member, JSON_NODE_VALUE);
  const char *text = NULL;

  if (node != NULL && json_node_get_value_type (node) == G_TYPE_STRING)
    text = json_node_get_string (node);

  return text != NULL && *text != '\0' ? text : NULL;
}

/**
 * offprint_json_get_object:
 * @object: (nullable): an object
 * @member: a member's name
 *
 * Returns: (transfer none) (nullable): the member, if it is an object
 */
JsonObject *
offprint_json_get_object (JsonObject *object,
                          const char *member)
{
  JsonNode *node = get_member (object, member, JSON_NODE_OBJECT);

  return node != NULL ? json_node_get_object (node) : NULL;
}

/**
 * offprint_json_get_array:
 * @object: (nullable): an object
 * @member: a member's name
 *
 * Returns: (transfer none) (nullable): the member, if it is an array
 */
JsonArray *
offprint_json_get_array (JsonObject *object,
                         const char *member)
{
  JsonNode *node = get_member (object, member, JSON_NODE_ARRAY);

  return node != NULL ? json_node_get_array (node) : NULL;
}

/**
 * offprint_json_get_integer:
 * @object: (nullable): an object
 * @member: a member's name
 * @value: (out): the number
 *
 * Takes a whole number, or a string of digits as registries write them too.
 *
 * Returns: whether there is one
 */
gboolean
offprint_json_get_integer (JsonObject *object,
                           const char *member,
                           gint64     *value)
{
  JsonNode *node = get_member (object, member, JSON_NODE_VALUE);

  if (node == NULL)
    return FALSE;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    {
      *value = json_node_get_int (node);
      return TRUE;
    }
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_ascii_string_to_signed (json_node_get_string (node), 10, G_MININT64, G_MAXINT64, value, NULL);

  return FALSE;
}

/**
 * offprint_json_dup_text:
 * @node: (nullable): a value
 *
 * Returns: (transfer full) (nullable): a string, or a number as text; `NULL` if it is
 *   neither or empty
 */
char *
offprint_json_dup_text (JsonNode *node)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      const char *text = json_node_get_string (node);

      return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
    }
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    return g_strdup (g_ascii_formatd (number, sizeof number, "%.15g", json_node_get_double (node)));

  return NULL;
}

/**
 * offprint_json_element_object:
 * @array: an array
 * @index: less than its length
 *
 * Returns: (transfer none) (nullable): the element, if it is an object
 */
JsonObject *
offprint_json_element_object (JsonArray *array,
                              guint      index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * offprint_json_element_string:
 * @array: an array
 * @index: less than its length
 *
 * Returns: (transfer none) (nullable): the element, if it is a string that is not empty
 */
const char *
offprint_json_element_string (JsonArray *array,
                              guint      index)
{
  JsonNode *node = json_array_get_element (array, index);
  const char *text = NULL;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    text = json_node_get_string (node);

  return text != NULL && *text != '\0' ? text : NULL;
}

/**
 * offprint_json_wrap_object:
 * @object: (transfer full): an object
 *
 * Returns: (transfer full): a node that holds it
 */
JsonNode *
offprint_json_wrap_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);

  return node;
}

/**
 * offprint_json_wrap_array:
 * @array: (transfer full): an array
 *
 * Returns: (transfer full): a node that holds it
 */
JsonNode *
offprint_json_wrap_array (JsonArray *array)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, array);

  return node;
}

/**
 * offprint_json_copy_object:
 * @object: an object
 *
 * Returns: (transfer full): a copy that shares nothing with @object
 */
JsonObject *
offprint_json_copy_object (JsonObject *object)
{
  JsonObject *copy = json_object_new ();
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *member = NULL;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    json_object_set_member (copy, name, offprint_json_copy (member));

  return copy;
}

/**
 * offprint_json_copy_top:
 * @object: an object
 *
 * Copies an object to which members shall be added. What stands in it is shared.
 *
 * Returns: (transfer full): the copy
 */
JsonObject *
offprint_json_copy_top (JsonObject *object)
{
  JsonObject *copy = json_object_new ();
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *member = NULL;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    json_object_set_member (copy, name, json_node_ref (member));

  return copy;
}

/**
 * offprint_json_copy:
 * @node: any JSON; its depth is bounded by the parser
 *
 * json_node_copy() shares what containers hold; this does not.
 *
 * Returns: (transfer full): a copy that shares nothing with @node
 */
JsonNode *
offprint_json_copy (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return offprint_json_wrap_object (offprint_json_copy_object (json_node_get_object (node)));
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);
      guint n = json_array_get_length (array);
      JsonArray *copy = json_array_sized_new (n);

      for (guint i = 0; i < n; i++)
        json_array_add_element (copy, offprint_json_copy (json_array_get_element (array, i)));
      return offprint_json_wrap_array (copy);
    }

  return json_node_copy (node);
}

/**
 * offprint_json_is_deeper:
 * @node: any JSON
 * @depth: how many levels are allowed
 *
 * Returns: whether @node nests objects and arrays deeper than @depth
 */
gboolean
offprint_json_is_deeper (JsonNode *node,
                         guint     depth)
{
  if (!JSON_NODE_HOLDS_OBJECT (node) && !JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  if (depth == 0)
    return TRUE;
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      JsonNode *member = NULL;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, NULL, &member))
        if (offprint_json_is_deeper (member, depth - 1))
          return TRUE;
    }
  else
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        if (offprint_json_is_deeper (json_array_get_element (array, i), depth - 1))
          return TRUE;
    }

  return FALSE;
}

/**
 * offprint_json_is_nothing:
 * @node: any JSON
 *
 * Returns: whether it says nothing: null, an empty string, or a container of only such
 */
gboolean
offprint_json_is_nothing (JsonNode *node)
{
  JsonObjectIter iter;
  JsonNode *member = NULL;
  JsonArray *array = NULL;

  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_NULL:
      return TRUE;
    case JSON_NODE_VALUE:
      return json_node_get_value_type (node) == G_TYPE_STRING &&
             (json_node_get_string (node) == NULL || *json_node_get_string (node) == '\0');
    case JSON_NODE_OBJECT:
      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, NULL, &member))
        if (!offprint_json_is_nothing (member))
          return FALSE;
      return TRUE;
    case JSON_NODE_ARRAY:
      array = json_node_get_array (node);
      for (guint i = 0; i < json_array_get_length (array); i++)
        if (!offprint_json_is_nothing (json_array_get_element (array, i)))
          return FALSE;
      return TRUE;
    }

  return TRUE;
}

/**
 * offprint_json_to_string:
 * @node: any JSON
 *
 * Returns: (transfer full): it in one line; equal nodes made in the same order give
 *   equal lines
 */
char *
offprint_json_to_string (JsonNode *node)
{
  return json_to_string (node, FALSE);
}

static char *
unescape_token (const char *token,
                gsize       length)
{
  GString *out = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    {
      if (token[i] == '~' && i + 1 < length && (token[i + 1] == '0' || token[i + 1] == '1'))
        g_string_append_c (out, token[++i] == '0' ? '~' : '/');
      else
        g_string_append_c (out, token[i]);
    }

  return g_string_free (out, FALSE);
}

static JsonNode *
step_down (JsonNode   *node,
           const char *token)
{
  guint64 index = 0;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_object_get_member (json_node_get_object (node), token);
  if (JSON_NODE_HOLDS_ARRAY (node) && g_ascii_string_to_unsigned (token, 10, 0, G_MAXUINT, &index, NULL) &&
      index < json_array_get_length (json_node_get_array (node)))
    return json_array_get_element (json_node_get_array (node), (guint) index);

  return NULL;
}

/**
 * offprint_json_get_at:
 * @root: any JSON
 * @pointer: a JSON pointer: RFC 6901
 *
 * Returns: (transfer none) (nullable): what stands at that place
 */
JsonNode *
offprint_json_get_at (JsonNode   *root,
                      const char *pointer)
{
  JsonNode *node = root;

  while (node != NULL && *pointer == '/')
    {
      const char *end = strchrnul (pointer + 1, '/');
      g_autofree char *token = unescape_token (pointer + 1, end - (pointer + 1));

      node = step_down (node, token);
      pointer = end;
    }

  return *pointer == '\0' ? node : NULL;
}

/**
 * offprint_json_pointer:
 * @parent: a JSON pointer; "" is the whole
 * @member: a member's name
 *
 * Returns: (transfer full): the pointer to that member: RFC 6901
 */
char *
offprint_json_pointer (const char *parent,
                       const char *member)
{
  GString *out = g_string_new (parent);

  g_string_append_c (out, '/');
  for (const char *at = member; *at != '\0'; at++)
    {
      if (*at == '~')
        g_string_append (out, "~0");
      else if (*at == '/')
        g_string_append (out, "~1");
      else
        g_string_append_c (out, *at);
    }

  return g_string_free (out, FALSE);
}
