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
dup_part (const CslValue *object,
          const char     *member,
          gboolean       *is_long)
{
  const CslValue *value = csl_value_get (object, member);
  char *text = value != NULL ? csl_item_dup_scalar (value) : NULL;

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
is_set (const CslValue *object,
        const char     *member,
        gboolean        otherwise)
{
  const CslValue *value = csl_value_get (object, member);
  g_autofree char *text = NULL;

  if (value == NULL || value->kind == CSL_VALUE_NULL)
    return otherwise;
  if (value->kind == CSL_VALUE_BOOLEAN)
    return value->of.boolean;

  text = csl_item_dup_scalar (value);
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
read_name (CslItem        *self,
           CslName        *name,
           const CslValue *object,
           gboolean       *is_long)
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
add_name (CslItem        *self,
          GArray         *names,
          const CslValue *from,
          gboolean       *is_long)
{
  CslName name = { 0 };

  if (from->kind == CSL_VALUE_OBJECT)
    {
      read_name (self, &name, from, is_long);
    }
  else
    {
      g_autofree char *text = csl_item_dup_scalar (from);

      *is_long |= text != NULL && strlen (text) > MAX_PART;
      if (text != NULL && strlen (text) <= MAX_PART)
        set_literal (self, &name, text);
    }

  if (!is_empty (&name))
    g_array_append_val (names, name);
}

/* A list of objects as the schema has it; or one name alone, or strings, which stand whole */
gboolean
csl_item_read_names (CslItem        *self,
                     CslVariable     variable,
                     const CslValue *from)
{
  g_autoptr (GArray) names = g_array_new (FALSE, TRUE, sizeof (CslName));
  gboolean is_excessive = FALSE;
  CslItemValue *value;

  if (from->kind == CSL_VALUE_LIST)
    {
      guint n = 0;

      for (const CslValue *name = from->of.first; name != NULL && !is_excessive; name = name->next)
        {
          is_excessive = ++n > CSL_ITEM_MAX_NAMES;
          add_name (self, names, name, &is_excessive);
        }
    }
  else if (from->kind != CSL_VALUE_NULL)
    {
      add_name (self, names, from, &is_excessive);
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
