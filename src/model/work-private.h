/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the work share: its record, and the rows made of it.
 */

#pragma once

#include "rows.h"
#include "work.h"

G_BEGIN_DECLS

/* The entries of people as the rows need them: {role, name, person}. (transfer full) */
GPtrArray *offprint_people_entries (JsonObject *record);
GObject   *offprint_people_make    (JsonObject *entry);

/* Brings an item that we read into the shape of the record: record.md. (transfer full) */
JsonObject *offprint_record_adopt (JsonNode  *node,
                                   GError   **error);

G_END_DECLS
