/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a record may hold, checked before anything else looks at it. The item by the
 * rules of CSL-JSON, custom.offprint by the shapes below; data/record.schema.json says
 * the same for others.
 */

#include "config.h"

#include "record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "csl-variables.h"
#include "model-error.h"
#include "json-value.h"

#define MAX_DEPTH 48

typedef enum
{
  SHAPE_ANY,
  SHAPE_TEXT,
  SHAPE_INTEGER,
  SHAPE_BOOLEAN,
  SHAPE_EVENT, /* EDTF, or an object with a literal */
  SHAPE_NAME,  /* a CSL name */
  SHAPE_ITEM,  /* a CSL item without custom and id */
  SHAPE_WORDS, /* a list of strings */
  SHAPE_OBJECT,
  SHAPE_LIST, /* of objects */
  SHAPE_MAP,  /* an object of which each member has the inner shape */
  SHAPE_RECORD,
} ShapeKind;

typedef struct Member Member;

struct Member
{
  const char *name;
  ShapeKind kind;
  gboolean is_required;
  const Member *inner;
};

static const Member event_member[] = { { "", SHAPE_EVENT }, { NULL } };
static const Member translated[] = { { "language", SHAPE_TEXT }, { "text", SHAPE_TEXT, TRUE }, { NULL } };
static const Member titles[] = { { "main", SHAPE_TEXT }, { "subtitle", SHAPE_TEXT }, { "translated", SHAPE_LIST, FALSE, translated }, { NULL } };
static const Member affiliation[] = { { "name", SHAPE_TEXT }, { "place", SHAPE_TEXT }, { "ror", SHAPE_TEXT }, { NULL } };
static const Member person[] = {
  { "role", SHAPE_TEXT, TRUE },
  { "position", SHAPE_INTEGER },
  { "name", SHAPE_NAME, TRUE },
  { "orcid", SHAPE_TEXT },
  { "email", SHAPE_TEXT },
  { "corresponding", SHAPE_BOOLEAN },
  { "affiliations", SHAPE_LIST, FALSE, affiliation },
  { "from", SHAPE_WORDS },
  { NULL },
};
static const Member isbn[] = {
  { "value", SHAPE_TEXT, TRUE },
  { "shown", SHAPE_TEXT },
  { "kind", SHAPE_TEXT },
  { "from", SHAPE_WORDS },
  { NULL },
};
static const Member abstract[] = {
  { "language", SHAPE_TEXT },
  { "kind", SHAPE_TEXT },
  { "text", SHAPE_TEXT, TRUE },
  { "from", SHAPE_WORDS },
  { NULL },
};
static const Member note[] = {
  { "mark", SHAPE_TEXT },
  { "text", SHAPE_TEXT, TRUE },
  { "anchor", SHAPE_TEXT },
  { "from", SHAPE_WORDS },
  { NULL },
};
static const Member labelled[] = { { "label", SHAPE_TEXT }, { "url", SHAPE_TEXT, TRUE }, { NULL } };
static const Member reference[] = {
  { "mark", SHAPE_TEXT },
  { "text", SHAPE_TEXT },
  { "item", SHAPE_ITEM },
  { "links", SHAPE_LIST, FALSE, labelled },
  { "from", SHAPE_WORDS },
  { NULL },
};
static const Member notice[] = {
  { "kind", SHAPE_TEXT, TRUE },
  { "direction", SHAPE_TEXT },
  { "DOI", SHAPE_TEXT },
  { "date", SHAPE_EVENT },
  { "source", SHAPE_TEXT },
  { "label", SHAPE_TEXT },
  { "from", SHAPE_WORDS },
  { NULL },
};
static const Member offer[] = {
  { "label", SHAPE_TEXT },
  { "price", SHAPE_TEXT },
  { "currency", SHAPE_TEXT },
  { "tax", SHAPE_TEXT },
  { "includes", SHAPE_WORDS },
  { "url", SHAPE_TEXT },
  { NULL },
};
static const Member open_copy[] = {
  { "url", SHAPE_TEXT, TRUE },
  { "version", SHAPE_TEXT },
  { "license", SHAPE_TEXT },
  { "from", SHAPE_WORDS },
  { NULL },
};
static const Member access_shape[] = {
  { "state", SHAPE_TEXT },
  { "seen", SHAPE_TEXT },
  { "remarks", SHAPE_WORDS },
  { "institution", SHAPE_TEXT },
  { "offers", SHAPE_LIST, FALSE, offer },
  { "open", SHAPE_LIST, FALSE, open_copy },
  { NULL },
};
static const Member license[] = {
  { "url", SHAPE_TEXT, TRUE },
  { "applies-to", SHAPE_TEXT },
  { "start", SHAPE_EVENT },
  { "open", SHAPE_BOOLEAN },
  { "from", SHAPE_WORDS },
  { NULL },
};
static const Member rights[] = {
  { "copyright", SHAPE_TEXT },
  { "permissions", SHAPE_TEXT },
  { "licenses", SHAPE_LIST, FALSE, license },
  { NULL },
};
static const Member count[] = { { "value", SHAPE_INTEGER, TRUE }, { "seen", SHAPE_TEXT }, { NULL } };
static const Member counts[] = { { "", SHAPE_OBJECT, FALSE, count }, { NULL } };
static const Member crossmark[] = { { "policy", SHAPE_TEXT }, { "checked", SHAPE_TEXT }, { NULL } };
static const Member funder[] = {
  { "name", SHAPE_TEXT },
  { "DOI", SHAPE_TEXT },
  { "awards", SHAPE_WORDS },
  { "from", SHAPE_WORDS },
  { NULL },
};
static const Member link_entry[] = {
  { "rel", SHAPE_TEXT },
  { "url", SHAPE_TEXT, TRUE },
  { "type", SHAPE_TEXT },
  { "from", SHAPE_WORDS },
  { NULL },
};
static const Member relation[] = {
  { "kind", SHAPE_TEXT, TRUE },
  { "DOI", SHAPE_TEXT },
  { "url", SHAPE_TEXT },
  { "from", SHAPE_WORDS },
  { NULL },
};
static const Member book[] = { { "DOI", SHAPE_TEXT }, { "subtitle", SHAPE_TEXT }, { NULL } };
static const Member reading[] = {
  { "id", SHAPE_TEXT, TRUE },
  { "source", SHAPE_TEXT, TRUE },
  { "about", SHAPE_TEXT },
  { "url", SHAPE_TEXT },
  { "at", SHAPE_TEXT },
  { "sha256", SHAPE_TEXT },
  { "record", SHAPE_RECORD },
  { NULL },
};
static const Member origin[] = { { "from", SHAPE_TEXT, TRUE }, { "by", SHAPE_TEXT }, { NULL } };
static const Member provenance[] = { { "", SHAPE_OBJECT, FALSE, origin }, { NULL } };

