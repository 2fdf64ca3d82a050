/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The publisher’s page at the end of a walk: doi.org stands on one port, the publisher on
 * another, and nobody is asked twice.
 */

#include "resolver.h"

#include "page.h"
#include "questions.h"
#include "registry-error.h"
#include "stand-in.h"

#include <string.h>

#define DOI   "10.5555/wait.1"
#define TITLE "On the Patience of Rivers"
#define WORK                                                                                                            \
  "{\"status\": \"ok\", \"message-type\": \"work\", \"message\": {\"DOI\": \"" DOI "\", \"type\": \"journal-article\"," \
  " \"title\": [\"" TITLE "\"], \"publisher\": \"Tidewater\", \"container-title\": [\"Annals of Waiting\"],"            \
  " \"author\": [{\"family\": \"Quill\", \"given\": \"Ada\"}], \"issued\": {\"date-parts\": [[2021]]}}}"
#define META(doi, title)                                                                                                       \
  "<!DOCTYPE html><html><head><title>" title "</title>"                                                                        \
  "<meta name=\"citation_title\" content=\"" title "\">" doi                                                                   \
  "<meta name=\"citation_author\" content=\"Quill, Ada\"><meta name=\"citation_journal_title\" content=\"Annals of Waiting\">" \
  "<meta name=\"citation_publication_date\" content=\"2021/03/04\">"                                                           \
  "</head><body><h1>" title "</h1><p>We sat by the water.</p></body></html>"
#define OF(doi)   "<meta name=\"citation_doi\" content=\"" doi "\">"
#define OWN_PAGE  META (OF (DOI), TITLE)
#define CHALLENGE "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><noscript>Enable JavaScript and cookies to continue</noscript>" \
                  "<script src=\"/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1\"></script></body></html>"
#define LOG_IN "<!DOCTYPE html><html><head><title>Log in</title></head><body><h1>Log in</h1><form action=\"/login\" method=\"post\">" \
               "<input type=\"email\" name=\"user\"><input type=\"password\" name=\"password\"><button>Log in</button></form></body></html>"
#define CONSENT "<!DOCTYPE html><html><head><title>Before you continue</title></head><body><h1>Your privacy, your choice</h1>" \
                "<p>We use cookies. You must accept cookies to continue to this site.</p><form action=\"/consent\"><button>Accept all cookies</button></form></body></html>"

/* A store of one work in memory */

#define TEST_TYPE_STORE (test_store_get_type ())
G_DECLARE_FINAL_TYPE (TestStore, test_store, TEST, STORE, GObject)

struct _TestStore
{
  GObject parent_instance;
  OffprintWork *kept; /* Owned; nullable */
  guint n_stored;
};

static void test_store_init_iface (OffprintStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestStore, test_store, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (OFFPRINT_TYPE_STORE, test_store_init_iface))

static void
test_store_look_up_async (OffprintStore       *store,
                          const char          *id,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  TestStore *self = TEST_STORE (store);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  if (self->kept != NULL)
    g_task_return_pointer (task, g_object_ref (self->kept), g_object_unref);
  else
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "not kept");
}

