/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Readers are lenient: registries have written nearly everything in more than one type.
 * But a file whose title is an object or whose authors are a word is no record with an
 * oddity; it is broken, and to read the rest of it would hide that. Here stands for the
 * members that make a work what types were ever seen (records/FACTS.md); for all others
 * the readers decide.
 */

#include "config.h"

#include "member-types.h"

#include "json-value.h"

typedef enum
{
  TYPE_TEXT = 1 << 0,
  TYPE_NUMBER = 1 << 1,
  TYPE_OBJECT = 1 << 2,
  TYPE_LIST = 1 << 3,
  TYPE_NONE = 1 << 4, /* null */
} Types;

static const struct
{
  const char *member;
  Types types;
  Types elements; /* of a list */
} rules[] = {
  /* Crossref, CSL-JSON */
  { "id", TYPE_TEXT | TYPE_NUMBER, 0 },
  { "type", TYPE_TEXT, 0 },
  { "DOI", TYPE_TEXT, 0 },
  { "title", TYPE_TEXT | TYPE_NUMBER | TYPE_LIST, TYPE_TEXT | TYPE_NUMBER | TYPE_NONE },
  { "container-title", TYPE_TEXT | TYPE_NUMBER | TYPE_LIST, TYPE_TEXT | TYPE_NUMBER | TYPE_NONE },
  { "author", TYPE_LIST, TYPE_OBJECT | TYPE_TEXT | TYPE_NONE },
  { "editor", TYPE_LIST, TYPE_OBJECT | TYPE_TEXT | TYPE_NONE },
  { "translator", TYPE_LIST, TYPE_OBJECT | TYPE_TEXT | TYPE_NONE },
  { "issued", TYPE_OBJECT | TYPE_TEXT | TYPE_NUMBER, 0 },
  { "reference", TYPE_LIST, TYPE_OBJECT | TYPE_NONE },

  /* DataCite; a list of one was an object in an old version of it */
  { "doi", TYPE_TEXT, 0 },
  { "titles", TYPE_LIST | TYPE_OBJECT, TYPE_OBJECT | TYPE_TEXT | TYPE_NONE },
  { "creators", TYPE_LIST | TYPE_OBJECT, TYPE_OBJECT | TYPE_NONE },
  { "publicationYear", TYPE_TEXT | TYPE_NUMBER, 0 },
};

static Types
get_type (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return TYPE_OBJECT;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return TYPE_LIST;
  if (JSON_NODE_HOLDS_NULL (node))
    return TYPE_NONE;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return TYPE_TEXT;

  return json_node_get_value_type (node) == G_TYPE_BOOLEAN ? 0 : TYPE_NUMBER;
}

static char *
find_in_list (JsonArray  *list,
              Types       types,
              const char *pointer)
{
  for (guint i = 0; i < json_array_get_length (list); i++)
    if ((get_type (json_array_get_element (list, i)) & types) == 0)
      return g_strdup_printf ("%s/%u", pointer, i);

  return NULL;
}

static char *
find_in_date (JsonObject *date,
              const char *pointer)
{
  JsonNode *parts = json_object_get_member (date, "date-parts");

  if (parts == NULL || offprint_json_is_nothing (parts) || JSON_NODE_HOLDS_ARRAY (parts))
    return NULL;

  return offprint_json_pointer (pointer, "date-parts");
}

/**
 * offprint_member_types_find_fault:
 * @work: what may be a work, of whatever source
 * @pointer: where it stands in its file: a JSON pointer, "" for the whole
 *
 * Looks at the members that make a work. What says nothing has every type.
 *
 * Returns: (transfer full) (nullable): the JSON pointer of the first that has a type which
 *   no source gives it
 */
char *
offprint_member_types_find_fault (JsonObject *work,
                                  const char *pointer)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      JsonNode *node = json_object_get_member (work, rules[i].member);
      g_autofree char *place = NULL;
      char *inner = NULL;

      if (node == NULL || offprint_json_is_nothing (node))
        continue;
      place = offprint_json_pointer (pointer, rules[i].member);
      if ((get_type (node) & rules[i].types) == 0)
        return g_steal_pointer (&place);
      if (JSON_NODE_HOLDS_ARRAY (node))
        inner = find_in_list (json_node_get_array (node), rules[i].elements, place);
      else if (JSON_NODE_HOLDS_OBJECT (node))
        inner = find_in_date (json_node_get_object (node), place);
      if (inner != NULL)
        return inner;
    }

  return NULL;
}
