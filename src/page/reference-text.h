/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A work cited of which only the printed line is known.
 */

#pragma once

#include <json-glib/json-glib.h>

#include "rich-text.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): an entry of the list of works cited */
JsonObject *offprint_reference_new_printed (const char       *text);
JsonObject *offprint_reference_new_rich    (OffprintRichText *text);

G_END_DECLS
