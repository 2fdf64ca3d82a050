/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The loopback service. Beside what was put there it knows these paths, each a way in
 * which a service goes wrong:
 *
 *   /flaky          500 the first time, then an answer
 *   /broken         500 always
 *   /cut            half of what Content-Length promised, always
 *   /cut-once       the same the first time only
 *   /not-http       a mail server’s greeting
 *   /silent         never a byte
 *   /slow           a byte each 20 ms, for ever
 *   /huge           300 MB, as chunks
 *   /huge-length    Content-Length of 300 MB
 *   /bomb           256 MiB in 256 KiB of gzip
 *   /bad-gzip       said to be gzip, is not
 *   /loop           302 to itself
 *   /chain/N        302 to /chain/N-1, at 0 an answer
 *   /away/http      302 to plain HTTP elsewhere
 *   /away/ftp       302 to another scheme
 *   /away/nowhere   302 without Location
 *   /busy/N         429 in HTML with Retry-After: N; then an answer if N is 0
 *   /busy-date      429 with an HTTP date an hour away
 *   /busy           429 without Retry-After
 *   /tired/N        503 with Retry-After: N
 *   /status/N       that status
 *   /shy            shown to who brings the cookie back that it sets on the way round
 *   /baker          302 to itself with another cookie each time
 */

#include "stand-in.h"

#include <string.h>

typedef struct
{
  guint status;
  char *content_type;
  GBytes *body;
  GPtrArray *headers; /* name, value, name, value … */
} Plain;

struct _StandIn
{
  SoupServer *server;
  char *url;
  GHashTable *plain;    /* path and query → Plain */
  GHashTable *requests; /* path and query → SoupMessageHeaders of the last one */
  GHashTable *counts;   /* path and query → count */
  GString *log;
  guint n_requests;
  void (*watch) (const char *, gpointer);
  gpointer watch_data;
};

static void
plain_free (gpointer data)
{
  Plain *self = data;

  g_free (self->content_type);
  g_bytes_unref (self->body);
  g_ptr_array_unref (self->headers);
  g_free (self);
}

/* Bytes as they are, then the connection’s end: for what SoupServer would not send. */
static void
send_raw (SoupServerMessage *msg,
          const char        *bytes)
{
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (msg);

  g_output_stream_write_all (g_io_stream_get_output_stream (stream), bytes, strlen (bytes), NULL, NULL, NULL);
  g_io_stream_close (stream, NULL, NULL);
}

static gboolean
send_bit_cb (gpointer user_data)
{
  SoupServerMessage *msg = user_data;

  soup_message_body_append (soup_server_message_get_response_body (msg), SOUP_MEMORY_STATIC, " ", 1);
  soup_server_message_unpause (msg);
  return G_SOURCE_CONTINUE;
}

/* Whichever comes first, the client’s leaving or the message’s end */
static void
stop_bits (gpointer data)
{
  g_source_destroy (data);
  g_source_unref (data);
}

static void
stop_bits_cb (SoupServerMessage *msg,
              gpointer           user_data)
{
  g_object_set_data (G_OBJECT (msg), "bits", NULL);
}

static void
send_slowly (SoupServerMessage *msg)
{
  GSource *source = g_timeout_source_new (20);

  soup_message_headers_set_encoding (soup_server_message_get_response_headers (msg), SOUP_ENCODING_CHUNKED);
  soup_server_message_set_status (msg, 200, NULL);
  g_source_set_callback (source, send_bit_cb, msg, NULL);
  g_source_attach (source, NULL);
  g_object_set_data_full (G_OBJECT (msg), "bits", source, stop_bits);
  g_signal_connect (msg, "disconnected", G_CALLBACK (stop_bits_cb), NULL);
  g_signal_connect (msg, "finished", G_CALLBACK (stop_bits_cb), NULL);
  send_bit_cb (msg);
}

static void
send_more_cb (SoupServerMessage *msg,
              gpointer           user_data)
{
  guint *n_left = g_object_get_data (G_OBJECT (msg), "left");
  SoupMessageBody *body = soup_server_message_get_response_body (msg);
  static const char blanks[64 * 1024] = "";

  if (*n_left == 0)
    soup_message_body_complete (body);
  else
    soup_message_body_append (body, SOUP_MEMORY_STATIC, blanks, sizeof blanks);
  *n_left -= *n_left > 0;
  soup_server_message_unpause (msg);
}

