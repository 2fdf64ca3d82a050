/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The door of the room: identifiers in, readings out; words in, works to choose from
 * out. Who is asked in which order is walk.c’s.
 */

#include "config.h"

#include "resolver.h"

#include "parsers.h"
#include "questions.h"
#include "read.h"
#include "resolver-private.h"

G_DEFINE_FINAL_TYPE (OffprintResolver, offprint_resolver, G_TYPE_OBJECT)

enum
{
  PROP_HTTP = 1,
  PROP_ENDPOINTS,
  PROP_STORE,
  PROP_READ_LANDING_PAGES,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
offprint_resolver_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  OffprintResolver *self = OFFPRINT_RESOLVER (object);

  switch (property_id)
    {
    case PROP_HTTP:
      g_value_set_object (value, self->http);
      break;
    case PROP_ENDPOINTS:
      g_value_set_pointer (value, self->endpoints);
      break;
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_READ_LANDING_PAGES:
      g_value_set_boolean (value, self->reads_pages);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
offprint_resolver_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  OffprintResolver *self = OFFPRINT_RESOLVER (object);

  switch (property_id)
    {
    case PROP_HTTP:
      self->http = g_value_dup_object (value);
      break;
    case PROP_ENDPOINTS:
      self->endpoints = offprint_endpoints_ref (g_value_get_pointer (value));
      break;
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    case PROP_READ_LANDING_PAGES:
      if (self->reads_pages == g_value_get_boolean (value))
        break;
      self->reads_pages = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
offprint_resolver_finalize (GObject *object)
{
  OffprintResolver *self = OFFPRINT_RESOLVER (object);

  g_clear_object (&self->http);
  g_clear_object (&self->store);
  g_clear_pointer (&self->endpoints, offprint_endpoints_unref);
  g_hash_table_unref (self->agencies);

  G_OBJECT_CLASS (offprint_resolver_parent_class)->finalize (object);
}

static void
offprint_resolver_class_init (OffprintResolverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = offprint_resolver_get_property;
  object_class->set_property = offprint_resolver_set_property;
  object_class->finalize = offprint_resolver_finalize;

  /**
   * OffprintResolver:http:
   *
   * The client that asks.
   */
  properties[PROP_HTTP] = g_param_spec_object ("http", NULL, NULL, OFFPRINT_TYPE_HTTP, flags);
  /**
   * OffprintResolver:endpoints:
   *
   * Where the services live: an `OffprintEndpoints`.
   */
  properties[PROP_ENDPOINTS] = g_param_spec_pointer ("endpoints", NULL, NULL, flags);
  /**
   * OffprintResolver:store:
   *
   * Where works are kept; `NULL` for nowhere.
   */
  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, OFFPRINT_TYPE_STORE, flags);

  /**
   * OffprintResolver:read-landing-pages:
   *
   * Whether the publisher’s page is asked for when the registries have answered. A walk
   * that has begun is not changed.
   */
  properties[PROP_READ_LANDING_PAGES] =
    g_param_spec_boolean ("read-landing-pages", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
offprint_resolver_init (OffprintResolver *self)
{
  self->agencies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * offprint_resolver_new:
 * @http: the client that asks
 * @endpoints: where the services live
 * @store: (nullable): where works are kept
 *
 * Makes a resolver.
 *
 * Returns: (transfer full): the resolver
 */
OffprintResolver *
offprint_resolver_new (OffprintHttp      *http,
                       OffprintEndpoints *endpoints,
                       OffprintStore     *store)
{
  g_return_val_if_fail (OFFPRINT_IS_HTTP (http), NULL);
  g_return_val_if_fail (endpoints != NULL, NULL);
  g_return_val_if_fail (store == NULL || OFFPRINT_IS_STORE (store), NULL);

  return g_object_new (OFFPRINT_TYPE_RESOLVER, "http", http, "endpoints", endpoints, "store", store, NULL);
}

/* On a thread mostly: twenty works take longer to merge than the window may wait */
static gpointer
read_works (const OffprintQuestion    *question,
            const OffprintHttpAnswer  *answer,
            GError                   **error)
{
  g_autoptr (GPtrArray) readings = offprint_crossref_parse_list (answer->body, answer->url, answer->at, error);
  GListStore *works = NULL;

  if (readings == NULL)
    return NULL;
  works = g_list_store_new (OFFPRINT_TYPE_WORK);
  for (guint i = 0; i < readings->len; i++)
    {
      g_autoptr (OffprintWork) work = offprint_work_new ();

      offprint_work_add_reading (work, readings->pdata[i]);
      g_list_store_append (works, work);
    }
  return works;
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GListModel *works = offprint_question_fetch_finish (OFFPRINT_HTTP (source), result, &error);

  if (works != NULL)
    g_task_return_pointer (task, works, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * offprint_resolver_search_async:
 * @self: a resolver
 * @words: a title, or a whole reference
 * @cancellable: (nullable): to give up
 * @callback: called when there is a list
 * @user_data: for @callback
 *
 * Asks Crossref what some words may mean.
 */
void
offprint_resolver_search_async (OffprintResolver    *self,
                                const char          *words,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  OffprintQuestion *question = NULL;
  g_autofree char *line = NULL;

  g_return_if_fail (OFFPRINT_IS_RESOLVER (self));
  g_return_if_fail (words != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, offprint_resolver_search_async);

  line = offprint_text_clean_line (words, -1);
  if (line[0] == '\0')
    {
      g_task_return_pointer (task, g_list_store_new (OFFPRINT_TYPE_WORK), g_object_unref);
      return;
    }
  question = offprint_crossref_ask_search (self->endpoints, line);
  question->read = read_works;
  question->free_result = g_object_unref;
  offprint_question_fetch_async (question, self->http, FALSE, cancellable, found_cb, g_steal_pointer (&task));
}

/**
 * offprint_resolver_search_finish:
 * @self: a resolver
 * @result: what the callback was given
 * @error: return location for an error of the domain `OFFPRINT_REGISTRY_ERROR`, or
 *   `G_IO_ERROR_CANCELLED`
 *
 * Ends offprint_resolver_search_async().
 *
 * Returns: (transfer full): a list model of `OffprintWork`, best first, perhaps empty;
 *   `NULL` with @error set
 */
GListModel *
offprint_resolver_search_finish (OffprintResolver  *self,
                                 GAsyncResult      *result,
                                 GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