static OffprintWork *
test_store_look_up_finish (OffprintStore  *store,
                           GAsyncResult   *result,
                           GError        **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
test_store_store_async (OffprintStore       *store,
                        OffprintWork        *work,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  TestStore *self = TEST_STORE (store);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  self->n_stored++;
  g_task_return_boolean (task, TRUE);
}

static gboolean
test_store_store_finish (OffprintStore  *store,
                         GAsyncResult   *result,
                         GError        **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
test_store_init_iface (OffprintStoreInterface *iface)
{
  iface->look_up_async = test_store_look_up_async;
  iface->look_up_finish = test_store_look_up_finish;
  iface->store_async = test_store_store_async;
  iface->store_finish = test_store_store_finish;
}

static void
test_store_finalize (GObject *object)
{
  g_clear_object (&TEST_STORE (object)->kept);
  G_OBJECT_CLASS (test_store_parent_class)->finalize (object);
}

static void
test_store_class_init (TestStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_store_finalize;
}

static void
test_store_init (TestStore *self)
{
}

typedef struct
{
  StandIn *service;
  StandIn *publisher;
  OffprintHttp *http;
  OffprintEndpoints *endpoints;
  TestStore *store;
  OffprintResolver *resolver;
  OffprintWork *work;
  GCancellable *cancellable;
  GString *progress;

  gboolean done;
  gboolean ok;
  GError *warning;
  GError *error;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static const char *const names[] = { "CROSSREF", "DATACITE", "DOI", "ARXIV", "PUBMED", "IDCONV", "K10PLUS", "OPENLIBRARY", "JALC" };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) environment = NULL;

  self->service = stand_in_new ();
  self->publisher = stand_in_new ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_strv_builder_take (builder, g_strdup_printf ("OFFPRINT_%s_URL=%s/%s", names[i], stand_in_get_url (self->service), names[i]));
  environment = g_strv_builder_end (builder);
  self->endpoints = offprint_endpoints_new ((const char *const *) environment);
  self->http = g_object_new (OFFPRINT_TYPE_HTTP, "back-off-ms", 1, NULL);
  self->store = g_object_new (TEST_TYPE_STORE, NULL);
  self->resolver = offprint_resolver_new (self->http, self->endpoints, OFFPRINT_STORE (self->store));
  g_object_set (self->resolver, "read-landing-pages", TRUE, NULL);
  self->work = offprint_work_new ();
  self->cancellable = g_cancellable_new ();
  self->progress = g_string_new (NULL);
}

static void
clear (Fixture *self)
{
  self->done = FALSE;
  g_clear_error (&self->warning);
  g_clear_error (&self->error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  clear (self);
  g_object_unref (self->work);
  g_object_unref (self->cancellable);
  g_assert_finalize_object (self->resolver);
  stand_in_free (self->service);
  stand_in_free (self->publisher);
  g_assert_finalize_object (self->http);
  g_object_unref (self->store);
  offprint_endpoints_unref (self->endpoints);
  g_string_free (self->progress, TRUE);
}

static void
progress_cb (const char *sentence,
             gpointer    user_data)
{
  Fixture *self = user_data;

  g_string_append_printf (self->progress, "%s\n", sentence);
}

static void
resolved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Fixture *self = user_data;

  self->ok = offprint_resolver_resolve_finish (OFFPRINT_RESOLVER (source), result, &self->warning, &self->error);
  g_assert_true (self->ok == (self->error == NULL));
  self->done = TRUE;
}

static void
begin (Fixture              *self,
       OffprintResolveFlags  flags)
{
  g_autoptr (OffprintIdentifier) identifier = offprint_identifier_new (OFFPRINT_IDENTIFIER_DOI, DOI, NULL);

  clear (self);
  offprint_resolver_resolve_async (self->resolver, identifier, self->work, flags,
                                   progress_cb, self, self->cancellable, resolved_cb, self);
}

static void
resolve (Fixture              *self,
         OffprintResolveFlags  flags)
{
  begin (self, flags);
  stand_in_spin (&self->done);
}

static void
put_record (Fixture *self)
{
  stand_in_put (self->service, "/CROSSREF/works/" DOI, 200, "application/json", WORK, -1);
}

/* doi.org sends us to a path of the publisher’s */
static void
lead_to (Fixture    *self,
         const char *path)
{
  g_autofree char *location = g_strconcat (stand_in_get_url (self->publisher), path, NULL);

  stand_in_put (self->service, "/DOI/" DOI, 302, NULL, "", 0);
  stand_in_add_header (self->service, "/DOI/" DOI, "Location", location);
}

static void
put_page (Fixture    *self,
          guint       status,
          const char *type,
          const char *body)
{
  lead_to (self, "/article/1");
  stand_in_put (self->publisher, "/article/1", status, NULL, body, -1);
  if (type != NULL)
    stand_in_add_header (self->publisher, "/article/1", "Content-Type", type);
}

static void
assert_readings (Fixture    *self,
                 const char *expected)
{
  GListModel *readings = offprint_work_get_readings (self->work);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (readings); i++)
    {
      g_autoptr (OffprintReading) reading = g_list_model_get_item (readings, i);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", offprint_reading_get_source (reading));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_warning (Fixture *self,
                int      code)
{
  g_assert_no_error (self->error);
  if (code < 0)
    g_assert_no_error (self->warning);
  else
    g_assert_error (self->warning, OFFPRINT_REGISTRY_ERROR, code);
  if (code >= 0)
    g_assert_false (g_str_has_suffix (self->warning->message, "."));
}

static void
assert_said (Fixture    *self,
             const char *words)
{
  if (strstr (self->warning->message, words) == NULL)
    g_error ("“%s” does not say “%s”", self->warning->message, words);
}

static void
test_added (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *progress = g_strdup_printf ("Asking Crossref…\nReading the publisher’s page…\nReading the publisher’s page at %s…\n",
                                               stand_in_get_host (self->publisher));
  g_autofree char *address = g_strconcat (stand_in_get_url (self->publisher), "/article/1", NULL);
  g_autoptr (OffprintReading) page = NULL;

  put_record (self);
  put_page (self, 200, "text/html; charset=utf-8", OWN_PAGE);
  resolve (self, OFFPRINT_RESOLVE_DEFAULT);

  assert_warning (self, -1);
  assert_readings (self, "crossref page");
  g_assert_cmpstr (self->progress->str, ==, progress);
  g_assert_cmpuint (self->store->n_stored, ==, 2); /* a reader who leaves while the page is read has the record */
  g_assert_cmpuint (stand_in_count (self->publisher, NULL), ==, 1);
  g_assert_true (g_str_has_prefix (stand_in_get_header (self->publisher, "/article/1", "Accept"), "text/html"));
  page = g_list_model_get_item (offprint_work_get_readings (self->work), 1);
  g_assert_cmpstr (offprint_reading_get_url (page), ==, address);
}

static void
test_ledger (Fixture       *self,
             gconstpointer  data)
{
  GListModel *ledger = G_LIST_MODEL (offprint_http_get_ledger (self->http));
  g_autoptr (OffprintLedgerEntry) last = NULL;

  put_record (self);
  put_page (self, 200, "text/html", OWN_PAGE);
  resolve (self, OFFPRINT_RESOLVE_DEFAULT);

  g_assert_cmpuint (g_list_model_get_n_items (ledger), ==, 3); /* Crossref, doi.org, the publisher */
  last = g_list_model_get_item (ledger, 0);
  g_assert_cmpstr (offprint_ledger_entry_get_host (last), ==, stand_in_get_host (self->publisher));
  g_assert_cmpstr (offprint_ledger_entry_get_purpose (last), ==, "Publisher’s page of " DOI);
}

typedef struct
{
  const char *name;
  guint status;
  const char *type;
  const char *body;
  int code; /* of the warning; -1: none */
  const char *words;
  gboolean is_added;
} Case;

static const Case cases[] = {
  { "own page", 200, "text/html", OWN_PAGE, -1, NULL, TRUE },
  { "XHTML", 200, "application/xhtml+xml", OWN_PAGE, -1, NULL, TRUE },
  { "no media type", 200, NULL, OWN_PAGE, -1, NULL, TRUE },
  { "DOI in capitals", 200, "text/html", META (OF ("10.5555/WAIT.1"), TITLE), -1, NULL, TRUE },
  { "no DOI, same title", 200, "text/html", META ("", TITLE), -1, NULL, TRUE },
  { "no DOI, with a subtitle", 200, "text/html", META ("", TITLE ": An Essay"), -1, NULL, TRUE },
  { "no DOI, another title", 200, "text/html", META ("", "Volume 7 of the Annals"), -1, NULL, FALSE },
  { "another DOI", 200, "text/html", META (OF ("10.5555/other"), TITLE), -1, NULL, FALSE },
  { "the book’s DOI", 200, "text/html", META (OF ("10.5555/wait"), "Annals of Waiting"), -1, NULL, FALSE },
  { "no work", 200, "text/html", "<!DOCTYPE html><html><head><title>Tidewater</title></head><body><h1>Welcome</h1></body></html>", -1, NULL, FALSE },
  { "401", 401, "text/html", LOG_IN, OFFPRINT_REGISTRY_ERROR_REFUSED, "(401)", FALSE },
  { "403", 403, "text/html", CHALLENGE, OFFPRINT_REGISTRY_ERROR_REFUSED, "(403)", FALSE },
  { "404", 404, "text/html", OWN_PAGE, -1, NULL, FALSE },
  { "429", 429, "text/html", CHALLENGE, OFFPRINT_REGISTRY_ERROR_RATE_LIMITED, "enough requests", FALSE },
  { "451", 451, "text/html", OWN_PAGE, OFFPRINT_REGISTRY_ERROR_REFUSED, "(451)", FALSE },
  { "500", 500, "text/html", OWN_PAGE, OFFPRINT_REGISTRY_ERROR_SERVER, "(500)", FALSE },
  { "503", 503, "text/html", "<title>Back soon</title>", OFFPRINT_REGISTRY_ERROR_SERVER, "(503)", FALSE },
  { "503, a challenge", 503, "text/html", CHALLENGE, OFFPRINT_REGISTRY_ERROR_REFUSED, NULL, FALSE },
  { "503, whatever it shows", 503, "text/html", OWN_PAGE, OFFPRINT_REGISTRY_ERROR_SERVER, "(503)", FALSE },
  { "200, a challenge", 200, "text/html", CHALLENGE, OFFPRINT_REGISTRY_ERROR_REFUSED, NULL, FALSE },
  { "200, a log-in page", 200, "text/html", LOG_IN, OFFPRINT_REGISTRY_ERROR_REFUSED, NULL, FALSE },
  { "200, a consent page", 200, "text/html", CONSENT, OFFPRINT_REGISTRY_ERROR_REFUSED, NULL, FALSE },
  { "PDF", 200, "application/pdf", "%PDF-1.7 …", OFFPRINT_REGISTRY_ERROR_NO_SERVICE, "(application/pdf)", FALSE },
  { "PDF as HTML", 200, "text/html", "%PDF-1.7 …", OFFPRINT_REGISTRY_ERROR_NO_SERVICE, "(application/pdf)", FALSE },
  { "picture", 200, "image/png", "\x89PNG", OFFPRINT_REGISTRY_ERROR_NO_SERVICE, "(image/png)", FALSE },
};

static void
test_case (Fixture       *self,
           gconstpointer  data)
{
  const Case *c = data;

  put_record (self);
  put_page (self, c->status, c->type, c->body);
  resolve (self, OFFPRINT_RESOLVE_DEFAULT);

  assert_warning (self, c->code);
  if (c->words != NULL)
    assert_said (self, c->words);
  if (c->code >= 0)
    assert_said (self, "127.0.0.1"); /* who it was */
  assert_readings (self, c->is_added ? "crossref page" : "crossref");
  g_assert_true (g_str_has_prefix (offprint_work_get_main_title (self->work), TITLE));
  g_assert_cmpuint (stand_in_count (self->service, "/DOI/" DOI), ==, 1);
  g_assert_cmpuint (stand_in_count (self->publisher, NULL), ==, 1);
}

static const struct
{
  const char *name;
  const char *path;
  int code;
} ways[] = {
  { "loop", "/loop", OFFPRINT_REGISTRY_ERROR_REDIRECTS },
  { "too many redirects", "/chain/10", OFFPRINT_REGISTRY_ERROR_REDIRECTS }, /* with doi.org’s own they are eleven */
  { "out of the house", "/away/ftp", OFFPRINT_REGISTRY_ERROR_REDIRECTS },
  { "huge", "/huge", OFFPRINT_REGISTRY_ERROR_TOO_LARGE },
  { "cut", "/cut", OFFPRINT_REGISTRY_ERROR_UNREACHABLE },
  { "not HTTP", "/not-http", OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
  { "busy", "/busy/90", OFFPRINT_REGISTRY_ERROR_RATE_LIMITED },
  { "cookie", "/shy", -1 }, /* is shown, and is no work’s page */
};

static void
test_way (Fixture       *self,
          gconstpointer  data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  put_record (self);
  lead_to (self, ways[i].path);
  resolve (self, OFFPRINT_RESOLVE_DEFAULT);

  assert_warning (self, ways[i].code);
  assert_readings (self, "crossref");
  g_assert_cmpuint (stand_in_count (self->service, "/DOI/" DOI), ==, 1);
}

static void
test_slow (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (OffprintHttp) http = g_object_new (OFFPRINT_TYPE_HTTP, "timeout-ms", 400, NULL);
  g_autoptr (OffprintResolver) resolver = offprint_resolver_new (http, self->endpoints, NULL);
  g_autoptr (OffprintIdentifier) identifier = offprint_identifier_new (OFFPRINT_IDENTIFIER_DOI, DOI, NULL);

  put_record (self);
  lead_to (self, "/slow");
  g_object_set (resolver, "read-landing-pages", TRUE, NULL);
  offprint_resolver_resolve_async (resolver, identifier, self->work, OFFPRINT_RESOLVE_DEFAULT, NULL, NULL, NULL, resolved_cb, self);
  stand_in_spin (&self->done);

  assert_warning (self, OFFPRINT_REGISTRY_ERROR_TIMED_OUT);
  assert_readings (self, "crossref");
  g_assert_cmpuint (stand_in_count (self->publisher, "/slow"), ==, 1);
}

static void
test_charset (Fixture       *self,
              gconstpointer  data)
{
  put_page (self, 200, "text/html; charset=ISO-8859-1", META (OF (DOI), "La patience des rivi\xe8res"));
  stand_in_put (self->service, "/DOI/ra/" DOI, 200, "application/json", "[{\"DOI\": \"" DOI "\", \"RA\": \"Crossref\"}]", -1);
  resolve (self, OFFPRINT_RESOLVE_DEFAULT);

  assert_readings (self, "page");
  g_assert_cmpstr (offprint_work_get_main_title (self->work), ==, "La patience des rivières");
}

/* A page that does not say whose it is has that from doi.org, and is fresh for its DOI. */
static void
test_unnamed (Fixture       *self,
              gconstpointer  data)
{
  put_page (self, 200, "text/html", META ("", TITLE));
  stand_in_put (self->service, "/DOI/ra/" DOI, 200, "application/json", "[{\"DOI\": \"" DOI "\", \"RA\": \"Crossref\"}]", -1);
  resolve (self, OFFPRINT_RESOLVE_DEFAULT);

  assert_readings (self, "page");
  g_assert_cmpstr (offprint_work_get_doi (self->work), ==, DOI);
}

/* Crossref does not know it yet, or fails: the page is all there is. */
static void
test_alone (Fixture       *self,
            gconstpointer  data)
{
  put_page (self, 200, "text/html", OWN_PAGE);
  stand_in_put (self->service, "/DOI/ra/" DOI, 200, "application/json", "[{\"DOI\": \"" DOI "\", \"RA\": \"Crossref\"}]", -1);
  resolve (self, OFFPRINT_RESOLVE_DEFAULT);
  assert_warning (self, OFFPRINT_REGISTRY_ERROR_NOT_FOUND);
  assert_readings (self, "page");
  g_assert_cmpuint (self->store->n_stored, ==, 1);

  stand_in_put (self->service, "/CROSSREF/works/" DOI, 500, "application/json", "{}", -1);
  g_object_unref (self->work);
  self->work = offprint_work_new ();
  resolve (self, OFFPRINT_RESOLVE_DEFAULT);
  assert_warning (self, OFFPRINT_REGISTRY_ERROR_SERVER);
  assert_readings (self, "page");
}

static void
test_neither (Fixture       *self,
              gconstpointer  data)
{
  put_page (self, 403, "text/html", "");
  stand_in_put (self->service, "/CROSSREF/works/" DOI, 500, "application/json", "{}", -1);
  resolve (self, OFFPRINT_RESOLVE_DEFAULT);
  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_SERVER); /* the first is told */
}

/* doi.org has said that there is no such DOI: it is not asked where that leads. */
static void
test_unregistered (Fixture       *self,
                   gconstpointer  data)
{
  put_page (self, 200, "text/html", OWN_PAGE);
  stand_in_put (self->service, "/DOI/ra/" DOI, 200, "application/json", "[{\"DOI\": \"" DOI "\", \"status\": \"DOI does not exist\"}]", -1);
  resolve (self, OFFPRINT_RESOLVE_DEFAULT);
  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND);
  g_assert_cmpuint (stand_in_count (self->publisher, NULL), ==, 0);
}

