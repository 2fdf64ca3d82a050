/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the tree to the line that is read. Here, and only here, pieces meet:
 * punctuation merges, goes inside quotation marks, quotation marks alternate,
 * blanks are not doubled. What comes out is flat, and writers only write it.
 */

#pragma once

#include "locale-private.h"
#include "output.h"

G_BEGIN_DECLS

#define CSL_FINISH_MAX_BYTES (16 * 1024 * 1024)

typedef enum
{
  CSL_ATOM_TEXT,
  CSL_ATOM_OPEN,          /* what: CslMark */
  CSL_ATOM_CLOSE,         /* what: CslMark of its opening */
  CSL_ATOM_QUOTE_OPEN,    /* text: the mark */
  CSL_ATOM_QUOTE_CLOSE,   /* text: the mark */
  CSL_ATOM_DISPLAY_OPEN,  /* what: CslDisplay */
  CSL_ATOM_DISPLAY_CLOSE, /* what: CslDisplay */
  CSL_ATOM_LINK_OPEN,     /* text: where it goes */
  CSL_ATOM_LINK_CLOSE,
} CslAtomKind;

typedef enum
{
  CSL_MARK_ITALIC,
  CSL_MARK_OBLIQUE,
  CSL_MARK_STYLE_NORMAL,
  CSL_MARK_SMALL_CAPS,
  CSL_MARK_VARIANT_NORMAL,
  CSL_MARK_BOLD,
  CSL_MARK_LIGHT,
  CSL_MARK_WEIGHT_NORMAL,
  CSL_MARK_UNDERLINE,
  CSL_MARK_DECORATION_NONE,
  CSL_MARK_SUP,
  CSL_MARK_SUB,
  CSL_MARK_BASELINE,
  CSL_MARK_NO_DECORATION,
} CslMark;

typedef struct
{
  guint8 kind;
  guint8 what;
  guint8 is_field : 1; /* a mark that stands in a field: it turns over what is on */
  guint8 is_affix : 1;
  guint8 is_spare : 1; /* a blank that only counts in mark-up: one stands before it already */
  guint length;
  const char *text;
} CslAtom;

/* A finished line; grows in the arena and is reused with it */
typedef struct _CslAtoms CslAtoms;

struct _CslAtoms
{
  CslAtom *atoms;
  guint n_atoms;
  guint n_allocated;
  gboolean is_cut; /* was the end left out, beyond all measure? */
};

void csl_finish (CslArena        *arena,
                 const CslLocale *locale,
                 CslOut          *tree,
                 CslAtoms        *atoms);

gboolean csl_out_is_visible (const CslOut *self);

void csl_write_html (const CslAtoms *atoms,
                     GString        *html);
void csl_write_rtf  (const CslAtoms *atoms,
                     GString        *rtf);
void csl_write_text (const CslAtoms *atoms,
                     GString        *text);
void csl_write_key  (const CslAtoms *atoms,
                     GString        *key);

G_END_DECLS
