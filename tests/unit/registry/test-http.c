/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The client against a service that misbehaves in every way we know.
 */

#include "http.h"

#include "http-private.h"
#include "registry-error.h"
#include "stand-in.h"

#include <glib/gstdio.h>

typedef struct
{
  StandIn *service;
  OffprintHttp *http;
  char *folder;
  GCancellable *cancellable;

  /* of the last fetch */
  gboolean done;
  OffprintHttpAnswer *answer;
  GError *error;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->service = stand_in_new ();
  self->folder = g_dir_make_tmp ("offprint-http-XXXXXX", NULL);
  self->http = g_object_new (OFFPRINT_TYPE_HTTP,
                             "cache-dir", self->folder,
                             "back-off-ms", 1,
                             "first-byte-timeout-ms", 5000,
                             NULL);
  self->cancellable = g_cancellable_new ();
}

static void
clear (Fixture *self)
{
  self->done = FALSE;
  g_clear_pointer (&self->answer, offprint_http_answer_free);
  g_clear_error (&self->error);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  clear (self);
  stand_in_free (self->service);
  g_object_add_weak_pointer (G_OBJECT (self->http), (gpointer *) &self->http);
  g_object_unref (self->http);
  while (self->http != NULL) /* a write of the cache may still run */
    g_main_context_iteration (NULL, TRUE);
  remove_folder (self->folder);
  g_free (self->folder);
  g_object_unref (self->cancellable);
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Fixture *self = user_data;

  self->answer = offprint_http_fetch_finish (OFFPRINT_HTTP (source), result, &self->error);
  g_assert_true ((self->answer == NULL) != (self->error == NULL));
  self->done = TRUE;
}

static void
begin (Fixture             *self,
       const char          *path,
       OffprintHttpRequest  request)
{
  g_autofree char *url = g_strconcat (stand_in_get_url (self->service), path, NULL);

  clear (self);
  request.url = url;
  if (request.purpose == NULL)
    request.purpose = "A test";
  offprint_http_fetch_async (self->http, &request, self->cancellable, fetched_cb, self);
}

static void
fetch (Fixture             *self,
       const char          *path,
       OffprintHttpRequest  request)
{
  begin (self, path, request);
  stand_in_spin (&self->done);
}