static void
test_not_wanted (Fixture       *self,
                 gconstpointer  data)
{
  gboolean is_wanted = TRUE;

  put_record (self);
  put_page (self, 200, "text/html", OWN_PAGE);
  g_object_set (self->resolver, "read-landing-pages", FALSE, NULL);
  g_object_get (self->resolver, "read-landing-pages", &is_wanted, NULL);
  g_assert_false (is_wanted);
  resolve (self, OFFPRINT_RESOLVE_REFRESH);

  assert_warning (self, -1);
  assert_readings (self, "crossref");
  g_assert_cmpuint (stand_in_count (self->service, "/DOI/" DOI), ==, 0);
  g_assert_cmpuint (stand_in_count (self->publisher, NULL), ==, 0);
}

static void
test_offline (Fixture       *self,
              gconstpointer  data)
{
  put_record (self);
  put_page (self, 200, "text/html", OWN_PAGE);
  g_object_set (self->http, "offline", TRUE, NULL);
  resolve (self, OFFPRINT_RESOLVE_DEFAULT);

  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_OFFLINE);
  g_assert_cmpuint (stand_in_count (self->service, NULL), ==, 0);
}

static void
keep_page (Fixture    *self,
           int         days,
           const char *doi)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -days);
  g_autoptr (OffprintReading) page = NULL;
  JsonObject *record = json_object_new ();

  json_object_set_string_member (record, "type", "article-journal");
  json_object_set_string_member (record, "title", TITLE);
  if (doi != NULL)
    json_object_set_string_member (record, "DOI", doi);
  page = offprint_reading_new ("page", OFFPRINT_READING_ABOUT_WORK, NULL, then, NULL, record);
  g_clear_object (&self->store->kept);
  self->store->kept = offprint_work_new ();
  offprint_work_add_reading (self->store->kept, page);
}

