/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every reader of an answer asks here, so that the care about types is taken once.
 */

#include "config.h"

#include "peek.h"

#include <string.h>

#include "read.h"
#include "write.h"

/* 2,919 authors are the most that was seen in one record; references 433. Of all else
 * a hundred is much, and most of it is compared with each other. */
#define MAX_LONG       20000
#define MAX_ENTRIES    1000
#define MAX_LINE_BYTES (256 * 1024)

/**
 * offprint_peek_node:
 * @object: (nullable): where to look
 * @member: the member's name
 *
 * Looks for a member of any type.
 *
 * Returns: (transfer none) (nullable): the member, or `NULL` if it is missing or null
 */
JsonNode *
offprint_peek_node (JsonObject *object,
                    const char *member)
{
  JsonNode *node = NULL;

  if (object == NULL)
    return NULL;
  node = json_object_get_member (object, member);
  return node == NULL || JSON_NODE_HOLDS_NULL (node) ? NULL : node;
}

/**
 * offprint_node_object:
 * @node: (nullable): any node
 *
 * Returns: (transfer none) (nullable): the object that @node holds, or `NULL` if it holds none
 */
JsonObject *
offprint_node_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * offprint_node_string:
 * @node: (nullable): any node
 *
 * Returns: (transfer none) (nullable): the string that @node holds; `NULL` if it
 *   holds none or one of white space only
 */
const char *
offprint_node_string (JsonNode *node)
{
  const char *text = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  text = json_node_get_string (node);
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0' ? NULL : text;
}

/**
 * offprint_node_integer:
 * @node: (nullable): any node
 * @value: (out): the number, if there is one
 *
 * Reads a whole number, also one written as a string or as 3.0.
 *
 * Returns: whether there is one
 */
gboolean
offprint_node_integer (JsonNode *node,
                       gint64   *value)
{
  const char *text = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    {
      *value = json_node_get_int (node);
      return TRUE;
    }
  if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    {
      double number = json_node_get_double (node);

      if (!(number > -1e15 && number < 1e15) || number != (double) (gint64) number)
        return FALSE;
      *value = (gint64) number;
      return TRUE;
    }
  text = offprint_node_string (node);
  return text != NULL && g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, value, NULL);
}

/**
 * offprint_plain_line:
 * @markup: (nullable): text as a registry gives it
 *
 * Makes one line of plain text of it: entities decoded, tags gone, white space run together.
 *
 * Returns: (transfer full) (nullable): the line, or `NULL` if nothing is left
 */
char *
offprint_plain_line (const char *markup)
{
  g_autoptr (OffprintRichText) text = NULL;
  g_autofree char *plain = NULL;

  if (markup == NULL)
    return NULL;
  if (strpbrk (markup, "<&$\\") == NULL && strlen (markup) <= MAX_LINE_BYTES) /* no mark-up at all: most are so */
    {
      plain = offprint_text_clean_line (markup, -1);
      return *plain == '\0' ? NULL : g_steal_pointer (&plain);
    }
  text = offprint_rich_text_new_from_inline (markup, MIN (strlen (markup), MAX_LINE_BYTES));
  plain = offprint_rich_text_to_plain (text);
  g_strstrip (plain);
  return *plain == '\0' ? NULL : g_steal_pointer (&plain);
}

/**
 * offprint_node_dup_plain:
 * @node: (nullable): any node
 *
 * Reads a string or a number as one line of plain text.
 *
 * Returns: (transfer full) (nullable): the line, or `NULL` if @node says nothing
 */
char *
offprint_node_dup_plain (JsonNode *node)
{
  gint64 number = 0;

  if (offprint_node_string (node) != NULL)
    return offprint_plain_line (offprint_node_string (node));
  if (offprint_node_integer (node, &number))
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);
  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_DOUBLE)
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%g", json_node_get_double (node)));
    }
  return NULL;
}

/**
 * offprint_peek_object:
 * @object: (nullable): where to look
 * @member: the member's name
 *
 * Looks for an object; of a list, its first entry.
 *
 * Returns: (transfer none) (nullable): the object, or `NULL` if there is none
 */
JsonObject *
offprint_peek_object (JsonObject *object,
                      const char *member)
{
  return offprint_node_object (offprint_peek_nth (object, member, 0));
}

