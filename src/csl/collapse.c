/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Neighbours that share something say it once: runs of numbers, one name before
 * several years, one year before several letters. Pieces are hidden or take others
 * in; delimiters are chosen last, between what is left. CSL 1.0.2, “Cite Grouping”
 * and “Cite Collapsing”.
 */

#include "config.h"

#include "processor-private.h"

#include "finish.h"

#include <string.h>

static gboolean
is_numeric (const CslStyle *style)
{
  return (style->sections[CSL_AREA_CITATION].uses & CSL_USES_CITATION_NUMBER) != 0;
}

static const char *
get_layout_delimiter (CslProcessor *self)
{
  const char *delimiter = self->style->sections[CSL_AREA_CITATION].layout.delimiter;

  return delimiter != NULL ? delimiter : "";
}

/* By the specification ", "; but the fixtures have it so in the text only, and in
 * notes set neighbours apart as all others (magic_ImplicitYearSuffixDelimiter) */
static const char *
get_group_delimiter (CslProcessor *self)
{
  if (self->style->cite_group_delimiter != NULL)
    return self->style->cite_group_delimiter;
  if (self->style->style_class == CSL_STYLE_CLASS_IN_TEXT)
    return ", ";
  return get_layout_delimiter (self);
}

static const char *
get_going_on_delimiter (CslProcessor *self)
{
  return self->style->style_class == CSL_STYLE_CLASS_IN_TEXT && self->style->after_collapse_delimiter == NULL
           ? ", "
           : get_layout_delimiter (self);
}

static const char *
get_year_suffix_delimiter (CslProcessor *self)
{
  if (self->style->year_suffix_delimiter != NULL)
    return self->style->year_suffix_delimiter;
  if (self->style->cite_group_delimiter != NULL)
    return self->style->cite_group_delimiter;
  return get_layout_delimiter (self);
}

static char *
dup_key (CslProcessor *self,
         CslOut       *out)
{
  CslAtoms atoms = { 0 };

  csl_finish (self->scratch, self->locale, out, &atoms);
  g_string_truncate (self->text, 0);
  csl_write_key (&atoms, self->text);
  return csl_arena_strndup (self->scratch, self->text->str, self->text->len);
}

/* What the names of a cite look like; empty if something else stands in for them,
 * NULL if nothing does */
static const char *
get_names_key (CslProcessor *self,
               CslDocPiece  *piece)
{
  CslOut *names = csl_out_find (piece->out, CSL_TAG_NAMES);

  if (names == NULL || !csl_out_is_visible (names))
    return NULL;
  return csl_out_find (names, CSL_TAG_NAME) != NULL ? dup_key (self, names) : "";
}

static gboolean
is_filled (const char *text)
{
  return text != NULL && *text != '\0';
}

/* A cite without names reads as going on with the one before it, unless its item was asked for
 * a text: measured with the reference engine */
static gboolean
goes_on (const CslDocPiece *piece)
{
  return !is_filled (piece->names_key) && !piece->out->has_text;
}

static gboolean
is_bare (const CslDocPiece *piece)
{
  return piece->cite->locator == NULL && !is_filled (piece->cite->cite.prefix) && !is_filled (piece->cite->cite.suffix);
}

/* The one piece that shows, if there is only one */
static CslOut *
find_only (CslOut *out)
{
  CslOut *only = NULL;

  if (out->kind != CSL_OUT_GROUP)
    return out;
  for (CslOut *child = out->first; child != NULL; child = child->next)
    if (csl_out_is_visible (child))
      {
        if (only != NULL)
          return NULL;
        only = child;
      }
  return only != NULL ? find_only (only) : NULL;
}

static guint
get_number (const CslDocPiece *piece)
{
  CslOut *only = is_bare (piece) ? find_only (piece->out) : NULL;

  return only != NULL && only->tag == CSL_TAG_CITATION_NUMBER ? only->number : 0;
}

static void
collapse_numbers (CslProcessor *self,
                  CslDocPiece  *pieces,
                  guint         n_pieces)
{
  for (guint i = 0; i < n_pieces;)
    {
      guint first = get_number (&pieces[i]);
      guint end = i + 1;

      while (first > 0 && end < n_pieces && get_number (&pieces[end]) == first + (end - i))
        end++;
      if (end - i >= 3)
        {
          for (guint k = i + 1; k + 1 < end; k++)
            pieces[k].out->is_hidden = TRUE;
          pieces[end - 1].delimiter = "–";
          pieces[end - 1].is_collapsed = TRUE;
        }
      i = end;
    }
}

