/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The walk of one request: the cache, its turn in the queue, the exchange; then
 * perhaps a redirect, a pause that the service asked for, or another try, each of
 * which sends it back to the queue.
 */

#include "config.h"

#include "http.h"

#include "http-address.h"
#include "http-error.h"
#include "http-exchange.h"
#include "http-private.h"
#include "ledger-private.h"

#include <string.h>

#define MAX_BYTES     (64 << 20)
#define MAX_REDIRECTS 10
#define MAX_TRIES     2
#define MAX_PAUSES    2 /* so three tries: services.md 12 */

static void
fetch_free (gpointer data)
{
  Fetch *self = data;

  if (self->cancel_source != NULL)
    g_source_destroy (self->cancel_source);
  g_clear_pointer (&self->cancel_source, g_source_unref);
  g_clear_pointer (&self->visited, g_ptr_array_unref);
  g_clear_pointer (&self->kept, offprint_cache_entry_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_strfreev (self->final_statuses);
  g_free (self->url);
  g_free (self->accept);
  g_free (self->purpose);
  g_free (self->cache_key);
  g_free (self->who);
  g_free (self->host);
  g_free (self);
}

/**
 * offprint_http_answer_free:
 * @answer: (transfer full): an answer
 *
 * Frees an answer.
 */
void
offprint_http_answer_free (OffprintHttpAnswer *answer)
{
  g_return_if_fail (answer != NULL);

  g_free (answer->url);
  g_free (answer->content_type);
  g_free (answer->charset);
  g_clear_pointer (&answer->body, g_bytes_unref);
  g_clear_pointer (&answer->at, g_date_time_unref);
  g_free (answer);
}

/* The reference that keeps the request alive goes with its return. */
static void
end (Fetch *self)
{
  if (self->cancel_source != NULL)
    g_source_destroy (self->cancel_source);
  g_clear_pointer (&self->cancel_source, g_source_unref);
  g_object_unref (self->task);
}

/**
 * offprint_http_fetch_fail:
 * @self: a request that neither waits nor runs
 * @error: (transfer full): why
 *
 * Ends a request without an answer.
 */
void
offprint_http_fetch_fail (Fetch  *self,
                          GError *error)
{
  g_task_return_error (self->task, error);
  end (self);
}

static void
succeed (Fetch      *self,
         guint       status,
         const char *url,
         const char *content_type,
         const char *charset,
         GBytes     *body,
         GDateTime  *at,
         gboolean    from_cache)
{
  OffprintHttpAnswer *answer = g_new0 (OffprintHttpAnswer, 1);

  answer->status = status;
  answer->url = g_strdup (url);
  answer->content_type = g_strdup (content_type);
  answer->charset = g_strdup (charset);
  answer->body = g_bytes_ref (body);
  answer->at = g_date_time_ref (at);
  answer->from_cache = from_cache;
  g_task_return_pointer (self->task, answer, (GDestroyNotify) offprint_http_answer_free);
  end (self);
}

static void
succeed_from_cache (Fetch *self)
{
  OffprintHttp *http = g_task_get_source_object (self->task);

  offprint_ledger_add (http->ledger, self->host, self->purpose, 0, "cache");
  succeed (self, 200, self->kept->url, self->kept->content_type, NULL, self->kept->body, self->kept->at, TRUE);
}

static const char *
get_outcome (const GError *error)
{
  if (error->domain != OFFPRINT_REGISTRY_ERROR)
    return "cancelled";
  if (error->code == OFFPRINT_REGISTRY_ERROR_TIMED_OUT)
    return "timed-out";
  if (error->code == OFFPRINT_REGISTRY_ERROR_TOO_LARGE)
    return "too-large";
  return error->code == OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER ? "broken" : "failed";
}

static void
write_down (Fetch                  *self,
            const OffprintExchange *exchange)
{
  OffprintHttp *http = g_task_get_source_object (self->task);
  g_autofree char *status = g_strdup_printf ("%u", exchange->status);

  offprint_ledger_add (http->ledger, self->host, self->purpose, exchange->n_read,
                       exchange->error != NULL ? get_outcome (exchange->error) : status);
}

static void
wait_and_enqueue (Fetch *self,
                  guint  pause_s)
{
  OffprintHttp *http = g_task_get_source_object (self->task);
  guint wait_ms = offprint_http_back_off_ms (http->back_off_ms, self->n_tries + self->n_pauses, g_random_int ());

  wait_ms = MAX (wait_ms, pause_s * 1000);
  self->not_before = g_get_monotonic_time () + wait_ms * (gint64) 1000;
  offprint_http_enqueue (http, self);
}

/* A site that has just set a cookie may send us where we were, to come back with it */
static gboolean
is_circle (Fetch      *self,
           const char *location)
{
  for (guint i = self->n_settled; i < self->visited->len; i++)
    if (g_str_equal (g_ptr_array_index (self->visited, i), location))
      return TRUE;
  return FALSE;
}

static void
move_to (Fetch *self,
         char *host) /* (transfer full) */
{
  gboolean is_other = !g_str_equal (host, self->host);

  /* who the person is concerns the service that was asked, not where it sends us */
  self->is_polite = self->is_polite && !is_other;
  g_free (self->host);
  self->host = host;
  if (self->is_page)
    g_set_str (&self->who, host);
  if (is_other && self->hop != NULL)
    self->hop (host, self->hop_data);
}

static void
follow (Fetch            *self,
        OffprintExchange *exchange)
{
  OffprintHttp *http = g_task_get_source_object (self->task);
  const char *from = g_ptr_array_index (self->visited, self->visited->len - 1);
  g_autofree char *location = g_steal_pointer (&exchange->location);

  /* publishers register plain HTTP for what they have long served over HTTPS */
  if (location != NULL && self->is_page)
    {
      char *safe = offprint_http_dup_over_tls (location);

      g_free (location);
      location = safe;
    }

  if (location == NULL || !offprint_http_is_allowed (location, from))
    {
      offprint_http_fetch_fail (self, offprint_http_error_new_redirect (self->who, location != NULL ? location : "?"));
      return;
    }
  if (self->is_page && exchange->sets_cookies)
    self->n_settled = self->visited->len;
  if (self->visited->len > MAX_REDIRECTS || is_circle (self, location))
    {
      offprint_http_fetch_fail (self, offprint_http_error_new_redirect (self->who, NULL));
      return;
    }

  g_ptr_array_add (self->visited, g_strdup (location));
  move_to (self, offprint_http_dup_host (location));
  offprint_http_enqueue (http, self);
}

static void
pause_or_fail (Fetch                  *self,
               const OffprintExchange *exchange)
{
  OffprintHttp *http = g_task_get_source_object (self->task);
  guint pause_s = MAX (exchange->retry_after_s, 0);

  if (exchange->retry_after_s >= 0)
    offprint_http_policy_pause (http->policy, self->host, pause_s, g_get_monotonic_time ());

  if (self->is_page || pause_s > OFFPRINT_HTTP_LONGEST_WAIT_S || self->n_pauses >= MAX_PAUSES)
    {
      offprint_http_fetch_fail (self, offprint_http_error_new_from_status (self->who, exchange->status, pause_s));
      return;
    }
  self->n_pauses++;
  wait_and_enqueue (self, pause_s);
}

static void
keep (Fetch                  *self,
      const OffprintExchange *exchange,
      GDateTime              *at)
{
  OffprintHttp *http = g_task_get_source_object (self->task);
  g_autoptr (OffprintCacheEntry) entry = NULL;

  if (http->cache == NULL || self->cache_key == NULL || exchange->status != 200)
    return;
  entry = offprint_cache_entry_new (g_ptr_array_index (self->visited, self->visited->len - 1), exchange->content_type,
                                    exchange->etag, exchange->last_modified, exchange->body, at);
  offprint_http_cache_store (http->cache, self->cache_key, entry);
}

/* 304: what we keep holds, from now on again */
static void
confirm (Fetch *self)
{
  OffprintHttp *http = g_task_get_source_object (self->task);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (OffprintCacheEntry) entry = NULL;

  entry = offprint_cache_entry_new (self->kept->url, self->kept->content_type, self->kept->etag,
                                    self->kept->last_modified, self->kept->body, now);
  offprint_http_cache_store (http->cache, self->cache_key, entry);
  succeed (self, 200, entry->url, entry->content_type, NULL, entry->body, now, FALSE);
}

static gboolean
is_redirect (guint status)
{
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

static void
decide (Fetch            *self,
        OffprintExchange *exchange)
{
  OffprintHttp *http = g_task_get_source_object (self->task);
  g_autoptr (GDateTime) now = NULL;
  gboolean is_fault = exchange->status >= 500 && !(exchange->status == 503 && exchange->retry_after_s >= 0);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (self->task)))
    offprint_http_fetch_fail (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled"));
  else if (exchange->body != NULL)
    {
      now = g_date_time_new_now_utc ();
      keep (self, exchange, now);
      succeed (self, exchange->status, g_ptr_array_index (self->visited, self->visited->len - 1),
               exchange->content_type, exchange->charset, exchange->body, now, FALSE);
    }
  else if ((exchange->error != NULL && exchange->may_retry) || (exchange->error == NULL && (is_fault || exchange->status == 408)))
    {
      self->n_tries++;
      if (!self->is_page && self->n_tries < MAX_TRIES && self->used_ms < http->total_ms / 4 * 3) /* else it could not end well */
        wait_and_enqueue (self, 0);
      else if (exchange->error != NULL)
        offprint_http_fetch_fail (self, g_steal_pointer (&exchange->error));
      else
        offprint_http_fetch_fail (self, offprint_http_error_new_from_status (self->who, MAX (exchange->status, 500), 0));
    }
  else if (exchange->error != NULL)
    offprint_http_fetch_fail (self, g_steal_pointer (&exchange->error));
  else if (exchange->status == 304 && self->kept != NULL)
    confirm (self);
  else if (is_redirect (exchange->status))
    follow (self, exchange);
  else if (exchange->status == 429 || exchange->status == 503)
    pause_or_fail (self, exchange);
  else
    {
      if (exchange->status == 403)
        offprint_http_policy_refuse (http->policy, self->host);
      offprint_http_fetch_fail (self, offprint_http_error_new_from_status (self->who, exchange->status, 0));
    }
}

static void
exchanged_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Fetch *self = user_data;
  g_autoptr (OffprintHttp) http = g_object_ref (g_task_get_source_object (self->task));
  g_autoptr (OffprintExchange) exchange = offprint_exchange_finish (source, result);

  g_clear_object (&self->cancellable);
  self->used_ms += (g_get_monotonic_time () - self->started) / 1000;
  offprint_http_policy_end (http->policy, self->host);
  offprint_http_policy_learn (http->policy, self->host, self->is_list,
                              exchange->limit, exchange->interval_s, exchange->connections);
  write_down (self, exchange);
  decide (self, exchange);
  offprint_http_pump (http);
}

