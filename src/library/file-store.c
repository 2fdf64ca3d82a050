/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The store as the main loop sees it: one job after the other on a thread, so that what
 * is asked after it was stored is found; the history follows when a job is done.
 */

#include "config.h"

#include "file-store.h"

#include "json-value.h"
#include "rows.h"
#include "snapshot.h"
#include "store-files.h"

struct _OffprintFileStore
{
  GObject parent_instance;

  /* Owned */
  char *folder;
  OffprintRows history;
  GQueue jobs; /* of GTask; the first is at work */
};

static void offprint_file_store_iface_init (OffprintStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OffprintFileStore, offprint_file_store, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (OFFPRINT_TYPE_STORE, offprint_file_store_iface_init))

typedef enum
{
  PROP_FOLDER = 1,
} OffprintFileStoreProperty;

static GParamSpec *properties[PROP_FOLDER + 1];

/* One job, and what it gave; all owned */
typedef struct
{
  char *folder;
  char *id;
  OffprintSnapshot *snapshot; /* freed on the main loop, with the caller's task */
  GHashTable *raws;
  JsonObject *row;

  /* The result */
  OffprintWork *work;
  GPtrArray *rows;
  GError *error;

  void (*run) (gpointer job);
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_free (job->folder);
  g_free (job->id);
  g_clear_pointer (&job->snapshot, offprint_snapshot_unref);
  g_clear_pointer (&job->raws, g_hash_table_unref);
  g_clear_pointer (&job->row, json_object_unref);
  g_clear_object (&job->work);
  g_clear_pointer (&job->rows, g_ptr_array_unref);
  g_clear_error (&job->error);
  g_free (job);
}

static GObject *
make_row (JsonObject *entry)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (node, entry);

  return G_OBJECT (offprint_history_entry_new_from_json (node));
}

static void
run_look_up (gpointer data)
{
  Job *job = data;

  job->work = offprint_store_read_work (job->folder, job->id, &job->error);
}

static void
run_store (gpointer data)
{
  Job *job = data;
  g_autoptr (JsonNode) record = offprint_snapshot_to_json (job->snapshot, OFFPRINT_RECORD_WITH_READINGS);

  job->rows = offprint_store_write_work (job->folder, job->id, record, job->raws, job->row, &job->error);
}

static void
run_remove (gpointer data)
{
  Job *job = data;

  job->rows = offprint_store_delete_work (job->folder, job->id, &job->error);
}

static void
run_mend (gpointer data)
{
  Job *job = data;

  job->rows = offprint_store_mend_history (job->folder, &job->error);
}

static void
job_thread (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  Job *job = data;

  job->run (job);
  g_task_return_boolean (task, TRUE);
}

static void start_next (OffprintFileStore *self);

static void
give_result (GTask *task,
             Job   *job)
{
  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else if (job->work != NULL)
    g_task_return_pointer (task, g_steal_pointer (&job->work), g_object_unref);
  else
    g_task_return_boolean (task, TRUE);
}

static void
job_done_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (OffprintFileStore) self = user_data;
  GTask *task = g_queue_peek_head (&self->jobs);
  Job *job = g_task_get_task_data (task);

  if (job->rows != NULL)
    offprint_rows_update (&self->history, job->rows, make_row);
  give_result (task, job);
  /* only now: who hears of the rows or of the result may ask for more, which must queue */
  g_object_unref (g_queue_pop_head (&self->jobs));
  start_next (self);
}

/* The thread works on the same job under a task of its own, which does not hold the store,
 * for the thread may let go of it last. The caller's task returns on the main loop, after
 * the history has changed. */
static void
start_next (OffprintFileStore *self)
{
  GTask *task = g_queue_peek_head (&self->jobs);
  g_autoptr (GTask) work = NULL;

  while (task != NULL && g_task_return_error_if_cancelled (task))
    {
      g_object_unref (g_queue_pop_head (&self->jobs));
      task = g_queue_peek_head (&self->jobs);
    }
  if (task == NULL)
    return;
  work = g_task_new (NULL, NULL, job_done_cb, g_object_ref (self));
  g_task_set_source_tag (work, start_next);
  g_task_set_task_data (work, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (work, job_thread);
}

static Job *
new_job (OffprintFileStore *self,
         const char        *id,
         void (*run) (gpointer job))
{
  Job *job = g_new0 (Job, 1);

  job->folder = g_strdup (self->folder);
  job->id = g_strdup (id);
  job->run = run;

  return job;
}

static void
push_job (OffprintFileStore   *self,
          Job                 *job,
          gpointer             tag,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, free_job);
  g_queue_push_tail (&self->jobs, task);
  if (g_queue_get_length (&self->jobs) == 1)
    start_next (self);
}

/* A work is asked for by its id or its DOI, which the history knows */
static char *
find_id (OffprintFileStore *self,
         const char        *id)
{
  GListModel *rows = G_LIST_MODEL (self->history.rows);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (OffprintHistoryEntry) entry = g_list_model_get_item (rows, i);

      if (g_strcmp0 (offprint_history_entry_get_doi (entry), id) == 0)
        return g_strdup (offprint_history_entry_get_id (entry));
    }

  return g_strdup (id);
}

