/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the work share: its record, and the rows made of it.
 */

#pragma once

#include "work.h"

G_BEGIN_DECLS

/* A list model that follows a list of the record; unchanged rows stay the same objects */
typedef struct {
  GListStore *rows;
  GPtrArray  *keys; /* of strings: what each row was made of */
} OffprintRows;

typedef GObject *(*OffprintMakeRow) (JsonObject *entry);

void offprint_rows_init   (OffprintRows *self,
                           GType         type);
void offprint_rows_clear  (OffprintRows *self);
/* @entries: (element-type JsonObject) */
void offprint_rows_update (OffprintRows   *self,
                           GPtrArray      *entries,
                           OffprintMakeRow make);

/* The entries of people as the rows need them: {role, name, person}. (transfer full) */
GPtrArray *offprint_people_entries (JsonObject *record);
GObject   *offprint_people_make    (JsonObject *entry);

/* Brings an item that we read into the shape of the record: record.md. (transfer full) */
JsonObject *offprint_record_adopt  (JsonNode   *node,
                                    GError    **error);

G_END_DECLS
