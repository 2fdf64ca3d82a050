/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reader's own folder is the first of all: what is put there is found before the
 * system's, and only what lies there may be taken away. Every change keeps what was
 * there before.
 */

#include "config.h"

#include "style-install-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "cite-error.h"
#include "style-index.h"
#include "styles-private.h"

/* One file of the reader's folder */
typedef struct
{
  char *path;
  GBytes *former; /* NULL: there was none */
  GBytes *now;    /* NULL: it was removed */
} Step;

struct _OffprintStyleChange
{
  /* Owned */
  char *name;
  char *title;
  GPtrArray *steps; /* of Step, in the order in which they were done */

  gint is_undone; /* atomic */
};

G_DEFINE_BOXED_TYPE (OffprintStyleChange, offprint_style_change, offprint_style_change_ref, offprint_style_change_unref)

static void
step_free (Step *step)
{
  g_free (step->path);
  g_clear_pointer (&step->former, g_bytes_unref);
  g_clear_pointer (&step->now, g_bytes_unref);
  g_free (step);
}

static OffprintStyleChange *
change_new (const char *name,
            const char *title)
{
  OffprintStyleChange *self = g_atomic_rc_box_new0 (OffprintStyleChange);

  self->name = g_strdup (name);
  self->title = g_strdup (title);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  return self;
}

/**
 * offprint_style_change_ref:
 * @self: a change
 *
 * Returns: (transfer full): @self
 */
OffprintStyleChange *
offprint_style_change_ref (OffprintStyleChange *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_change (OffprintStyleChange *self)
{
  g_free (self->name);
  g_free (self->title);
  g_ptr_array_unref (self->steps);
}

/**
 * offprint_style_change_unref:
 * @self: (transfer full): a change
 *
 * Lets go of a change; it can then no more be undone.
 */
void
offprint_style_change_unref (OffprintStyleChange *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear_change);
}

/**
 * offprint_style_change_get_name:
 * @self: a change
 *
 * Returns: the name of the style that was installed or removed
 */
const char *
offprint_style_change_get_name (OffprintStyleChange *self)
{
  return self->name;
}

/**
 * offprint_style_change_get_title:
 * @self: a change
 *
 * Returns: the title of the style that was installed or removed
 */
const char *
offprint_style_change_get_title (OffprintStyleChange *self)
{
  return self->title;
}

/* Bytes of a file of ours; NULL if there is none */
static GBytes *
load_own (const char *path)
{
  char *data = NULL;
  gsize length = 0;

  return g_file_get_contents (path, &data, &length, NULL) ? g_bytes_new_take (data, length) : NULL;
}

/* NULL removes the file. It is whole at any time: written beside and renamed */
static gboolean
put_file (const char  *path,
          GBytes      *bytes,
          GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int saved = 0;

  if (bytes != NULL && g_mkdir_with_parents (folder, 0755) == 0)
    return g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                     G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, error);
  if (bytes == NULL && (g_remove (path) == 0 || errno == ENOENT))
    return TRUE;
  saved = errno;
  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (saved), "%s: %s", bytes != NULL ? folder : path, g_strerror (saved));
  return FALSE;
}

static char *
own_path (OffprintStyleFolders *folders,
          const char           *name)
{
  g_autofree char *file = g_strconcat (name, ".csl", NULL);

  return g_build_filename (offprint_style_folders_get (folders)[0], file, NULL);
}

static gboolean
do_step (OffprintStyleChange  *change,
         char                 *path,
         GBytes               *now,
         GError              **error)
{
  Step *step = g_new0 (Step, 1);

  step->path = path;
  step->former = load_own (path);
  step->now = now != NULL ? g_bytes_ref (now) : NULL;
  if (!put_file (path, now, error))
    {
      step_free (step);
      return FALSE;
    }
  g_ptr_array_add (change->steps, step);
  return TRUE;
}

static gboolean
is_same (GBytes *a,
         GBytes *b)
{
  return a == b || (a != NULL && b != NULL && g_bytes_equal (a, b));
}

/* The last step first; a file that somebody has changed since stays */
static gboolean
undo_steps (OffprintStyleChange  *self,
            GError              **error)
{
  for (guint i = self->steps->len; i > 0; i--)
    {
      Step *step = self->steps->pdata[i - 1];
      g_autoptr (GBytes) bytes = load_own (step->path);

      if (!is_same (bytes, step->now))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG,
                       /* Translators: a file */
                       _("“%s” has been changed since, and stays as it is"), step->path);
          return FALSE;
        }
      if (!put_file (step->path, step->former, error))
        return FALSE;
    }
  return TRUE;
}

/* What a thread is given: values alone */
typedef struct
{
  /* Owned */
  OffprintStyleFolders *folders;
  char *cache_dir;
  OffprintNewStyle *style;
  OffprintNewStyle *parent;
  char *name;
  OffprintStyleChange *change;
  GPtrArray *infos; /* what is installed then; NULL: nobody wants to know */

  gboolean is_listed; /* does the catalog show the installed styles? */
} Job;

