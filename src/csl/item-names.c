/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names of an item: from lists of objects, and from what data has in their
 * place.
 */

#include "config.h"

#include "item-private.h"

#include <string.h>

#include "name-parse.h"

/* A part of a name is a line, not a text */
#define MAX_PART CSL_ITEM_MAX_NAME

static char *
dup_part (JsonObject *object,
          const char *member,
          gboolean   *is_long)
{
  JsonNode *node = json_object_get_member (object, member);
  char *text = node != NULL ? csl_item_dup_scalar (node) : NULL;

  if (text == NULL)
    return NULL;

  g_strstrip (text);
  *is_long |= strlen (text) > MAX_PART;
  if (*text == '\0' || strlen (text) > MAX_PART)
    g_clear_pointer (&text, g_free);
  return text;
}

/* Booleans come as true, "true", 1 and "1" */
static gboolean
is_set (JsonObject *object,
        const char *member,
        gboolean    otherwise)
{
  JsonNode *node = json_object_get_member (object, member);
  g_autofree char *text = NULL;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return otherwise;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);

  text = csl_item_dup_scalar (node);
  return text != NULL && *text != '\0' && strcmp (text, "0") != 0 && g_ascii_strcasecmp (text, "false") != 0;
}

static void
set_literal (CslItem    *self,
             CslName    *name,
             const char *text)
{
  CslName literal = { 0 };

  literal.literal = csl_item_add_string (self, text);
  *name = literal;
}

static void
read_parts (CslItem      *self,
            CslName      *name,
            CslNameParts *parts)
{
  name->family = csl_item_add_string (self, parts->family);
  name->given = csl_item_add_string (self, parts->given);
  name->dropping_particle = csl_item_add_string (self, parts->dropping_particle);
  name->non_dropping_particle = csl_item_add_string (self, parts->non_dropping_particle);
  name->suffix = csl_item_add_string (self, parts->suffix);
  name->comma_suffix = parts->comma_suffix;
  name->particle_apart = parts->particle_apart;
  name->is_cjk = csl_name_parts_is_cjk (parts);
}

static void
read_name (CslItem    *self,
           CslName    *name,
           JsonObject *object,
           gboolean   *is_long)
{
  g_auto (CslNameParts) parts = { 0 };
  g_autofree char *literal = dup_part (object, "literal", is_long);

  if (literal != NULL)
    {
      set_literal (self, name, literal);
      return;
    }

  parts.family = dup_part (object, "family", is_long);
  parts.given = dup_part (object, "given", is_long);
  if (parts.family != NULL && is_set (object, "isInstitution", FALSE))
    {
      set_literal (self, name, parts.family);
      return;
    }

  parts.dropping_particle = dup_part (object, "dropping-particle", is_long);
  parts.non_dropping_particle = dup_part (object, "non-dropping-particle", is_long);
  parts.suffix = dup_part (object, "suffix", is_long);
  if (is_set (object, "parse-names", TRUE))
    csl_name_parts_split (&parts);
  read_parts (self, name, &parts);
  name->comma_suffix |= is_set (object, "comma-suffix", FALSE);
  name->static_ordering = is_set (object, "static-ordering", FALSE);
}

static gboolean
is_empty (const CslName *name)
{
  return name->family == NULL && name->given == NULL && name->literal == NULL &&
         name->dropping_particle == NULL && name->non_dropping_particle == NULL && name->suffix == NULL;
}

static void
add_name (CslItem  *self,
          GArray   *names,
          JsonNode *node,
          gboolean *is_long)
{
  CslName name = { 0 };

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      read_name (self, &name, json_node_get_object (node), is_long);
    }
  else
    {
      g_autofree char *text = csl_item_dup_scalar (node);

      *is_long |= text != NULL && strlen (text) > MAX_PART;
      if (text != NULL && strlen (text) <= MAX_PART)
        set_literal (self, &name, text);
    }

  if (!is_empty (&name))
    g_array_append_val (names, name);
}

/* A list of objects as the schema has it; or one name alone, or strings, which stand whole */
gboolean
csl_item_read_names (CslItem     *self,
                     CslVariable  variable,
                     JsonNode    *node)
{
  g_autoptr (GArray) names = g_array_new (FALSE, TRUE, sizeof (CslName));
  gboolean is_excessive = FALSE;
  CslItemValue *value;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *list = json_node_get_array (node);
      guint length = json_array_get_length (list);

      is_excessive = length > CSL_ITEM_MAX_NAMES;
      for (guint i = 0; i < length && !is_excessive; i++)
        add_name (self, names, json_array_get_element (list, i), &is_excessive);
    }
  else if (!JSON_NODE_HOLDS_NULL (node))
    {
      add_name (self, names, node, &is_excessive);
    }
  if (is_excessive)
    self->excessive = variable;

  if (names->len == 0)
    return FALSE;

  value = csl_item_add_value (self, variable);
  g_free (value->names);
  value->n_names = names->len;
  value->names = (CslName *) g_array_free (g_steal_pointer (&names), FALSE);
  return TRUE;
}

/**
 * csl_name_equal:
 * @a: a name
 * @b: another
 *
 * Compares two names in all their parts.
 *
 * Returns: whether they are the same
 */
gboolean
csl_name_equal (const CslName *a,
                const CslName *b)
{
  return g_strcmp0 (a->family, b->family) == 0 && g_strcmp0 (a->given, b->given) == 0 &&
         g_strcmp0 (a->dropping_particle, b->dropping_particle) == 0 &&
         g_strcmp0 (a->non_dropping_particle, b->non_dropping_particle) == 0 &&
         g_strcmp0 (a->suffix, b->suffix) == 0 && g_strcmp0 (a->literal, b->literal) == 0;
}
