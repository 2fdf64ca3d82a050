/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When what changes from day to day was seen.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* to the counts and the offers of a record; @at: (nullable) */
void offprint_seen_stamp (JsonObject *record,
                          GDateTime  *at);

G_END_DECLS