static void
job_free (Job *job)
{
  offprint_style_folders_unref (job->folders);
  g_free (job->cache_dir);
  g_clear_pointer (&job->style, offprint_new_style_unref);
  g_clear_pointer (&job->parent, offprint_new_style_unref);
  g_free (job->name);
  g_clear_pointer (&job->change, offprint_style_change_unref);
  g_clear_pointer (&job->infos, g_ptr_array_unref);
  g_free (job);
}

static GTask *
new_task (OffprintStyleCatalog *catalog,
          gpointer              tag,
          GCancellable         *cancellable,
          GAsyncReadyCallback   callback,
          gpointer              user_data)
{
  GTask *task = g_task_new (catalog, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->folders = offprint_style_folders_ref (offprint_style_catalog_get_folders (catalog));
  job->cache_dir = g_strdup (offprint_style_catalog_get_cache_dir (catalog));
  job->is_listed = offprint_style_catalog_is_loaded (catalog);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  /* once files are written the answer is what became of them */
  g_task_set_check_cancellable (task, FALSE);
  return task;
}

static void
return_change (GTask               *task,
               OffprintStyleChange *change,
               GError              *error)
{
  Job *job = g_task_get_task_data (task);

  if (change == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (job->is_listed)
    job->infos = offprint_style_index_load (job->folders, job->cache_dir, NULL);
  g_task_return_pointer (task, change, (GDestroyNotify) offprint_style_change_unref);
}

static OffprintStyleChange *
finish (OffprintStyleCatalog  *catalog,
        GAsyncResult          *result,
        GError               **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  OffprintStyleChange *change = g_task_propagate_pointer (G_TASK (result), error);

  if (change != NULL && job->infos != NULL)
    offprint_style_catalog_take_infos (catalog, g_steal_pointer (&job->infos));
  return change;
}

static gboolean
check_parent (Job     *job,
              GError **error)
{
  const char *wanted = job->style->parent;
  g_autoptr (GBytes) installed = wanted != NULL ? offprint_style_folders_load (job->folders, wanted, NULL) : NULL;

  if (wanted == NULL || installed != NULL || (job->parent != NULL && g_str_equal (job->parent->name, wanted)))
    return TRUE;
  g_set_error (error, OFFPRINT_CITE_ERROR, OFFPRINT_CITE_ERROR_NO_PARENT,
               /* Translators: the title of a style, and the name of another */
               _("“%s” follows the style “%s”, which is not installed: get that one first"), job->style->title, wanted);
  return FALSE;
}

static gboolean
install_one (Job                  *job,
             OffprintNewStyle     *style,
             OffprintStyleChange  *change,
             GError              **error)
{
  OffprintStyleStanding standing = OFFPRINT_STYLE_IS_NEW;

  if (!offprint_new_style_compare (style, job->folders, &standing, error))
    return FALSE;
  return standing == OFFPRINT_STYLE_IS_INSTALLED || do_step (change, own_path (job->folders, style->name), style->xml, error);
}

static void
install_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (OffprintStyleChange) change = change_new (job->style->name, job->style->title);
  GError *error = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, &error) || !check_parent (job, &error) ||
      (job->parent != NULL && !install_one (job, job->parent, change, &error)) || !install_one (job, job->style, change, &error))
    {
      undo_steps (change, NULL);
      return_change (task, NULL, error);
      return;
    }
  return_change (task, g_steal_pointer (&change), NULL);
}

/**
 * offprint_style_install_async:
 * @catalog: the installed styles
 * @style: what to install
 * @parent: (nullable): installed along with @style, which follows it
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes a style, or an update of one, into the reader's own folder, on a thread: all or
 * nothing. If the catalog was loaded it is loaded again.
 */
void
offprint_style_install_async (OffprintStyleCatalog *catalog,
                              OffprintNewStyle     *style,
                              OffprintNewStyle     *parent,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job = NULL;

  g_return_if_fail (OFFPRINT_IS_STYLE_CATALOG (catalog));
  g_return_if_fail (style != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = new_task (catalog, offprint_style_install_async, cancellable, callback, user_data);
  job = g_task_get_task_data (task);
  job->style = offprint_new_style_ref (style);
  job->parent = parent != NULL ? offprint_new_style_ref (parent) : NULL;
  g_task_run_in_thread (task, install_thread);
}

/**
 * offprint_style_install_finish:
 * @catalog: the installed styles
 * @result: what the callback was given
 * @error: return location for an error of the domain `OFFPRINT_CITE_ERROR` (`NO_PARENT`,
 *   `NAME_TAKEN`), `G_FILE_ERROR` or `G_IO_ERROR`
 *
 * Returns: (transfer full): what changed, or `NULL` with @error set
 */
OffprintStyleChange *
offprint_style_install_finish (OffprintStyleCatalog  *catalog,
                               GAsyncResult          *result,
                               GError               **error)
{
  g_return_val_if_fail (g_task_is_valid (result, catalog), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, offprint_style_install_async), NULL);

  return finish (catalog, result, error);
}

