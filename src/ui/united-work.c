/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file that is opened says one thing more of a work, and takes nothing away: what the
 * library has is looked up first, and the file’s readings stand beside it.
 */

#include "config.h"

#include "united-work.h"

#include "json-value.h"

static const char *
get_doi (GPtrArray *readings,
         guint      index)
{
  return offprint_json_get_string (offprint_reading_get_record (g_ptr_array_index (readings, index)), "DOI");
}

/**
 * offprint_united_work_is_one:
 * @readings: (element-type OffprintReading): what files say
 *
 * Whether all readings are about one work: there is one, or all name the same DOI.
 *
 * Returns: `TRUE` if so
 */
gboolean
offprint_united_work_is_one (GPtrArray *readings)
{
  const char *doi = NULL;

  g_return_val_if_fail (readings != NULL, FALSE);

  if (readings->len <= 1)
    return readings->len == 1;
  doi = get_doi (readings, 0);
  for (guint i = 1; i < readings->len; i++)
    if (doi == NULL || get_doi (readings, i) == NULL || g_ascii_strcasecmp (doi, get_doi (readings, i)) != 0)
      return FALSE;
  return TRUE;
}

static void
add_all (OffprintWork *work,
         GPtrArray    *readings)
{
  for (guint i = 0; i < readings->len; i++)
    offprint_work_add_reading (work, g_ptr_array_index (readings, i));
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (OffprintWork) work = NULL;
  g_autoptr (GError) error = NULL;

  work = offprint_store_look_up_finish (OFFPRINT_STORE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  /* what cannot be read is as good as not there: it is written anew */
  if (work == NULL)
    work = offprint_work_new ();
  add_all (work, g_task_get_task_data (task));
  g_task_return_pointer (task, g_steal_pointer (&work), g_object_unref);
}

/**
 * offprint_united_work_find_async:
 * @store: the library
 * @readings: (element-type OffprintReading): at least one, all about one work
 * @cancellable: (nullable): to give up
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Makes a work of readings and of what is kept under the same DOI. Nothing is stored.
 */
void
offprint_united_work_find_async (OffprintStore       *store,
                                 GPtrArray           *readings,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (OffprintWork) work = NULL;

  g_return_if_fail (OFFPRINT_IS_STORE (store));
  g_return_if_fail (readings != NULL && readings->len > 0);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, offprint_united_work_find_async);
  g_task_set_task_data (task, g_ptr_array_ref (readings), (GDestroyNotify) g_ptr_array_unref);
  if (get_doi (readings, 0) != NULL)
    {
      offprint_store_look_up_async (store, get_doi (readings, 0), cancellable, looked_up_cb, g_steal_pointer (&task));
      return;
    }
  work = offprint_work_new ();
  add_all (work, readings);
  g_task_return_pointer (task, g_steal_pointer (&work), g_object_unref);
}

/**
 * offprint_united_work_find_finish:
 * @result: what the callback was given
 * @error: return location for `G_IO_ERROR_CANCELLED`
 *
 * Returns: (transfer full): the work, or `NULL` with @error set
 */
OffprintWork *
offprint_united_work_find_finish (GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
