/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A flat walk over the tree that is done: faces, quotation marks, blocks and links open and close
 * around its pieces. What happens between two pieces is in finish-meet.c.
 */

#include "config.h"

#include "finish-private.h"

#include <string.h>

static void
open_quote (CslWalk *self)
{
  const char *mark = self->locale->quotes[(self->n_off > 0 ? self->n_field_quotes : self->n_quotes) % 2][0];

  self->n_quotes++;
  self->n_field_quotes++;
  csl_walk_add_atom (self, CSL_ATOM_QUOTE_OPEN, 0, mark, (guint) strlen (mark));
}

static void
close_quote (CslWalk *self)
{
  const char *mark;

  self->n_quotes--;
  self->n_field_quotes--;
  mark = self->locale->quotes[(self->n_off > 0 ? self->n_field_quotes : self->n_quotes) % 2][1];
  csl_walk_add_atom (self, CSL_ATOM_QUOTE_CLOSE, 0, mark, (guint) strlen (mark));
}

/* What a style puts in quotation marks has the outer ones, even inside others: measured
 * with the reference engine. Marks in a field give way to them */
static void
open_outer_quote (CslWalk *self)
{
  const char *mark = self->locale->quotes[0][0];

  self->n_quotes++;
  csl_walk_add_atom (self, CSL_ATOM_QUOTE_OPEN, 0, mark, (guint) strlen (mark));
}

static void
close_outer_quote (CslWalk *self)
{
  const char *mark = self->locale->quotes[0][1];

  self->n_quotes--;
  csl_walk_add_atom (self, CSL_ATOM_QUOTE_CLOSE, 0, mark, (guint) strlen (mark));
}

static guint
get_mark_of_token (const CslRichToken *token)
{
  switch (token->mark)
    {
    case CSL_RICH_MARK_ITALIC:
      return CSL_MARK_ITALIC;
    case CSL_RICH_MARK_BOLD:
      return CSL_MARK_BOLD;
    case CSL_RICH_MARK_SUPERSCRIPT:
      return CSL_MARK_SUP;
    case CSL_RICH_MARK_SUBSCRIPT:
      return CSL_MARK_SUB;
    case CSL_RICH_MARK_SMALL_CAPS:
      return CSL_MARK_SMALL_CAPS;
    case CSL_RICH_MARK_NO_DECORATION:
      return CSL_MARK_NO_DECORATION;
    case CSL_RICH_MARK_NONE:
    case CSL_RICH_MARK_NO_CASE:
      return G_MAXUINT;
    }
  return G_MAXUINT;
}

static gboolean
is_foreign (const CslWalk      *self,
            const CslRichToken *token)
{
  for (guint depth = 0; depth < 2; depth++)
    {
      const char *mark = self->locale->quotes[depth][0];
      gsize length = strcspn (mark, " ");

      if (token->length <= strlen (mark) && strncmp (mark, token->text, token->length) == 0 && length > 0)
        return depth > 0 && self->n_quotes == 0 && self->n_off == 0;
    }
  return token->length > 1;
}

/* Straight marks become the language's own, and so do its own marks; any others
 * stand as they were typed: measured with the reference engine */
static void
emit_quote (CslWalk            *self,
            const CslRichToken *tokens,
            const CslRichToken *token)
{
  const CslRichToken *opening = token->kind == CSL_RICH_OPEN_QUOTE ? token : &tokens[token->partner];

  if (is_foreign (self, opening))
    csl_walk_emit_content (self, token->text, token->length, FALSE);
  else if (token->kind == CSL_RICH_OPEN_QUOTE)
    open_quote (self);
  else
    close_quote (self);
}

