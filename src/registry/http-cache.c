/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One file an answer, named by the hash of its key, each with the hash of its own
 * bytes: what was cut short or changed is as good as not there. Files are read and
 * written on worker threads; what is still being written is served from memory.
 */

#include "config.h"

#include "http-cache.h"

#include <glib/gstdio.h>

#define MAX_BYTES       (G_GUINT64_CONSTANT (128) << 20)
#define MAX_ENTRY_BYTES (8 << 20)
/* a GVariant: MAGIC, key, url, content type, etag, last modified, seconds since 1970, SHA-256 of all these, body */
#define FORMAT "(ssssssxs@ay)"
#define MAGIC  "offprint-answer-1"

struct _OffprintHttpCache
{
  GObject parent_instance;

  /* Owned */
  char *folder;
  GHashTable *pending; /* char * → OffprintCacheEntry *: being written, of the main thread */

  guint64 max_bytes;

  GMutex lock;
  gint64 n_bytes; /* of all files; -1: not counted yet. Under the lock */
};

G_DEFINE_FINAL_TYPE (OffprintHttpCache, offprint_http_cache, G_TYPE_OBJECT)

typedef struct
{
  char *path;
  char *key;
  OffprintCacheEntry *entry; /* nullable: to be loaded */
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_free (self->path);
  g_free (self->key);
  g_clear_pointer (&self->entry, offprint_cache_entry_unref);
  g_free (self);
}

/**
 * offprint_cache_entry_new:
 * @url: where the answer came from
 * @content_type: (nullable): its media type
 * @etag: (nullable): for asking whether it still holds
 * @last_modified: (nullable): the same
 * @body: the answer
 * @at: when it was fetched
 *
 * An answer worth keeping: immutable, may be used on any thread.
 *
 * Returns: (transfer full): the entry
 */
OffprintCacheEntry *
offprint_cache_entry_new (const char *url,
                          const char *content_type,
                          const char *etag,
                          const char *last_modified,
                          GBytes     *body,
                          GDateTime  *at)
{
  OffprintCacheEntry *self = g_atomic_rc_box_new0 (OffprintCacheEntry);

  self->url = g_strdup (url);
  self->content_type = g_strdup (content_type);
  self->etag = g_strdup (etag);
  self->last_modified = g_strdup (last_modified);
  self->body = g_bytes_ref (body);
  self->at = g_date_time_ref (at);
  return self;
}

/**
 * offprint_cache_entry_ref:
 * @self: an entry
 *
 * Takes another reference.
 *
 * Returns: (transfer full): @self
 */
OffprintCacheEntry *
offprint_cache_entry_ref (OffprintCacheEntry *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
entry_clear (gpointer data)
{
  OffprintCacheEntry *self = data;

  g_free (self->url);
  g_free (self->content_type);
  g_free (self->etag);
  g_free (self->last_modified);
  g_bytes_unref (self->body);
  g_date_time_unref (self->at);
}

/**
 * offprint_cache_entry_unref:
 * @self: (transfer full): an entry
 *
 * Lets go of a reference.
 */
void
offprint_cache_entry_unref (OffprintCacheEntry *self)
{
  g_atomic_rc_box_release_full (self, entry_clear);
}

static void
offprint_http_cache_finalize (GObject *object)
{
  OffprintHttpCache *self = OFFPRINT_HTTP_CACHE (object);

  g_free (self->folder);
  g_hash_table_unref (self->pending);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (offprint_http_cache_parent_class)->finalize (object);
}

static void
offprint_http_cache_class_init (OffprintHttpCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = offprint_http_cache_finalize;
}

static void
offprint_http_cache_init (OffprintHttpCache *self)
{
  self->pending = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) offprint_cache_entry_unref);
  self->n_bytes = -1;
  g_mutex_init (&self->lock);
}

/**
 * offprint_http_cache_new:
 * @folder: where the files lie; made at the first write
 * @max_bytes: of all files together; 0 for 128 MiB
 *
 * Opens a cache. Several may share a folder.
 *
 * Returns: (transfer full): the cache
 */
OffprintHttpCache *
offprint_http_cache_new (const char *folder,
                         guint64     max_bytes)
{
  OffprintHttpCache *self = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (OFFPRINT_TYPE_HTTP_CACHE, NULL);
  self->folder = g_strdup (folder);
  self->max_bytes = max_bytes > 0 ? max_bytes : MAX_BYTES;
  return self;
}

