/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line of text to a CSL name, for services that do not part names themselves.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* "Family, Given"; without a comma it is one literal name */
JsonObject *offprint_name_new_inverted (const char *text);
/* "Given Given Family": the last word is the family's name, with its particles */
JsonObject *offprint_name_new_straight (const char *text);
/* "Varambally S", "de la Cruz JM 2nd", as PubMed writes them */
JsonObject *offprint_name_new_initials (const char *text);

G_END_DECLS
