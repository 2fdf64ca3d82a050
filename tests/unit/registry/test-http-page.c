/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page for people: cookies for one navigation, one try, no copy.
 */

#include "http.h"

#include "http-exchange.h"
#include "registry-error.h"
#include "stand-in.h"

#include <glib/gstdio.h>

typedef struct
{
  StandIn *service;
  OffprintHttp *http;
  char *folder;
  GString *hops;

  gboolean done;
  OffprintHttpAnswer *answer;
  GError *error;
} Fixture;

static const char in_a_hurry[] = "in a hurry";

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->service = stand_in_new ();
  self->folder = g_dir_make_tmp ("offprint-page-XXXXXX", NULL);
  self->http = g_object_new (OFFPRINT_TYPE_HTTP, "cache-dir", self->folder, "back-off-ms", 1,
                             "timeout-ms", data == in_a_hurry ? 300 : 20000, NULL);
  self->hops = g_string_new (NULL);
}

static void
clear (Fixture *self)
{
  self->done = FALSE;
  g_clear_pointer (&self->answer, offprint_http_answer_free);
  g_clear_error (&self->error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  clear (self);
  stand_in_free (self->service);
  g_assert_finalize_object (self->http);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0); /* nothing was ever kept in it */
  g_free (self->folder);
  g_string_free (self->hops, TRUE);
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
hop_cb (const char *host,
        gpointer    user_data)
{
  Fixture *self = user_data;

  g_string_append_printf (self->hops, "%s\n", host);
}

static void
fetch (Fixture    *self,
       const char *path,
       gboolean    is_page)
{
  g_autofree char *url = g_strconcat (stand_in_get_url (self->service), path, NULL);
  OffprintHttpRequest request = {
    .url = url,
    .accept = "text/html",
    .purpose = "A page",
    .cache_key = is_page ? "page" : NULL,
    .max_bytes = 1 << 20,
    .is_page = is_page,
    .hop = hop_cb,
    .hop_data = self,
  };

  clear (self);
  offprint_http_fetch_async (self->http, &request, NULL, fetched_cb, self);
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
} Case;

static const Case cases[] = {
  { "403", "/status/403", OFFPRINT_REGISTRY_ERROR_REFUSED, "403" },
  { "401", "/status/401", OFFPRINT_REGISTRY_ERROR_REFUSED, "401" },
  { "451", "/status/451", OFFPRINT_REGISTRY_ERROR_REFUSED, "451" },
  { "429 is not waited for", "/busy/1", OFFPRINT_REGISTRY_ERROR_RATE_LIMITED, "429" },
  { "429 without time", "/busy", OFFPRINT_REGISTRY_ERROR_RATE_LIMITED, "429" },
  { "503 is not waited for", "/tired/1", OFFPRINT_REGISTRY_ERROR_RATE_LIMITED, "503" },
  { "500 once", "/broken", OFFPRINT_REGISTRY_ERROR_SERVER, "500" },
  { "cut once", "/cut", OFFPRINT_REGISTRY_ERROR_UNREACHABLE, "failed" },
  { "huge", "/huge", OFFPRINT_REGISTRY_ERROR_TOO_LARGE, "too-large" },
  { "gzip bomb", "/bomb", OFFPRINT_REGISTRY_ERROR_TOO_LARGE, "too-large" },
  { "redirect loop", "/loop", OFFPRINT_REGISTRY_ERROR_REDIRECTS, "302" },
  { "10 redirects", "/chain/10", -1, "302 302 302 302 302 302 302 302 302 302 200" },
  { "11 redirects", "/chain/11", OFFPRINT_REGISTRY_ERROR_REDIRECTS, "302 302 302 302 302 302 302 302 302 302 302" },
  { "redirect to ftp", "/away/ftp", OFFPRINT_REGISTRY_ERROR_REDIRECTS, "302" },
  { "redirect to nowhere", "/away/nowhere", OFFPRINT_REGISTRY_ERROR_REDIRECTS, "302" },
  { "cookie brought back", "/shy", -1, "302 302 200" },
  { "a cookie each time", "/baker", OFFPRINT_REGISTRY_ERROR_REDIRECTS, "302 302 302 302 302 302 302 302 302 302 302" },
};

static void
test_case (Fixture       *self,
           gconstpointer  data)
{
  const Case *c = data;
  g_autofree char *outcomes = NULL;

  fetch (self, c->path, TRUE);

  if (c->code < 0)
    g_assert_no_error (self->error);
  else
    g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, c->code);
  outcomes = dup_outcomes (self);
  g_assert_cmpstr (outcomes, ==, c->ledger);
}

static void
test_late (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *outcomes = NULL;

  fetch (self, "/silent", TRUE);
  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_TIMED_OUT);
  fetch (self, "/slow", TRUE);
  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_TIMED_OUT);
  outcomes = dup_outcomes (self);
  g_assert_cmpstr (outcomes, ==, "timed-out timed-out"); /* each once */
}

