/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A part of a page without what is there for the mouse.
 */

#pragma once

#include "tree.h"

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_PRUNE_DEFAULT = 0,
  OFFPRINT_PRUNE_LABELS = 1 << 0, /* links that only say “Google Scholar”, “View article” */
  OFFPRINT_PRUNE_MARK = 1 << 1,   /* the number before all else */
} OffprintPruneFlags;

/* (transfer full): a copy of @first and its siblings up to @end (not in it; nullable) */
OffprintTree *offprint_prune (const OffprintTreeNode *first,
                              const OffprintTreeNode *end,
                              OffprintPruneFlags      flags);
/* the same of one node, as text */
OffprintRichText *offprint_prune_read  (const OffprintTreeNode  *node,
                                        OffprintPruneFlags       flags);
OffprintRichText *offprint_prune_entry (const OffprintTreeNode  *node,
                                        char                   **mark);
/* whether the reader of a page sees an element */
gboolean offprint_prune_is_hidden (const OffprintTreeNode *node);

G_END_DECLS