static void
emit_rich (CslWalk      *self,
           CslRichField *rich)
{
  guint n_tokens;
  const CslRichToken *tokens = csl_rich_field_get_tokens (rich, &n_tokens);
  gboolean is_first = TRUE;

  for (guint i = 0; i < n_tokens; i++)
    {
      const CslRichToken *token = &tokens[i];
      guint mark;

      switch (token->kind)
        {
        case CSL_RICH_TEXT:
          csl_walk_emit_content (self, token->text, token->length, is_first);
          is_first = FALSE;
          break;
        case CSL_RICH_APOSTROPHE:
          csl_walk_emit_content (self, "’", strlen ("’"), FALSE);
          is_first = FALSE;
          break;
        case CSL_RICH_OPEN:
        case CSL_RICH_CLOSE:
          mark = get_mark_of_token (token);
          if (mark != G_MAXUINT)
            csl_walk_add_atom (self, token->kind == CSL_RICH_OPEN ? CSL_ATOM_OPEN : CSL_ATOM_CLOSE, mark, NULL, 0)->is_field = TRUE;
          break;
        case CSL_RICH_OPEN_QUOTE:
        case CSL_RICH_CLOSE_QUOTE:
          emit_quote (self, tokens, token);
          is_first = FALSE;
          break;
        }
    }
}

/* From the outermost to the innermost: alignment, decoration, weight, variant, style */
static guint
get_marks (CslFormat format,
           guint     found[5])
{
  static const guint8 styles[] = { 0, CSL_MARK_STYLE_NORMAL, CSL_MARK_ITALIC, CSL_MARK_OBLIQUE };
  static const guint8 variants[] = { 0, CSL_MARK_VARIANT_NORMAL, CSL_MARK_SMALL_CAPS, 0 };
  static const guint8 weights[] = { 0, CSL_MARK_WEIGHT_NORMAL, CSL_MARK_BOLD, CSL_MARK_LIGHT };
  static const guint8 decorations[] = { 0, CSL_MARK_DECORATION_NONE, CSL_MARK_UNDERLINE, 0 };
  static const guint8 aligns[] = { 0, CSL_MARK_BASELINE, CSL_MARK_SUP, CSL_MARK_SUB };
  guint n = 0;

  if (format.align != CSL_ALIGN_UNSET)
    found[n++] = aligns[format.align];
  if (format.decoration != CSL_DECORATION_UNSET)
    found[n++] = decorations[format.decoration];
  if (format.weight != CSL_WEIGHT_UNSET)
    found[n++] = weights[format.weight];
  if (format.variant != CSL_VARIANT_UNSET)
    found[n++] = variants[format.variant];
  if (format.style != CSL_STYLE_UNSET)
    found[n++] = styles[format.style];
  return n;
}

/**
 * csl_out_is_visible:
 * @self: a piece
 *
 * Tells if a piece has any character to show.
 *
 * Returns: has it?
 */
gboolean
csl_out_is_visible (const CslOut *self)
{
  if (self->is_hidden)
    return FALSE;
  if (self->kind == CSL_OUT_TEXT)
    return self->length > 0;
  if (self->kind == CSL_OUT_RICH)
    return TRUE;

  for (const CslOut *child = self->first; child != NULL; child = child->next)
    if (csl_out_is_visible (child))
      return TRUE;
  return FALSE;
}

/* A blank that only an affix brought to the end of a block stands behind it:
 * fixture variables_ContainerTitleShort */
static void
close_display (CslWalk *self,
               guint    display)
{
  CslAtom *last = &self->atoms->atoms[self->atoms->n_atoms - 1];
  gboolean has_blank = display == CSL_DISPLAY_RIGHT_INLINE && last->kind == CSL_ATOM_TEXT && last->is_affix &&
                       last->length > 0 && last->text[last->length - 1] == ' ';

  if (has_blank)
    last->length--;
  csl_walk_add_atom (self, CSL_ATOM_DISPLAY_CLOSE, display, NULL, 0);
  if (has_blank)
    csl_walk_add_text (self, " ", 1, TRUE);
}

static const char *
make_square (CslWalk    *self,
             const char *affix,
             char        round,
             char        square)
{
  char *copy = csl_arena_strdup (self->arena, affix);

  *strchr (copy, round) = square;
  return copy;
}

/* Of what stands in brackets in a note, what is in brackets again; only pairs are
 * counted, so that each closes as it opened */
