/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The only file that touches libsoup: one polite client with every rule of the
 * house (architecture.md, “The network”; services.md 12).
 */

#pragma once

#include <gio/gio.h>

#include "ledger.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_HTTP (offprint_http_get_type ())
G_DECLARE_FINAL_TYPE (OffprintHttp, offprint_http, OFFPRINT, HTTP, GObject)

/* Properties: "offline" (gboolean), "contact" (string, nullable: the user's own address,
 * sent only to services that offer a polite pool), "ledger" (read-only). Construct-only, for
 * tests: "cache-dir", "connect-timeout-ms", "first-byte-timeout-ms", "timeout-ms" (0: what
 * OFFPRINT_HTTP_TIMEOUT_MS says, else 30 s) and "back-off-ms", the shortest wait before
 * another try. */
/* @host: whom the answer sent us to, as the ledger names it */
typedef void (*OffprintHttpHopFunc) (const char *host,
                                     gpointer user_data);

typedef struct
{
  const char *url;
  const char *accept;                /* nullable */
  const char *purpose;               /* for the ledger, translated */
  const char *cache_key;             /* nullable: not cached */
  guint max_age_s;                   /* how old a cached answer may be; 0: always ask */
  gsize max_bytes;                   /* 0: 64 MiB */
  gboolean is_polite;                /* the contact address may be sent along */
  gboolean is_list;                  /* counts as a list request where the service tells them apart */
  const char *const *final_statuses; /* nullable: statuses beside 200 that are answers, not errors: { "404", NULL } */
  const char *service;               /* nullable: its name for people, "Crossref"; else the host's is shown */
  gboolean is_page;                  /* a page for people: cookies for this navigation alone, asked once, never cached */
  OffprintHttpHopFunc hop;           /* nullable: called when another host is asked */
  gpointer hop_data;                 /* Borrowed: lives until the callback */
} OffprintHttpRequest;

typedef struct
{
  guint status;
  char *url;          /* where it came from in the end */
  char *content_type; /* lower case, without parameters; nullable */
  char *charset;      /* as the service wrote it; nullable */
  GBytes *body;
  GDateTime *at; /* when it was fetched: older than now if cached */
  gboolean from_cache;
} OffprintHttpAnswer;

void offprint_http_answer_free (OffprintHttpAnswer *answer);

OffprintHttp   *offprint_http_new        (const char   *cache_dir); /* nullable: no disk cache */
OffprintLedger *offprint_http_get_ledger (OffprintHttp *self);
gboolean        offprint_http_is_offline (OffprintHttp *self);
/* copies @request; any status but 2xx and the final ones is an error of OFFPRINT_REGISTRY_ERROR */
void                offprint_http_fetch_async  (OffprintHttp               *self,
                                                const OffprintHttpRequest  *request,
                                                GCancellable               *cancellable,
                                                GAsyncReadyCallback         callback,
                                                gpointer                    user_data);
OffprintHttpAnswer *offprint_http_fetch_finish (OffprintHttp               *self,
                                                GAsyncResult               *result,
                                                GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
/* seconds until a host that asked us to wait may be asked again; 0 if at once */
guint offprint_http_get_wait_s (OffprintHttp *self,
                                const char   *host);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintHttpAnswer, offprint_http_answer_free)

G_END_DECLS
