/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON that stands in scripts.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* (transfer full) (nullable): a script of JSON alone, with the faults that pages have */
JsonNode *offprint_script_parse (const char *text);
/* (transfer full) (nullable): the first object or list behind a name that is assigned to in a
 * script: “window.dataLayer = [{…}];” */
JsonNode *offprint_script_cut (const char *text,
                               const char *name);

G_END_DECLS