/* Nobody else gets to see a cookie: not the next navigation, not the registries. */
static void
test_forgotten (Fixture       *self,
                gconstpointer  data)
{
  fetch (self, "/shy", TRUE);
  g_assert_no_error (self->error);
  g_assert_cmpstr (stand_in_get_header (self->service, "/shy", "Cookie"), ==, "seen=1");

  stand_in_put (self->service, "/after", 200, "text/html", "<title>After</title>", -1);
  fetch (self, "/after", TRUE);
  g_assert_no_error (self->error);
  g_assert_null (stand_in_get_header (self->service, "/after", "Cookie"));
  fetch (self, "/after", FALSE);
  g_assert_no_error (self->error);
  g_assert_null (stand_in_get_header (self->service, "/after", "Cookie"));

  fetch (self, "/shy", TRUE); /* is asked for anew, with nothing in hand */
  g_assert_cmpuint (stand_in_count (self->service, "/shy/check"), ==, 2);
}

/* A registry gets no cookie back, even in one walk: that is for pages. */
static void
test_no_cookies_otherwise (Fixture       *self,
                           gconstpointer  data)
{
  fetch (self, "/shy", FALSE);
  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_REFUSED);
}

static void
test_charset (Fixture       *self,
              gconstpointer  data)
{
  stand_in_put (self->service, "/latin", 200, NULL, "<title>\xe9</title>", -1);
  stand_in_add_header (self->service, "/latin", "Content-Type", "Text/HTML; charset=ISO-8859-1");
  fetch (self, "/latin", TRUE);
  g_assert_no_error (self->error);
  g_assert_cmpstr (self->answer->content_type, ==, "text/html");
  g_assert_cmpstr (self->answer->charset, ==, "ISO-8859-1");
}

static void
test_headers (Fixture       *self,
              gconstpointer  data)
{
  stand_in_put (self->service, "/page", 200, "text/html", "<title>Page</title>", -1);
  g_object_set (self->http, "contact", "ada@example.org", NULL);
  fetch (self, "/page", TRUE);
  g_assert_no_error (self->error);
  g_assert_true (g_str_has_prefix (stand_in_get_header (self->service, "/page", "User-Agent"), "Offprint/"));
  g_assert_null (strstr (stand_in_get_header (self->service, "/page", "User-Agent"), "ada@"));
  g_assert_cmpstr (stand_in_get_header (self->service, "/page", "Accept"), ==, "text/html");
  g_assert_null (stand_in_get_header (self->service, "/page", "Referer"));
}

/* Another port is another host: it is named as soon as it is asked. */
static void
test_hop (Fixture       *self,
          gconstpointer  data)
{
  g_autoptr (StandIn) publisher = stand_in_new ();
  g_autofree char *location = g_strconcat (stand_in_get_url (publisher), "/page", NULL);
  g_autofree char *expected = g_strconcat (stand_in_get_host (publisher), "\n", NULL);

  stand_in_put (publisher, "/page", 403, "text/html", "", -1);
  stand_in_put (self->service, "/10.5555/1", 302, NULL, "", -1);
  stand_in_add_header (self->service, "/10.5555/1", "Location", location);
  fetch (self, "/10.5555/1", TRUE);
  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_REFUSED);
  g_assert_nonnull (strstr (self->error->message, stand_in_get_host (publisher))); /* who it was that refused */
  g_assert_cmpstr (self->hops->str, ==, expected);
}

static void
exchanged_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  *(OffprintExchange **) user_data = offprint_exchange_finish (source, result);
}

/* A name that means this machine, as a redirect from outside may use it: no question is
 * sent over such a connection. */
static void
test_public_only (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr (GObject) session = offprint_exchange_session_new_for_page ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (OffprintExchange) exchange = NULL;
  g_autofree char *url = g_strconcat (stand_in_get_url (self->service), "/page", NULL);
  OffprintExchangeRequest request = {
    .url = url,
    .who = "example.org",
    .user_agent = "A test",
    .is_page = TRUE,
    .public_only = TRUE,
    .max_bytes = 1000,
    .connect_ms = 5000,
    .first_byte_ms = 5000,
    .total_ms = 5000,
  };

  offprint_exchange_async (session, &request, cancellable, exchanged_cb, &exchange);
  while (exchange == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (exchange->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_REDIRECTS);
  g_assert_false (exchange->may_retry);
  g_assert_cmpuint (stand_in_count (self->service, NULL), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/http-page/answer/", cases[i].name, NULL);

      g_test_add (path, Fixture, &cases[i], set_up, test_case, tear_down);
    }
  g_test_add ("/http-page/late", Fixture, in_a_hurry, set_up, test_late, tear_down);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/http-page/cookies/forgotten", test_forgotten);
  ADD ("/http-page/cookies/not otherwise", test_no_cookies_otherwise);
  ADD ("/http-page/charset", test_charset);
  ADD ("/http-page/headers", test_headers);
  ADD ("/http-page/hop", test_hop);
  ADD ("/http-page/public only", test_public_only);
#undef ADD
  return g_test_run ();
}
