/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The only file that speaks with libsoup (http-error.c knows its error domain). Its
 * own redirects, cookies, passwords and cache are all off: each of them would send or
 * keep something that the user did not ask for. The one exception is a publisher’s
 * page, which some sites show only to who brings back the cookie of the redirect: it
 * has a session to itself, whose jar is in memory and goes when the page is read.
 */

#include "config.h"

#include "http-exchange.h"

#include "http-address.h"
#include "http-error.h"
#include "http-read.h"
#include "registry-error.h"

#include <libsoup/soup.h>
#include <string.h>

typedef struct
{
  /* Owned */
  SoupMessage *message;
  OffprintExchange *exchange;
  GCancellable *cancellable; /* the caller’s and the clock’s */
  GInputStream *stream;
  GSource *clock;
  char *who;
  char **final_statuses;

  gsize max_bytes;
  guint first_byte_ms;
  gint64 deadline; /* monotonic */
  OffprintHttpPhase phase;
  gboolean is_timed_out;
  gboolean is_unsafe;
} Talk;

static void
talk_stop_clock (Talk *self)
{
  if (self->clock != NULL)
    g_source_destroy (self->clock);
  g_clear_pointer (&self->clock, g_source_unref);
}

static void
talk_free (gpointer data)
{
  Talk *self = data;

  talk_stop_clock (self);
  g_clear_object (&self->message);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->stream);
  g_clear_pointer (&self->exchange, offprint_exchange_free);
  g_free (self->who);
  g_strfreev (self->final_statuses);
  g_free (self);
}

/**
 * offprint_exchange_free:
 * @self: (transfer full): how an exchange went
 *
 * Frees it.
 */
void
offprint_exchange_free (OffprintExchange *self)
{
  g_free (self->location);
  g_free (self->content_type);
  g_free (self->charset);
  g_free (self->etag);
  g_free (self->last_modified);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * offprint_exchange_session_new:
 *
 * Makes what all exchanges of one client share: connections, and the system’s proxy
 * and certificates.
 *
 * Returns: (transfer full): the session
 */
GObject *
offprint_exchange_session_new (void)
{
  return g_object_new (SOUP_TYPE_SESSION,
                       "timeout", 0, /* the clock below is ours */
                       "idle-timeout", 30,
                       "max-conns", 16,
                       "max-conns-per-host", 6,
                       NULL);
}

/**
 * offprint_exchange_session_new_for_page:
 *
 * Makes what the exchanges of one navigation share and nobody else: a connection or two,
 * and a jar that forgets its cookies when the session ends. Nothing of it is written to
 * the disk, and no other request can send what a publisher set here.
 *
 * Returns: (transfer full): the session
 */
GObject *
offprint_exchange_session_new_for_page (void)
{
  GObject *session = offprint_exchange_session_new ();

  soup_session_add_feature_by_type (SOUP_SESSION (session), SOUP_TYPE_COOKIE_JAR);
  return session;
}

static gboolean
clock_cb (gpointer user_data)
{
  Talk *self = user_data;

  self->is_timed_out = TRUE;
  g_cancellable_cancel (self->cancellable);
  return G_SOURCE_REMOVE;
}

static void
talk_start_clock (Talk              *self,
                  OffprintHttpPhase  phase,
                  guint              limit_ms)
{
  gint64 left_ms = (self->deadline - g_get_monotonic_time ()) / 1000;

  talk_stop_clock (self);
  self->phase = phase;
  self->clock = g_timeout_source_new (CLAMP (left_ms, 0, (gint64) limit_ms));
  g_source_set_callback (self->clock, clock_cb, self, NULL);
  g_source_attach (self->clock, g_main_context_get_thread_default ());
}

static void
wrote_headers_cb (SoupMessage *message,
                  gpointer     user_data)
{
  Talk *self = user_data;

  talk_start_clock (self, OFFPRINT_HTTP_PHASE_FIRST_BYTE, self->first_byte_ms);
}

/* A name can be made to mean an address in the reader’s own house. A proxy of theirs may
 * stand there, and it is the proxy that looks the name up; it is told apart as long as the
 * connection is being made. */
static void
network_event_cb (SoupMessage        *message,
                  GSocketClientEvent  event,
                  GIOStream          *connection,
                  gpointer            user_data)
{
  Talk *self = user_data;
  g_autoptr (GSocketAddress) address = NULL;

  if (event != G_SOCKET_CLIENT_CONNECTING || !G_IS_SOCKET_CONNECTION (connection))
    return;
  address = g_socket_connection_get_remote_address (G_SOCKET_CONNECTION (connection), NULL);
  if (!G_IS_INET_SOCKET_ADDRESS (address) || G_IS_PROXY_ADDRESS (address) ||
      offprint_http_is_public (g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address))))
    return;
  self->is_unsafe = TRUE;
  g_cancellable_cancel (self->cancellable);
}

