/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file of records that a person opens, drops or names: read within a bound and
 * parsed on a thread, so that a large one never holds up the window.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void       offprint_records_file_load_async  (GPtrArray            *files,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
GPtrArray *offprint_records_file_load_finish (GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
