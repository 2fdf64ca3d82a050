/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * CSL-JSON of Crossref's content negotiation: an item with all of Crossref's own
 * members along with it.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void offprint_crossref_enrich (JsonObject *item,
                               JsonObject *record);

G_END_DECLS