/* custom.offprint itself. What is not here is of a newer version, and kept. */
static const Member custom_shape[] = {
  { "version", SHAPE_INTEGER },
  { "titles", SHAPE_OBJECT, FALSE, titles },
  { "dates", SHAPE_MAP, FALSE, event_member },
  { "people", SHAPE_LIST, FALSE, person },
  { "isbns", SHAPE_LIST, FALSE, isbn },
  { "abstracts", SHAPE_LIST, FALSE, abstract },
  { "keywords", SHAPE_WORDS },
  { "packages", SHAPE_WORDS },
  { "notes", SHAPE_LIST, FALSE, note },
  { "references", SHAPE_LIST, FALSE, reference },
  { "notices", SHAPE_LIST, FALSE, notice },
  { "access", SHAPE_OBJECT, FALSE, access_shape },
  { "rights", SHAPE_OBJECT, FALSE, rights },
  { "counts", SHAPE_MAP, FALSE, counts },
  { "crossmark", SHAPE_OBJECT, FALSE, crossmark },
  { "funders", SHAPE_LIST, FALSE, funder },
  { "links", SHAPE_LIST, FALSE, link_entry },
  { "relations", SHAPE_LIST, FALSE, relation },
  { "book", SHAPE_OBJECT, FALSE, book },
  { "cite-as", SHAPE_TEXT },
  { "readings", SHAPE_LIST, FALSE, reading },
  { "provenance", SHAPE_MAP, FALSE, provenance },
  { "kept", SHAPE_ANY },
  { NULL },
};

static gboolean check_item (JsonNode    *node,
                            const char  *at,
                            gboolean     is_whole,
                            GError     **error);

static gboolean
fail (const char  *at,
      const char  *what,
      GError     **error)
{
  g_set_error (error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_RECORD_INVALID, "%s: %s", *at != '\0' ? at : "/", what);

  return FALSE;
}

static gboolean
is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING && *json_node_get_string (node) != '\0';
}

static gboolean
is_number (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) &&
         (json_node_get_value_type (node) == G_TYPE_INT64 || json_node_get_value_type (node) == G_TYPE_DOUBLE);
}

