/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where people work, in the shape of the record.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* to the list of a person’s entry; each once. @place, @ror: (nullable) */
void offprint_workplace_add (JsonObject *extra,
                             const char *text,
                             const char *place,
                             const char *ror);

G_END_DECLS