/**
 * offprint_http_fetch_start:
 * @http: the client
 * @self: a request whose turn it is
 *
 * Asks.
 */
void
offprint_http_fetch_start (OffprintHttp *http,
                           Fetch        *self)
{
  guint left_ms = http->total_ms > self->used_ms ? http->total_ms - self->used_ms : 0;
  gboolean is_first = self->visited->len == 1;
  OffprintExchangeRequest request = {
    .url = g_ptr_array_index (self->visited, self->visited->len - 1),
    .who = self->who,
    .user_agent = self->is_polite && http->polite_user_agent != NULL ? http->polite_user_agent : http->user_agent,
    .accept = self->accept,
    .etag = is_first && self->kept != NULL ? self->kept->etag : NULL,
    .last_modified = is_first && self->kept != NULL ? self->kept->last_modified : NULL,
    .final_statuses = (const char *const *) self->final_statuses,
    .is_page = self->is_page,
    .public_only = !is_first && !offprint_http_is_local (self->visited->pdata[0]),
    .max_bytes = self->max_bytes,
    .connect_ms = MIN (http->connect_ms, left_ms),
    .first_byte_ms = http->first_byte_ms,
    .total_ms = left_ms,
  };

  if (self->is_page && self->session == NULL)
    self->session = offprint_exchange_session_new_for_page ();
  else if (!self->is_page && http->session == NULL)
    http->session = offprint_exchange_session_new ();
  self->started = g_get_monotonic_time ();
  self->cancellable = g_cancellable_new ();
  offprint_exchange_async (self->is_page ? self->session : http->session, &request, self->cancellable, exchanged_cb, self);
}

