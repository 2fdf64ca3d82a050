/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of a locale, for the stages of the engine only.
 */

#pragma once

#include "arena.h"
#include "locale.h"
#include "node-read.h"
#include "node.h"

G_BEGIN_DECLS

typedef struct
{
  const char *text;   /* NULL: the language has no such term */
  CslRichField *rich; /* NULL if the text holds no marks */
} CslTermValue;

/* By number: 0 single, 1 multiple */
typedef struct
{
  CslTermValue values[2];
} CslTermEntry;

typedef struct
{
  CslOrdinalMatch match;
  const char *texts[CSL_N_GENDERS];
} CslOrdinalEntry;

struct _CslLocale
{
  /* Owned */
  CslArena *arena;
  CslStyle *style; /* the blocks of a style are borrowed from it */

  const char *tag;
  guint n_terms;
  CslTermEntry *terms; /* n_terms of CSL_N_TERM_FORMS each */
  guint8 *genders;     /* n_terms of CslGender */

  const char *ordinal_defaults[CSL_N_GENDERS];
  CslOrdinalEntry ordinals[100];
  const char *long_ordinals[100][CSL_N_GENDERS];

  const CslNode *dates[3]; /* by CslDateForm; NULL if the language has none */
  gboolean punctuation_in_quote;
  gboolean limit_day_ordinals;

  /* Marks of quotation: outer and inner, opening and closing; never NULL */
  const char *quotes[2][2];
};

static inline const CslTermValue *
csl_locale_get_term (const CslLocale *self,
                     guint            term,
                     CslTermForm      form,
                     gboolean         is_plural)
{
  return &self->terms[term * CSL_N_TERM_FORMS + form].values[is_plural ? 1 : 0];
}

static inline const char *
csl_locale_get_text (const CslLocale *self,
                     guint            term)
{
  const char *text = csl_locale_get_term (self, term, CSL_TERM_FORM_LONG, FALSE)->text;

  return text != NULL ? text : "";
}

CslGender   csl_locale_get_gender       (const CslLocale *self,
                                         guint            term);
const char *csl_locale_get_ordinal      (const CslLocale *self,
                                         guint            number,
                                         CslGender        gender);
const char *csl_locale_get_long_ordinal (const CslLocale *self,
                                         guint            number,
                                         CslGender        gender);

G_END_DECLS