static char *
dup_outcomes (Fixture *self)
{
  GListModel *ledger = G_LIST_MODEL (offprint_http_get_ledger (self->http));
  GString *text = g_string_new (NULL);

  for (guint i = g_list_model_get_n_items (ledger); i > 0; i--)
    {
      g_autoptr (OffprintLedgerEntry) entry = g_list_model_get_item (ledger, i - 1);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", offprint_ledger_entry_get_outcome (entry));
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *name;
  const char *path;
  int code; /* of OFFPRINT_REGISTRY_ERROR; -1: an answer */
  const char *ledger;
  const char *words; /* in the message */
} Case;

static const Case cases[] = {
  { "404 text", "/nothing", OFFPRINT_REGISTRY_ERROR_NOT_FOUND, "404", "Crossref does not know it" },
  { "410", "/status/410", OFFPRINT_REGISTRY_ERROR_NOT_FOUND, "410", NULL },
  { "400", "/status/400", OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER, "400", "(400)" },
  { "401", "/status/401", OFFPRINT_REGISTRY_ERROR_REFUSED, "401", NULL },
  { "403", "/status/403", OFFPRINT_REGISTRY_ERROR_REFUSED, "403", "refuses" },
  { "451", "/status/451", OFFPRINT_REGISTRY_ERROR_REFUSED, "451", NULL },
  { "304 unasked", "/status/304", OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER, "304", NULL },
  { "500 then answer", "/flaky", -1, "500 200", NULL },
  { "500 twice", "/broken", OFFPRINT_REGISTRY_ERROR_SERVER, "500 500", "(500): try again later" },
  { "504", "/status/504", OFFPRINT_REGISTRY_ERROR_SERVER, "504 504", NULL },
  { "408", "/status/408", OFFPRINT_REGISTRY_ERROR_SERVER, "408 408", NULL },
  { "cut", "/cut", OFFPRINT_REGISTRY_ERROR_UNREACHABLE, "failed failed", "broke before" },
  { "cut once", "/cut-once", -1, "failed 200", NULL },
  { "not http", "/not-http", OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER, "broken", "no answer of a web service" },
  { "huge", "/huge", OFFPRINT_REGISTRY_ERROR_TOO_LARGE, "too-large", "larger than" },
  { "huge length", "/huge-length", OFFPRINT_REGISTRY_ERROR_TOO_LARGE, "too-large", "larger than" },
  { "gzip bomb", "/bomb", OFFPRINT_REGISTRY_ERROR_TOO_LARGE, "too-large", "larger than" },
  { "no gzip at all", "/bad-gzip", -1, "200", NULL }, /* libsoup hands it on as it is */
  { "redirect loop", "/loop", OFFPRINT_REGISTRY_ERROR_REDIRECTS, "302", "in circles" },
  { "10 redirects", "/chain/10", -1, "302 302 302 302 302 302 302 302 302 302 200", NULL },
  { "11 redirects", "/chain/11", OFFPRINT_REGISTRY_ERROR_REDIRECTS,
    "302 302 302 302 302 302 302 302 302 302 302", NULL },
  { "redirect to http", "/away/http", OFFPRINT_REGISTRY_ERROR_REDIRECTS, "302", "http://example.org/landing" },
  { "redirect to ftp", "/away/ftp", OFFPRINT_REGISTRY_ERROR_REDIRECTS, "302", NULL },
  { "redirect to nowhere", "/away/nowhere", OFFPRINT_REGISTRY_ERROR_REDIRECTS, "302", NULL },
  { "429 once", "/busy/0", -1, "429 200", NULL },
  { "429 without time", "/busy", OFFPRINT_REGISTRY_ERROR_RATE_LIMITED, "429 429 429", "in a few minutes" },
  { "429 seconds", "/busy/90", OFFPRINT_REGISTRY_ERROR_RATE_LIMITED, "429", "in 90 seconds" },
  { "429 hours", "/busy/86400", OFFPRINT_REGISTRY_ERROR_RATE_LIMITED, "429", "in 24 hours" },
  { "429 date", "/busy-date", OFFPRINT_REGISTRY_ERROR_RATE_LIMITED, "429", "in 60 minutes" },
  { "503 seconds", "/tired/600", OFFPRINT_REGISTRY_ERROR_RATE_LIMITED, "503", "in 10 minutes" },
};

static void
test_case (Fixture       *self,
           gconstpointer  data)
{
  const Case *c = data;
  OffprintHttpRequest request = { .service = "Crossref", .max_bytes = 1 << 20 };
  g_autofree char *outcomes = NULL;

  fetch (self, c->path, request);

  if (c->code < 0)
    {
      g_assert_no_error (self->error);
      g_assert_cmpuint (self->answer->status, ==, 200);
      g_assert_false (self->answer->from_cache);
    }
  else
    {
      g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, c->code);
      g_assert_false (g_str_has_suffix (self->error->message, "."));
      g_assert_nonnull (strstr (self->error->message, "Crossref"));
      if (c->words != NULL && strstr (self->error->message, c->words) == NULL)
        g_error ("“%s” does not say “%s”", self->error->message, c->words);
    }
  outcomes = dup_outcomes (self);
  g_assert_cmpstr (outcomes, ==, c->ledger);
}

static void
test_final_status (Fixture       *self,
                   gconstpointer  data)
{
  static const char *const finals[] = { "404", NULL };
  OffprintHttpRequest request = { .final_statuses = finals };

  fetch (self, "/nothing", request);

  g_assert_no_error (self->error);
  g_assert_cmpuint (self->answer->status, ==, 404);
  g_assert_cmpstr (self->answer->content_type, ==, "text/plain");
  g_assert_cmpmem (g_bytes_get_data (self->answer->body, NULL), g_bytes_get_size (self->answer->body),
                   "Resource not found.", 19);
}

