/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which of ten thousand styles somebody means who types three letters.
 */

#pragma once

#include "styles.h"

G_BEGIN_DECLS

/* All that a search needs of the styles, laid out for reading fast. Immutable; any
 * thread may hold it */
typedef struct _OffprintStyleRank OffprintStyleRank;

typedef struct
{
  const char *text; /* as it is typed */
  guint32 fields;   /* bits of offprint_style_info_get_kinds(); 0: any */
  guint32 formats;  /* likewise */
} OffprintStyleQuery;

typedef enum
{
  OFFPRINT_STYLE_TIER_EXACT,  /* its name, short title, title or abbreviation */
  OFFPRINT_STYLE_TIER_BEGINS, /* one of these begins so; or a field or format is named */
  OFFPRINT_STYLE_TIER_WORDS,  /* all words are in it */
  OFFPRINT_STYLE_TIER_KINDS,  /* a field or format begins so */
  OFFPRINT_N_STYLE_TIERS
} OffprintStyleTier;

typedef struct
{
  OffprintStyleInfo *info; /* the rank's */
  OffprintStyleTier tier;
} OffprintStyleMatch;

OffprintStyleRank *offprint_style_rank_new   (GPtrArray                *infos);
OffprintStyleRank *offprint_style_rank_ref   (OffprintStyleRank        *self);
void               offprint_style_rank_unref (OffprintStyleRank        *self);
GArray            *offprint_style_rank_find  (OffprintStyleRank        *self,
                                              const OffprintStyleQuery *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintStyleRank, offprint_style_rank_unref)

G_END_DECLS
