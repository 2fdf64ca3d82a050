/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sort keys: made once for each item, compared as bytes ever after.
 */

#pragma once

#include "evaluate.h"

G_BEGIN_DECLS

typedef struct _CslSorter CslSorter;

/* In the arena of who asked for it: for each key a length and bytes */
typedef struct
{
  guint n_keys;
  guint *lengths; /* 0: the key is empty */
  const guint8 **keys;
} CslSortKeys;

CslSorter *csl_sorter_new  (const CslStyle  *style,
                            const CslLocale *locale);
void       csl_sorter_free (CslSorter       *self);

void csl_sorter_make_keys  (CslSorter          *self,
                            CslArena           *arena,
                            CslArea             area,
                            CslItem            *item,
                            const CslItemFacts *facts,
                            CslSortKeys        *keys);
int  csl_sort_keys_compare (const CslStyle     *style,
                            CslArea             area,
                            const CslSortKeys  *a,
                            const CslSortKeys  *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CslSorter, csl_sorter_free)

G_END_DECLS