static void
test_plain_http (Fixture       *self,
                 gconstpointer  data)
{
  OffprintHttpRequest request = { .url = "http://example.org/works/10.1000/182" };

  offprint_http_fetch_async (self->http, &request, NULL, fetched_cb, self);
  stand_in_spin (&self->done);

  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_UNREACHABLE);
  g_assert_nonnull (strstr (self->error->message, "begins with https"));
}

static void
test_unreachable (Fixture       *self,
                  gconstpointer  data)
{
  OffprintHttpRequest request = { .url = "http://127.0.0.1:9/", .service = "Crossref" };
  g_autofree char *outcomes = NULL;

  offprint_http_fetch_async (self->http, &request, NULL, fetched_cb, self);
  stand_in_spin (&self->done);

  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_UNREACHABLE);
  outcomes = dup_outcomes (self);
  g_assert_cmpstr (outcomes, ==, "failed");
}

static void
use_short_limits (Fixture *self,
                  guint    first_byte_ms,
                  guint    total_ms)
{
  g_object_unref (self->http);
  self->http = g_object_new (OFFPRINT_TYPE_HTTP,
                             "back-off-ms", 1,
                             "first-byte-timeout-ms", first_byte_ms,
                             "timeout-ms", total_ms,
                             NULL);
}

static void
test_silent (Fixture       *self,
             gconstpointer  data)
{
  OffprintHttpRequest request = { .service = "Crossref" };
  g_autofree char *outcomes = NULL;

  use_short_limits (self, 100, 5000);
  fetch (self, "/silent", request);

  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_TIMED_OUT);
  g_assert_nonnull (strstr (self->error->message, "did not answer in time"));
  outcomes = dup_outcomes (self);
  g_assert_cmpstr (outcomes, ==, "timed-out timed-out");
}

static void
test_slow (Fixture       *self,
           gconstpointer  data)
{
  OffprintHttpRequest request = { .service = "Crossref" };
  g_autofree char *outcomes = NULL;

  use_short_limits (self, 5000, 300);
  fetch (self, "/slow", request);

  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_TIMED_OUT);
  g_assert_nonnull (strstr (self->error->message, "not complete in time"));
  outcomes = dup_outcomes (self);
  g_assert_cmpstr (outcomes, ==, "timed-out"); /* the time in all is spent: no other try */
}

/* A host that asked for a pause, or that shut us out, is not asked: nothing is sent. */
static void
test_paused (Fixture       *self,
             gconstpointer  data)
{
  OffprintHttpRequest request = { .url = "https://api.crossref.org/works", .service = "Crossref" };
  OffprintHttpRequest other = { .url = "https://doi.org/10.1000/182", .service = "doi.org" };

  offprint_http_policy_refuse (self->http->policy, "api.crossref.org");
  offprint_http_fetch_async (self->http, &request, NULL, fetched_cb, self);
  stand_in_spin (&self->done);
  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_REFUSED);

  clear (self);
  offprint_http_policy_pause (self->http->policy, "doi.org", 90, g_get_monotonic_time ());
  g_assert_cmpuint (offprint_http_get_wait_s (self->http, "doi.org"), >, 80);
  offprint_http_fetch_async (self->http, &other, NULL, fetched_cb, self);
  stand_in_spin (&self->done);
  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_RATE_LIMITED);
}

/* On the loopback only the request that was told so waits. */
static void
test_paused_locally (Fixture       *self,
                     gconstpointer  data)
{
  fetch (self, "/busy/90", (OffprintHttpRequest) { 0 });
  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_RATE_LIMITED);
  g_assert_cmpuint (offprint_http_get_wait_s (self->http, stand_in_get_host (self->service)), ==, 0);
  fetch (self, "/flaky", (OffprintHttpRequest) { 0 });
  g_assert_no_error (self->error);
}