static void
send_hugely (SoupServerMessage *msg)
{
  guint *n_left = g_new (guint, 1);

  *n_left = 300 * 1000 * 1000 / (64 * 1024);
  g_object_set_data_full (G_OBJECT (msg), "left", n_left, g_free);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (msg), SOUP_ENCODING_CHUNKED);
  soup_message_body_set_accumulate (soup_server_message_get_response_body (msg), FALSE);
  soup_server_message_set_status (msg, 200, NULL);
  g_signal_connect (msg, "wrote-chunk", G_CALLBACK (send_more_cb), NULL);
  send_more_cb (msg, NULL);
}

static void
send_bomb (SoupServerMessage *msg)
{
  g_autoptr (GZlibCompressor) gzip = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GOutputStream) packed = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) out = g_converter_output_stream_new (packed, G_CONVERTER (gzip));
  g_autofree char *zeros = g_malloc0 (1 << 20);
  g_autoptr (GBytes) bytes = NULL;

  for (int i = 0; i < 256; i++)
    g_output_stream_write_all (out, zeros, 1 << 20, NULL, NULL, NULL);
  g_output_stream_close (out, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (packed));
  soup_message_headers_append (soup_server_message_get_response_headers (msg), "Content-Encoding", "gzip");
  soup_message_body_append_bytes (soup_server_message_get_response_body (msg), bytes);
  soup_server_message_set_status (msg, 200, NULL);
}

static void
send_text (SoupServerMessage *msg,
           guint              status,
           const char        *type,
           const char        *text)
{
  soup_server_message_set_status (msg, status, NULL);
  soup_server_message_set_response (msg, type, SOUP_MEMORY_COPY, text, strlen (text));
}

static void
send_busy (SoupServerMessage *msg,
           guint              status,
           const char        *retry_after)
{
  if (retry_after != NULL)
    soup_message_headers_append (soup_server_message_get_response_headers (msg), "Retry-After", retry_after);
  send_text (msg, status, "text/html", "<html><title>429 Too Many Requests</title></html>");
}

static void
send_redirect (SoupServerMessage *msg,
               const char        *location)
{
  soup_server_message_set_status (msg, 302, NULL);
  if (location != NULL)
    soup_message_headers_append (soup_server_message_get_response_headers (msg), "Location", location);
}

static void
send_chain (SoupServerMessage *msg,
            guint              n)
{
  g_autofree char *next = g_strdup_printf ("/chain/%u", n - 1);

  if (n == 0)
    send_text (msg, 200, "application/json", "{}");
  else
    send_redirect (msg, next);
}

static void
send_date (SoupServerMessage *msg)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) later = g_date_time_add_hours (now, 1);
  g_autofree char *text = soup_date_time_to_string (later, SOUP_DATE_HTTP);

  send_busy (msg, 429, text);
}

static void
send_plain (SoupServerMessage *msg,
            const Plain       *plain)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (msg);
  SoupMessageHeaders *request = soup_server_message_get_request_headers (msg);
  const char *etag = NULL;

  for (guint i = 0; i < plain->headers->len; i += 2)
    {
      soup_message_headers_append (headers, plain->headers->pdata[i], plain->headers->pdata[i + 1]);
      if (g_str_equal (plain->headers->pdata[i], "ETag"))
        etag = plain->headers->pdata[i + 1];
    }
  if (etag != NULL && g_strcmp0 (etag, soup_message_headers_get_one (request, "If-None-Match")) == 0)
    {
      soup_server_message_set_status (msg, 304, NULL);
      return;
    }
  soup_server_message_set_status (msg, plain->status, NULL);
  if (plain->content_type != NULL)
    soup_message_headers_set_content_type (headers, plain->content_type, NULL);
  if (g_bytes_get_size (plain->body) > 0)
    soup_message_body_append_bytes (soup_server_message_get_response_body (msg), plain->body);
}

