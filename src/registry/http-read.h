/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stream into memory, never more than was agreed.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void offprint_http_read_async (GInputStream        *stream,
                               gsize                max_bytes,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
/* @n_read: how much came, also with an error */
GBytes *offprint_http_read_finish (GInputStream  *stream,
                                   GAsyncResult  *result,
                                   gsize         *n_read,
                                   GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
