/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether two answers say the same, though they were had at two times.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* NULL is equal to NULL only */
gboolean offprint_json_is_same        (JsonNode   *a,
                                       JsonNode   *b);
gboolean offprint_json_is_same_object (JsonObject *a,
                                       JsonObject *b);

G_END_DECLS