static gboolean
check_text (JsonNode    *node,
            const char  *at,
            GError     **error)
{
  return is_string (node) || fail (at, _("a text that is not empty should stand here"), error);
}

static gboolean
check_words (JsonNode    *node,
             const char  *at,
             GError     **error)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) == 0)
    return fail (at, _("a list of texts should stand here"), error);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!is_string (json_array_get_element (array, i)))
      return fail (at, _("a list of texts should stand here"), error);

  return TRUE;
}

static gboolean
check_name (JsonNode    *node,
            const char  *at,
            GError     **error)
{
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *member = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node) || json_object_get_size (json_node_get_object (node)) == 0)
    return fail (at, _("a name should stand here"), error);
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autofree char *inner = offprint_json_pointer (at, name);

      if (!offprint_is_name_member (name))
        return fail (inner, _("CSL-JSON has no such member of a name"), error);
      if (offprint_is_name_flag (name) ? !JSON_NODE_HOLDS_VALUE (member) : !is_string (member))
        return fail (inner, _("a text that is not empty should stand here"), error);
    }

  return TRUE;
}

static gboolean
check_names (JsonNode    *node,
             const char  *at,
             GError     **error)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) == 0)
    return fail (at, _("a list of names should stand here"), error);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s/%u", at, i);

      if (!check_name (json_array_get_element (array, i), inner, error))
        return FALSE;
    }

  return TRUE;
}

/* One or two lists of one to three numbers */
static gboolean
is_date_parts (JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) == 0 || json_array_get_length (array) > 2)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *part = json_array_get_element (array, i);
      JsonArray *numbers = JSON_NODE_HOLDS_ARRAY (part) ? json_node_get_array (part) : NULL;

      if (numbers == NULL || json_array_get_length (numbers) == 0 || json_array_get_length (numbers) > 3)
        return FALSE;
      for (guint j = 0; j < json_array_get_length (numbers); j++)
        if (!is_number (json_array_get_element (numbers, j)) && !is_string (json_array_get_element (numbers, j)))
          return FALSE;
    }

  return TRUE;
}

static gboolean
check_date (JsonNode    *node,
            const char  *at,
            GError     **error)
{
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *member = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node) || json_object_get_size (json_node_get_object (node)) == 0)
    return fail (at, _("a date should stand here"), error);
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autofree char *inner = offprint_json_pointer (at, name);
      gboolean is_good = FALSE;

      if (g_str_equal (name, "date-parts"))
        is_good = is_date_parts (member);
      else if (g_str_equal (name, "literal") || g_str_equal (name, "raw"))
        is_good = is_string (member);
      else
        is_good = offprint_is_date_member (name) && JSON_NODE_HOLDS_VALUE (member);
      if (!is_good)
        return fail (inner, _("this is no part of a date of CSL-JSON"), error);
    }

  return TRUE;
}

static gboolean
check_event (JsonNode    *node,
             const char  *at,
             GError     **error)
{
  g_autoptr (OffprintDate) date = is_string (node) ? offprint_date_new_from_edtf (json_node_get_string (node)) : NULL;

  if (date != NULL)
    return TRUE;
  if (JSON_NODE_HOLDS_OBJECT (node) && offprint_json_get_string (json_node_get_object (node), "literal") != NULL)
    return TRUE;

  return fail (at, _("a date in EDTF, or an object with “literal”, should stand here"), error);
}

static gboolean check_object (JsonNode      *node,
                              const Member  *members,
                              const char    *at,
                              GError       **error);