/* As publishers do it: there, to be looked at, and back; who has no cookie by then is told so */
static void
send_shyly (SoupServerMessage *msg,
            const char        *path)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (msg);
  gboolean has_cookie = soup_message_headers_get_one (soup_server_message_get_request_headers (msg), "Cookie") != NULL;

  if (g_str_equal (path, "/shy/check"))
    send_redirect (msg, has_cookie ? "/shy" : "/shy?error=cookies_not_supported");
  else if (g_str_equal (path, "/shy") && has_cookie)
    send_text (msg, 200, "text/html", "<title>Shown</title>");
  else if (g_str_equal (path, "/shy"))
    {
      soup_message_headers_append (headers, "Set-Cookie", "seen=1; Path=/; HttpOnly; SameSite=Lax");
      send_redirect (msg, "/shy/check");
    }
  else
    send_text (msg, 403, "text/html", "<title>Cookies Not Supported</title>");
}

static void
send_cookies (SoupServerMessage *msg,
              guint              count)
{
  g_autofree char *cookie = g_strdup_printf ("n=%u", count);

  soup_message_headers_append (soup_server_message_get_response_headers (msg), "Set-Cookie", cookie);
  send_redirect (msg, "/baker");
}

static void
misbehave (SoupServerMessage *msg,
           const char        *path,
           guint              count)
{
  static const char half[] = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"title\"";
  const char *rest = strchr (path + 1, '/');
  guint number = rest != NULL ? (guint) g_ascii_strtoull (rest + 1, NULL, 10) : 0;

  if (g_str_equal (path, "/flaky") && count == 1)
    send_text (msg, 500, "application/json", "{\"status\": \"error\"}");
  else if (g_str_equal (path, "/broken"))
    send_text (msg, 500, "application/json", "{\"status\": \"error\"}");
  else if (g_str_equal (path, "/cut") || (g_str_equal (path, "/cut-once") && count == 1))
    send_raw (msg, half);
  else if (g_str_equal (path, "/not-http"))
    send_raw (msg, "220 mail.example.org ESMTP\r\n");
  else if (g_str_equal (path, "/silent"))
    soup_server_message_pause (msg);
  else if (g_str_equal (path, "/slow"))
    send_slowly (msg);
  else if (g_str_equal (path, "/huge"))
    send_hugely (msg);
  else if (g_str_equal (path, "/huge-length"))
    send_raw (msg, "HTTP/1.1 200 OK\r\nContent-Length: 300000000\r\n\r\n{");
  else if (g_str_equal (path, "/bomb"))
    send_bomb (msg);
  else if (g_str_equal (path, "/bad-gzip"))
    send_raw (msg, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 9\r\n\r\n{\"a\": 1 }");
  else if (g_str_equal (path, "/loop"))
    send_redirect (msg, "/loop");
  else if (g_str_has_prefix (path, "/chain/"))
    send_chain (msg, number);
  else if (g_str_equal (path, "/away/http"))
    send_redirect (msg, "http://example.org/landing");
  else if (g_str_equal (path, "/away/ftp"))
    send_redirect (msg, "ftp://127.0.0.1/landing");
  else if (g_str_equal (path, "/away/nowhere"))
    send_redirect (msg, NULL);
  else if (g_str_equal (path, "/busy"))
    send_busy (msg, 429, NULL);
  else if (g_str_equal (path, "/busy/0") && count == 1)
    send_busy (msg, 429, "0");
  else if (g_str_has_prefix (path, "/busy/") && number > 0)
    send_busy (msg, 429, rest + 1);
  else if (g_str_equal (path, "/busy-date"))
    send_date (msg);
  else if (g_str_has_prefix (path, "/tired/"))
    send_busy (msg, 503, rest + 1);
  else if (g_str_has_prefix (path, "/shy"))
    send_shyly (msg, path);
  else if (g_str_equal (path, "/baker"))
    send_cookies (msg, count);
  else if (g_str_has_prefix (path, "/status/"))
    send_text (msg, number, "text/plain", "so it is");
  else if (g_str_equal (path, "/flaky") || g_str_equal (path, "/cut-once") || g_str_equal (path, "/busy/0"))
    send_text (msg, 200, "application/json", "{}");
  else
    send_text (msg, 404, "text/plain", "Resource not found.");
}

static void
answer_cb (SoupServer        *server,
           SoupServerMessage *msg,
           const char        *decoded_path,
           GHashTable        *query,
           gpointer           user_data)
{
  StandIn *self = user_data;
  g_autofree char *url = g_uri_to_string (soup_server_message_get_uri (msg));
  const char *path = strchr (strstr (url, "://") + 3, '/');
  const Plain *plain = NULL;
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, path)) + 1;

  self->n_requests++;
  g_hash_table_insert (self->counts, g_strdup (path), GUINT_TO_POINTER (count));
  g_hash_table_insert (self->requests, g_strdup (path),
                       soup_message_headers_ref (soup_server_message_get_request_headers (msg)));
  g_string_append_printf (self->log, "%s\n", path);
  if (self->watch != NULL)
    self->watch (path, self->watch_data); /* may put the answer */

  plain = g_hash_table_lookup (self->plain, path);
  if (plain != NULL)
    send_plain (msg, plain);
  else
    misbehave (msg, path, count);
}

