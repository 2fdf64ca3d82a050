/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any value of a record as words for people, and what it is called: for whoever shows
 * values beside each other, of several sources or of two days.
 */

#pragma once

#include "decide.h"

G_BEGIN_DECLS

/* (transfer full): “Published In”, “First Online” */
char *offprint_spot_dup_label (const OffprintSpot *self);
/* (transfer full): lists one entry a line, no more than @max of them and how many more */
char *offprint_value_dup_text (const OffprintSpot *spot,
                               JsonNode           *node,
                               guint               max);
/* (transfer full): one entry of the list of that name, in a line */
char *offprint_entry_dup_text (const char *list,
                               JsonNode   *entry);

G_END_DECLS