/* How a cite looks without the letter of its year; NULL if it has none */
static const char *
get_year_key (CslProcessor *self,
              CslDocPiece  *piece)
{
  CslOut *suffix = csl_out_find (piece->out, CSL_TAG_YEAR_SUFFIX);
  const char *key;

  if (suffix == NULL || !is_bare (piece))
    return NULL;
  suffix->is_hidden = TRUE;
  key = dup_key (self, piece->out);
  suffix->is_hidden = FALSE;
  return key;
}

static CslOut *
new_letter (CslProcessor *self,
            const CslOut *suffix,
            const char   *delimiter)
{
  CslOut *letter = csl_arena_copy (self->scratch, suffix, sizeof *suffix);

  letter->next = NULL;
  letter->prefix = delimiter;
  letter->suffix = NULL;
  return letter;
}

/* Puts the letters of a run behind the first one's */
static void
join_letters (CslProcessor *self,
              CslDocPiece  *pieces,
              guint         n_pieces)
{
  CslOut *first = csl_out_find (pieces[0].out, CSL_TAG_YEAR_SUFFIX);
  CslOut *letters = csl_out_new_group (self->scratch, CSL_TAG_NONE);
  gboolean has_ranges = self->style->collapse == CSL_COLLAPSE_YEAR_SUFFIX_RANGED;
  const char *delimiter = get_year_suffix_delimiter (self);

  for (guint i = 0; i < n_pieces;)
    {
      CslOut *suffix = csl_out_find (pieces[i].out, CSL_TAG_YEAR_SUFFIX);
      guint end = i + 1;

      while (has_ranges && end < n_pieces &&
             csl_out_find (pieces[end].out, CSL_TAG_YEAR_SUFFIX)->number == suffix->number + (end - i))
        end++;
      csl_out_append (letters, new_letter (self, suffix, i == 0 ? NULL : delimiter));
      if (end - i >= 3)
        csl_out_append (letters, new_letter (self, csl_out_find (pieces[end - 1].out, CSL_TAG_YEAR_SUFFIX), "–"));
      else
        end = i + 1;
      i = end;
    }
  letters->prefix = first->prefix;
  letters->suffix = first->suffix;
  letters->next = first->next;
  letters->tag = CSL_TAG_YEAR_SUFFIX;
  *first = *letters;
  for (guint i = 1; i < n_pieces; i++)
    pieces[i].out->is_hidden = TRUE;
  pieces[0].is_collapsed = TRUE;
}

static void
collapse_letters (CslProcessor *self,
                  CslDocPiece  *pieces,
                  guint         n_pieces)
{
  for (guint i = 0; i < n_pieces;)
    {
      const char *key = get_year_key (self, &pieces[i]);
      guint end = i + 1;

      while (key != NULL && end < n_pieces && g_strcmp0 (get_year_key (self, &pieces[end]), key) == 0)
        end++;
      if (end - i > 1)
        join_letters (self, pieces + i, end - i);
      i = end;
    }
}

/* Cites of the same names, side by side */
static void
collapse_group (CslProcessor *self,
                CslDocPiece  *pieces,
                guint         n_pieces)
{
  CslCollapse collapse = self->style->collapse;

  for (guint i = 1; i < n_pieces; i++)
    pieces[i].delimiter = get_group_delimiter (self);
  if (collapse == CSL_COLLAPSE_NONE || collapse == CSL_COLLAPSE_CITATION_NUMBER)
    return;

  if (collapse == CSL_COLLAPSE_YEAR_SUFFIX || collapse == CSL_COLLAPSE_YEAR_SUFFIX_RANGED)
    collapse_letters (self, pieces, n_pieces);
  for (guint i = 1; i < n_pieces; i++)
    {
      CslOut *names = csl_out_find (pieces[i].out, CSL_TAG_NAMES);

      if (names != NULL)
        names->is_hidden = TRUE;
      pieces[i].is_collapsed = TRUE;
    }
}

