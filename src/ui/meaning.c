/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of the guesses: one identifier is looked up, several are offered to choose
 * from, and what is no identifier is the words of a title.
 */

#include "config.h"

#include "meaning.h"

#include "model-error.h"

#include <glib/gi18n-lib.h>

/* Whom a title search may not be asked: what names a person or a journal. */
static GError *
new_refusal (OffprintIdentifier *identifier)
{
  gboolean is_person = offprint_identifier_get_kind (identifier) == OFFPRINT_IDENTIFIER_ORCID;

  return g_error_new (OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_IDENTIFIER_INVALID,
                      is_person
                        /* Translators: an ORCID */
                        ? _("%s is an ORCID: it names a person, not a work. Search for a title of theirs instead")
                        /* Translators: an ISSN */
                        : _("%s is an ISSN: it names a journal or series, not a work. Search for a title in it instead"),
                      offprint_identifier_get_value (identifier));
}

static gboolean
is_of_a_work (OffprintIdentifier *identifier)
{
  OffprintIdentifierKind kind = offprint_identifier_get_kind (identifier);

  return kind != OFFPRINT_IDENTIFIER_ISSN && kind != OFFPRINT_IDENTIFIER_ORCID;
}

static GPtrArray *
find_works (const char *words)
{
  GPtrArray *found = offprint_identifier_find_all (words, -1);

  for (guint i = 0; i < found->len;)
    {
      if (is_of_a_work (g_ptr_array_index (found, i)))
        i++;
      else
        g_ptr_array_remove_index (found, i);
    }
  return found;
}

/**
 * offprint_meaning_free:
 * @self: (transfer full): a meaning
 *
 * Frees it.
 */
void
offprint_meaning_free (OffprintMeaning *self)
{
  g_clear_pointer (&self->identifier, offprint_identifier_unref);
  g_clear_pointer (&self->identifiers, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self->words);
  g_free (self);
}

/**
 * offprint_meaning_new:
 * @text: what a person typed, pasted or dropped
 *
 * Decides what was meant.
 *
 * Returns: (transfer full) (nullable): what it is, or `NULL` if there is nothing but blanks
 */
OffprintMeaning *
offprint_meaning_new (const char *text)
{
  g_autofree char *words = g_strstrip (g_strdup (text));
  g_autoptr (OffprintIdentifier) whole = NULL;
  g_autoptr (GPtrArray) found = NULL;
  OffprintMeaning *self = NULL;

  if (*words == '\0')
    return NULL;

  self = g_new0 (OffprintMeaning, 1);
  whole = offprint_identifier_parse (words, -1, NULL);
  if (whole != NULL && is_of_a_work (whole))
    {
      self->identifier = g_steal_pointer (&whole);
      return self;
    }
  found = find_works (words);
  if (found->len == 1)
    self->identifier = offprint_identifier_ref (g_ptr_array_index (found, 0));
  else if (found->len > 1)
    self->identifiers = g_steal_pointer (&found);
  else
    self->words = g_steal_pointer (&words);
  if (self->words != NULL && whole != NULL)
    self->error = new_refusal (whole);
  return self;
}
