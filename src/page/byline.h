/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who wrote it, as pages print it: one name in a line, or several.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* (transfer full): a CSL name, empty if the text is none */
JsonObject *offprint_byline_name (const char *text);
/* (transfer full) (element-type utf8): the names in a line that may hold several */
GPtrArray *offprint_byline_split (const char *text);
/* whether two names may be one person's: “B. K. Yoder” and “Brandon Yoder” */
gboolean offprint_byline_is_same (JsonObject *first,
                                  JsonObject *second);

G_END_DECLS
