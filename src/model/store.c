/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The promise of whoever keeps works. The registry and the window know only this, so
 * the way of keeping can change under them.
 */

#include "config.h"

#include "store.h"

G_DEFINE_INTERFACE (OffprintStore, offprint_store, G_TYPE_OBJECT)

static void
offprint_store_default_init (OffprintStoreInterface *iface)
{
}

/**
 * offprint_store_look_up_async:
 * @self: a store
 * @id: a work's id or DOI
 * @cancellable: (nullable): to give up
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Looks for a work.
 */
void
offprint_store_look_up_async (OffprintStore       *self,
                              const char          *id,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (OFFPRINT_IS_STORE (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  OFFPRINT_STORE_GET_IFACE (self)->look_up_async (self, id, cancellable, callback, user_data);
}

/**
 * offprint_store_look_up_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error: `OFFPRINT_MODEL_ERROR_NOT_FOUND` if it is not kept
 *
 * Returns: (transfer full): the work, or `NULL` with @error set
 */
OffprintWork *
offprint_store_look_up_finish (OffprintStore  *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  g_return_val_if_fail (OFFPRINT_IS_STORE (self), NULL);

  return OFFPRINT_STORE_GET_IFACE (self)->look_up_finish (self, result, error);
}

/**
 * offprint_store_store_async:
 * @self: a store
 * @work: a work; it is stored as it is now
 * @cancellable: (nullable): to give up
 * @callback: called when it is kept
 * @user_data: for @callback
 *
 * Stores a work, or in place of what was known of it. It becomes the first row of the
 * history.
 */
void
offprint_store_store_async (OffprintStore       *self,
                            OffprintWork        *work,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (OFFPRINT_IS_STORE (self));
  g_return_if_fail (OFFPRINT_IS_WORK (work));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  OFFPRINT_STORE_GET_IFACE (self)->store_async (self, work, cancellable, callback, user_data);
}

/**
 * offprint_store_store_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error: `OFFPRINT_MODEL_ERROR_NOT_STORED`
 *
 * Returns: whether the work is kept
 */
gboolean
offprint_store_store_finish (OffprintStore  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  g_return_val_if_fail (OFFPRINT_IS_STORE (self), FALSE);

  return OFFPRINT_STORE_GET_IFACE (self)->store_finish (self, result, error);
}

/**
 * offprint_store_remove_async:
 * @self: a store
 * @id: a work's id or DOI
 * @cancellable: (nullable): to give up
 * @callback: called when it is gone
 * @user_data: for @callback
 *
 * Removes a work from what is kept and from the history.
 */
void
offprint_store_remove_async (OffprintStore       *self,
                             const char          *id,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (OFFPRINT_IS_STORE (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  OFFPRINT_STORE_GET_IFACE (self)->remove_async (self, id, cancellable, callback, user_data);
}

/**
 * offprint_store_remove_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error: `OFFPRINT_MODEL_ERROR_NOT_FOUND` if it was not kept
 *
 * Returns: whether the work is gone
 */
gboolean
offprint_store_remove_finish (OffprintStore  *self,
                              GAsyncResult   *result,
                              GError        **error)
{
  g_return_val_if_fail (OFFPRINT_IS_STORE (self), FALSE);

  return OFFPRINT_STORE_GET_IFACE (self)->remove_finish (self, result, error);
}

/**
 * offprint_store_get_history:
 * @self: a store
 *
 * Returns: (transfer none): a list of OffprintHistoryEntry, the newest first; it lives as
 *   long as @self
 */
GListModel *
offprint_store_get_history (OffprintStore *self)
{
  g_return_val_if_fail (OFFPRINT_IS_STORE (self), NULL);

  return OFFPRINT_STORE_GET_IFACE (self)->get_history (self);
}
