/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One question and one answer over HTTP, within its limits of time and size. Redirects,
 * tries, queues and the cache are http.c’s business.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  const char *url;
  const char *who; /* for errors */
  const char *user_agent;
  const char *accept;                /* nullable */
  const char *etag;                  /* nullable */
  const char *last_modified;         /* nullable */
  const char *const *final_statuses; /* nullable: whose bodies are wanted beside 2xx */
  gboolean is_page;                  /* what a person opens in a browser: cookies are judged as for that */
  gboolean public_only;              /* an address that somebody else chose: nothing in the house is asked */
  gsize max_bytes;
  guint connect_ms;
  guint first_byte_ms;
  guint total_ms;
} OffprintExchangeRequest;

typedef struct
{
  guint status;         /* 0: there was no answer */
  char *location;       /* absolute; nullable */
  char *content_type;   /* lower case, no parameters; nullable */
  char *charset;        /* nullable */
  char *etag;           /* nullable */
  char *last_modified;  /* nullable */
  gint64 retry_after_s; /* -1: not said */
  guint limit;          /* 0: not said, these three */
  guint interval_s;
  guint connections;
  GBytes *body; /* nullable: not read */
  gsize n_read;
  GError *error; /* nullable: in words for people */
  gboolean may_retry;
  gboolean sets_cookies;
} OffprintExchange;

/* The session: (transfer full). Only http-exchange.c knows what it is. */
GObject *offprint_exchange_session_new          (void);
GObject *offprint_exchange_session_new_for_page (void);

void offprint_exchange_async (GObject                       *session,
                              const OffprintExchangeRequest *request,
                              GCancellable                  *cancellable,
                              GAsyncReadyCallback            callback,
                              gpointer                       user_data);
/* never NULL: an error is in it */
OffprintExchange *offprint_exchange_finish (GObject          *session,
                                            GAsyncResult     *result) G_GNUC_WARN_UNUSED_RESULT;
void              offprint_exchange_free   (OffprintExchange *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintExchange, offprint_exchange_free)

G_END_DECLS
