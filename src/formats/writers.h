/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the writers of this room have in common; each stands in the file of its format.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

char *offprint_ris_write      (JsonArray *items);
char *offprint_enw_write      (JsonArray *items);
char *offprint_bibtex_write   (JsonArray *items);
char *offprint_biblatex_write (JsonArray *items);
char *offprint_csl_json_write (JsonArray *items);

G_END_DECLS