static void
test_user_agent (Fixture       *self,
                 gconstpointer  data)
{
  OffprintHttpRequest polite = { .is_polite = TRUE, .accept = "application/json" };
  OffprintHttpRequest plain = { 0 };
  const char *agent = NULL;

  stand_in_put (self->service, "/works", 200, "application/json", "{}", -1);

  fetch (self, "/works", polite);
  agent = stand_in_get_header (self->service, "/works", "User-Agent");
  g_assert_true (g_str_has_prefix (agent, "Offprint/"));
  g_assert_nonnull (strstr (agent, "(https://"));
  g_assert_nonnull (strstr (agent, ") libsoup/3."));
  g_assert_null (strstr (agent, "mailto"));
  g_assert_cmpstr (stand_in_get_header (self->service, "/works", "Accept"), ==, "application/json");
  g_assert_null (stand_in_get_header (self->service, "/works", "Cookie"));

  g_object_set (self->http, "contact", "reader@example.org", NULL);
  fetch (self, "/works", polite);
  g_assert_nonnull (strstr (stand_in_get_header (self->service, "/works", "User-Agent"), "; mailto:reader@example.org)"));
  fetch (self, "/works", plain);
  g_assert_null (strstr (stand_in_get_header (self->service, "/works", "User-Agent"), "mailto"));

  g_object_set (self->http, "contact", "evil@example.org\r\nX: y", NULL);
  fetch (self, "/works", polite);
  g_assert_null (strstr (stand_in_get_header (self->service, "/works", "User-Agent"), "mailto"));
}

/* Another host is not told who asks. */
static void
test_user_agent_redirected (Fixture       *self,
                            gconstpointer  data)
{
  g_autoptr (StandIn) other = stand_in_new ();
  g_autofree char *location = g_strconcat (stand_in_get_url (other), "/there", NULL);
  OffprintHttpRequest request = { .is_polite = TRUE, .accept = "application/json" };

  g_object_set (self->http, "contact", "reader@example.org", NULL);
  stand_in_put (self->service, "/here", 302, NULL, "", 0);
  stand_in_add_header (self->service, "/here", "Location", location);
  stand_in_put (other, "/there", 200, "application/json", "{}", -1);
  fetch (self, "/here", request);

  g_assert_no_error (self->error);
  g_assert_cmpstr (self->answer->url, ==, location);
  g_assert_nonnull (strstr (stand_in_get_header (self->service, "/here", "User-Agent"), "reader@example.org"));
  g_assert_null (strstr (stand_in_get_header (other, "/there", "User-Agent"), "mailto"));
  g_assert_cmpstr (stand_in_get_header (other, "/there", "Accept"), ==, "application/json");
}

static void
test_cache_hit (Fixture       *self,
                gconstpointer  data)
{
  OffprintHttpRequest request = { .cache_key = "works:1", .max_age_s = 60 };
  g_autofree char *outcomes = NULL;

  stand_in_put (self->service, "/works", 200, "application/json; charset=utf-8", "{\"a\": 1}", -1);
  fetch (self, "/works", request);
  g_assert_false (self->answer->from_cache);
  fetch (self, "/works", request);
  g_assert_true (self->answer->from_cache);
  g_assert_cmpstr (self->answer->content_type, ==, "application/json");
  g_assert_cmpmem (g_bytes_get_data (self->answer->body, NULL), g_bytes_get_size (self->answer->body), "{\"a\": 1}", 8);

  outcomes = dup_outcomes (self);
  g_assert_cmpstr (outcomes, ==, "200 cache");
  g_assert_cmpuint (stand_in_count (self->service, NULL), ==, 1);
}

static void
test_cache_expiry (Fixture       *self,
                   gconstpointer  data)
{
  OffprintHttpRequest request = { .cache_key = "works:1", .max_age_s = 0 };

  stand_in_put (self->service, "/works", 200, "application/json", "{}", -1);
  fetch (self, "/works", request);
  fetch (self, "/works", request);
  g_assert_cmpuint (stand_in_count (self->service, "/works"), ==, 2);
}

