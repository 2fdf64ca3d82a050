/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks from identifiers to readings, against the loopback service: all services stand
 * there under folders of their own.
 */

#include "resolver.h"

#include "registry-error.h"
#include "stand-in.h"

#define CROSSREF_MIME "application/json"
#define WORK(members) "{\"status\": \"ok\", \"message-type\": \"work\", \"message\": {" members "}}"
#define LIST(items)   "{\"status\": \"ok\", \"message-type\": \"work-list\", \"message\": {\"items\": [" items "]}}"
#define ISBN_FILTER   ",type:book,type:edited-book,type:monograph,type:reference-book&rows=5"
#define CHAPTER                                                                                                                      \
  "\"DOI\": \"10.5555/9783030939823_7\", \"type\": \"book-chapter\", \"title\": [\"Tides\"], \"container-title\": [\"Slow Water\"]," \
  "\"ISBN\": [\"9783030939823\"], \"publisher\": \"Tidewater\", \"author\": [{\"family\": \"Quill\", \"given\": \"Ada\"}], \"issued\": {\"date-parts\": [[2022]]}"
#define BOOK                                                                                                                   \
  "\"DOI\": \"10.5555/9783030939823\", \"type\": \"edited-book\", \"title\": [\"Slow Water\"], \"ISBN\": [\"9783030939823\"]," \
  "\"editor\": [{\"family\": \"Marrow\", \"given\": \"Bo\"}], \"publisher\": \"Tidewater\", \"issued\": {\"date-parts\": [[2022]]}"
#define ARTICLE                                                                                                             \
  "\"DOI\": \"10.5555/wait.1\", \"type\": \"journal-article\", \"title\": [\"On Patience\"], \"publisher\": \"Tidewater\"," \
  "\"container-title\": [\"Annals of Waiting\"], \"author\": [{\"family\": \"Quill\", \"given\": \"Ada\"}], \"issued\": {\"date-parts\": [[2021]]}"

/* A store of one work in memory */

#define TEST_TYPE_STORE (test_store_get_type ())
G_DECLARE_FINAL_TYPE (TestStore, test_store, TEST, STORE, GObject)

struct _TestStore
{
  GObject parent_instance;
  OffprintWork *kept; /* Owned; nullable */
  guint n_stored;
  gboolean is_full;
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

  if (self->kept != NULL && g_strcmp0 (offprint_work_get_doi (self->kept), id) == 0)
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
  if (self->is_full)
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "the disk is full");
  else
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
  OffprintHttp *http;
  OffprintEndpoints *endpoints;
  TestStore *store;
  OffprintResolver *resolver;
  OffprintWork *work;
  GCancellable *cancellable;
  GString *progress;
  guint n_changes;

  gboolean done;
  gboolean ok;
  GError *warning;
  GError *error;
  GListModel *found;
} Fixture;

static void
changed_cb (OffprintWork *work,
            gpointer      user_data)
{
  ((Fixture *) user_data)->n_changes++;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static const char *const names[] = { "CROSSREF", "DATACITE", "DOI", "ARXIV", "PUBMED", "IDCONV", "K10PLUS", "OPENLIBRARY", "JALC", "STYLES" };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) environment = NULL;

  self->service = stand_in_new ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_strv_builder_take (builder, g_strdup_printf ("OFFPRINT_%s_URL=%s/%s", names[i], stand_in_get_url (self->service), names[i]));
  environment = g_strv_builder_end (builder);
  self->endpoints = offprint_endpoints_new ((const char *const *) environment);
  self->http = g_object_new (OFFPRINT_TYPE_HTTP, "back-off-ms", 1, NULL);
  self->store = g_object_new (TEST_TYPE_STORE, NULL);
  self->resolver = offprint_resolver_new (self->http, self->endpoints, OFFPRINT_STORE (self->store));
  self->work = offprint_work_new ();
  g_signal_connect (self->work, "changed", G_CALLBACK (changed_cb), self);
  self->cancellable = g_cancellable_new ();
  self->progress = g_string_new (NULL);
}