static void
look_up_async (OffprintStore       *store,
               const char          *id,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  OffprintFileStore *self = OFFPRINT_FILE_STORE (store);
  g_autofree char *known = find_id (self, id);

  push_job (self, new_job (self, known, run_look_up), look_up_async, cancellable, callback, user_data);
}

static OffprintWork *
look_up_finish (OffprintStore  *store,
                GAsyncResult   *result,
                GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static GHashTable *
collect_raws (OffprintWork *work)
{
  GHashTable *raws = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  GListModel *readings = offprint_work_get_readings (work);

  for (guint i = 0; i < g_list_model_get_n_items (readings); i++)
    {
      g_autoptr (OffprintReading) reading = g_list_model_get_item (readings, i);

      if (offprint_reading_get_raw (reading) != NULL)
        g_hash_table_insert (raws, g_strdup (offprint_reading_get_sha256 (reading)), g_bytes_ref (offprint_reading_get_raw (reading)));
    }

  return raws;
}

static void
store_async (OffprintStore       *store,
             OffprintWork        *work,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  OffprintFileStore *self = OFFPRINT_FILE_STORE (store);
  /* this gives a work without a name one */
  g_autoptr (OffprintSnapshot) snapshot = offprint_work_dup_snapshot (work);
  g_autoptr (OffprintHistoryEntry) entry = offprint_history_entry_new_for_work (work);
  g_autoptr (JsonNode) row = offprint_history_entry_to_json (entry);
  Job *job = new_job (self, offprint_work_get_id (work), run_store);

  job->snapshot = g_steal_pointer (&snapshot);
  job->raws = collect_raws (work);
  job->row = json_node_dup_object (row);
  push_job (self, job, store_async, cancellable, callback, user_data);
}

static gboolean
finish_boolean (OffprintStore  *store,
                GAsyncResult   *result,
                GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
remove_async (OffprintStore       *store,
              const char          *id,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  OffprintFileStore *self = OFFPRINT_FILE_STORE (store);
  g_autofree char *known = find_id (self, id);

  push_job (self, new_job (self, known, run_remove), remove_async, cancellable, callback, user_data);
}

static GListModel *
get_history (OffprintStore *store)
{
  return G_LIST_MODEL (OFFPRINT_FILE_STORE (store)->history.rows);
}

static void
offprint_file_store_iface_init (OffprintStoreInterface *iface)
{
  iface->look_up_async = look_up_async;
  iface->look_up_finish = look_up_finish;
  iface->store_async = store_async;
  iface->store_finish = finish_boolean;
  iface->remove_async = remove_async;
  iface->remove_finish = finish_boolean;
  iface->get_history = get_history;
}

static void
offprint_file_store_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  OffprintFileStore *self = OFFPRINT_FILE_STORE (object);

  switch ((OffprintFileStoreProperty) property_id)
    {
    case PROP_FOLDER:
      g_value_set_string (value, self->folder);
      break;
    }
}

static void
offprint_file_store_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  OffprintFileStore *self = OFFPRINT_FILE_STORE (object);

  switch ((OffprintFileStoreProperty) property_id)
    {
    case PROP_FOLDER:
      self->folder = g_value_dup_string (value);
      break;
    }
}

static void
offprint_file_store_constructed (GObject *object)
{
  OffprintFileStore *self = OFFPRINT_FILE_STORE (object);
  g_autoptr (GPtrArray) rows = offprint_store_read_history (self->folder, FALSE);

  G_OBJECT_CLASS (offprint_file_store_parent_class)->constructed (object);

  if (rows != NULL)
    offprint_rows_update (&self->history, rows, make_row);
  else
    push_job (self, new_job (self, "", run_mend), offprint_file_store_constructed, NULL, NULL, NULL);
}

static void
offprint_file_store_finalize (GObject *object)
{
  OffprintFileStore *self = OFFPRINT_FILE_STORE (object);

  offprint_rows_clear (&self->history);
  g_free (self->folder);

  G_OBJECT_CLASS (offprint_file_store_parent_class)->finalize (object);
}

static void
offprint_file_store_class_init (OffprintFileStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = offprint_file_store_constructed;
  object_class->get_property = offprint_file_store_get_property;
  object_class->set_property = offprint_file_store_set_property;
  object_class->finalize = offprint_file_store_finalize;

  properties[PROP_FOLDER] = g_param_spec_string ("folder", NULL, NULL, NULL,
                                                 G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
offprint_file_store_init (OffprintFileStore *self)
{
  offprint_rows_init (&self->history, OFFPRINT_TYPE_HISTORY_ENTRY);
  g_queue_init (&self->jobs);
}

/**
 * offprint_file_store_new:
 * @folder: where works are kept; made at the first write
 *
 * The history is read at once; it is one small file. Works that cannot be read are put
 * aside under another name.
 *
 * Returns: (transfer full): the store
 */
OffprintFileStore *
offprint_file_store_new (const char *folder)
{
  g_return_val_if_fail (folder != NULL, NULL);

  return g_object_new (OFFPRINT_TYPE_FILE_STORE, "folder", folder, NULL);
}
