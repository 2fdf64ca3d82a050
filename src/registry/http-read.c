/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads an answer’s body piece by piece and stops at the limit. The stream is the
 * decompressed one, so that 64 KiB that unfold to a gigabyte are stopped as well.
 */

#include "config.h"

#include "http-read.h"

#include "registry-error.h"

#define PIECE (64 * 1024)

typedef struct
{
  GByteArray *bytes;
  gsize max_bytes;
  guint8 *piece;
} Read;

static void
read_free (gpointer data)
{
  Read *self = data;

  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_free (self->piece);
  g_free (self);
}

static void
piece_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GInputStream *stream = G_INPUT_STREAM (source);
  g_autoptr (GTask) task = user_data;
  Read *self = g_task_get_task_data (task);
  GError *error = NULL;
  gssize n = g_input_stream_read_finish (stream, result, &error);

  if (n < 0)
    {
      g_task_return_error (task, error);
      return;
    }
  if (n == 0)
    {
      g_task_return_pointer (task, g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes)), (GDestroyNotify) g_bytes_unref);
      return;
    }

  g_byte_array_append (self->bytes, self->piece, n);
  if (self->bytes->len > self->max_bytes)
    {
      g_task_return_new_error_literal (task, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_TOO_LARGE, "too large");
      return;
    }
  g_input_stream_read_async (stream, self->piece, PIECE, G_PRIORITY_DEFAULT, g_task_get_cancellable (task),
                             piece_read_cb, g_object_ref (task));
}

/**
 * offprint_http_read_async:
 * @stream: a stream
 * @max_bytes: how many bytes there may be, below 2 GiB
 * @cancellable: (nullable): to give up
 * @callback: called when all is read or nothing more will be
 * @user_data: for @callback
 *
 * Reads a stream to its end.
 */
void
offprint_http_read_async (GInputStream        *stream,
                          gsize                max_bytes,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Read *self = NULL;

  g_return_if_fail (G_IS_INPUT_STREAM (stream));

  task = g_task_new (stream, cancellable, callback, user_data);
  g_task_set_source_tag (task, offprint_http_read_async);
  self = g_new0 (Read, 1);
  self->bytes = g_byte_array_new ();
  self->max_bytes = MIN (max_bytes, G_MAXINT32);
  self->piece = g_malloc (PIECE);
  g_task_set_task_data (task, self, read_free);

  g_input_stream_read_async (stream, self->piece, PIECE, G_PRIORITY_DEFAULT, cancellable,
                             piece_read_cb, g_object_ref (task));
}

/**
 * offprint_http_read_finish:
 * @stream: the stream
 * @result: what the callback was given
 * @n_read: (out) (optional): how many bytes came, whether or not it went well
 * @error: return location for an error: `OFFPRINT_REGISTRY_ERROR_TOO_LARGE`, without a
 *   sentence for people, or what the stream says
 *
 * Ends offprint_http_read_async().
 *
 * Returns: (transfer full): the bytes, or `NULL` with @error set
 */
GBytes *
offprint_http_read_finish (GInputStream  *stream,
                           GAsyncResult  *result,
                           gsize         *n_read,
                           GError       **error)
{
  const Read *self = NULL;
  GBytes *bytes = NULL;

  g_return_val_if_fail (g_task_is_valid (result, stream), NULL);

  self = g_task_get_task_data (G_TASK (result));
  if (n_read != NULL)
    *n_read = self->bytes != NULL ? self->bytes->len : 0;
  bytes = g_task_propagate_pointer (G_TASK (result), error);
  if (n_read != NULL && bytes != NULL)
    *n_read = g_bytes_get_size (bytes);
  return bytes;
}
