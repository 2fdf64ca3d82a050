/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list model made of a list of JSON objects, which follows it without blinking.
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A list model that follows a list of the record; unchanged rows stay the same objects */
typedef struct
{
  GListStore *rows;
  GPtrArray *entries; /* of JsonObject: what each row was made of */
} OffprintRows;

typedef GObject *(*OffprintMakeRow) (JsonObject *entry);

void offprint_rows_init  (OffprintRows *self,
                          GType         type);
void offprint_rows_clear (OffprintRows *self);
/* @entries: (element-type JsonObject) */
void offprint_rows_update (OffprintRows    *self,
                           GPtrArray       *entries,
                           OffprintMakeRow  make);

G_END_DECLS