/**
 * offprint_peek_string:
 * @object: (nullable): where to look
 * @member: the member's name
 *
 * Looks for a string; of a list, its first entry.
 *
 * Returns: (transfer none) (nullable): the string as it came, or `NULL` if there is none
 */
const char *
offprint_peek_string (JsonObject *object,
                      const char *member)
{
  return offprint_node_string (offprint_peek_nth (object, member, 0));
}

/**
 * offprint_peek_dup_plain:
 * @object: (nullable): where to look
 * @member: the member's name
 *
 * Looks for a string or a number; of a list, its first entry.
 *
 * Returns: (transfer full) (nullable): one line of plain text, or `NULL` if there is none
 */
char *
offprint_peek_dup_plain (JsonObject *object,
                         const char *member)
{
  return offprint_node_dup_plain (offprint_peek_nth (object, member, 0));
}

/**
 * offprint_peek_integer:
 * @object: (nullable): where to look
 * @member: the member's name
 * @value: (out): the number, if there is one
 *
 * Returns: whether there is a whole number
 */
gboolean
offprint_peek_integer (JsonObject *object,
                       const char *member,
                       gint64     *value)
{
  return offprint_node_integer (offprint_peek_node (object, member), value);
}

static guint
bound_of (const char *member)
{
  static const char *const are_long[] = { "author", "editor", "reference", "creators", "contributors", "relatedIdentifiers", NULL };

  return g_strv_contains (are_long, member) ? MAX_LONG : MAX_ENTRIES;
}

/**
 * offprint_peek_length:
 * @object: (nullable): where to look
 * @member: the member's name
 *
 * Counts the entries of a list. A lone value counts as a list of one; what stands
 * behind the bound of 1,000 entries (of people and works cited 20,000) is not looked at.
 *
 * Returns: the number of entries
 */
guint
offprint_peek_length (JsonObject *object,
                      const char *member)
{
  JsonNode *node = offprint_peek_node (object, member);

  if (node == NULL)
    return 0;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return MIN (json_array_get_length (json_node_get_array (node)), bound_of (member));
  return 1;
}

/**
 * offprint_peek_nth:
 * @object: (nullable): where to look
 * @member: the member's name
 * @index: which entry
 *
 * Returns: (transfer none) (nullable): the entry of a list, or the lone value itself
 */
JsonNode *
offprint_peek_nth (JsonObject *object,
                   const char *member,
                   guint       index)
{
  JsonNode *node = offprint_peek_node (object, member);

  if (node == NULL || index >= offprint_peek_length (object, member))
    return NULL;
  return JSON_NODE_HOLDS_ARRAY (node) ? json_array_get_element (json_node_get_array (node), index) : node;
}

/**
 * offprint_peek_nth_object:
 * @object: (nullable): where to look
 * @member: the member's name
 * @index: which entry
 *
 * Returns: (transfer none) (nullable): the entry, if it is an object
 */
JsonObject *
offprint_peek_nth_object (JsonObject *object,
                          const char *member,
                          guint       index)
{
  return offprint_node_object (offprint_peek_nth (object, member, index));
}

/**
 * offprint_peek_nth_string:
 * @object: (nullable): where to look
 * @member: the member's name
 * @index: which entry
 *
 * Returns: (transfer none) (nullable): the entry, if it is a string that says something
 */
const char *
offprint_peek_nth_string (JsonObject *object,
                          const char *member,
                          guint       index)
{
  return offprint_node_string (offprint_peek_nth (object, member, index));
}

/**
 * offprint_peek_dup_joined:
 * @object: (nullable): where to look
 * @member: the member's name
 * @separator: what stands between two entries
 *
 * Joins a list of strings. A lone “-” is how some depositors fill a field that they must fill.
 *
 * Returns: (transfer full) (nullable): plain text, or `NULL` if no entry says anything
 */
char *
offprint_peek_dup_joined (JsonObject *object,
                          const char *member,
                          const char *separator)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < offprint_peek_length (object, member); i++)
    {
      g_autofree char *plain = offprint_node_dup_plain (offprint_peek_nth (object, member, i));

      if (plain == NULL || g_str_equal (plain, "-"))
        continue;
      if (joined->len > 0)
        g_string_append (joined, separator);
      g_string_append (joined, plain);
    }
  return joined->len == 0 ? NULL : g_strdup (joined->str);
}
