/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A field of an item may carry a little mark-up and quotation marks of any
 * kind. It is read once into a flat list of tokens in which brackets (tags and
 * quotes) always nest, so that later stages can turn decorations over, choose
 * a locale's marks and change case without ever searching for a “<” again.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CSL_RICH_TEXT,        /* characters */
  CSL_RICH_OPEN,        /* a tag opens: see mark; partner closes it */
  CSL_RICH_CLOSE,       /* and closes */
  CSL_RICH_OPEN_QUOTE,  /* a pair of quotation marks opens; text is the mark as typed */
  CSL_RICH_CLOSE_QUOTE, /* and closes */
  CSL_RICH_APOSTROPHE,  /* text is the mark as typed; the typographic one is U+2019 */
} CslRichKind;

typedef enum
{
  CSL_RICH_MARK_NONE, /* of tokens that are no tags */
  CSL_RICH_MARK_ITALIC,
  CSL_RICH_MARK_BOLD,
  CSL_RICH_MARK_SUPERSCRIPT,
  CSL_RICH_MARK_SUBSCRIPT,
  CSL_RICH_MARK_SMALL_CAPS,
  CSL_RICH_MARK_NO_CASE,
  CSL_RICH_MARK_NO_DECORATION,
} CslRichMark;

typedef struct
{
  CslRichKind kind;
  CslRichMark mark;

  /* Of what opens and closes: where the other half stands in the list */
  guint partner;

  /* Borrowed from the field; not ended by a nul. Empty for tags */
  const char *text;
  guint length;
} CslRichToken;

typedef struct _CslRichField CslRichField;

CslRichField *csl_rich_field_parse      (const char         *text,
                                         gssize              length);
CslRichField *csl_rich_field_new_plain  (const char         *text,
                                         gssize              length);
CslRichField *csl_rich_field_new_tokens (const CslRichToken *tokens,
                                         guint               n_tokens);
CslRichField *csl_rich_field_ref        (CslRichField       *self);
void          csl_rich_field_unref      (CslRichField       *self);

const CslRichToken *csl_rich_field_get_tokens (CslRichField *self,
                                               guint        *n_tokens);
gboolean            csl_rich_field_is_plain   (CslRichField *self);
char               *csl_rich_field_dup_plain  (CslRichField *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CslRichField, csl_rich_field_unref)

G_END_DECLS