static void
clear (Fixture *self)
{
  self->done = FALSE;
  g_clear_error (&self->warning);
  g_clear_error (&self->error);
  g_clear_object (&self->found);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  clear (self);
  g_signal_handlers_disconnect_by_data (self->work, self);
  g_object_unref (self->work);
  g_object_unref (self->cancellable);
  g_assert_finalize_object (self->resolver);
  stand_in_free (self->service);
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
begin (Fixture                *self,
       OffprintIdentifierKind  kind,
       const char             *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintIdentifier) identifier = offprint_identifier_new (kind, value, &error);

  g_assert_no_error (error);
  clear (self);
  offprint_resolver_resolve_async (self->resolver, identifier, self->work, OFFPRINT_RESOLVE_DEFAULT,
                                   progress_cb, self, self->cancellable, resolved_cb, self);
}

static void
resolve (Fixture                *self,
         OffprintIdentifierKind  kind,
         const char             *value)
{
  begin (self, kind, value);
  stand_in_spin (&self->done);
}

/* "crossref:work crossref:book" */
static char *
dup_readings (OffprintWork *work)
{
  GListModel *readings = offprint_work_get_readings (work);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (readings); i++)
    {
      g_autoptr (OffprintReading) reading = g_list_model_get_item (readings, i);

      g_string_append_printf (text, "%s%s:%s", text->len > 0 ? " " : "", offprint_reading_get_source (reading),
                              offprint_reading_get_about (reading) == OFFPRINT_READING_ABOUT_BOOK ? "book" : "work");
    }
  return g_string_free (text, FALSE);
}

static void
assert_readings (Fixture    *self,
                 const char *expected)
{
  g_autofree char *readings = dup_readings (self->work);

  g_assert_no_error (self->error);
  g_assert_cmpstr (readings, ==, expected);
}

static void
assert_log (Fixture    *self,
            const char *expected)
{
  g_autofree char *log = stand_in_dup_log (self->service);

  g_assert_cmpstr (log, ==, expected);
}

static void
test_article (Fixture       *self,
              gconstpointer  data)
{
  stand_in_put (self->service, "/CROSSREF/works/10.5555/wait.1", 200, CROSSREF_MIME, WORK (ARTICLE), -1);
  resolve (self, OFFPRINT_IDENTIFIER_DOI, "10.5555/wait.1");

  assert_readings (self, "crossref:work");
  g_assert_no_error (self->warning);
  g_assert_cmpstr (offprint_work_get_text (self->work, OFFPRINT_FIELD_TITLE), ==, "On Patience");
  g_assert_cmpstr (self->progress->str, ==, "Asking Crossref…\n");
  g_assert_cmpuint (self->n_changes, >, 0);
  g_assert_cmpuint (self->store->n_stored, ==, 1);
  assert_log (self, "/CROSSREF/works/10.5555/wait.1\n");
}

static void
test_encoded (Fixture       *self,
              gconstpointer  data)
{
  stand_in_put (self->service, "/CROSSREF/works/10.1002/%28sici%291097%3C1243%3A%3Aaid-1%3E3.0.co%3B2-n", 200, CROSSREF_MIME,
                WORK ("\"DOI\": \"10.1002/(sici)1097<1243::aid-1>3.0.co;2-n\", \"type\": \"journal-article\", \"title\": [\"A\"]"), -1);
  resolve (self, OFFPRINT_IDENTIFIER_DOI, "10.1002/(SICI)1097<1243::AID-1>3.0.CO;2-N");

  g_assert_no_error (self->error);
  g_assert_cmpuint (stand_in_count (self->service, NULL), ==, 1);
}

static void
test_book (Fixture       *self,
           gconstpointer  data)
{
  stand_in_put (self->service, "/CROSSREF/works/10.5555/9783030939823_7", 200, CROSSREF_MIME, WORK (CHAPTER), -1);
  stand_in_put (self->service, "/CROSSREF/works/10.5555/9783030939823", 200, CROSSREF_MIME, WORK (BOOK), -1);
  resolve (self, OFFPRINT_IDENTIFIER_DOI, "10.5555/9783030939823_7");

  assert_readings (self, "crossref:work crossref:book");
  g_assert_no_error (self->warning);
  g_assert_cmpstr (offprint_work_get_text (self->work, OFFPRINT_FIELD_TITLE), ==, "Tides");
  g_assert_cmpstr (offprint_work_get_kind (self->work), ==, "chapter");
  g_assert_cmpuint (g_list_model_get_n_items (offprint_work_get_people (self->work)), ==, 2);
  g_assert_cmpstr (self->progress->str, ==, "Asking Crossref…\nAsking Crossref about the book…\n");
}

