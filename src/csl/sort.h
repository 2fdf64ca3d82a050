/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sort keys: made once for each item, and only as far as items are not told apart by
 * the keys before; compared as bytes ever after.
 */

#pragma once

#include "evaluate.h"

G_BEGIN_DECLS

typedef struct _CslSorter CslSorter;

/* In the arena of who asked for it: for each key a length and bytes */
typedef struct
{
  guint n_keys;
  guint *lengths; /* 0: the key is empty; CSL_SORT_KEY_UNMADE: it was not yet needed */
  const guint8 **keys;

  /* Borrowed, as long as keys may be needed */
  CslItem *item;
  const CslItemFacts *facts;
} CslSortKeys;

#define CSL_SORT_KEY_UNMADE G_MAXUINT

CslSorter *csl_sorter_new  (const CslStyle  *style,
                            const CslLocale *locale);
void       csl_sorter_free (CslSorter       *self);

void csl_sorter_start_keys (CslSorter          *self,
                            CslArena           *arena,
                            CslArea             area,
                            CslItem            *item,
                            const CslItemFacts *facts,
                            CslSortKeys        *keys);
int  csl_sorter_compare    (CslSorter          *self,
                            CslArena           *arena,
                            CslArea             area,
                            const CslSortKeys  *a,
                            const CslSortKeys  *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CslSorter, csl_sorter_free)

G_END_DECLS