static void
test_fresh (Fixture       *self,
            gconstpointer  data)
{
  put_record (self);
  put_page (self, 200, "text/html", OWN_PAGE);

  keep_page (self, 6, DOI);
  resolve (self, OFFPRINT_RESOLVE_DEFAULT);
  g_assert_cmpuint (stand_in_count (self->publisher, NULL), ==, 0);
  resolve (self, OFFPRINT_RESOLVE_REFRESH); /* the reader asks for it */
  g_assert_cmpuint (stand_in_count (self->publisher, NULL), ==, 1);

  g_object_unref (self->work);
  self->work = offprint_work_new ();
  keep_page (self, 8, DOI);
  resolve (self, OFFPRINT_RESOLVE_DEFAULT);
  g_assert_cmpuint (stand_in_count (self->publisher, NULL), ==, 2);
}

/* A page that turned bad takes nothing away either, and is kept beside the good one. */
static void
test_turned_bad (Fixture       *self,
                 gconstpointer  data)
{
  put_record (self);
  put_page (self, 200, "text/html", META (OF (DOI), "Access denied"));
  keep_page (self, 30, DOI);
  resolve (self, OFFPRINT_RESOLVE_REFRESH);

  g_assert_no_error (self->error);
  g_assert_cmpstr (offprint_work_get_main_title (self->work), ==, TITLE);
}

