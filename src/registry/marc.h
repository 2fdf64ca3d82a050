/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A MARC 21 record, as catalogues write it in XML, to a record of ours:
 * services/catalogues.md.
 */

#pragma once

#include <json-glib/json-glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

JsonObject *offprint_marc_record (xmlNode *marc);
/* whether 020 $a is @isbn: an edition of its own, not only the other format’s */
gboolean offprint_marc_has_isbn (xmlNode    *marc,
                                 const char *isbn);

G_END_DECLS
