/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files may be of any size and kind, be named pipes or vanish half-way: they are
 * read piece by piece up to a bound before anyone looks at what is in them.
 */

#include "config.h"

#include "records-file.h"

#include "parsers.h"

#include <glib/gi18n-lib.h>

/* Crossref’s longest record of a book is below 10 MiB; a library exported as CSL-JSON may be larger. */
#define MAX_BYTES   (64 * 1024 * 1024)
#define PIECE_BYTES (256 * 1024)

static char *
dup_shown_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL ? g_filename_display_name (name) : g_file_get_uri (file);
}

static GBytes *
read_bounded (GFile         *file,
              const char    *name,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) bytes = NULL;
  g_autofree guint8 *piece = NULL;
  gssize n;

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;

  bytes = g_byte_array_new ();
  piece = g_malloc (PIECE_BYTES);
  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), piece, PIECE_BYTES, cancellable, error)) > 0)
    {
      if (bytes->len + n > MAX_BYTES)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                       /* Translators: the name of a file */
                       _("“%s” is larger than 64 MiB. Split it into smaller files and open those"), name);
          return NULL;
        }
      g_byte_array_append (bytes, piece, n);
    }
  return n < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static gboolean
append_readings (GPtrArray     *readings,
                 GFile         *file,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autofree char *name = dup_shown_name (file);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) found = NULL;

  bytes = read_bounded (file, name, cancellable, error);
  if (bytes == NULL)
    return FALSE;

  found = offprint_records_parse (bytes, name, NULL, error);
  if (found == NULL)
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (readings, g_object_ref (g_ptr_array_index (found, i)));
  return TRUE;
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *files = task_data;

  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!append_readings (readings, g_ptr_array_index (files, i), cancellable, &error))
        {
          g_task_return_error (task, g_steal_pointer (&error));
          return;
        }
    }
  g_task_return_pointer (task, g_steal_pointer (&readings), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * offprint_records_file_load_async:
 * @files: (element-type GFile): at least one
 * @cancellable: (nullable): ends the reading
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Reads the records in @files on a thread, all of them or none.
 */
void
offprint_records_file_load_async (GPtrArray           *files,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (files != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, offprint_records_file_load_async);
  g_task_set_task_data (task, g_ptr_array_ref (files), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * offprint_records_file_load_finish:
 * @result: what the callback was given
 * @error: return location for an error of `G_IO_ERROR` or `OFFPRINT_REGISTRY_ERROR`
 *
 * Returns: (transfer full) (element-type OffprintReading): one reading for each
 *   work in the files, perhaps none, or `NULL` with @error set
 */
GPtrArray *
offprint_records_file_load_finish (GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
