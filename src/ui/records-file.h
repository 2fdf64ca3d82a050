/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file of records or a publisher’s page that a person opens, drops, pastes or names:
 * read within a bound and parsed on a thread, so that a large one never holds up the window.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void       offprint_records_file_load_async  (GPtrArray            *files,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
void       offprint_records_file_read_async  (GBytes               *html,
                                              GBytes               *text,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
GPtrArray *offprint_records_file_load_finish (GAsyncResult         *result,
                                              GError              **warning,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
