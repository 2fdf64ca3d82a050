/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the layer of citation_* share.
 */

#pragma once

#include "document.h"

G_BEGIN_DECLS

const char *offprint_highwire_name            (const OffprintPageMeta *meta);
void        offprint_highwire_read_people     (OffprintPage           *page,
                                               JsonObject             *record);
void        offprint_highwire_read_references (OffprintPage           *page,
                                               JsonObject             *record);
/* what one citation_reference says; (transfer full) (nullable) */
JsonObject *offprint_highwire_reference (const char *content);

G_END_DECLS
