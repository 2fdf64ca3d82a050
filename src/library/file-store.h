/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plain backend of the store: one JSON file a record under XDG_DATA_HOME, the
 * raw bytes of readings beside them, an index for the history. The library proper
 * (SQLite) takes its place later behind the same interface.
 */

#pragma once

#include "store.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_FILE_STORE (offprint_file_store_get_type ())
G_DECLARE_FINAL_TYPE (OffprintFileStore, offprint_file_store, OFFPRINT, FILE_STORE, GObject)

/* @folder: made at the first write. The history is read at construction (one small file). */
OffprintFileStore *offprint_file_store_new (const char *folder);

G_END_DECLS