static void
test_cache_revalidation (Fixture       *self,
                         gconstpointer  data)
{
  OffprintHttpRequest request = { .cache_key = "works:1", .max_age_s = 0 };
  g_autofree char *outcomes = NULL;

  stand_in_put (self->service, "/works", 200, "application/json", "{\"a\": 1}", -1);
  stand_in_add_header (self->service, "/works", "ETag", "\"v1\"");
  fetch (self, "/works", request);
  fetch (self, "/works", request);

  g_assert_no_error (self->error);
  g_assert_cmpuint (self->answer->status, ==, 200);
  g_assert_cmpuint (g_bytes_get_size (self->answer->body), ==, 8);
  outcomes = dup_outcomes (self);
  g_assert_cmpstr (outcomes, ==, "200 304");
}

static void
wait_for_file (const char *path)
{
  while (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_main_context_iteration (NULL, FALSE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static char *
dup_cached_path (Fixture *self)
{
  g_autofree char *key = g_strdup_printf ("%s\nworks:1", stand_in_get_host (self->service));
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);

  return g_build_filename (self->folder, hash, NULL);
}

/* A client of its own finds what the first one left; then the file is damaged. */
static void
test_cache_corrupt (Fixture       *self,
                    gconstpointer  data)
{
  OffprintHttpRequest request = { .cache_key = "works:1", .max_age_s = 60 };
  g_autofree char *path = dup_cached_path (self);
  g_autofree char *contents = NULL;
  gsize size = 0;

  stand_in_put (self->service, "/works", 200, "application/json", "{\"a\": 1}", -1);
  fetch (self, "/works", request);
  wait_for_file (path);

  g_object_unref (self->http);
  self->http = offprint_http_new (self->folder);
  fetch (self, "/works", request);
  g_assert_true (self->answer->from_cache);

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  contents[size / 2] ^= 1;
  g_assert_true (g_file_set_contents (path, contents, size, NULL));
  fetch (self, "/works", request);
  g_assert_false (self->answer->from_cache);

  wait_for_file (path);
  g_object_unref (self->http);
  self->http = offprint_http_new (self->folder);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  fetch (self, "/works", request);
  g_assert_false (self->answer->from_cache);
  g_assert_cmpuint (stand_in_count (self->service, "/works"), ==, 3);
}

static void
test_offline (Fixture       *self,
              gconstpointer  data)
{
  OffprintHttpRequest request = { .cache_key = "works:1", .max_age_s = 0, .service = "Crossref" };
  OffprintHttpRequest other = { .service = "Crossref" };

  stand_in_put (self->service, "/works", 200, "application/json", "{}", -1);
  fetch (self, "/works", request);
  g_object_set (self->http, "offline", TRUE, NULL);

  fetch (self, "/works", request); /* too old, but all there is */
  g_assert_no_error (self->error);
  g_assert_true (self->answer->from_cache);

  fetch (self, "/flaky", other);
  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_OFFLINE);
  g_assert_nonnull (strstr (self->error->message, "Work Offline"));
  g_assert_cmpuint (stand_in_count (self->service, NULL), ==, 1);

  g_object_set (self->http, "offline", FALSE, NULL);
  fetch (self, "/flaky", other);
  g_assert_no_error (self->error);
}

static void
cancel_cb (const char *path,
           gpointer    user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancel_before (Fixture       *self,
                    gconstpointer  data)
{
  g_cancellable_cancel (self->cancellable);
  fetch (self, "/flaky", (OffprintHttpRequest) { 0 });

  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (stand_in_count (self->service, NULL), ==, 0);
}

static void
test_cancel_queue (Fixture       *self,
                   gconstpointer  data)
{
  Fixture others[6] = { 0 };
  g_autofree char *url = g_strconcat (stand_in_get_url (self->service), "/silent", NULL);
  OffprintHttpRequest request = { .url = url };
  g_autoptr (GCancellable) all = g_cancellable_new ();

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    offprint_http_fetch_async (self->http, &request, all, fetched_cb, &others[i]);
  begin (self, "/flaky", (OffprintHttpRequest) { 0 });
  g_cancellable_cancel (self->cancellable);
  stand_in_spin (&self->done);
  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (stand_in_count (self->service, "/flaky"), ==, 0);

  g_cancellable_cancel (all);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      stand_in_spin (&others[i].done);
      g_assert_error (others[i].error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&others[i].error);
    }
}

static void
test_cancel_connect (Fixture       *self,
                     gconstpointer  data)
{
  g_autofree char *outcomes = NULL;

  stand_in_set_watch (self->service, cancel_cb, self->cancellable);
  fetch (self, "/silent", (OffprintHttpRequest) { 0 });

  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  outcomes = dup_outcomes (self);
  g_assert_cmpstr (outcomes, ==, "cancelled");
}

static gboolean
cancel_later_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

static void
test_cancel_body (Fixture       *self,
                  gconstpointer  data)
{
  g_autofree char *outcomes = NULL;

  g_timeout_add (100, cancel_later_cb, self->cancellable);
  fetch (self, "/slow", (OffprintHttpRequest) { 0 });

  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  outcomes = dup_outcomes (self);
  g_assert_cmpstr (outcomes, ==, "cancelled");
}

static void
test_ledger (Fixture       *self,
             gconstpointer  data)
{
  OffprintLedger *ledger = offprint_http_get_ledger (self->http);
  g_autoptr (OffprintLedgerEntry) entry = NULL;

  stand_in_put (self->service, "/works", 200, "application/json", "{\"a\": 1}", -1);
  fetch (self, "/works", (OffprintHttpRequest) { .purpose = "Record of 10.1000/182" });

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (ledger)), ==, 1);
  entry = g_list_model_get_item (G_LIST_MODEL (ledger), 0);
  g_assert_cmpstr (offprint_ledger_entry_get_host (entry), ==, stand_in_get_host (self->service));
  g_assert_cmpstr (offprint_ledger_entry_get_purpose (entry), ==, "Record of 10.1000/182");
  g_assert_cmpuint (offprint_ledger_entry_get_bytes (entry), ==, 8);
  offprint_ledger_clear (ledger);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (ledger)), ==, 0);
}

