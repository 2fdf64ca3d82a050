/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A field in one line, its words, and what is to happen to each letter.
 */

#pragma once

#include "text-case.h"

G_BEGIN_DECLS

/* What happens to a letter */
typedef enum
{
  CSL_CASE_KEEP,
  CSL_CASE_LOWER,
  CSL_CASE_UPPER,
} CslCaseChange;

typedef struct
{
  GString *line;       /* what the tokens hold, one behind the other */
  GByteArray *changes; /* for each byte of it; only those where a letter begins count */
  GByteArray *guards;  /* for each byte, whether mark-up protects it */
  GArray *words;
} CslCaseLayout;

/* A word, or one part of a hyphened one */
typedef struct
{
  gsize start;
  gsize end;

  gboolean is_guarded; /* its first letter is */
  gboolean has_inner_capital;
  gboolean has_capital;
  gboolean after_hyphen;
  gboolean before_hyphen;
  gboolean after_ampersand; /* "&amp;", which data should not have but has */
  gboolean begins_sentence; /* after “:”, “?” or “!” */
} CslCaseWord;

CslCaseLayout *csl_case_layout_new        (const CslRichToken *tokens,
                                           guint               n_tokens,
                                           CslTextCase         text_case);
void           csl_case_layout_free       (CslCaseLayout      *self);
void           csl_case_layout_find_words (CslCaseLayout      *self,
                                           gboolean            stops_part);

gboolean csl_case_is_apostrophe (gunichar    c);
gboolean csl_case_is_stop_word  (const char *text,
                                 gsize       length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CslCaseLayout, csl_case_layout_free)

G_END_DECLS