static gboolean
is_own (OffprintStyleFolders *folders,
        const char           *name)
{
  g_autofree char *found = offprint_style_folders_dup_path (folders, name);
  g_autofree char *own = own_path (folders, name);

  return g_strcmp0 (found, own) == 0;
}

/**
 * offprint_style_is_own:
 * @catalog: the installed styles
 * @name: a style's name
 *
 * Returns: whether the style lies in the reader's own folder, and so can be removed
 */
gboolean
offprint_style_is_own (OffprintStyleCatalog *catalog,
                       const char           *name)
{
  g_return_val_if_fail (OFFPRINT_IS_STYLE_CATALOG (catalog), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  return is_own (offprint_style_catalog_get_folders (catalog), name);
}

static OffprintStyleChange *
remove_style (Job     *job,
              GError **error)
{
  g_autoptr (OffprintStyleChange) change = NULL;
  g_autoptr (GBytes) bytes = offprint_style_folders_load (job->folders, job->name, error);
  g_auto (CslStyleHead) head = { NULL };

  if (bytes == NULL)
    return NULL;
  if (!is_own (job->folders, job->name))
    {
      g_set_error (error, OFFPRINT_CITE_ERROR, OFFPRINT_CITE_ERROR_NOT_OWN,
                   /* Translators: the name of a style */
                   _("“%s” belongs to the system or another program: only styles that you installed here can be removed"), job->name);
      return NULL;
    }
  if (!csl_style_head_read (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &head, NULL))
    head.title = g_strdup (job->name);
  change = change_new (job->name, head.title);
  return do_step (change, own_path (job->folders, job->name), NULL, error) ? g_steal_pointer (&change) : NULL;
}

static void
remove_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  OffprintStyleChange *change = g_cancellable_set_error_if_cancelled (cancellable, &error) ? NULL : remove_style (data, &error);

  return_change (task, change, error);
}

/**
 * offprint_style_remove_async:
 * @catalog: the installed styles
 * @name: a style's name
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Removes a style from the reader's own folder, on a thread. One of the same name in
 * another folder is then found again. If the catalog was loaded it is loaded again.
 */
void
offprint_style_remove_async (OffprintStyleCatalog *catalog,
                             const char           *name,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (OFFPRINT_IS_STYLE_CATALOG (catalog));
  g_return_if_fail (name != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = new_task (catalog, offprint_style_remove_async, cancellable, callback, user_data);
  ((Job *) g_task_get_task_data (task))->name = g_strdup (name);
  g_task_run_in_thread (task, remove_thread);
}

/**
 * offprint_style_remove_finish:
 * @catalog: the installed styles
 * @result: what the callback was given
 * @error: return location for an error of the domain `OFFPRINT_CITE_ERROR` (`NO_STYLE`,
 *   `NOT_OWN`), `G_FILE_ERROR` or `G_IO_ERROR`
 *
 * Returns: (transfer full): what changed, or `NULL` with @error set
 */
OffprintStyleChange *
offprint_style_remove_finish (OffprintStyleCatalog  *catalog,
                              GAsyncResult          *result,
                              GError               **error)
{
  g_return_val_if_fail (g_task_is_valid (result, catalog), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, offprint_style_remove_async), NULL);

  return finish (catalog, result, error);
}

static void
undo_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (g_atomic_int_compare_and_exchange (&job->change->is_undone, FALSE, TRUE) && !undo_steps (job->change, &error))
    return_change (task, NULL, error);
  else
    return_change (task, offprint_style_change_ref (job->change), NULL);
}

/**
 * offprint_style_change_undo_async:
 * @catalog: the installed styles
 * @change: what to undo
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Puts back what was there before, on a thread; a second time nothing happens. If the
 * catalog was loaded it is loaded again.
 */
void
offprint_style_change_undo_async (OffprintStyleCatalog *catalog,
                                  OffprintStyleChange  *change,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (OFFPRINT_IS_STYLE_CATALOG (catalog));
  g_return_if_fail (change != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = new_task (catalog, offprint_style_change_undo_async, cancellable, callback, user_data);
  ((Job *) g_task_get_task_data (task))->change = offprint_style_change_ref (change);
  g_task_run_in_thread (task, undo_thread);
}

/**
 * offprint_style_change_undo_finish:
 * @catalog: the installed styles
 * @result: what the callback was given
 * @error: return location for an error of the domain `G_FILE_ERROR`, or `G_IO_ERROR`
 *   (`WRONG_ETAG` if a file was changed since)
 *
 * Returns: whether all is as it was
 */
gboolean
offprint_style_change_undo_finish (OffprintStyleCatalog  *catalog,
                                   GAsyncResult          *result,
                                   GError               **error)
{
  g_autoptr (OffprintStyleChange) change = NULL;

  g_return_val_if_fail (g_task_is_valid (result, catalog), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, offprint_style_change_undo_async), FALSE);

  change = finish (catalog, result, error);
  return change != NULL;
}
