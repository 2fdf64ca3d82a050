/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The value itself: tokens, and the text that they are slices of.
 */

#include "config.h"

#include "rich-field-private.h"

#include <string.h>

static void
clear_field (gpointer data)
{
  CslRichField *self = data;

  g_free (self->text);
  g_free (self->tokens);
}

/**
 * csl_rich_field_new_plain:
 * @text: any text, UTF-8; need not end in a nul
 * @length: bytes in @text, or -1 if it ends in a nul
 *
 * Makes a field of text that is to be printed as it is.
 *
 * Returns: (transfer full): the field, of one token or, if @text is empty, none
 */
CslRichField *
csl_rich_field_new_plain (const char *text,
                          gssize      length)
{
  CslRichField *self = g_atomic_rc_box_new0 (CslRichField);

  self->text = length < 0 ? g_strdup (text) : g_strndup (text, length);
  self->is_plain = TRUE;
  self->n_tokens = *self->text != '\0' ? 1 : 0;
  self->tokens = g_new0 (CslRichToken, 1);
  self->tokens[0].text = self->text;
  self->tokens[0].length = strlen (self->text);
  return self;
}

/**
 * csl_rich_field_new_tokens:
 * @tokens: (array length=n_tokens): tokens, brackets in pairs
 * @n_tokens: how many
 *
 * Makes a field of tokens that were changed. Their text is copied.
 *
 * Returns: (transfer full): the field
 */
CslRichField *
csl_rich_field_new_tokens (const CslRichToken *tokens,
                           guint               n_tokens)
{
  CslRichField *self = g_atomic_rc_box_new0 (CslRichField);
  g_autoptr (GString) text = g_string_new (NULL);
  gsize offset = 0;

  for (guint i = 0; i < n_tokens; i++)
    g_string_append_len (text, tokens[i].text, tokens[i].length);

  self->text = g_string_free_and_steal (g_steal_pointer (&text));
  self->tokens = g_memdup2 (tokens, MAX (n_tokens, 1) * sizeof *tokens);
  self->n_tokens = n_tokens;
  self->is_plain = n_tokens == 0 || (n_tokens == 1 && tokens[0].kind == CSL_RICH_TEXT);
  for (guint i = 0; i < n_tokens; i++)
    {
      self->tokens[i].text = self->text + offset;
      offset += tokens[i].length;
    }

  return self;
}

/**
 * csl_rich_field_ref:
 * @self: a field
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
CslRichField *
csl_rich_field_ref (CslRichField *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * csl_rich_field_unref:
 * @self: (transfer full): a field
 *
 * Gives a reference back.
 */
void
csl_rich_field_unref (CslRichField *self)
{
  g_atomic_rc_box_release_full (self, clear_field);
}

/**
 * csl_rich_field_get_tokens:
 * @self: a field
 * @n_tokens: (out): how many there are
 *
 * Gets the tokens. What opens and what closes nests: between a token and its
 * partner stand whole pairs only.
 *
 * Returns: (array length=n_tokens): the tokens; live as long as @self
 */
const CslRichToken *
csl_rich_field_get_tokens (CslRichField *self,
                           guint        *n_tokens)
{
  *n_tokens = self->n_tokens;
  return self->tokens;
}

/**
 * csl_rich_field_is_plain:
 * @self: a field
 *
 * Says whether a field is text alone, without tags, quotes or apostrophes.
 *
 * Returns: whether it is
 */
gboolean
csl_rich_field_is_plain (CslRichField *self)
{
  return self->is_plain;
}

/**
 * csl_rich_field_dup_plain:
 * @self: a field
 *
 * Gives a field's text without its tags, with marks as typed.
 *
 * Returns: (transfer full): the text
 */
char *
csl_rich_field_dup_plain (CslRichField *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->n_tokens; i++)
    g_string_append_len (text, self->tokens[i].text, self->tokens[i].length);

  return g_string_free_and_steal (text);
}
