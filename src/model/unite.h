/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What makes two entries of a list the same thing.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* (transfer full) (element-type utf8): two entries of that list are one thing if a mark is equal */
GPtrArray *offprint_unite_marks (const char *list,
                                 JsonNode   *entry);

G_END_DECLS
