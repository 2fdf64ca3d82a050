/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making and searching the trees that the stages pass on.
 */

#include "config.h"

#include "output.h"

#include <string.h>

/**
 * csl_out_new_group:
 * @arena: where it is to live
 * @tag: what it is
 *
 * Makes an empty group.
 *
 * Returns: (transfer none): the group
 */
CslOut *
csl_out_new_group (CslArena *arena,
                   CslTag    tag)
{
  CslOut *self = csl_arena_new0 (arena, CslOut);

  self->kind = CSL_OUT_GROUP;
  self->tag = tag;
  return self;
}

/**
 * csl_out_apply:
 * @self: a piece
 * @node: what the style says of it
 *
 * Gives a piece the affixes, formatting and display of a style's element.
 */
void
csl_out_apply (CslOut        *self,
               const CslNode *node)
{
  self->format = node->format;
  self->display = node->display;
  self->quotes = node->quotes;
  self->quotes_off = node->quotes_off;
  self->strip_periods = node->strip_periods;
  self->prefix = node->prefix;
  self->suffix = node->suffix;
  self->delimiter = node->delimiter;
}

/**
 * csl_out_new_node:
 * @arena: where it is to live
 * @tag: what it is
 * @node: what the style says of it
 *
 * Makes an empty group that looks as a style's element asks.
 *
 * Returns: (transfer none): the group
 */
CslOut *
csl_out_new_node (CslArena      *arena,
                  CslTag         tag,
                  const CslNode *node)
{
  CslOut *self = csl_out_new_group (arena, tag);

  csl_out_apply (self, node);
  return self;
}

/**
 * csl_out_new_text:
 * @arena: where it is to live
 * @tag: what it is
 * @text: its characters; must live as long as the tree
 *
 * Makes a piece of characters that hold no marks.
 *
 * Returns: (transfer none): the piece
 */
CslOut *
csl_out_new_text (CslArena   *arena,
                  CslTag      tag,
                  const char *text)
{
  CslOut *self = csl_arena_new0 (arena, CslOut);

  self->kind = CSL_OUT_TEXT;
  self->tag = tag;
  self->text = text;
  self->length = (guint) strlen (text);
  return self;
}

/**
 * csl_out_new_rich:
 * @arena: where it is to live
 * @tag: what it is
 * @rich: a field that was read; must live as long as the tree
 *
 * Makes a piece of characters with marks.
 *
 * Returns: (transfer none): the piece
 */
CslOut *
csl_out_new_rich (CslArena     *arena,
                  CslTag        tag,
                  CslRichField *rich)
{
  CslOut *self = csl_arena_new0 (arena, CslOut);

  self->kind = CSL_OUT_RICH;
  self->tag = tag;
  self->rich = rich;
  return self;
}

/**
 * csl_out_append:
 * @self: a group
 * @child: a piece that stands nowhere yet
 *
 * Adds a piece at the end of a group.
 */
void
csl_out_append (CslOut *self,
                CslOut *child)
{
  child->next = NULL;
  if (self->last != NULL)
    self->last->next = child;
  else
    self->first = child;
  self->last = child;
}

/**
 * csl_out_find:
 * @self: a tree
 * @tag: what to look for
 *
 * Finds the first piece of a kind, in the order of the text.
 *
 * Returns: (transfer none) (nullable): the piece; `NULL` if there is none
 */
CslOut *
csl_out_find (CslOut *self,
              CslTag  tag)
{
  if (self->is_hidden)
    return NULL;
  if (self->tag == tag)
    return self;

  for (CslOut *child = self->first; child != NULL; child = child->next)
    {
      CslOut *found = csl_out_find (child, tag);

      if (found != NULL)
        return found;
    }
  return NULL;
}
