/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files that join layers share.
 */

#pragma once

#include "join.h"

G_BEGIN_DECLS

/* @layer, @list: (nullable) */
JsonArray *offprint_join_list         (JsonObject *layer,
                                       const char *name);
guint      offprint_join_count        (JsonArray  *list);
gboolean   offprint_join_is_same_text (const char *first,
                                       const char *second);
/* nodes are shared, not copied: layers are thrown away after */
void offprint_join_fill (JsonObject *into,
                         JsonObject *from);

void offprint_join_names  (JsonObject  *record,
                           JsonObject **layers,
                           const char  *role);
void offprint_join_people (JsonObject  *record,
                           JsonObject **layers,
                           const char  *role);

G_END_DECLS
