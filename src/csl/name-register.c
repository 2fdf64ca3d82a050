/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Family names, under each its initials, under each its given names. A name is
 * raised as far as its neighbours there make it necessary: CSL 1.0.2,
 * “Disambiguation”, givenname-disambiguation-rule.
 */

#include "config.h"

#include "name-register.h"

#include "initials.h"

struct _CslNameRegister
{
  const CslStyle *style; /* Borrowed */

  /* Owned: family → initials → given names (a set) */
  GHashTable *families;
};

static void
unref_table (gpointer table)
{
  g_hash_table_unref (table);
}

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
  self->families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_table);
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

  g_hash_table_unref (self->families);
  g_free (self);
}

/* Particles are part of the name that is compared: fixture
 * disambiguate_PrimaryNameWithNonDroppingParticle */
static char *
dup_family (const CslName *name)
{
  return g_strconcat (name->non_dropping_particle != NULL ? name->non_dropping_particle : "", " ",
                      name->family != NULL ? name->family : "", NULL);
}

static char *
dup_initials (const CslName *name)
{
  return csl_initials_format (name->given, "", TRUE, TRUE);
}

static gboolean
is_primary_rule (const CslStyle *style)
{
  return style->givenname_rule == CSL_GIVENNAME_PRIMARY_NAME ||
         style->givenname_rule == CSL_GIVENNAME_PRIMARY_NAME_WITH_INITIALS;
}

/**
 * csl_name_register_add:
 * @self: a register
 * @name: a name
 * @index: its place among the names of its variable
 *
 * Enters a name. Where only first names count, no other is entered.
 */
void
csl_name_register_add (CslNameRegister *self,
                       const CslName   *name,
                       guint            index)
{
  g_autofree char *family = NULL;
  g_autofree char *initials = NULL;
  GHashTable *by_initials;
  GHashTable *givens;

  if (name->literal != NULL || name->given == NULL || name->family == NULL)
    return;
  if (index > 0 && is_primary_rule (self->style))
    return;

  family = dup_family (name);
  initials = dup_initials (name);
  by_initials = g_hash_table_lookup (self->families, family);
  if (by_initials == NULL)
    {
      by_initials = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_table);
      g_hash_table_insert (self->families, g_steal_pointer (&family), by_initials);
    }
  givens = g_hash_table_lookup (by_initials, initials);
  if (givens == NULL)
    {
      givens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (by_initials, g_steal_pointer (&initials), givens);
    }
  g_hash_table_add (givens, g_strconcat (name->given, "\n", name->suffix, NULL));
}

/**
 * csl_name_register_get_level:
 * @self: a register
 * @name: a name that was entered
 * @index: its place among the names of its variable
 * @options: how the style prints names there
 *
 * Tells how far a given name must be spelled.
 *
 * Returns: 0 as the style says, 1 initials, 2 in full
 */
guint
csl_name_register_get_level (CslNameRegister      *self,
                             const CslName        *name,
                             guint                 index,
                             const CslNameOptions *options)
{
  g_autofree char *family = NULL;
  g_autofree char *initials = NULL;
  gboolean has_initials = options->initialize_with != NULL;
  GHashTable *by_initials;
  GHashTable *givens;
  guint n_initials;

  if (name->literal != NULL || name->given == NULL || name->family == NULL)
    return 0;
  if (index > 0 && is_primary_rule (self->style))
    return 0;

  family = dup_family (name);
  initials = dup_initials (name);
  by_initials = g_hash_table_lookup (self->families, family);
  givens = by_initials != NULL ? g_hash_table_lookup (by_initials, initials) : NULL;
  if (givens == NULL)
    return 0;

  n_initials = g_hash_table_size (by_initials);
  switch (self->style->givenname_rule)
    {
    case CSL_GIVENNAME_ALL_NAMES:
    case CSL_GIVENNAME_PRIMARY_NAME:
      if (g_hash_table_size (givens) > 1)
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