/**
 * offprint_http_cache_dup_path:
 * @self: a cache
 * @key: an answer's key
 *
 * The file in which an answer lies if it is there.
 *
 * Returns: (transfer full) (type filename): the path
 */
char *
offprint_http_cache_dup_path (OffprintHttpCache *self,
                              const char        *key)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);

  return g_build_filename (self->folder, hash, NULL);
}

/* Of all that is kept: a bit that fell over anywhere is noticed */
static char *
dup_hash (const char               *key,
          const OffprintCacheEntry *entry)
{
  const char *texts[] = { key, entry->url, entry->content_type, entry->etag, entry->last_modified };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *at = g_strdup_printf ("%" G_GINT64_FORMAT, g_date_time_to_unix (entry->at));
  gsize size = 0;
  const guchar *data = g_bytes_get_data (entry->body, &size);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_checksum_update (checksum, (const guchar *) (texts[i] != NULL ? texts[i] : ""), -1);
      g_checksum_update (checksum, (const guchar *) "\n", 1);
    }
  g_checksum_update (checksum, (const guchar *) at, -1);
  g_checksum_update (checksum, (const guchar *) "\n", 1);
  g_checksum_update (checksum, data, size);
  return g_strdup (g_checksum_get_string (checksum));
}

static const char *
null_if_empty (const char *text)
{
  return text[0] != '\0' ? text : NULL;
}

static OffprintCacheEntry *
entry_from_variant (GVariant   *variant,
                    const char *key)
{
  const char *magic = NULL, *stored_key = NULL, *url = NULL, *type = NULL, *etag = NULL, *modified = NULL, *hash = NULL;
  gint64 at = 0;
  g_autoptr (GVariant) body = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GDateTime) date = NULL;
  g_autoptr (OffprintCacheEntry) entry = NULL;
  g_autofree char *actual = NULL;

  if (!g_variant_is_normal_form (variant))
    return NULL;
  g_variant_get (variant, "(&s&s&s&s&s&sx&s@ay)", &magic, &stored_key, &url, &type, &etag, &modified, &at, &hash, &body);
  date = g_date_time_new_from_unix_utc (at);
  if (!g_str_equal (magic, MAGIC) || !g_str_equal (stored_key, key) || date == NULL)
    return NULL;

  bytes = g_variant_get_data_as_bytes (body);
  entry = offprint_cache_entry_new (url, null_if_empty (type), null_if_empty (etag), null_if_empty (modified), bytes, date);
  actual = dup_hash (key, entry);
  return g_str_equal (actual, hash) ? g_steal_pointer (&entry) : NULL;
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autofree char *data = NULL;
  gsize size = 0;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) variant = NULL;
  OffprintCacheEntry *entry = NULL;

  if (!g_file_get_contents (job->path, &data, &size, NULL))
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }

  bytes = g_bytes_new_take (g_steal_pointer (&data), size);
  variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE ("(ssssssxsay)"), bytes, FALSE));
  entry = entry_from_variant (variant, job->key);
  if (entry == NULL)
    {
      g_debug ("%s is not whole and goes", job->path);
      g_unlink (job->path);
    }
  g_task_return_pointer (task, entry, (GDestroyNotify) offprint_cache_entry_unref);
}

/**
 * offprint_http_cache_load_async:
 * @self: a cache
 * @key: an answer's key
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Looks for an answer, on a thread.
 */
void
offprint_http_cache_load_async (OffprintHttpCache   *self,
                                const char          *key,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  OffprintCacheEntry *pending = NULL;
  Job *job = NULL;

  g_return_if_fail (OFFPRINT_IS_HTTP_CACHE (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, offprint_http_cache_load_async);

  pending = g_hash_table_lookup (self->pending, key);
  if (pending != NULL)
    {
      g_task_return_pointer (task, offprint_cache_entry_ref (pending), (GDestroyNotify) offprint_cache_entry_unref);
      return;
    }

  job = g_new0 (Job, 1);
  job->path = offprint_http_cache_dup_path (self, key);
  job->key = g_strdup (key);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, load_thread);
}

/**
 * offprint_http_cache_load_finish:
 * @self: a cache
 * @result: what the callback was given
 *
 * Ends offprint_http_cache_load_async().
 *
 * Returns: (transfer full) (nullable): the answer, or `NULL` if it is not there whole
 */
