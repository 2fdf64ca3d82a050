/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where works are kept. The registry looks up and stores through this; the room
 * library implements it; the sidebar shows its history.
 */

#pragma once

#include <gio/gio.h>

#include "work.h"

G_BEGIN_DECLS

/* A row of the history: enough to draw it without reading the work. */
#define OFFPRINT_TYPE_HISTORY_ENTRY (offprint_history_entry_get_type ())
G_DECLARE_FINAL_TYPE (OffprintHistoryEntry, offprint_history_entry, OFFPRINT, HISTORY_ENTRY, GObject)

OffprintHistoryEntry *offprint_history_entry_new_for_work  (OffprintWork         *work);
OffprintHistoryEntry *offprint_history_entry_new_from_json (JsonNode             *node); /* NULL if it is none */
JsonNode             *offprint_history_entry_to_json       (OffprintHistoryEntry *self);
const char           *offprint_history_entry_get_id        (OffprintHistoryEntry *self); /* the work's */
const char           *offprint_history_entry_get_doi       (OffprintHistoryEntry *self); /* nullable */
const char           *offprint_history_entry_get_title     (OffprintHistoryEntry *self);
const char           *offprint_history_entry_get_detail    (OffprintHistoryEntry *self); /* "Doe, Roe · 2024"; nullable */
const char           *offprint_history_entry_get_state     (OffprintHistoryEntry *self); /* "Retracted"; nullable */
OffprintSeverity      offprint_history_entry_get_severity  (OffprintHistoryEntry *self);

#define OFFPRINT_TYPE_STORE (offprint_store_get_type ())
G_DECLARE_INTERFACE (OffprintStore, offprint_store, OFFPRINT, STORE, GObject)

struct _OffprintStoreInterface
{
  GTypeInterface parent;

  void (*look_up_async) (OffprintStore *self, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  OffprintWork *(*look_up_finish) (OffprintStore *self, GAsyncResult *result, GError **error);
  void (*store_async) (OffprintStore *self, OffprintWork *work, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  gboolean (*store_finish) (OffprintStore *self, GAsyncResult *result, GError **error);
  void (*remove_async) (OffprintStore *self, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  gboolean (*remove_finish) (OffprintStore *self, GAsyncResult *result, GError **error);
  GListModel *(*get_history) (OffprintStore *self);
};

/* @id: a work's id or DOI. NULL with OFFPRINT_MODEL_ERROR_NOT_FOUND if it is not kept. */
void          offprint_store_look_up_async  (OffprintStore        *self,
                                             const char           *id,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
OffprintWork *offprint_store_look_up_finish (OffprintStore        *self,
                                             GAsyncResult         *result,
                                             GError              **error);
/* Stores the work as it is at the call; it becomes the first row of the history. */
void        offprint_store_store_async   (OffprintStore        *self,
                                          OffprintWork         *work,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean    offprint_store_store_finish  (OffprintStore        *self,
                                          GAsyncResult         *result,
                                          GError              **error);
void        offprint_store_remove_async  (OffprintStore        *self,
                                          const char           *id,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean    offprint_store_remove_finish (OffprintStore        *self,
                                          GAsyncResult         *result,
                                          GError              **error);
GListModel *offprint_store_get_history   (OffprintStore        *self); /* OffprintHistoryEntry, newest first */

G_END_DECLS