/* A refusal takes away nothing of what was read before. */
static void
test_refused_later (Fixture       *self,
                    gconstpointer  data)
{
  put_record (self);
  put_page (self, 200, "text/html", CHALLENGE);
  keep_page (self, 30, DOI);
  resolve (self, OFFPRINT_RESOLVE_REFRESH);

  assert_warning (self, OFFPRINT_REGISTRY_ERROR_REFUSED);
  assert_readings (self, "page crossref");
  g_assert_cmpstr (offprint_work_get_main_title (self->work), ==, TITLE);
}

static void
cancel_cb (const char *path,
           gpointer    user_data)
{
  Fixture *self = user_data;

  g_cancellable_cancel (self->cancellable);
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  put_record (self);
  lead_to (self, "/silent");
  stand_in_set_watch (self->publisher, cancel_cb, self);
  resolve (self, OFFPRINT_RESOLVE_DEFAULT);

  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_readings (self, "crossref");
  g_assert_cmpuint (self->store->n_stored, ==, 1);
}

/* A cookie of one walk is not shown in the next. */
static void
test_cookies (Fixture       *self,
              gconstpointer  data)
{
  put_record (self);
  put_page (self, 200, "text/html", OWN_PAGE);
  stand_in_add_header (self->publisher, "/article/1", "Set-Cookie", "reader=1; Path=/");
  resolve (self, OFFPRINT_RESOLVE_REFRESH);
  resolve (self, OFFPRINT_RESOLVE_REFRESH);

  g_assert_cmpuint (stand_in_count (self->publisher, "/article/1"), ==, 2);
  g_assert_null (stand_in_get_header (self->publisher, "/article/1", "Cookie"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/landing/added", test_added);
  ADD ("/landing/ledger", test_ledger);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/landing/answer/", cases[i].name, NULL);

      g_test_add (path, Fixture, &cases[i], set_up, test_case, tear_down);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *path = g_strconcat ("/landing/way/", ways[i].name, NULL);

      g_test_add (path, Fixture, GSIZE_TO_POINTER (i), set_up, test_way, tear_down);
    }
  ADD ("/landing/slow", test_slow);
  ADD ("/landing/charset", test_charset);
  ADD ("/landing/unnamed", test_unnamed);
  ADD ("/landing/alone", test_alone);
  ADD ("/landing/neither", test_neither);
  ADD ("/landing/unregistered", test_unregistered);
  ADD ("/landing/not wanted", test_not_wanted);
  ADD ("/landing/offline", test_offline);
  ADD ("/landing/fresh", test_fresh);
  ADD ("/landing/turned bad", test_turned_bad);
  ADD ("/landing/refused later", test_refused_later);
  ADD ("/landing/cancelled", test_cancelled);
  ADD ("/landing/cookies", test_cookies);
#undef ADD
  return g_test_run ();
}
