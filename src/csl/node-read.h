/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What styles and locale files have in common: affixes, font attributes, date
 * parts, and the blocks of terms, dates and options that a locale is made of.
 */

#pragma once

#include "node.h"
#include "xml.h"

G_BEGIN_DECLS

/* A style's own terms are numbered from here; their names are in an array of the style */
#define CSL_FIRST_CUSTOM_TERM (CSL_N_TERMS + 1)

typedef struct
{
  guint term;
  CslTermForm form;
  CslGender gender;

  /* In the arena; multiple is single again where the term does not tell them apart */
  const char *single;
  const char *multiple;
} CslTermText;

typedef enum
{
  CSL_ORDINAL_DEFAULT,
  CSL_ORDINAL_LAST_DIGIT,
  CSL_ORDINAL_LAST_TWO,
  CSL_ORDINAL_WHOLE
} CslOrdinalMatch;

typedef struct
{
  gboolean is_long;
  gboolean is_default; /* the term "ordinal" itself */
  guint number;
  CslOrdinalMatch match;
  CslGender gender;
  const char *text; /* in the arena */
} CslOrdinalText;

typedef struct
{
  const char *lang; /* NULL: holds for all languages */

  GArray *terms;    /* of CslTermText; owned by the arena */
  GArray *ordinals; /* of CslOrdinalText; owned by the arena */

  CslNode *dates[3]; /* by CslDateForm */

  /* -1: not said here */
  int punctuation_in_quote;
  int limit_day_ordinals;
} CslLocaleBlock;

void            csl_node_read_common  (CslXml     *xml,
                                       CslNode    *node);
void            csl_node_read_part    (CslXml     *xml,
                                       CslNode    *node);
CslFormat       csl_node_read_format  (CslXml     *xml);
guint           csl_node_parse_parts  (const char *value);
CslLocaleBlock *csl_locale_block_read (CslXml     *xml,
                                       GPtrArray  *custom_terms,
                                       gboolean    is_style);
guint           csl_term_intern       (const char *name,
                                       GPtrArray  *custom_terms,
                                       gboolean    is_style);

G_END_DECLS
