/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The store's manners with files: each is the old or the new one, never half of each;
 * what cannot be read is put aside and said so, never overwritten.
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

gboolean  offprint_store_make_folders (const char  *folder,
                                       GError     **error);
int       offprint_store_lock         (const char  *folder);
void      offprint_store_unlock       (int          fd);
gboolean  offprint_store_write_file   (const char  *path,
                                       const char  *contents,
                                       gsize        length,
                                       GError     **error);
GBytes   *offprint_store_load_file    (const char  *path,
                                       GError     **error);
JsonNode *offprint_store_parse        (GBytes      *bytes,
                                       GError     **error);
char     *offprint_store_put_aside    (const char  *path);
GBytes   *offprint_store_compress     (GBytes      *raw,
                                       GError     **error);

G_END_DECLS