/* From the main loop, so that it never comes in the middle of something else. */
static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  Fetch *self = user_data;
  OffprintHttp *http = g_task_get_source_object (self->task);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else if (g_queue_remove (&http->waiting, self))
    offprint_http_fetch_fail (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled"));
  return G_SOURCE_REMOVE;
}

static void
watch_cancellable (Fetch *self)
{
  GCancellable *cancellable = g_task_get_cancellable (self->task);

  if (cancellable == NULL)
    return;
  self->cancel_source = g_cancellable_source_new (cancellable);
  g_source_set_callback (self->cancel_source, G_SOURCE_FUNC (cancelled_cb), self, NULL);
  g_source_attach (self->cancel_source, g_main_context_get_thread_default ());
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Fetch *self = user_data;
  g_autoptr (OffprintHttp) http = g_object_ref (g_task_get_source_object (self->task));
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  self->kept = offprint_http_cache_load_finish (OFFPRINT_HTTP_CACHE (source), result);
  if (g_cancellable_is_cancelled (g_task_get_cancellable (self->task)))
    offprint_http_fetch_fail (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled"));
  else if (self->kept != NULL &&
           (http->is_offline ||
            ABS (g_date_time_difference (now, self->kept->at)) < (GTimeSpan) self->max_age_s * G_TIME_SPAN_SECOND))
    succeed_from_cache (self);
  else
    offprint_http_enqueue (http, self);
}

static Fetch *
fetch_new (const OffprintHttpRequest *request)
{
  Fetch *self = g_new0 (Fetch, 1);

  self->url = g_strdup (request->url);
  self->accept = g_strdup (request->accept);
  self->purpose = g_strdup (request->purpose);
  self->final_statuses = g_strdupv ((char **) request->final_statuses);
  self->max_age_s = request->max_age_s;
  self->max_bytes = request->max_bytes > 0 ? request->max_bytes : MAX_BYTES;
  self->is_polite = request->is_polite;
  self->is_list = request->is_list;
  self->is_page = request->is_page;
  self->hop = request->hop;
  self->hop_data = request->hop_data;
  self->host = offprint_http_dup_host (request->url);
  self->who = g_strdup (request->service != NULL ? request->service : self->host);
  self->visited = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->visited, g_strdup (request->url));
  if (request->cache_key != NULL && !request->is_page && self->host != NULL)
    self->cache_key = g_strdup_printf ("%s\n%s", self->host, request->cache_key);
  return self;
}

