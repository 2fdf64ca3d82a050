/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An affiliation as printed to its name and place.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* "Department, University, City, Country" to an entry of `affiliations`; NULL if there is no text */
JsonObject *offprint_affiliation_new (const char *text);

G_END_DECLS
