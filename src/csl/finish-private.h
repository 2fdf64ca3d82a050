/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The walk that joins a tree to a line, shared by the file that goes through the tree and the
 * one that knows what happens where two pieces meet.
 */

#pragma once

#include "finish.h"

G_BEGIN_DECLS

typedef struct
{
  CslArena *arena;
  const CslLocale *locale;
  CslAtoms *atoms;

  gsize n_bytes;
  int last;                 /* atom of the last visible characters; -1: none yet */
  gboolean is_leaf_end;     /* was that the suffix of a text itself? */
  gboolean is_outer_end;    /* is it the suffix of something further out that comes now? */
  gboolean is_double;       /* did a group and its last piece both end in the same mark? */
  gboolean is_sealed;       /* does what was just written end in a face of its own? */
  gboolean is_after_prefix; /* was that a prefix, whose content is still to come? */
  guint n_quotes;           /* marks open at this place */
  guint n_field_quotes;     /* those of them that stand in a field */
  guint n_off;              /* pieces around that say quotes="false": marks in fields begin with the outer
                             * ones again (fixture quotes_QuotesUnderQuotesFalse) */
  guint n_strip;            /* groups around that strip periods */
  gboolean is_note;
  guint n_brackets;         /* round or square ones around, in a note */
  gboolean is_abbreviation; /* does this piece lose the periods of abbreviations? */
} CslWalk;

CslAtom *csl_walk_add_atom     (CslWalk       *self,
                                CslAtomKind    kind,
                                guint          what,
                                const char    *text,
                                guint          length);
void     csl_walk_add_text     (CslWalk       *self,
                                const char    *text,
                                guint          length,
                                gboolean       is_affix);
void     csl_walk_emit_prefix  (CslWalk       *self,
                                const char    *text);
void     csl_walk_emit_suffix  (CslWalk       *self,
                                const CslOut  *out,
                                const char    *suffix);
void     csl_walk_emit_whole   (CslWalk       *self,
                                const char    *text);
void     csl_walk_emit_content (CslWalk       *self,
                                const char    *text,
                                guint          length,
                                gboolean       is_first);
gboolean csl_walk_keeps_stop   (const CslWalk *self,
                                const char    *suffix);

G_END_DECLS
