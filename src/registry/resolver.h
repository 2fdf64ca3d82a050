/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Turns an identifier into readings, source by source: what is known at once, the
 * registry in one round trip, then in parallel what enriches it.
 */

#pragma once

#include "endpoints.h"
#include "http.h"
#include "identifier.h"
#include "store.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_RESOLVER (offprint_resolver_get_type ())
G_DECLARE_FINAL_TYPE (OffprintResolver, offprint_resolver, OFFPRINT, RESOLVER, GObject)

/* @store: (nullable). Construct-only properties "http", "endpoints", "store"; and
 * "read-landing-pages" (gboolean): whether the publisher's page is asked for, too. It is not
 * unless whoever made the resolver says so, for it tells a publisher what a person reads. */
OffprintResolver *offprint_resolver_new (OffprintHttp      *http,
                                         OffprintEndpoints *endpoints,
                                         OffprintStore     *store);

typedef enum
{
  OFFPRINT_RESOLVE_DEFAULT = 0,
  OFFPRINT_RESOLVE_REFRESH = 1 << 0, /* ask again though a fresh answer is cached */
} OffprintResolveFlags;

/* Whom we ask at the moment, for the line under the bar: called on the main thread with a
 * translated sentence ("Asking Crossref…") whenever it changes. */
typedef void (*OffprintProgressFunc) (const char *sentence,
                                      gpointer user_data);

/* Adds readings to @work, on the main thread, as they come: first what the store has.
 * An ISBN, arXiv, PMID or short DOI is turned into a DOI or a record by the service for it.
 * Finish says how it ended; if readings came and a later source failed, that is success with
 * the failure in *@warning (transfer full, nullable). A cancelled call adds nothing more. */
void     offprint_resolver_resolve_async  (OffprintResolver      *self,
                                           OffprintIdentifier    *identifier,
                                           OffprintWork          *work,
                                           OffprintResolveFlags   flags,
                                           OffprintProgressFunc   progress,
                                           gpointer               progress_data,
                                           GCancellable          *cancellable,
                                           GAsyncReadyCallback    callback,
                                           gpointer               user_data);
gboolean offprint_resolver_resolve_finish (OffprintResolver      *self,
                                           GAsyncResult          *result,
                                           GError               **warning,
                                           GError               **error);

/* Works that a title may mean (query.bibliographic): a GListModel of OffprintWork, best first. */
void        offprint_resolver_search_async  (OffprintResolver     *self,
                                             const char           *words,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GListModel *offprint_resolver_search_finish (OffprintResolver     *self,
                                             GAsyncResult         *result,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