/**
 * offprint_http_fetch_async:
 * @self: a client
 * @request: what to ask of whom; copied
 * @cancellable: (nullable): to give up, at any point
 * @callback: called when there is an answer or an error
 * @user_data: for @callback
 *
 * Asks for something, by GET, with every courtesy of the house (services.md 12).
 */
void
offprint_http_fetch_async (OffprintHttp              *self,
                           const OffprintHttpRequest *request,
                           GCancellable              *cancellable,
                           GAsyncReadyCallback        callback,
                           gpointer                   user_data)
{
  GTask *task = NULL;
  Fetch *fetch = NULL;

  g_return_if_fail (OFFPRINT_IS_HTTP (self));
  g_return_if_fail (request != NULL && request->url != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, offprint_http_fetch_async);
  fetch = fetch_new (request);
  fetch->task = task;
  g_task_set_task_data (task, fetch, fetch_free);

  if (g_task_return_error_if_cancelled (task))
    end (fetch);
  else if (fetch->host == NULL || !offprint_http_is_allowed (request->url, NULL))
    offprint_http_fetch_fail (fetch, offprint_http_error_new_unsafe (fetch->who != NULL ? fetch->who : "Offprint", request->url));
  else
    {
      watch_cancellable (fetch);
      if (self->cache != NULL && fetch->cache_key != NULL)
        offprint_http_cache_load_async (self->cache, fetch->cache_key, loaded_cb, fetch);
      else
        offprint_http_enqueue (self, fetch);
    }
}

/**
 * offprint_http_fetch_finish:
 * @self: a client
 * @result: what the callback was given
 * @error: return location for an error of the domain `OFFPRINT_REGISTRY_ERROR`, or
 *   `G_IO_ERROR_CANCELLED`
 *
 * Ends offprint_http_fetch_async(). Any status but 2xx and those that the request
 * named as final is an error.
 *
 * Returns: (transfer full): the answer, or `NULL` with @error set
 */
OffprintHttpAnswer *
offprint_http_fetch_finish (OffprintHttp  *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
