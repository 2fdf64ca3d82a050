/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Family names, under each its initials, under each its given names. A name is
 * raised as far as its neighbours there make it necessary: CSL 1.0.2,
 * “Disambiguation”, givenname-disambiguation-rule.
 */

#include "config.h"

#include "name-register.h"

#include "initials.h"

/* How many are under it, as far as they were entered in this round */
typedef struct
{
  guint round;
  guint n;
} Count;

struct _CslNameRegister
{
  const CslStyle *style; /* Borrowed */

  /* Owned */
  GHashTable *numbers; /* family, “family\ninitials” or “family\ninitials\ngiven” → number */
  GArray *counts;      /* of Count, by number */

  guint round;
};

/**
 * csl_name_register_new:
 * @style: whose rule holds; outlives the register
 *
 * Makes an empty register.
 *
 * Returns: (transfer full): the register
 */
CslNameRegister *
csl_name_register_new (const CslStyle *style)
{
  CslNameRegister *self = g_new0 (CslNameRegister, 1);

  self->style = style;
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->counts = g_array_new (FALSE, TRUE, sizeof (Count));
  g_array_set_size (self->counts, 1); /* 0 is no name's number */
  return self;
}

/**
 * csl_name_register_free:
 * @self: (transfer full) (nullable): a register
 *
 * Frees a register.
 */
void
csl_name_register_free (CslNameRegister *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->numbers);
  g_array_unref (self->counts);
  g_free (self);
}

static gboolean
is_primary_rule (const CslStyle *style)
{
  return style->givenname_rule == CSL_GIVENNAME_PRIMARY_NAME ||
         style->givenname_rule == CSL_GIVENNAME_PRIMARY_NAME_WITH_INITIALS;
}

/* The number of a text; a new one if it has none */
static guint
get_number (CslNameRegister *self,
            const char      *text)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, text));

  if (number == 0)
    {
      number = self->counts->len;
      g_array_set_size (self->counts, number + 1);
      g_hash_table_insert (self->numbers, g_strdup (text), GUINT_TO_POINTER (number));
    }
  return number;
}

/**
 * csl_name_register_intern:
 * @self: a register
 * @name: a name
 * @index: its place among the names of its variable
 *
 * Gives a name its numbers, for as long as the register lives. Where only first names
 * count, others have none.
 *
 * Particles are part of the family that is compared: fixture
 * disambiguate_PrimaryNameWithNonDroppingParticle.
 *
 * Returns: the numbers
 */
CslNameIds
csl_name_register_intern (CslNameRegister *self,
                          const CslName   *name,
                          guint            index)
{
  CslNameIds ids = { 0 };
  g_autoptr (GString) text = NULL;
  g_autofree char *initials = NULL;

  if (name->literal != NULL || name->given == NULL || name->family == NULL || (index > 0 && is_primary_rule (self->style)))
    return ids;

  text = g_string_new (name->non_dropping_particle);
  g_string_append_c (text, ' ');
  g_string_append (text, name->family);
  ids.family = get_number (self, text->str);
  initials = csl_initials_format (name->given, "", TRUE, TRUE);
  g_string_append_c (text, '\n');
  g_string_append (text, initials);
  ids.initials = get_number (self, text->str);
  g_string_append_printf (text, "\n%s\n%s", name->given, name->suffix != NULL ? name->suffix : "");
  ids.given = get_number (self, text->str);
  return ids;
}

/**
 * csl_name_register_begin:
 * @self: a register
 *
 * Forgets who was entered, but not their numbers.
 */
void
csl_name_register_begin (CslNameRegister *self)
{
  self->round++;
}

/* Is it the first time in this round? */
static gboolean
enter (CslNameRegister *self,
       guint            number)
{
  Count *count = &g_array_index (self->counts, Count, number);

  if (count->round == self->round)
    return FALSE;
  count->round = self->round;
  count->n = 0;
  return TRUE;
}

/**
 * csl_name_register_add:
 * @self: a register
 * @ids: a name’s numbers
 *
 * Enters a name.
 */
void
csl_name_register_add (CslNameRegister  *self,
                       const CslNameIds *ids)
{
  if (ids->family == 0)
    return;
  enter (self, ids->family);
  if (enter (self, ids->initials))
    g_array_index (self->counts, Count, ids->family).n++;
  if (enter (self, ids->given))
    g_array_index (self->counts, Count, ids->initials).n++;
}

/**
 * csl_name_register_get_level:
 * @self: a register
 * @ids: the numbers of a name that was entered
 * @options: how the style prints names there
 *
 * Tells how far a given name must be spelled.
 *
 * Returns: 0 as the style says, 1 initials, 2 in full
 */
guint
csl_name_register_get_level (CslNameRegister      *self,
                             const CslNameIds     *ids,
                             const CslNameOptions *options)
{
  gboolean has_initials = options->initialize_with != NULL;
  guint n_initials;

  if (ids->family == 0)
    return 0;

  n_initials = g_array_index (self->counts, Count, ids->family).n;
  switch (self->style->givenname_rule)
    {
    case CSL_GIVENNAME_ALL_NAMES:
    case CSL_GIVENNAME_PRIMARY_NAME:
      if (g_array_index (self->counts, Count, ids->initials).n > 1)
        return 2;
      return n_initials > 1 ? (has_initials ? 1 : 2) : 0;
    case CSL_GIVENNAME_ALL_NAMES_WITH_INITIALS:
    case CSL_GIVENNAME_PRIMARY_NAME_WITH_INITIALS:
      return n_initials > 1 ? 1 : 0;
    case CSL_GIVENNAME_BY_CITE:
      break;
    }
  return 0;
}
