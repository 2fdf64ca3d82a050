/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What http.c (the client and its queue) and http-fetch.c (the walk of one request)
 * share.
 */

#pragma once

#include "http.h"

#include "http-cache.h"
#include "http-policy.h"

G_BEGIN_DECLS

/* What Retry-After asks for is waited up to here; beyond it the person is told. */
#define OFFPRINT_HTTP_LONGEST_WAIT_S 5

struct _OffprintHttp
{
  GObject parent_instance;

  /* Owned */
  GObject *session; /* made for the first request: who asks nobody needs none */
  OffprintLedger *ledger;
  OffprintHttpPolicy *policy;
  OffprintHttpCache *cache; /* nullable */
  char *cache_dir;          /* nullable */
  char *contact;            /* nullable */
  char *user_agent;
  char *polite_user_agent; /* with the contact; nullable */
  GQueue waiting;          /* of Fetch, borrowed: each is its task's data */
  GSource *timer;          /* for the first that may start later; nullable */

  gboolean is_offline;
  guint connect_ms;
  guint first_byte_ms;
  guint total_ms;
  guint back_off_ms;
};

typedef struct _Fetch Fetch;

struct _Fetch
{
  /* Owned */
  char *url;
  char *accept;
  char *purpose;
  char *cache_key; /* with the host's name: a mirror's answers are not the service's */
  char *who;
  char **final_statuses;
  char *host;                /* of the address that is asked now */
  GPtrArray *visited;        /* char *: the addresses so far, the last is the one asked now */
  OffprintCacheEntry *kept;  /* nullable */
  GCancellable *cancellable; /* of the exchange that runs; nullable */
  GSource *cancel_source;    /* nullable */

  GTask *task; /* Borrowed: we are its data, and a reference is held until it returns */

  GObject *session; /* Owned: of a page alone; nullable */
  OffprintHttpHopFunc hop;
  gpointer hop_data; /* Borrowed: lives until we return */

  guint max_age_s;
  gsize max_bytes;
  gboolean is_polite;
  gboolean is_list;
  gboolean is_page;

  guint n_settled; /* of visited: since then no cookie came that could make a difference */

  guint n_tries;     /* failed ones */
  guint n_pauses;    /* asked for by the service and waited for */
  gint64 not_before; /* monotonic */
  guint used_ms;     /* of the time in all */
  gint64 started;
};

/* http.c */
void offprint_http_enqueue (OffprintHttp *self,
                            Fetch        *fetch);
void offprint_http_pump    (OffprintHttp *self);

/* http-fetch.c */
void offprint_http_fetch_start (OffprintHttp *self,
                                Fetch        *fetch);
void offprint_http_fetch_fail  (Fetch        *fetch,
                                GError       *error);

G_END_DECLS