OffprintCacheEntry *
offprint_http_cache_load_finish (OffprintHttpCache *self,
                                 GAsyncResult      *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

typedef struct
{
  char *path;
  gint64 size;
  gint64 modified;
} File;

static void
file_clear (gpointer data)
{
  g_free (((File *) data)->path);
}

static int
compare_age (gconstpointer a,
             gconstpointer b)
{
  gint64 x = ((const File *) a)->modified, y = ((const File *) b)->modified;

  return x < y ? -1 : x > y;
}

/* Counts the files and, if they are too many, removes the oldest to three quarters of
 * the limit, so that it is not due again at the next write. Under the lock. */
static void
tidy (OffprintHttpCache *self)
{
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (File));
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name = NULL;

  g_array_set_clear_func (files, file_clear);
  self->n_bytes = 0;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      File file = { g_build_filename (self->folder, name, NULL), 0, 0 };
      GStatBuf facts;

      if (g_stat (file.path, &facts) == 0)
        {
          file.size = facts.st_size;
          file.modified = facts.st_mtime;
        }
      self->n_bytes += file.size;
      g_array_append_val (files, file);
    }

  if (self->n_bytes <= (gint64) self->max_bytes)
    return;
  g_array_sort (files, compare_age);
  for (guint i = 0; i < files->len && self->n_bytes > (gint64) self->max_bytes / 4 * 3; i++)
    {
      const File *file = &g_array_index (files, File, i);

      if (g_unlink (file->path) == 0)
        self->n_bytes -= file->size;
    }
}

static void
store_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  OffprintHttpCache *self = source;
  const Job *job = task_data;
  const OffprintCacheEntry *entry = job->entry;
  g_autofree char *hash = dup_hash (job->key, entry);
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GError) error = NULL;
  gboolean ok = FALSE;

  variant = g_variant_ref_sink (g_variant_new (FORMAT, MAGIC, job->key, entry->url,
                                               entry->content_type != NULL ? entry->content_type : "",
                                               entry->etag != NULL ? entry->etag : "",
                                               entry->last_modified != NULL ? entry->last_modified : "",
                                               g_date_time_to_unix (entry->at), hash,
                                               g_variant_new_from_bytes (G_VARIANT_TYPE ("ay"), entry->body, TRUE)));

  g_mkdir_with_parents (self->folder, 0700);
  ok = g_file_set_contents_full (job->path, g_variant_get_data (variant), g_variant_get_size (variant),
                                 G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error);
  if (!ok)
    g_debug ("An answer is not kept: %s", error->message);

  g_mutex_lock (&self->lock);
  if (self->n_bytes >= 0 && ok)
    self->n_bytes += g_variant_get_size (variant);
  if (self->n_bytes < 0 || self->n_bytes > (gint64) self->max_bytes)
    tidy (self);
  g_mutex_unlock (&self->lock);

  g_task_return_boolean (task, ok);
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  OffprintHttpCache *self = OFFPRINT_HTTP_CACHE (source);
  const Job *job = g_task_get_task_data (G_TASK (result));

  /* a newer one may have taken its place meanwhile */
  if (g_hash_table_lookup (self->pending, job->key) == job->entry)
    g_hash_table_remove (self->pending, job->key);
}

/**
 * offprint_http_cache_store:
 * @self: a cache
 * @key: the answer's key
 * @entry: the answer
 *
 * Keeps an answer in place of what was there. One above 8 MiB is not kept.
 */
void
offprint_http_cache_store (OffprintHttpCache  *self,
                           const char         *key,
                           OffprintCacheEntry *entry)
{
  g_autoptr (GTask) task = NULL;
  Job *job = NULL;

  g_return_if_fail (OFFPRINT_IS_HTTP_CACHE (self));

  if (g_bytes_get_size (entry->body) > MAX_ENTRY_BYTES)
    return;

  g_hash_table_replace (self->pending, g_strdup (key), offprint_cache_entry_ref (entry));
  job = g_new0 (Job, 1);
  job->path = offprint_http_cache_dup_path (self, key);
  job->key = g_strdup (key);
  job->entry = offprint_cache_entry_ref (entry);

  task = g_task_new (self, NULL, stored_cb, NULL);
  g_task_set_source_tag (task, offprint_http_cache_store);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, store_thread);
}
