/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reference managers without a field for a variable let people write it into
 * the note, one “name: value” to a line at its top, or in the older shape
 * “{:name: value}”. Such lines are taken out of the note and read as members
 * that the item lacks (variables_ContainerTitleShort2).
 */

#include "config.h"

#include "item-private.h"

#include <string.h>

#define MAX_LINES  200
#define MAX_BRACES 1024 /* bytes */

static void
read_value (CslItem     *self,
            CslVariable  variable,
            const char  *text)
{
  CslValue value = { .kind = CSL_VALUE_STRING, .of.string = text };
  const char *kept;

  if (self->slots[variable] != 0)
    return;

  switch (csl_variable_get_kind (variable))
    {
    case CSL_VARIABLE_KIND_TEXT:
    case CSL_VARIABLE_KIND_NUMBER:
      kept = csl_item_add_string (self, text);
      if (kept != NULL)
        csl_item_add_value (self, variable)->text = kept;
      break;

    case CSL_VARIABLE_KIND_DATE:
      csl_item_read_date (self, variable, &value);
      break;

    case CSL_VARIABLE_KIND_NAMES:
    case CSL_VARIABLE_KIND_NONE:
      break;
    }
}

/* "Family || Given" to a name; one without the bars stands whole */
static void
add_name (JsonArray  *list,
          const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "||", 2);
  JsonObject *name = json_object_new ();

  json_object_set_string_member (name, parts[0] != NULL && parts[1] != NULL ? "family" : "literal", g_strstrip (parts[0]));
  if (parts[1] != NULL)
    json_object_set_string_member (name, "given", g_strstrip (parts[1]));
  json_array_add_object_element (list, name);
}

/* Reads one line's variable; names gather over lines. Returns whether the line was one */
static gboolean
read_pair (CslItem    *self,
           JsonObject *names,
           const char *text,
           gsize       length)
{
  const char *colon = memchr (text, ':', length);
  g_autofree char *value = NULL;
  CslVariable variable;
  const char *name;

  if (colon == NULL || colon == text)
    return FALSE;

  value = g_strstrip (g_strndup (colon + 1, length - (colon + 1 - text)));
  if (*value == '\0')
    return FALSE;

  if (colon - text == 4 && memcmp (text, "type", 4) == 0)
    {
      CslItemType type = csl_item_type_parse (value, -1);

      if (type != CSL_ITEM_TYPE_NONE)
        self->type = type;
      return type != CSL_ITEM_TYPE_NONE;
    }

  variable = csl_variable_parse (text, colon - text);
  if (variable == CSL_VARIABLE_NONE || variable == CSL_VARIABLE_NOTE)
    return FALSE;
  if (csl_variable_get_kind (variable) != CSL_VARIABLE_KIND_NAMES)
    {
      read_value (self, variable, value);
      return TRUE;
    }

  name = csl_variable_get_name (variable);
  if (!json_object_has_member (names, name))
    json_object_set_array_member (names, name, json_array_new ());
  add_name (json_object_get_array_member (names, name), value);
  return TRUE;
}

/* Takes out each "{:name: value}" */
static char *
read_braces (CslItem    *self,
             JsonObject *names,
             const char *note)
{
  GString *rest = g_string_new (NULL);
  const char *open;

  while ((open = strstr (note, "{:")) != NULL)
    {
      const char *close = memchr (open, '}', strnlen (open, MAX_BRACES));

      g_string_append_len (rest, note, open - note);
      if (close != NULL && read_pair (self, names, open + 2, close - open - 2))
        {
          note = close + 1;
        }
      else
        {
          g_string_append (rest, "{:");
          note = open + 2;
        }
    }
  g_string_append (rest, note);

  return g_string_free_and_steal (rest);
}

/* The first line may be anything; after it, or from it on, lines are read until one is no pair */
static char *
read_lines (CslItem    *self,
            JsonObject *names,
            const char *note)
{
  g_auto (GStrv) lines = g_strsplit (note, "\n", MAX_LINES);
  GString *rest = g_string_new (NULL);
  gboolean is_over = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (!is_over && read_pair (self, names, lines[i], strlen (lines[i])))
        continue;
      is_over = i > 0;
      if (rest->len > 0)
        g_string_append_c (rest, '\n');
      g_string_append (rest, lines[i]);
    }

  return g_string_free_and_steal (rest);
}

/* Reads what stands in the note for variables that the item lacks, and leaves the rest */
void
csl_item_read_note (CslItem *self)
{
  g_autoptr (JsonObject) names = json_object_new ();
  g_autoptr (CslArena) arena = NULL;
  g_autofree char *unbraced = NULL;
  g_autofree char *rest = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  unbraced = read_braces (self, names, csl_item_get_text (self, CSL_VARIABLE_NOTE));
  rest = read_lines (self, names, unbraced);

  json_object_iter_init (&iter, names);
  while (json_object_iter_next (&iter, &name, &node))
    {
      CslVariable variable = csl_variable_parse (name, -1);

      if (self->slots[variable] != 0)
        continue;
      if (arena == NULL)
        arena = csl_arena_new ();
      csl_item_read_names (self, variable, csl_value_from_node (arena, node));
    }

  csl_item_add_value (self, CSL_VARIABLE_NOTE)->text = csl_item_add_string (self, rest);
}