static gboolean
open_bracket (CslWalk       *self,
              const CslOut  *out,
              const char   **prefix,
              const char   **suffix)
{
  *prefix = out->prefix;
  *suffix = out->suffix;
  if (!self->is_note || out->kind != CSL_OUT_GROUP || out->prefix == NULL || out->suffix == NULL ||
      strchr (out->prefix, '(') == NULL || strchr (out->suffix, ')') == NULL)
    return FALSE;

  if (self->n_brackets++ % 2 == 1)
    {
      *prefix = make_square (self, out->prefix, '(', '[');
      *suffix = make_square (self, out->suffix, ')', ']');
    }
  return TRUE;
}

static void
emit_piece (CslWalk      *self,
            const CslOut *out)
{
  const char *prefix;
  const char *suffix;
  gboolean is_bracket;
  guint found[5];
  guint n_marks = 0;
  gboolean is_first = TRUE;

  if (!csl_out_is_visible (out))
    return;

  if (out->display != CSL_DISPLAY_NONE)
    csl_walk_add_atom (self, CSL_ATOM_DISPLAY_OPEN, out->display, NULL, 0);
  is_bracket = open_bracket (self, out, &prefix, &suffix);
  csl_walk_emit_prefix (self, prefix);
  if (out->quotes)
    open_outer_quote (self);
  if (!csl_format_is_empty (out->format))
    n_marks = get_marks (out->format, found);
  for (guint i = 0; i < n_marks; i++)
    csl_walk_add_atom (self, CSL_ATOM_OPEN, found[i], NULL, 0);
  if (out->link != NULL)
    csl_walk_add_atom (self, CSL_ATOM_LINK_OPEN, 0, out->link, (guint) strlen (out->link));
  self->n_strip += out->strip_periods == CSL_STRIP_ALL;
  self->n_off += out->quotes_off;
  self->is_abbreviation = out->strip_periods == CSL_STRIP_ABBREVIATIONS;

  switch ((CslOutKind) out->kind)
    {
    case CSL_OUT_TEXT:
      csl_walk_emit_content (self, out->text, out->length, !out->is_whole);
      break;
    case CSL_OUT_RICH:
      emit_rich (self, out->rich);
      break;
    case CSL_OUT_GROUP:
      for (const CslOut *child = out->first; child != NULL; child = child->next)
        {
          if (!csl_out_is_visible (child))
            continue;
          if (!is_first)
            csl_walk_emit_prefix (self, out->delimiter);
          is_first = FALSE;
          emit_piece (self, child);
        }
      break;
    }

  self->n_strip -= out->strip_periods == CSL_STRIP_ALL;
  self->n_off -= out->quotes_off;
  self->is_abbreviation = FALSE;
  if (out->link != NULL)
    csl_walk_add_atom (self, CSL_ATOM_LINK_CLOSE, 0, NULL, 0);
  for (guint i = n_marks; i > 0; i--)
    csl_walk_add_atom (self, CSL_ATOM_CLOSE, found[i - 1], NULL, 0);
  if (out->quotes)
    close_outer_quote (self);
  if (out->kind != CSL_OUT_GROUP && (n_marks > 0 || out->quotes) && csl_walk_keeps_stop (self, suffix))
    csl_walk_emit_whole (self, suffix);
  else
    csl_walk_emit_suffix (self, out, suffix);
  self->is_sealed = n_marks > 0 && suffix == NULL;
  self->n_brackets -= is_bracket;
  if (out->display != CSL_DISPLAY_NONE)
    close_display (self, out->display);
}

/**
 * csl_finish:
 * @arena: where what comes out is to live
 * @locale: whose quotation marks and habits hold
 * @tree: the final tree
 * @atoms: takes the line; set to zero before its first use with an arena
 *
 * Joins a tree to a line. Of what is beyond `CSL_FINISH_MAX_BYTES` the end is left out,
 * and the line says so.
 */
void
csl_finish (CslArena        *arena,
            const CslLocale *locale,
            CslOut          *tree,
            CslAtoms        *atoms)
{
  CslWalk walk = { .arena = arena, .locale = locale, .atoms = atoms, .last = -1, .is_note = tree->is_note };

  atoms->n_atoms = 0;
  emit_piece (&walk, tree);
}