/* The DOI without its tail is another’s: the ISBN finds the book. */
static void
test_book_by_isbn (Fixture       *self,
                   gconstpointer  data)
{
  stand_in_put (self->service, "/CROSSREF/works/10.5555/9783030939823_7", 200, CROSSREF_MIME, WORK (CHAPTER), -1);
  stand_in_put (self->service, "/CROSSREF/works/10.5555/9783030939823", 200, CROSSREF_MIME,
                WORK ("\"DOI\": \"10.5555/9783030939823\", \"type\": \"book\", \"title\": [\"Quick Sand\"], \"ISBN\": [\"9780000000002\"]"), -1);
  stand_in_put (self->service, "/CROSSREF/works?filter=isbn:9783030939823" ISBN_FILTER, 200, CROSSREF_MIME,
                LIST ("{\"type\": \"book\", \"title\": [\"Other\"]}, {" BOOK "}"), -1);
  resolve (self, OFFPRINT_IDENTIFIER_DOI, "10.5555/9783030939823_7");

  assert_readings (self, "crossref:work crossref:book");
  g_assert_no_error (self->warning);
}

static void
test_book_unknown (Fixture       *self,
                   gconstpointer  data)
{
  stand_in_put (self->service, "/CROSSREF/works/10.5555/9783030939823_7", 200, CROSSREF_MIME, WORK (CHAPTER), -1);
  stand_in_put (self->service, "/CROSSREF/works?filter=isbn:9783030939823" ISBN_FILTER, 200, CROSSREF_MIME, LIST (""), -1);
  resolve (self, OFFPRINT_IDENTIFIER_DOI, "10.5555/9783030939823_7");

  assert_readings (self, "crossref:work");
  g_assert_no_error (self->warning);
}

static void
test_book_fails (Fixture       *self,
                 gconstpointer  data)
{
  stand_in_put (self->service, "/CROSSREF/works/10.5555/9783030939823_7", 200, CROSSREF_MIME, WORK (CHAPTER), -1);
  stand_in_put (self->service, "/CROSSREF/works/10.5555/9783030939823", 500, CROSSREF_MIME, "{}", -1);
  resolve (self, OFFPRINT_IDENTIFIER_DOI, "10.5555/9783030939823_7");

  assert_readings (self, "crossref:work");
  g_assert_error (self->warning, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_SERVER);
  g_assert_cmpuint (self->store->n_stored, ==, 1);
}

static void
put_agency (Fixture    *self,
            const char *doi,
            const char *agency)
{
  g_autofree char *path = g_strconcat ("/DOI/ra/", doi, NULL);
  g_autofree char *body = NULL;

  if (agency != NULL)
    body = g_strdup_printf ("[{\"DOI\": \"%s\", \"RA\": \"%s\"}]", doi, agency);
  else
    body = g_strdup_printf ("[{\"DOI\": \"%s\", \"status\": \"DOI does not exist\"}]", doi);
  stand_in_put (self->service, path, 200, "application/json", body, -1);
}

#define DATASET                                                                                                                 \
  "{\"data\": {\"id\": \"10.5072/d.1\", \"attributes\": {\"doi\": \"10.5072/d.1\", \"titles\": [{\"title\": \"Tide tables\"}]," \
  "\"creators\": [{\"name\": \"Quill, Ada\", \"givenName\": \"Ada\", \"familyName\": \"Quill\"}], \"publisher\": \"Zen\","      \
  "\"publicationYear\": 2020, \"types\": {\"resourceTypeGeneral\": \"Dataset\"}}}}"

static void
test_datacite (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (OffprintWork) second = offprint_work_new ();

  put_agency (self, "10.5072/d.1", "Data Cite");
  stand_in_put (self->service, "/DATACITE/dois/10.5072/d.1?publisher=true&affiliation=true", 200, "application/json", DATASET, -1);
  resolve (self, OFFPRINT_IDENTIFIER_DOI, "10.5072/d.1");
  assert_readings (self, "datacite:work");
  g_assert_cmpstr (self->progress->str, ==, "Asking Crossref…\nAsking doi.org…\nAsking DataCite…\n");

  /* the next of that prefix goes straight there */
  resolve (self, OFFPRINT_IDENTIFIER_DOI, "10.5072/d.1");
  assert_log (self, "/CROSSREF/works/10.5072/d.1\n/DOI/ra/10.5072/d.1\n"
                    "/DATACITE/dois/10.5072/d.1?publisher=true&affiliation=true\n"
                    "/DATACITE/dois/10.5072/d.1?publisher=true&affiliation=true\n");
}

