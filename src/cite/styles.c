/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of styles. The files are read on a thread and put into the list at once:
 * one change for whoever shows it.
 */

#include "config.h"

#include "styles.h"

#include "style-folders.h"
#include "style-index.h"
#include "style-info-private.h"
#include "styles-private.h"

struct _OffprintStyleCatalog
{
  GObject parent_instance;

  /* Owned */
  OffprintStyleFolders *folders;
  char *cache_dir;
  GPtrArray *infos;    /* OffprintStyleInfo; the built-in one first */
  GHashTable *by_name; /* borrows from infos */

  gboolean is_loaded;
};

static GType
get_item_type (GListModel *model)
{
  return OFFPRINT_TYPE_STYLE_INFO;
}

static guint
get_n_items (GListModel *model)
{
  return OFFPRINT_STYLE_CATALOG (model)->infos->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  GPtrArray *infos = OFFPRINT_STYLE_CATALOG (model)->infos;

  return position < infos->len ? g_object_ref (infos->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (OffprintStyleCatalog, offprint_style_catalog, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static OffprintStyleInfo *
info_of_bytes (const char *name,
               GBytes     *bytes)
{
  g_auto (CslStyleHead) head = { NULL };

  if (bytes == NULL || !csl_style_head_read (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &head, NULL))
    return NULL;
  return offprint_style_info_new (name, &head);
}

static OffprintStyleInfo *
builtin_info (void)
{
  g_autoptr (GBytes) bytes = csl_builtin_get_style_bytes ();

  return info_of_bytes (OFFPRINT_BUILTIN_STYLE, bytes);
}

static void
index_names (OffprintStyleCatalog *self)
{
  g_hash_table_remove_all (self->by_name);
  for (guint i = 0; i < self->infos->len; i++)
    g_hash_table_insert (self->by_name, (gpointer) offprint_style_info_get_name (self->infos->pdata[i]), self->infos->pdata[i]);
}

static void
offprint_style_catalog_finalize (GObject *object)
{
  OffprintStyleCatalog *self = OFFPRINT_STYLE_CATALOG (object);

  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->infos);
  g_free (self->cache_dir);
  g_clear_pointer (&self->folders, offprint_style_folders_unref);
  G_OBJECT_CLASS (offprint_style_catalog_parent_class)->finalize (object);
}

static void
offprint_style_catalog_class_init (OffprintStyleCatalogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = offprint_style_catalog_finalize;
}

static void
offprint_style_catalog_init (OffprintStyleCatalog *self)
{
  self->infos = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_add (self->infos, builtin_info ());
  index_names (self);
}

/**
 * offprint_style_catalog_new:
 * @folders: (nullable) (array zero-terminated=1): folders of styles, the first wins;
 *   `NULL` for the standard ones
 * @cache_dir: (nullable): where to remember what the files say; `NULL` for nowhere
 *
 * Makes a list that holds the built-in style until it is loaded.
 *
 * Returns: (transfer full): the list
 */
OffprintStyleCatalog *
offprint_style_catalog_new (const char *const *folders,
                            const char        *cache_dir)
{
  OffprintStyleCatalog *self = g_object_new (OFFPRINT_TYPE_STYLE_CATALOG, NULL);

  self->folders = offprint_style_folders_new (folders);
  self->cache_dir = g_strdup (cache_dir);
  return self;
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  OffprintStyleCatalog *self = source;
  GPtrArray *infos = offprint_style_index_load (self->folders, self->cache_dir, cancellable);

  if (infos != NULL)
    g_task_return_pointer (task, infos, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error_if_cancelled (task);
}

/**
 * offprint_style_catalog_load_async:
 * @self: the list
 * @cancellable: (nullable): a cancellable
 * @callback: called when the files are read
 * @user_data: for @callback
 *
 * Finds the installed styles on a thread. It may be called again to look for new ones.
 */
void
offprint_style_catalog_load_async (OffprintStyleCatalog *self,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (OFFPRINT_IS_STYLE_CATALOG (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, offprint_style_catalog_load_async);
  g_task_run_in_thread (task, load_thread);
}

/**
 * offprint_style_catalog_load_finish:
 * @self: the list
 * @result: what the callback was given
 * @error: return location for `G_IO_ERROR_CANCELLED`, the only error
 *
 * Puts the styles into the list. Broken ones are not among them.
 *
 * Returns: whether they were read
 */
gboolean
offprint_style_catalog_load_finish (OffprintStyleCatalog  *self,
                                    GAsyncResult          *result,
                                    GError               **error)
{
  GPtrArray *infos = NULL;

  g_return_val_if_fail (OFFPRINT_IS_STYLE_CATALOG (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  infos = g_task_propagate_pointer (G_TASK (result), error);
  if (infos == NULL)
    return FALSE;
  offprint_style_catalog_take_infos (self, infos);
  return TRUE;
}

/**
 * offprint_style_catalog_dup_info:
 * @self: the list
 * @name: a style's name
 *
 * Looks up a style, in the list or, while that is not loaded, in the folders.
 *
 * Returns: (transfer full) (nullable): the style's entry
 */
OffprintStyleInfo *
offprint_style_catalog_dup_info (OffprintStyleCatalog *self,
                                 const char           *name)
{
  OffprintStyleInfo *info = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (OFFPRINT_IS_STYLE_CATALOG (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  info = g_hash_table_lookup (self->by_name, name);
  if (info != NULL)
    return g_object_ref (info);
  bytes = offprint_style_folders_load (self->folders, name, NULL);
  return info_of_bytes (name, bytes);
}

/**
 * offprint_style_catalog_get_folders:
 * @self: the list
 *
 * Returns: (transfer none): where it looks; any thread may use that
 */
OffprintStyleFolders *
offprint_style_catalog_get_folders (OffprintStyleCatalog *self)
{
  return self->folders;
}

/**
 * offprint_style_catalog_get_cache_dir:
 * @self: the list
 *
 * Returns: (nullable): where it remembers what the files say
 */
const char *
offprint_style_catalog_get_cache_dir (OffprintStyleCatalog *self)
{
  return self->cache_dir;
}

/**
 * offprint_style_catalog_is_loaded:
 * @self: the list
 *
 * Returns: whether it shows the installed styles
 */
gboolean
offprint_style_catalog_is_loaded (OffprintStyleCatalog *self)
{
  return self->is_loaded;
}

/**
 * offprint_style_catalog_take_infos:
 * @self: the list
 * @infos: (transfer full) (element-type OffprintStyleInfo): all styles but the built-in
 *   one, by title
 *
 * Exchanges all but the built-in style, in one change of the list.
 */
void
offprint_style_catalog_take_infos (OffprintStyleCatalog *self,
                                   GPtrArray            *infos)
{
  guint n_before = self->infos->len;

  g_ptr_array_insert (infos, 0, g_object_ref (self->infos->pdata[0]));
  for (guint i = 1; i < infos->len; i++)
    if (g_str_equal (offprint_style_info_get_name (infos->pdata[i]), OFFPRINT_BUILTIN_STYLE))
      {
        g_ptr_array_remove_index (infos, i);
        break;
      }
  g_ptr_array_unref (self->infos);
  self->infos = infos;
  self->is_loaded = TRUE;
  index_names (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 1, n_before - 1, self->infos->len - 1);
}
