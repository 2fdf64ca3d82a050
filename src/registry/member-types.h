/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What no source gives, however old: a name where the list of authors should be.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The place of the first member of a type that it cannot have, as a JSON pointer below
 * @pointer, or NULL: (transfer full) */
char *offprint_member_types_find_fault (JsonObject *work,
                                        const char *pointer);

G_END_DECLS