static void
test_wrong_prefix (Fixture       *self,
                   gconstpointer  data)
{
  put_agency (self, "10.5072/d.1", "DataCite");
  stand_in_put (self->service, "/DATACITE/dois/10.5072/d.1?publisher=true&affiliation=true", 200, "application/json", DATASET, -1);
  resolve (self, OFFPRINT_IDENTIFIER_DOI, "10.5072/d.1");
  g_assert_no_error (self->error);

  g_object_unref (self->work);
  self->work = offprint_work_new ();
  stand_in_put (self->service, "/CROSSREF/works/10.5072/moved", 200, CROSSREF_MIME, WORK (ARTICLE), -1);
  resolve (self, OFFPRINT_IDENTIFIER_DOI, "10.5072/moved");
  assert_readings (self, "crossref:work");
}

static void
test_unknown (Fixture       *self,
              gconstpointer  data)
{
  put_agency (self, "10.9999/nothing", NULL);
  resolve (self, OFFPRINT_IDENTIFIER_DOI, "10.9999/nothing");

  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (self->error->message, "10.9999/nothing"));
  g_assert_true (offprint_work_is_empty (self->work));
  g_assert_cmpuint (self->store->n_stored, ==, 0);
}

static void
test_not_yet (Fixture       *self,
              gconstpointer  data)
{
  put_agency (self, "10.5555/new", "CrossRef");
  resolve (self, OFFPRINT_IDENTIFIER_DOI, "10.5555/new");

  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (self->error->message, "no record of it yet"));
}

static void
test_no_service (Fixture       *self,
                 gconstpointer  data)
{
  put_agency (self, "10.5012/k.1", "KISTI");
  stand_in_put (self->service, "/DOI/10.5012/k.1", 200, "text/html", "<html>A landing page</html>", -1);
  resolve (self, OFFPRINT_IDENTIFIER_DOI, "10.5012/k.1");

  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NO_SERVICE);
  g_assert_nonnull (strstr (self->error->message, "KISTI"));
}

static void
test_negotiation (Fixture       *self,
                  gconstpointer  data)
{
  put_agency (self, "10.1392/m.1", "mEDRA");
  stand_in_put (self->service, "/DOI/10.1392/m.1", 302, NULL, "", 0);
  stand_in_add_header (self->service, "/DOI/10.1392/m.1", "Location", "/elsewhere/10.1392/m.1");
  stand_in_put (self->service, "/elsewhere/10.1392/m.1", 200, "application/vnd.citationstyles.csl+json",
                "{\"type\": \"book-chapter\", \"DOI\": \"10.1392/M.1\", \"title\": \"Pazienza\","
                "\"author\": [{\"family\": \"Quill\", \"given\": \"Ada\"}], \"issued\": {\"date-parts\": [[2019]]}}",
                -1);
  resolve (self, OFFPRINT_IDENTIFIER_DOI, "10.1392/m.1");

  assert_readings (self, "negotiation:work");
  g_assert_cmpstr (offprint_work_get_kind (self->work), ==, "chapter");
  g_assert_cmpstr (stand_in_get_header (self->service, "/elsewhere/10.1392/m.1", "Accept"), ==, "application/vnd.citationstyles.csl+json");
}

static void
test_jalc (Fixture       *self,
           gconstpointer  data)
{
  put_agency (self, "10.11473/fcn.6.9", "JaLC");
  stand_in_put (self->service, "/DOI/10.11473/fcn.6.9", 406, "text/plain", "", -1);
  stand_in_put (self->service, "/JALC/dois/10.11473/fcn.6.9", 200, "application/json",
                "{\"data\": {\"doi\": \"10.11473/fcn.6.9\", \"title_list\": [{\"lang\": \"ja\", \"title\": \"忍耐\"}]}}", -1);
  resolve (self, OFFPRINT_IDENTIFIER_DOI, "10.11473/fcn.6.9");
  assert_readings (self, "jalc:work");
}

