/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The files of the store, as a thread sees them: it is given a folder and values, and
 * touches nothing of the main loop's.
 */

#pragma once

#include <json-glib/json-glib.h>

#include "work.h"

G_BEGIN_DECLS

/* "records/10.1000%2F182.json": no two ids share a file, whatever the file system folds */
char *offprint_store_file_name (const char *id);

/* (transfer full) (element-type JsonObject): rows, the newest first. A file that is no
 * history is put aside; then the rows are made of the records, if that may take its time. */
GPtrArray *offprint_store_read_history (const char  *folder,
                                        gboolean     may_rebuild);
GPtrArray *offprint_store_mend_history (const char  *folder,
                                        GError     **error);

OffprintWork *offprint_store_read_work (const char  *folder,
                                        const char  *id,
                                        GError     **error);

/* The record, the raw bytes of its readings and its row, which becomes the first. Gives
 * the rows as they are now, with those of another instance. */
GPtrArray *offprint_store_write_work (const char *folder,
                                      const char *id,
                                      JsonNode *record,
                                      GHashTable *raws, /* SHA-256 → GBytes */
                                      JsonObject *row,
                                      GError **error);
GPtrArray *offprint_store_delete_work (const char  *folder,
                                       const char  *id,
                                       GError     **error);

G_END_DECLS
