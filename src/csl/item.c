/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The item itself: its variables in one array, and what is asked of them. The
 * files beside this one fill it, each from one kind of data.
 */

#include "config.h"

#include "item-private.h"

static void
clear_value (gpointer data)
{
  CslItemValue *value = data;

  g_clear_pointer (&value->rich, csl_rich_field_unref);
  g_clear_pointer (&value->names, g_free);
  g_clear_pointer (&value->date, g_free);
}

static void
clear_item (gpointer data)
{
  CslItem *self = data;

  g_array_unref (self->values);
  g_string_chunk_free (self->strings);
}

/* An empty item, to be filled */
CslItem *
csl_item_new (void)
{
  CslItem *self = g_atomic_rc_box_new0 (CslItem);
  CslItemValue nothing = { 0 };

  self->strings = g_string_chunk_new (512);
  self->values = g_array_new (FALSE, TRUE, sizeof (CslItemValue));
  g_array_set_clear_func (self->values, clear_value);
  g_array_append_val (self->values, nothing);

  return self;
}

static CslItemValue *
get_value (CslItem     *self,
           CslVariable  variable)
{
  return &g_array_index (self->values, CslItemValue, self->slots[variable]);
}

/**
 * csl_item_ref:
 * @self: an item
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
CslItem *
csl_item_ref (CslItem *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * csl_item_unref:
 * @self: (transfer full): an item
 *
 * Gives a reference back.
 */
void
csl_item_unref (CslItem *self)
{
  g_atomic_rc_box_release_full (self, clear_item);
}

/**
 * csl_item_get_id:
 * @self: an item
 *
 * Gets the item's id.
 *
 * Returns: the id; a number's digits; empty if it had none
 */
const char *
csl_item_get_id (CslItem *self)
{
  return self->id;
}

/**
 * csl_item_get_type:
 * @self: an item
 *
 * Gets the item's type.
 *
 * Returns: the type; `CSL_ITEM_TYPE_NONE` if it had none that CSL knows
 */
CslItemType
csl_item_get_type (CslItem *self)
{
  return self->type;
}

/**
 * csl_item_get_language:
 * @self: an item
 *
 * Gets the variable `language`, which rules of case go by.
 *
 * Returns: (nullable): what the data says, not always a language tag
 */
const char *
csl_item_get_language (CslItem *self)
{
  return csl_item_get_text (self, CSL_VARIABLE_LANGUAGE);
}

/**
 * csl_item_has:
 * @self: an item
 * @variable: a variable of any kind
 *
 * Says whether a variable is there and not empty.
 *
 * Returns: whether it is
 */
gboolean
csl_item_has (CslItem     *self,
              CslVariable  variable)
{
  const CslItemValue *value = get_value (self, variable);

  return value->text != NULL || value->n_names > 0 || value->date != NULL;
}

/**
 * csl_item_get_text:
 * @self: an item
 * @variable: a text or number variable
 *
 * Gets a variable as it was typed, with its mark-up.
 *
 * Returns: (nullable): the text, never empty
 */
const char *
csl_item_get_text (CslItem     *self,
                   CslVariable  variable)
{
  return get_value (self, variable)->text;
}

/**
 * csl_item_get_rich:
 * @self: an item
 * @variable: a text or number variable
 *
 * Gets a variable with its mark-up and quotes taken apart. That is done once,
 * when first asked for; any thread may ask.
 *
 * Returns: (transfer none) (nullable): the field
 */
CslRichField *
csl_item_get_rich (CslItem     *self,
                   CslVariable  variable)
{
  CslItemValue *value = get_value (self, variable);
  CslRichField *rich;

  if (value->text == NULL)
    return NULL;

  rich = g_atomic_pointer_get (&value->rich);
  if (rich == NULL)
    {
      rich = csl_rich_field_parse (value->text, -1);
      if (!g_atomic_pointer_compare_and_exchange (&value->rich, NULL, rich))
        {
          csl_rich_field_unref (rich);
          rich = g_atomic_pointer_get (&value->rich);
        }
    }

  return rich;
}

/**
 * csl_item_find_form:
 * @self: an item
 * @variable: a text variable that a style asks for
 * @is_short: whether in its short form
 *
 * Finds the variable to print: of the short form the one named “-short”, for
 * container titles `journalAbbreviation`, and else the long one.
 *
 * Returns: a variable that the item has, or `CSL_VARIABLE_NONE`
 */
CslVariable
csl_item_find_form (CslItem     *self,
                    CslVariable  variable,
                    gboolean     is_short)
{
  CslVariable short_variable = is_short ? csl_variable_get_short (variable) : CSL_VARIABLE_NONE;

  if (short_variable != CSL_VARIABLE_NONE && csl_item_has (self, short_variable))
    return short_variable;
  if (is_short && variable == CSL_VARIABLE_CONTAINER_TITLE && csl_item_has (self, CSL_VARIABLE_JOURNAL_ABBREVIATION))
    return CSL_VARIABLE_JOURNAL_ABBREVIATION;
  if (variable == CSL_VARIABLE_CONTAINER_TITLE_SHORT && !csl_item_has (self, variable) &&
      csl_item_has (self, CSL_VARIABLE_JOURNAL_ABBREVIATION))
    return CSL_VARIABLE_JOURNAL_ABBREVIATION;

  return csl_item_has (self, variable) ? variable : CSL_VARIABLE_NONE;
}

/**
 * csl_item_get_names:
 * @self: an item
 * @variable: a names variable
 * @n_names: (out) (optional): how many there are
 *
 * Gets the names of a role.
 *
 * Returns: (array length=n_names) (nullable): the names; live as long as @self
 */
const CslName *
csl_item_get_names (CslItem     *self,
                    CslVariable  variable,
                    guint       *n_names)
{
  const CslItemValue *value = get_value (self, variable);

  if (n_names != NULL)
    *n_names = value->n_names;
  return value->names;
}

/**
 * csl_item_get_date:
 * @self: an item
 * @variable: a date variable
 *
 * Gets a date.
 *
 * Returns: (nullable): the date; it has a literal or one point at least, and
 *   lives as long as @self
 */
const CslDate *
csl_item_get_date (CslItem     *self,
                   CslVariable  variable)
{
  return get_value (self, variable)->date;
}
