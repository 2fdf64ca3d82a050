/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files may be of any size and kind, be named pipes or vanish half-way: they are
 * read piece by piece up to a bound before anyone looks at what is in them. Of several,
 * one that cannot be read takes nothing from the others.
 */

#include "config.h"

#include "records-file.h"

#include "page.h"
#include "parsers.h"

#include <glib/gi18n-lib.h>

/* Crossref’s longest record of a book is below 10 MiB; a library exported as CSL-JSON may be larger. */
#define MAX_BYTES   (64 * 1024 * 1024)
#define PIECE_BYTES (256 * 1024)

/* What a thread gives back */
typedef struct
{
  GPtrArray *readings;
  GError *warning; /* nullable: of the first file that could not be read */
} Found;

/* What was pasted; both may be NULL, not at once */
typedef struct
{
  GBytes *html;
  GBytes *text;
} Pasted;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->readings, g_ptr_array_unref);
  g_clear_error (&found->warning);
  g_free (found);
}

static void
pasted_free (gpointer data)
{
  Pasted *pasted = data;

  g_clear_pointer (&pasted->html, g_bytes_unref);
  g_clear_pointer (&pasted->text, g_bytes_unref);
  g_free (pasted);
}

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

/* A page’s prices and counts are of the day on which it was saved */
static GDateTime *
dup_time (GFile        *file,
          GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, G_FILE_QUERY_INFO_NONE, cancellable, NULL);

  return info != NULL ? g_file_info_get_modification_date_time (info) : NULL;
}

static gboolean
append_readings (GPtrArray     *readings,
                 GFile         *file,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autofree char *name = dup_shown_name (file);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GDateTime) at = NULL;
  g_autoptr (GPtrArray) found = NULL;

  bytes = read_bounded (file, name, cancellable, error);
  if (bytes == NULL)
    return FALSE;

  at = dup_time (file, cancellable);
  found = offprint_saved_file_parse (bytes, name, at, cancellable, NULL, error);
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
  Found *found = g_new0 (Found, 1);
  GPtrArray *files = task_data;

  found->readings = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < files->len && !g_cancellable_is_cancelled (cancellable); i++)
    append_readings (found->readings, g_ptr_array_index (files, i), cancellable, found->warning == NULL ? &found->warning : NULL);
  if (found->readings->len == 0 && found->warning != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&found->warning));
      found_free (found);
    }
  else
    g_task_return_pointer (task, found, found_free);
}

/* The marked-up form tells more than the words alone */
static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Pasted *pasted = task_data;
  Found *found = NULL;
  g_autoptr (OffprintReading) reading = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GError) error = NULL;

  if (pasted->html != NULL)
    reading = offprint_page_read (pasted->html, "text/html", NULL, NULL, now, cancellable, pasted->text == NULL ? &error : NULL);
  if (reading == NULL && pasted->text != NULL)
    reading = offprint_page_read (pasted->text, NULL, NULL, NULL, now, cancellable, &error);
  if (reading == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  found = g_new0 (Found, 1);
  found->readings = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (found->readings, g_steal_pointer (&reading));
  g_task_return_pointer (task, found, found_free);
}

/**
 * offprint_records_file_load_async:
 * @files: (element-type GFile): at least one
 * @cancellable: (nullable): ends the reading
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Reads the pages and records in @files on a thread.
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
 * offprint_records_file_read_async:
 * @html: (nullable): a page as a browser puts it on the clipboard
 * @text: (nullable): its words alone, or its source
 * @cancellable: (nullable): ends the reading
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Reads a page that was pasted, on a thread. One of @html and @text must be given; ends in
 * offprint_records_file_load_finish().
 */
void
offprint_records_file_read_async (GBytes              *html,
                                  GBytes              *text,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Pasted *pasted = NULL;

  g_return_if_fail (html != NULL || text != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, offprint_records_file_read_async);
  pasted = g_new0 (Pasted, 1);
  pasted->html = html != NULL ? g_bytes_ref (html) : NULL;
  pasted->text = text != NULL ? g_bytes_ref (text) : NULL;
  g_task_set_task_data (task, pasted, pasted_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * offprint_records_file_load_finish:
 * @result: what the callback was given
 * @warning: (out) (optional) (nullable) (transfer full): why one file of several could not
 *   be read
 * @error: return location for an error of `G_IO_ERROR`, `OFFPRINT_PAGE_ERROR` or
 *   `OFFPRINT_REGISTRY_ERROR`
 *
 * Returns: (transfer full) (element-type OffprintReading): one reading for each
 *   work in the files, perhaps none, or `NULL` with @error set
 */
GPtrArray *
offprint_records_file_load_finish (GAsyncResult  *result,
                                   GError       **warning,
                                   GError       **error)
{
  Found *found = NULL;
  GPtrArray *readings = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  found = g_task_propagate_pointer (G_TASK (result), error);
  if (found == NULL)
    return NULL;
  if (warning != NULL)
    *warning = g_steal_pointer (&found->warning);
  readings = g_steal_pointer (&found->readings);
  found_free (found);
  return readings;
}
