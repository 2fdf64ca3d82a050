/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers kept on the disk. libsoup’s own cache obeys headers that registries do not
 * send and would keep nothing: services.md 12.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char *url;
  char *content_type;  /* nullable */
  char *etag;          /* nullable */
  char *last_modified; /* nullable */
  GBytes *body;
  GDateTime *at;
} OffprintCacheEntry;

OffprintCacheEntry *offprint_cache_entry_ref   (OffprintCacheEntry *self);
OffprintCacheEntry *offprint_cache_entry_new   (const char         *url,
                                                const char         *content_type,
                                                const char         *etag,
                                                const char         *last_modified,
                                                GBytes             *body,
                                                GDateTime          *at);
void                offprint_cache_entry_unref (OffprintCacheEntry *self);

#define OFFPRINT_TYPE_HTTP_CACHE (offprint_http_cache_get_type ())
G_DECLARE_FINAL_TYPE (OffprintHttpCache, offprint_http_cache, OFFPRINT, HTTP_CACHE, GObject)

/* @max_bytes: of all files together; 0: 128 MiB */
OffprintHttpCache *offprint_http_cache_new        (const char          *folder,
                                                   guint64              max_bytes);
void               offprint_http_cache_load_async (OffprintHttpCache   *self,
                                                   const char          *key,
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             user_data);
/* NULL: not there, or not whole */
OffprintCacheEntry *offprint_http_cache_load_finish (OffprintHttpCache *self,
                                                     GAsyncResult      *result);
/* goes on in the background: a lost answer is asked for again */
void  offprint_http_cache_store    (OffprintHttpCache  *self,
                                    const char         *key,
                                    OffprintCacheEntry *entry);
char *offprint_http_cache_dup_path (OffprintHttpCache  *self,
                                    const char         *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintCacheEntry, offprint_cache_entry_unref)

G_END_DECLS