StandIn *
stand_in_new (void)
{
  StandIn *self = g_new0 (StandIn, 1);
  g_autoptr (GError) error = NULL;
  GSList *uris = NULL;

  self->plain = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, plain_free);
  self->requests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) soup_message_headers_unref);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->log = g_string_new (NULL);
  self->server = soup_server_new ("raw-paths", TRUE, NULL);
  soup_server_add_handler (self->server, NULL, answer_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);

  uris = soup_server_get_uris (self->server);
  self->url = g_uri_to_string (uris->data);
  self->url[strlen (self->url) - 1] = '\0';
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return self;
}

void
stand_in_free (StandIn *self)
{
  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  /* what libsoup still has to say of its connections is said to the living */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_hash_table_unref (self->plain);
  g_hash_table_unref (self->requests);
  g_hash_table_unref (self->counts);
  g_string_free (self->log, TRUE);
  g_free (self->url);
  g_free (self);
}

const char *
stand_in_get_url (StandIn *self)
{
  return self->url;
}

const char *
stand_in_get_host (StandIn *self)
{
  return self->url + strlen ("http://");
}

void
stand_in_put (StandIn    *self,
              const char *path_and_query,
              guint       status,
              const char *content_type,
              const char *body,
              gssize      length)
{
  Plain *plain = g_new0 (Plain, 1);

  plain->status = status;
  plain->content_type = g_strdup (content_type);
  plain->body = g_bytes_new (body, length < 0 ? strlen (body) : (gsize) length);
  plain->headers = g_ptr_array_new_with_free_func (g_free);
  g_hash_table_insert (self->plain, g_strdup (path_and_query), plain);
}

gboolean
stand_in_put_file (StandIn    *self,
                   const char *path_and_query,
                   const char *content_type,
                   const char *file)
{
  const char *shared = g_getenv ("OFFPRINT_SHARED");
  g_autofree char *path = NULL;
  g_autofree char *data = NULL;
  gsize size = 0;

  if (shared == NULL)
    return FALSE;
  path = g_build_filename (shared, file, NULL);
  if (!g_file_get_contents (path, &data, &size, NULL))
    return FALSE;
  stand_in_put (self, path_and_query, 200, content_type, data, size);
  return TRUE;
}

void
stand_in_add_header (StandIn    *self,
                     const char *path_and_query,
                     const char *name,
                     const char *value)
{
  Plain *plain = g_hash_table_lookup (self->plain, path_and_query);

  g_ptr_array_add (plain->headers, g_strdup (name));
  g_ptr_array_add (plain->headers, g_strdup (value));
}

guint
stand_in_count (StandIn    *self,
                const char *path_and_query)
{
  if (path_and_query == NULL)
    return self->n_requests;
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, path_and_query));
}

const char *
stand_in_get_header (StandIn    *self,
                     const char *path_and_query,
                     const char *name)
{
  SoupMessageHeaders *headers = g_hash_table_lookup (self->requests, path_and_query);

  return headers != NULL ? soup_message_headers_get_one (headers, name) : NULL;
}

char *
stand_in_dup_log (StandIn *self)
{
  return g_strdup (self->log->str);
}

void
stand_in_set_watch (StandIn  *self,
                    void (*watch) (const char *, gpointer),
                    gpointer  user_data)
{
  self->watch = watch;
  self->watch_data = user_data;
}

static gboolean
too_late_cb (gpointer user_data)
{
  g_error ("The test’s main loop had nothing to do for 20 s");
  return G_SOURCE_REMOVE;
}

void
stand_in_spin (gboolean *done)
{
  guint source = g_timeout_add_seconds (20, too_late_cb, NULL);

  while (!*done)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
}