static gboolean
check_list (JsonNode      *node,
            const Member  *members,
            const char    *at,
            GError       **error)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) == 0)
    return fail (at, _("a list that is not empty should stand here"), error);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s/%u", at, i);

      if (!check_object (json_array_get_element (array, i), members, inner, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_shape (JsonNode      *node,
             const Member  *shape,
             const char    *at,
             GError       **error)
{
  gboolean is_value = JSON_NODE_HOLDS_VALUE (node);

  switch (shape->kind)
    {
    case SHAPE_ANY:
      return TRUE;
    case SHAPE_TEXT:
      return check_text (node, at, error);
    case SHAPE_INTEGER:
      return (is_value && json_node_get_value_type (node) == G_TYPE_INT64) || fail (at, _("a whole number should stand here"), error);
    case SHAPE_BOOLEAN:
      return (is_value && json_node_get_value_type (node) == G_TYPE_BOOLEAN) || fail (at, _("true or false should stand here"), error);
    case SHAPE_EVENT:
      return check_event (node, at, error);
    case SHAPE_NAME:
      return check_name (node, at, error);
    case SHAPE_ITEM:
      return check_item (node, at, FALSE, error);
    case SHAPE_WORDS:
      return check_words (node, at, error);
    case SHAPE_OBJECT:
      return check_object (node, shape->inner, at, error);
    case SHAPE_LIST:
      return check_list (node, shape->inner, at, error);
    case SHAPE_MAP:
      return check_object (node, shape->inner, at, error);
    case SHAPE_RECORD:
      return check_item (node, at, FALSE, error);
    }

  return TRUE;
}

/* The row for a member; a first row without name holds for every member */
static const Member *
find_member (const Member *members,
             const char   *name)
{
  if (members[0].name != NULL && *members[0].name == '\0')
    return &members[0];
  for (const Member *member = members; member->name != NULL; member++)
    if (g_str_equal (member->name, name))
      return member;

  return NULL;
}

static gboolean
check_object (JsonNode      *node,
              const Member  *members,
              const char    *at,
              GError       **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *value = NULL;

  if (object == NULL || json_object_get_size (object) == 0)
    return fail (at, _("an object that is not empty should stand here"), error);
  for (const Member *member = members; member->name != NULL; member++)
    if (member->is_required && !json_object_has_member (object, member->name))
      {
        g_autofree char *inner = offprint_json_pointer (at, member->name);

        return fail (inner, _("this member is missing"), error);
      }
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      g_autofree char *inner = offprint_json_pointer (at, name);
      const Member *member = find_member (members, name);

      if (member != NULL && !check_shape (value, member, inner, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_custom (JsonNode    *node,
              const char  *at,
              GError     **error)
{
  JsonObject *custom = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *own = custom != NULL ? json_object_get_member (custom, "offprint") : NULL;
  g_autofree char *inner = offprint_json_pointer (at, "offprint");

  if (custom == NULL)
    return fail (at, _("an object should stand here"), error);
  if (own == NULL)
    return TRUE;
  /* a record of which nothing but its standard members is known has an empty one */
  if (JSON_NODE_HOLDS_OBJECT (own) && json_object_get_size (json_node_get_object (own)) == 0)
    return TRUE;

  return check_object (own, custom_shape, inner, error);
}

static gboolean
check_variable (const char  *name,
                JsonNode    *node,
                const char  *at,
                GError     **error)
{
  switch (offprint_variable_find (name))
    {
    case OFFPRINT_VARIABLE_NONE:
      return fail (at, _("CSL-JSON has no such member"), error);
    case OFFPRINT_VARIABLE_TYPE:
      return (is_string (node) && offprint_is_csl_type (json_node_get_string (node))) || fail (at, _("this is no type of CSL"), error);
    case OFFPRINT_VARIABLE_TEXT:
      return check_text (node, at, error);
    case OFFPRINT_VARIABLE_NUMBER:
      return is_string (node) || is_number (node) || fail (at, _("a text or a number should stand here"), error);
    case OFFPRINT_VARIABLE_NAMES:
      return check_names (node, at, error);
    case OFFPRINT_VARIABLE_DATE:
      return check_date (node, at, error);
    case OFFPRINT_VARIABLE_WORDS:
      return check_words (node, at, error);
    case OFFPRINT_VARIABLE_CUSTOM:
      return check_custom (node, at, error);
    }

  return TRUE;
}

static gboolean
check_item (JsonNode    *node,
            const char  *at,
            gboolean     is_whole,
            GError     **error)
{
  JsonObject *item = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *value = NULL;

  if (item == NULL)
    return fail (at, _("an object should stand here"), error);
  if (is_whole && (!json_object_has_member (item, "id") || !json_object_has_member (item, "type")))
    return fail (at, _("a record needs “id” and “type”"), error);
  json_object_iter_init_ordered (&iter, item);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      g_autofree char *inner = offprint_json_pointer (at, name);

      if (!check_variable (name, value, inner, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * offprint_record_check:
 * @node: a record
 * @error: return location for an error of the domain `OFFPRINT_MODEL_ERROR`
 *
 * Checks a record against CSL-JSON 1.0.2 and the shape of custom.offprint.
 *
 * Returns: whether it is valid; if not, @error names the first wrong place as a JSON
 *   pointer
 */
gboolean
offprint_record_check (JsonNode  *node,
                       GError   **error)
{
  g_return_val_if_fail (node != NULL, FALSE);

  if (offprint_json_is_deeper (node, MAX_DEPTH))
    return fail ("", _("this is nested too deep for a record"), error);

  return check_item (node, "", TRUE, error);
}