/* One connection at a time because the service said so, in the order of asking. */
static void
test_order (Fixture       *self,
            gconstpointer  data)
{
  Fixture others[4] = { 0 };
  g_autofree char *log = NULL;

  stand_in_put (self->service, "/first", 200, "application/json", "{}", -1);
  stand_in_add_header (self->service, "/first", "x-concurrency-limit", "1");
  fetch (self, "/first", (OffprintHttpRequest) { 0 });

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *url = g_strdup_printf ("%s/n/%u", stand_in_get_url (self->service), i);
      OffprintHttpRequest request = { .url = url };

      offprint_http_fetch_async (self->http, &request, NULL, fetched_cb, &others[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      stand_in_spin (&others[i].done);
      g_clear_error (&others[i].error);
    }
  log = stand_in_dup_log (self->service);
  g_assert_cmpstr (log, ==, "/first\n/n/0\n/n/1\n/n/2\n/n/3\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/http/answer/", cases[i].name, NULL);

      g_test_add (path, Fixture, &cases[i], set_up, test_case, tear_down);
    }
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/http/final status", test_final_status);
  ADD ("/http/plain http", test_plain_http);
  ADD ("/http/unreachable", test_unreachable);
  ADD ("/http/time/silent", test_silent);
  ADD ("/http/time/slow", test_slow);
  ADD ("/http/paused/elsewhere", test_paused);
  ADD ("/http/paused/loopback", test_paused_locally);
  ADD ("/http/user agent", test_user_agent);
  ADD ("/http/user agent redirected", test_user_agent_redirected);
  ADD ("/http/cache/hit", test_cache_hit);
  ADD ("/http/cache/expiry", test_cache_expiry);
  ADD ("/http/cache/revalidation", test_cache_revalidation);
  ADD ("/http/cache/corrupt", test_cache_corrupt);
  ADD ("/http/offline", test_offline);
  ADD ("/http/cancel/before", test_cancel_before);
  ADD ("/http/cancel/queue", test_cancel_queue);
  ADD ("/http/cancel/connect", test_cancel_connect);
  ADD ("/http/cancel/body", test_cancel_body);
  ADD ("/http/ledger", test_ledger);
  ADD ("/http/order", test_order);
#undef ADD
  return g_test_run ();
}
