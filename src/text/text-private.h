/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the readers of this room share, and nobody outside it needs.
 */

#pragma once

#include "tree.h"

G_BEGIN_DECLS

#define OFFPRINT_TEXT_MAX_BYTES (20 * 1000 * 1000)

gsize       offprint_text_bound        (const char *text,
                                        gssize      length);
char       *offprint_text_strip        (const char *text,
                                        gsize       length);
gunichar    offprint_text_windows_1252 (gunichar    byte);
const char *offprint_text_skip_space   (const char *text);
void        offprint_text_append_space (GString    *line,
                                        const char *start,
                                        const char *end);

/* whether cleaning would change nothing, as far as a glance tells */
gboolean offprint_text_is_clean (const char *text,
                                 gsize       length);

OffprintTreeNode *offprint_tree_open_static        (OffprintTree     *self,
                                                    const char       *name);
void              offprint_tree_reserve_attributes (OffprintTree     *self,
                                                    OffprintTreeNode *node,
                                                    guint             n);

OffprintRichText *offprint_tree_node_read (const OffprintTreeNode *top,
                                           gboolean                is_inline);

G_END_DECLS