typedef struct
{
  const char *name;
  guint status;
  const char *content_type;
  const char *body;
  gssize length;
  int code;
} Broken;

static const Broken broken[] = {
  { "html", 200, "text/html", "<!DOCTYPE html><html><body>Oops</body></html>", -1, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
  { "bad utf8", 200, CROSSREF_MIME, "{\"message\": {\"title\": [\"\xff\"]}}", -1, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
  { "cut json", 200, CROSSREF_MIME, "{\"message\": {\"title\": [\"", -1, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
  { "empty", 200, CROSSREF_MIME, "", 0, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
  { "null", 200, CROSSREF_MIME, "null", -1, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
  { "500", 500, CROSSREF_MIME, "{}", -1, OFFPRINT_REGISTRY_ERROR_SERVER },
  { "403", 403, "text/plain", "no", -1, OFFPRINT_REGISTRY_ERROR_REFUSED },
};

static void
test_broken (Fixture       *self,
             gconstpointer  data)
{
  const Broken *c = data;

  stand_in_put (self->service, "/CROSSREF/works/10.5555/wait.1", c->status, c->content_type, c->body, c->length);
  resolve (self, OFFPRINT_IDENTIFIER_DOI, "10.5555/wait.1");

  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, c->code);
  g_assert_nonnull (strstr (self->error->message, "Crossref"));
  g_assert_true (offprint_work_is_empty (self->work));
  g_assert_cmpuint (self->store->n_stored, ==, 0);
}

/* Long enough to be read on a thread */
static void
test_deep (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GString) body = g_string_new ("{\"message\": ");

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (body, '[');
  stand_in_put (self->service, "/CROSSREF/works/10.5555/wait.1", 200, CROSSREF_MIME, body->str, body->len);
  resolve (self, OFFPRINT_IDENTIFIER_DOI, "10.5555/wait.1");
  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER);
}

static void
keep_article (Fixture *self)
{
  g_autoptr (JsonNode) node = NULL;

  stand_in_put (self->service, "/CROSSREF/works/10.5555/wait.1", 200, CROSSREF_MIME, WORK (ARTICLE), -1);
  resolve (self, OFFPRINT_IDENTIFIER_DOI, "10.5555/wait.1");
  g_assert_no_error (self->error);
  node = offprint_work_to_json (self->work, OFFPRINT_RECORD_WITH_READINGS);
  self->store->kept = offprint_work_new_from_json (node, NULL);
  g_assert_nonnull (self->store->kept);
  g_object_unref (self->work);
  self->work = offprint_work_new ();
}

static void
test_kept (Fixture       *self,
           gconstpointer  data)
{
  keep_article (self);
  g_object_set (self->http, "offline", TRUE, NULL);
  resolve (self, OFFPRINT_IDENTIFIER_DOI, "10.5555/wait.1");

  assert_readings (self, "crossref:work");
  g_assert_error (self->warning, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_OFFLINE);
  g_assert_cmpstr (offprint_work_get_text (self->work, OFFPRINT_FIELD_TITLE), ==, "On Patience");
}

static void
test_offline (Fixture       *self,
              gconstpointer  data)
{
  g_object_set (self->http, "offline", TRUE, NULL);
  resolve (self, OFFPRINT_IDENTIFIER_DOI, "10.5555/wait.1");
  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_OFFLINE);
}

static void
test_full_disk (Fixture       *self,
                gconstpointer  data)
{
  self->store->is_full = TRUE;
  stand_in_put (self->service, "/CROSSREF/works/10.5555/wait.1", 200, CROSSREF_MIME, WORK (ARTICLE), -1);
  resolve (self, OFFPRINT_IDENTIFIER_DOI, "10.5555/wait.1");

  assert_readings (self, "crossref:work");
  g_assert_error (self->warning, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

static void
cancel_cb (const char *path,
           gpointer    user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancel (Fixture       *self,
             gconstpointer  data)
{
  stand_in_put (self->service, "/CROSSREF/works/10.5555/wait.1", 200, CROSSREF_MIME, WORK (ARTICLE), -1);
  stand_in_set_watch (self->service, cancel_cb, self->cancellable);
  resolve (self, OFFPRINT_IDENTIFIER_DOI, "10.5555/wait.1");

  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (offprint_work_is_empty (self->work));
  g_assert_cmpuint (self->n_changes, ==, 0);
  g_assert_cmpuint (self->store->n_stored, ==, 0);
}

static void
cancel_at_book_cb (const char *path,
                   gpointer    user_data)
{
  if (g_str_has_suffix (path, "/10.5555/9783030939823"))
    g_cancellable_cancel (user_data);
}

/* What had come stays, nothing more comes, nothing is stored */
static void
test_cancel_midway (Fixture       *self,
                    gconstpointer  data)
{
  g_autofree char *readings = NULL;

  stand_in_put (self->service, "/CROSSREF/works/10.5555/9783030939823_7", 200, CROSSREF_MIME, WORK (CHAPTER), -1);
  stand_in_put (self->service, "/CROSSREF/works/10.5555/9783030939823", 200, CROSSREF_MIME, WORK (BOOK), -1);
  stand_in_set_watch (self->service, cancel_at_book_cb, self->cancellable);
  resolve (self, OFFPRINT_IDENTIFIER_DOI, "10.5555/9783030939823_7");

  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  readings = dup_readings (self->work);
  g_assert_cmpstr (readings, ==, "crossref:work");
  g_assert_cmpuint (self->store->n_stored, ==, 0);
}

static void
test_short_doi (Fixture       *self,
                gconstpointer  data)
{
  stand_in_put (self->service, "/DOI/api/handles/10/p54k", 200, "application/json",
                "{\"responseCode\": 1, \"values\": [{\"type\": \"HS_ALIAS\", \"data\": {\"value\": \"10.5555/wait.1\"}}]}", -1);
  stand_in_put (self->service, "/CROSSREF/works/10.5555/wait.1", 200, CROSSREF_MIME, WORK (ARTICLE), -1);
  resolve (self, OFFPRINT_IDENTIFIER_SHORT_DOI, "10/p54k");
  assert_readings (self, "crossref:work");
}

static void
test_isbn (Fixture       *self,
           gconstpointer  data)
{
  stand_in_put (self->service, "/CROSSREF/works?filter=isbn:9783030939823" ISBN_FILTER, 200, CROSSREF_MIME, LIST ("{" BOOK "}"), -1);
  resolve (self, OFFPRINT_IDENTIFIER_ISBN, "9783030939823");
  assert_readings (self, "crossref:work");
  g_assert_cmpstr (offprint_work_get_kind (self->work), ==, "book");
}

#define K10PLUS_PATH     "/K10PLUS/opac-de-627?version=1.1&operation=searchRetrieve&query=pica.isb%3D9783406568442&maximumRecords=5&recordSchema=marcxml"
#define OPENLIBRARY_PATH "/OPENLIBRARY/api/books.json?bibkeys=ISBN:9783406568442&jscmd=data"

static void
test_isbn_catalogue (Fixture       *self,
                     gconstpointer  data)
{
  stand_in_put (self->service, "/CROSSREF/works?filter=isbn:9783406568442" ISBN_FILTER, 200, CROSSREF_MIME, LIST (""), -1);
  stand_in_put (self->service, K10PLUS_PATH, 200, "text/xml",
                "<r><records><record><recordData><record><leader>     cam a22</leader>"
                "<datafield tag='020'><subfield code='a'>9783406568442</subfield></datafield>"
                "<datafield tag='245'><subfield code='a'>Langer Atem</subfield></datafield></record></recordData></record></records></r>",
                -1);
  resolve (self, OFFPRINT_IDENTIFIER_ISBN, "9783406568442");
  assert_readings (self, "k10plus:work");
  g_assert_no_error (self->warning);
}

static void
test_isbn_last (Fixture       *self,
                gconstpointer  data)
{
  stand_in_put (self->service, "/CROSSREF/works?filter=isbn:9783406568442" ISBN_FILTER, 200, CROSSREF_MIME, LIST (""), -1);
  stand_in_put (self->service, K10PLUS_PATH, 200, "text/xml", "<r><numberOfRecords>0</numberOfRecords></r>", -1);
  stand_in_put (self->service, OPENLIBRARY_PATH, 200, "application/json",
                "{\"ISBN:9783406568442\": {\"title\": \"Langer Atem\"}}", -1);
  resolve (self, OFFPRINT_IDENTIFIER_ISBN, "9783406568442");
  assert_readings (self, "openlibrary:work");
}

static void
test_isbn_unknown (Fixture       *self,
                   gconstpointer  data)
{
  stand_in_put (self->service, "/CROSSREF/works?filter=isbn:9783406568442" ISBN_FILTER, 200, CROSSREF_MIME, LIST (""), -1);
  stand_in_put (self->service, K10PLUS_PATH, 200, "text/xml", "<r><numberOfRecords>0</numberOfRecords></r>", -1);
  stand_in_put (self->service, OPENLIBRARY_PATH, 200, "application/json", "{}", -1);
  resolve (self, OFFPRINT_IDENTIFIER_ISBN, "9783406568442");
  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (self->error->message, "9783406568442"));
}

static void
test_arxiv (Fixture       *self,
            gconstpointer  data)
{
  stand_in_put (self->service, "/DATACITE/dois/10.48550/arxiv.1706.03762?publisher=true&affiliation=true", 200, "application/json", DATASET, -1);
  stand_in_put (self->service, "/ARXIV/api/query?id_list=1706.03762v5", 200, "application/atom+xml",
                "<feed><entry><id>http://arxiv.org/abs/1706.03762v5</id><title>Tides</title></entry></feed>", -1);
  resolve (self, OFFPRINT_IDENTIFIER_ARXIV, "1706.03762v5");
  assert_readings (self, "datacite:work arxiv:work");
}

static void
test_arxiv_alone (Fixture       *self,
                  gconstpointer  data)
{
  stand_in_put (self->service, "/ARXIV/api/query?id_list=hep-th/9901001", 200, "application/atom+xml",
                "<feed><entry><id>http://arxiv.org/abs/hep-th/9901001v1</id><title>Tides</title></entry></feed>", -1);
  resolve (self, OFFPRINT_IDENTIFIER_ARXIV, "hep-th/9901001");
  assert_readings (self, "arxiv:work");
  g_assert_no_error (self->warning);
}

#define IDCONV_PATH   "/IDCONV/tools/idconv/api/v1/articles/?ids=19000001&format=json&tool=Offprint"
#define ESUMMARY_PATH "/PUBMED/entrez/eutils/esummary.fcgi?db=pubmed&id=19000001&retmode=json&tool=Offprint"

static void
test_pmid (Fixture       *self,
           gconstpointer  data)
{
  stand_in_put (self->service, IDCONV_PATH, 200, "application/json", "{\"records\": [{\"doi\": \"10.5555/wait.1\"}]}", -1);
  stand_in_put (self->service, "/CROSSREF/works/10.5555/wait.1", 200, CROSSREF_MIME, WORK (ARTICLE), -1);
  resolve (self, OFFPRINT_IDENTIFIER_PMID, "19000001");
  assert_readings (self, "crossref:work");
}

static void
test_pmid_summary (Fixture       *self,
                   gconstpointer  data)
{
  stand_in_put (self->service, IDCONV_PATH, 200, "application/json", "{\"records\": [{\"status\": \"error\"}]}", -1);
  stand_in_put (self->service, ESUMMARY_PATH, 200, "application/json",
                "{\"result\": {\"uids\": [\"19000001\"], \"19000001\": {\"title\": \"Patience.\"}}}", -1);
  resolve (self, OFFPRINT_IDENTIFIER_PMID, "19000001");
  assert_readings (self, "pubmed:work");
}

/* The DOI that PubMed names gives nothing: then PubMed’s own words do. */
static void
test_pmid_fallback (Fixture       *self,
                    gconstpointer  data)
{
  stand_in_put (self->service, ESUMMARY_PATH, 200, "application/json",
                "{\"result\": {\"uids\": [\"19000001\"], \"19000001\": {\"title\": \"Patience.\","
                "\"articleids\": [{\"idtype\": \"doi\", \"value\": \"10.5555/gone\"}]}}}",
                -1);
  put_agency (self, "10.5555/gone", NULL);
  resolve (self, OFFPRINT_IDENTIFIER_PMID, "19000001");
  assert_readings (self, "pubmed:work");
  g_assert_error (self->warning, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND);
}

static void
test_no_work (Fixture       *self,
              gconstpointer  data)
{
  resolve (self, OFFPRINT_IDENTIFIER_ISSN, "0885-6125");
  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND);
  resolve (self, OFFPRINT_IDENTIFIER_ORCID, "0000-0002-1825-0097");
  g_assert_error (self->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND);
  g_assert_cmpuint (stand_in_count (self->service, NULL), ==, 0);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Fixture *self = user_data;

  self->found = offprint_resolver_search_finish (OFFPRINT_RESOLVER (source), result, &self->error);
  self->done = TRUE;
}

static void
serve_search_cb (const char *path,
                 gpointer    user_data)
{
  Fixture *self = user_data;

  g_assert_true (g_str_has_prefix (path, "/CROSSREF/works?query.bibliographic=on%20patience%20%26%20tides&rows="));
  stand_in_put (self->service, path, 200, CROSSREF_MIME, LIST ("{" ARTICLE "}, {" BOOK "}"), -1);
}

static void
test_search (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (OffprintWork) first = NULL;

  stand_in_set_watch (self->service, serve_search_cb, self);
  offprint_resolver_search_async (self->resolver, "  on patience\n& tides ", self->cancellable, found_cb, self);
  stand_in_spin (&self->done);

  g_assert_no_error (self->error);
  g_assert_cmpuint (g_list_model_get_n_items (self->found), ==, 2);
  first = g_list_model_get_item (self->found, 0);
  g_assert_cmpstr (offprint_work_get_text (first, OFFPRINT_FIELD_TITLE), ==, "On Patience");

  clear (self);
  offprint_resolver_search_async (self->resolver, "  ", self->cancellable, found_cb, self);
  stand_in_spin (&self->done);
  g_assert_cmpuint (g_list_model_get_n_items (self->found), ==, 0);
}

/* The seed: the chapter that the project began with, and its book */
static void
test_seed (Fixture       *self,
           gconstpointer  data)
{
  if (!stand_in_put_file (self->service, "/CROSSREF/works/10.1007/978-3-030-93982-3_7", CROSSREF_MIME, "seed/crossref-chapter.json") ||
      !stand_in_put_file (self->service, "/CROSSREF/works/10.1007/978-3-030-93982-3", CROSSREF_MIME, "seed/crossref-book.json"))
    {
      g_test_skip ("no stored records");
      return;
    }
  resolve (self, OFFPRINT_IDENTIFIER_DOI, "10.1007/978-3-030-93982-3_7");
  assert_readings (self, "crossref:work crossref:book");
  g_assert_no_error (self->warning);
  g_assert_cmpuint (g_list_model_get_n_items (offprint_work_get_people (self->work)), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/resolver/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("article", test_article);
  ADD ("encoded", test_encoded);
  ADD ("book/doi", test_book);
  ADD ("book/isbn", test_book_by_isbn);
  ADD ("book/unknown", test_book_unknown);
  ADD ("book/fails", test_book_fails);
  ADD ("datacite", test_datacite);
  ADD ("wrong prefix", test_wrong_prefix);
  ADD ("unknown", test_unknown);
  ADD ("not yet", test_not_yet);
  ADD ("no service", test_no_service);
  ADD ("negotiation", test_negotiation);
  ADD ("jalc", test_jalc);
  ADD ("deep", test_deep);
  ADD ("kept", test_kept);
  ADD ("offline", test_offline);
  ADD ("full disk", test_full_disk);
  ADD ("cancel/first", test_cancel);
  ADD ("cancel/midway", test_cancel_midway);
  ADD ("short doi", test_short_doi);
  ADD ("isbn/crossref", test_isbn);
  ADD ("isbn/catalogue", test_isbn_catalogue);
  ADD ("isbn/last", test_isbn_last);
  ADD ("isbn/unknown", test_isbn_unknown);
  ADD ("arxiv/both", test_arxiv);
  ADD ("arxiv/alone", test_arxiv_alone);
  ADD ("pmid/doi", test_pmid);
  ADD ("pmid/summary", test_pmid_summary);
  ADD ("pmid/fallback", test_pmid_fallback);
  ADD ("no work", test_no_work);
  ADD ("search", test_search);
  ADD ("seed", test_seed);
#undef ADD
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strconcat ("/resolver/broken/", broken[i].name, NULL);

      g_test_add (path, Fixture, &broken[i], set_up, test_broken, tear_down);
    }
  return g_test_run ();
}