static void
talk_return (GTask *task)
{
  Talk *self = g_task_get_task_data (task);

  talk_stop_clock (self);
  if (self->message != NULL)
    g_signal_handlers_disconnect_by_data (self->message, self);
  g_task_return_pointer (task, g_steal_pointer (&self->exchange), (GDestroyNotify) offprint_exchange_free);
}

static gboolean
is_cut (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
}

static void
talk_fail (GTask        *task,
           const GError *cause)
{
  Talk *self = g_task_get_task_data (task);

  if (self->is_unsafe)
    {
      g_autofree char *url = g_uri_to_string_partial (soup_message_get_uri (self->message), G_URI_HIDE_QUERY);

      self->exchange->error = offprint_http_error_new_redirect (self->who, url);
    }
  else if (self->is_timed_out)
    {
      self->exchange->error = offprint_http_error_new_timed_out (self->who, self->phase);
      self->exchange->may_retry = TRUE;
    }
  else if (g_error_matches (cause, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_TOO_LARGE))
    {
      self->exchange->error = offprint_http_error_new_too_large (self->who, self->max_bytes);
    }
  else
    {
      self->exchange->error = offprint_http_error_new_from_cause (self->who, cause);
      self->exchange->may_retry = is_cut (cause);
    }
  g_cancellable_cancel (self->cancellable); /* what still runs of it ends */
  talk_return (task);
}

static void
body_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Talk *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  self->exchange->body = offprint_http_read_finish (G_INPUT_STREAM (source), result, &self->exchange->n_read, &error);
  if (error != NULL)
    talk_fail (task, error);
  else
    talk_return (task);
}

static guint
get_number (SoupMessageHeaders *headers,
            const char         *name,
            const char         *other_name)
{
  const char *text = soup_message_headers_get_one (headers, name);
  guint64 number = 0;

  if (text == NULL && other_name != NULL)
    text = soup_message_headers_get_one (headers, other_name);
  /* Crossref writes its interval as “1s” */
  if (text != NULL)
    number = g_ascii_strtoull (text, NULL, 10);
  return number > 0 && number < G_MAXINT32 ? (guint) number : 0;
}

/* Seconds or a date: RFC 9110, 10.2.3 */
static gint64
get_retry_after (SoupMessageHeaders *headers)
{
  const char *text = soup_message_headers_get_one (headers, "Retry-After");
  g_autoptr (GDateTime) date = NULL;
  g_autoptr (GDateTime) now = NULL;
  guint64 seconds = 0;

  if (text == NULL)
    return -1;
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32, &seconds, NULL))
    return seconds;
  date = soup_date_time_new_from_http_string (text);
  if (date == NULL)
    return -1;
  now = g_date_time_new_now_utc ();
  return CLAMP ((g_date_time_difference (date, now) + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC, 0, G_MAXINT32);
}

static char *
dup_location (SoupMessage        *message,
              SoupMessageHeaders *headers)
{
  const char *text = soup_message_headers_get_one (headers, "Location");
  g_autoptr (GUri) uri = NULL;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;
  uri = g_uri_parse_relative (soup_message_get_uri (message), text, SOUP_HTTP_URI_FLAGS, NULL);
  return uri != NULL ? g_uri_to_string_partial (uri, G_URI_HIDE_FRAGMENT) : NULL;
}

static char *
dup_header (SoupMessageHeaders *headers,
            const char         *name)
{
  const char *text = soup_message_headers_get_one (headers, name);

  return text != NULL && strlen (text) < 1024 ? g_utf8_make_valid (text, -1) : NULL;
}

static void
read_headers (Talk *self)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  OffprintExchange *exchange = self->exchange;
  GHashTable *parameters = NULL;
  const char *type = soup_message_headers_get_content_type (headers, &parameters);
  const char *charset = parameters != NULL ? g_hash_table_lookup (parameters, "charset") : NULL;

  exchange->status = soup_message_get_status (self->message);
  exchange->location = dup_location (self->message, headers);
  exchange->content_type = type != NULL ? g_ascii_strdown (type, -1) : NULL;
  exchange->charset = charset != NULL && strlen (charset) < 64 ? g_utf8_make_valid (charset, -1) : NULL;
  g_clear_pointer (&parameters, g_hash_table_unref);
  exchange->sets_cookies = soup_message_headers_get_list (headers, "Set-Cookie") != NULL;
  exchange->etag = dup_header (headers, "ETag");
  exchange->last_modified = dup_header (headers, "Last-Modified");
  exchange->retry_after_s = get_retry_after (headers);
  exchange->limit = get_number (headers, "x-rate-limit-limit", "x-ratelimit-limit");
  exchange->interval_s = get_number (headers, "x-rate-limit-interval", "x-ratelimit-interval");
  exchange->connections = get_number (headers, "x-concurrency-limit", NULL);
}

