/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One thing that has changed, and how it is told to people.
 */

#include "config.h"

#include "difference-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (OffprintDifference, offprint_difference, G_TYPE_OBJECT)

static void
offprint_difference_finalize (GObject *object)
{
  OffprintDifference *self = OFFPRINT_DIFFERENCE (object);

  g_free (self->label);
  g_free (self->pointer);
  g_free (self->old_text);
  g_free (self->new_text);
  g_clear_object (&self->former);

  G_OBJECT_CLASS (offprint_difference_parent_class)->finalize (object);
}

static void
offprint_difference_class_init (OffprintDifferenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = offprint_difference_finalize;
}

static void
offprint_difference_init (OffprintDifference *self)
{
}

/**
 * offprint_difference_get_kind:
 * @self: a difference
 *
 * Returns: whether something was added, removed or changed
 */
OffprintDifferenceKind
offprint_difference_get_kind (OffprintDifference *self)
{
  g_return_val_if_fail (OFFPRINT_IS_DIFFERENCE (self), OFFPRINT_DIFFERENCE_CHANGED);

  return self->kind;
}

/**
 * offprint_difference_get_label:
 * @self: a difference
 *
 * Returns: what it is of: “Title”, “Works Cited”
 */
const char *
offprint_difference_get_label (OffprintDifference *self)
{
  g_return_val_if_fail (OFFPRINT_IS_DIFFERENCE (self), NULL);

  return self->label;
}

/**
 * offprint_difference_get_pointer:
 * @self: a difference
 *
 * Returns: the JSON pointer of the value; of an entry, that of its list
 */
const char *
offprint_difference_get_pointer (OffprintDifference *self)
{
  g_return_val_if_fail (OFFPRINT_IS_DIFFERENCE (self), NULL);

  return self->pointer;
}

/**
 * offprint_difference_get_count:
 * @self: a difference
 *
 * Returns: how many entries of a list it tells of; 0 if it is of no list
 */
guint
offprint_difference_get_count (OffprintDifference *self)
{
  g_return_val_if_fail (OFFPRINT_IS_DIFFERENCE (self), 0);

  return self->count;
}

static char *
say_count (OffprintDifference *self)
{
  gboolean is_new = self->kind == OFFPRINT_DIFFERENCE_ADDED;
  guint n = self->count;

  if (self->kind == OFFPRINT_DIFFERENCE_CHANGED)
    return NULL;
  if (self->field == OFFPRINT_FIELD_REFERENCES)
    return is_new ? g_strdup_printf (ngettext ("%u Work Cited Added", "%u Works Cited Added", n), n)
                  : g_strdup_printf (ngettext ("%u Work Cited Removed", "%u Works Cited Removed", n), n);
  if (self->field == OFFPRINT_FIELD_NOTES)
    return is_new ? g_strdup_printf (ngettext ("%u Note Added", "%u Notes Added", n), n)
                  : g_strdup_printf (ngettext ("%u Note Removed", "%u Notes Removed", n), n);
  if (self->field == OFFPRINT_FIELD_NOTICES)
    return is_new ? g_strdup_printf (ngettext ("%u Notice Added", "%u Notices Added", n), n)
                  : g_strdup_printf (ngettext ("%u Notice Removed", "%u Notices Removed", n), n);
  if (n > 1)
    /* Translators: a kind of fact, then how many: “Keywords: 12 Added” */
    return is_new ? g_strdup_printf (ngettext ("%s: %u Added", "%s: %u Added", n), self->label, n)
                  : g_strdup_printf (ngettext ("%s: %u Removed", "%s: %u Removed", n), self->label, n);

  return NULL;
}

/**
 * offprint_difference_dup_heading:
 * @self: a difference
 *
 * Returns: (transfer full): what happened, for people: “2 Works Cited Added”
 */
char *
offprint_difference_dup_heading (OffprintDifference *self)
{
  char *heading = NULL;

  g_return_val_if_fail (OFFPRINT_IS_DIFFERENCE (self), NULL);

  heading = self->count > 0 ? say_count (self) : NULL;
  if (heading != NULL)
    return heading;
  switch (self->kind)
    {
    case OFFPRINT_DIFFERENCE_ADDED:
      /* Translators: a kind of fact: “Volume: Added” */
      return g_strdup_printf (_("%s: Added"), self->label);
    case OFFPRINT_DIFFERENCE_REMOVED:
      return g_strdup_printf (_("%s: Removed"), self->label);
    case OFFPRINT_DIFFERENCE_CHANGED:
      return g_strdup_printf (_("%s: Changed"), self->label);
    }

  return NULL;
}

/**
 * offprint_difference_get_old:
 * @self: a difference
 *
 * Returns: (nullable): what it was, as words
 */
const char *
offprint_difference_get_old (OffprintDifference *self)
{
  g_return_val_if_fail (OFFPRINT_IS_DIFFERENCE (self), NULL);

  return self->old_text;
}

/**
 * offprint_difference_get_new:
 * @self: a difference
 *
 * Returns: (nullable): what it is, as words
 */
const char *
offprint_difference_get_new (OffprintDifference *self)
{
  g_return_val_if_fail (OFFPRINT_IS_DIFFERENCE (self), NULL);

  return self->new_text;
}

/**
 * offprint_difference_get_former:
 * @self: a difference
 *
 * Returns: (transfer none) (nullable): the reading that gave the old value as a whole, to
 *   be chosen for it with offprint_work_choose_former()
 */
OffprintReading *
offprint_difference_get_former (OffprintDifference *self)
{
  g_return_val_if_fail (OFFPRINT_IS_DIFFERENCE (self), NULL);

  return self->former;
}