static void
collapse_names (CslProcessor *self,
                CslDocPiece  *pieces,
                guint         n_pieces)
{
  gboolean has_names = FALSE;
  gboolean may_go_on = self->style->collapse != CSL_COLLAPSE_NONE && !is_numeric (self->style);

  for (guint i = 0; i < n_pieces;)
    {
      guint end = i + 1;

      while (end < n_pieces && g_strcmp0 (pieces[end].names_key, pieces[i].names_key) == 0 &&
             !is_filled (pieces[end].cite->cite.prefix))
        end++;
      if (!is_filled (pieces[i].names_key))
        {
          for (guint k = i; k < end; k++)
            if (may_go_on && (has_names || k > i) && goes_on (&pieces[k]))
              pieces[k].delimiter = get_going_on_delimiter (self);
          if (self->style->collapse == CSL_COLLAPSE_YEAR_SUFFIX || self->style->collapse == CSL_COLLAPSE_YEAR_SUFFIX_RANGED)
            collapse_letters (self, pieces + i, end - i);
        }
      else if (end - i > 1)
        collapse_group (self, pieces + i, end - i);
      has_names |= is_filled (pieces[i].names_key);
      i = end;
    }
}

/* Cites without names come together too, but those that need a letter: measured with
 * the reference engine */
static gboolean
may_gather (const CslDocPiece *piece)
{
  return is_filled (piece->names_key) || csl_out_find (piece->out, CSL_TAG_YEAR_SUFFIX) == NULL;
}

static gboolean
is_together (const CslDocPiece *a,
             const CslDocPiece *b)
{
  if (!is_filled (a->names_key) || !is_filled (b->names_key))
    return is_filled (a->names_key) == is_filled (b->names_key);
  return strcmp (a->names_key, b->names_key) == 0;
}

/* Brings cites of the same names together at the first one's place */
static void
gather (CslDocPiece *pieces,
        guint        n_pieces)
{
  for (guint i = 0; i < n_pieces; i++)
    {
      guint end = i + 1;

      for (guint k = i + 1; k < n_pieces && may_gather (&pieces[i]); k++)
        if (is_together (&pieces[k], &pieces[i]) && may_gather (&pieces[k]))
          {
            CslDocPiece moved = pieces[k];

            memmove (&pieces[end + 1], &pieces[end], (k - end) * sizeof *pieces);
            pieces[end++] = moved;
          }
      i = end - 1;
    }
}

/* Notes keep the order that was asked unless the style says how groups part: measured
 * with the reference engine */
static gboolean
gathers (const CslStyle *style)
{
  if (style->sections[CSL_AREA_CITATION].n_keys == 0)
    return FALSE;
  if (style->style_class == CSL_STYLE_CLASS_IN_TEXT && style->collapse != CSL_COLLAPSE_NONE)
    return TRUE;
  return style->cite_group_delimiter != NULL && !is_numeric (style) &&
         !(style->sections[CSL_AREA_CITATION].uses & CSL_USES_POSITION);
}

/* After a group that lost something its own delimiter may stand; the reference
 * engine puts it after every group of names */
static void
choose_delimiters (CslProcessor *self,
                   CslDocPiece  *pieces,
                   guint         n_pieces)
{
  const char *after = self->style->after_collapse_delimiter;
  gboolean is_after = FALSE;

  for (guint i = 0; i < n_pieces; i++)
    {
      if (pieces[i].out->is_hidden)
        continue;
      if (pieces[i].delimiter == NULL && i > 0)
        pieces[i].delimiter = after != NULL && (is_after || !is_numeric (self->style)) ? after : get_layout_delimiter (self);
      is_after = pieces[i].is_collapsed;
    }
}

/**
 * csl_processor_collapse:
 * @self: a document
 * @pieces: the cites of a cluster, which are moved and changed
 * @n_pieces: how many
 *
 * Groups and collapses the cites of a cluster and gives each one the delimiter
 * before it.
 */
void
csl_processor_collapse (CslProcessor *self,
                        CslDocPiece  *pieces,
                        guint         n_pieces)
{
  CslStyle *style = self->style;

  if (n_pieces > 1 && style->collapse == CSL_COLLAPSE_CITATION_NUMBER && is_numeric (style))
    collapse_numbers (self, pieces, n_pieces);
  else if (n_pieces > 1 && (style->collapse != CSL_COLLAPSE_NONE || style->cite_group_delimiter != NULL))
    {
      for (guint i = 0; i < n_pieces; i++)
        pieces[i].names_key = get_names_key (self, &pieces[i]);
      if (gathers (style))
        gather (pieces, n_pieces);
      collapse_names (self, pieces, n_pieces);
    }
  choose_delimiters (self, pieces, n_pieces);
}