static gboolean
wants_body (Talk *self)
{
  g_autofree char *status = g_strdup_printf ("%u", self->exchange->status);

  return (self->exchange->status >= 200 && self->exchange->status < 300) ||
         (self->final_statuses != NULL && g_strv_contains ((const char *const *) self->final_statuses, status));
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Talk *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  SoupMessageHeaders *headers = NULL;

  self->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (self->stream == NULL)
    {
      talk_fail (task, error);
      return;
    }

  read_headers (self);
  headers = soup_message_get_response_headers (self->message);
  if (!wants_body (self))
    {
      g_cancellable_cancel (self->cancellable);
      talk_return (task);
    }
  else if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH &&
           soup_message_headers_get_content_length (headers) > (goffset) self->max_bytes)
    {
      g_set_error_literal (&error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_TOO_LARGE, "too large");
      talk_fail (task, error);
    }
  else
    {
      talk_start_clock (self, OFFPRINT_HTTP_PHASE_BODY, G_MAXINT32);
      offprint_http_read_async (self->stream, self->max_bytes, self->cancellable, body_read_cb, g_steal_pointer (&task));
    }
}

static SoupMessage *
dup_message (const OffprintExchangeRequest *request)
{
  SoupMessage *message = soup_message_new ("GET", request->url);
  SoupMessageHeaders *headers = NULL;

  if (message == NULL)
    return NULL;

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE);
  if (request->is_page)
    {
      soup_message_set_is_top_level_navigation (message, TRUE);
      soup_message_set_first_party (message, soup_message_get_uri (message));
      soup_message_set_site_for_cookies (message, soup_message_get_uri (message));
    }
  headers = soup_message_get_request_headers (message);
  soup_message_headers_replace (headers, "User-Agent", request->user_agent);
  if (request->accept != NULL)
    soup_message_headers_replace (headers, "Accept", request->accept);
  if (request->etag != NULL)
    soup_message_headers_replace (headers, "If-None-Match", request->etag);
  else if (request->last_modified != NULL)
    soup_message_headers_replace (headers, "If-Modified-Since", request->last_modified);
  return message;
}

/**
 * offprint_exchange_async:
 * @session: what offprint_exchange_session_new() made
 * @request: whom to ask what; copied
 * @cancellable: to give up; made for this exchange, which cancels it too
 * @callback: called when it is over
 * @user_data: for @callback
 *
 * Asks once. The body is read for 2xx and the final statuses only, at most
 * `max_bytes` of it after decompression.
 */
void
offprint_exchange_async (GObject                       *session,
                         const OffprintExchangeRequest *request,
                         GCancellable                  *cancellable,
                         GAsyncReadyCallback            callback,
                         gpointer                       user_data)
{
  g_autoptr (GTask) task = NULL;
  Talk *self = NULL;

  g_return_if_fail (SOUP_IS_SESSION (session));

  /* the result carries its own error, a cancellation too */
  task = g_task_new (session, NULL, callback, user_data);
  g_task_set_source_tag (task, offprint_exchange_async);

  self = g_new0 (Talk, 1);
  self->exchange = g_new0 (OffprintExchange, 1);
  self->exchange->retry_after_s = -1;
  self->cancellable = g_object_ref (cancellable);
  self->who = g_strdup (request->who);
  self->final_statuses = g_strdupv ((char **) request->final_statuses);
  self->max_bytes = request->max_bytes;
  self->first_byte_ms = request->first_byte_ms;
  self->deadline = g_get_monotonic_time () + request->total_ms * (gint64) 1000;
  g_task_set_task_data (task, self, talk_free);

  self->message = dup_message (request);
  if (self->message == NULL)
    {
      self->exchange->error = offprint_http_error_new_unsafe (request->who, request->url);
      talk_return (task);
      return;
    }

  g_signal_connect (self->message, "wrote-headers", G_CALLBACK (wrote_headers_cb), self);
  if (request->public_only)
    g_signal_connect (self->message, "network-event", G_CALLBACK (network_event_cb), self);
  talk_start_clock (self, OFFPRINT_HTTP_PHASE_CONNECT, request->connect_ms);
  soup_session_send_async (SOUP_SESSION (session), self->message, G_PRIORITY_DEFAULT, self->cancellable,
                           sent_cb, g_steal_pointer (&task));
}

/**
 * offprint_exchange_finish:
 * @session: the session
 * @result: what the callback was given
 *
 * Ends offprint_exchange_async().
 *
 * Returns: (transfer full): how it went, with `error` set if there is no whole answer
 */
OffprintExchange *
offprint_exchange_finish (GObject      *session,
                          GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
