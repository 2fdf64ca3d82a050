/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The last step of a walk: the publisher’s page, when the registries have said what they
 * know, or have failed. What they gave is kept by then, so that a reader who does not
 * wait for a slow page loses nothing.
 */

#include "config.h"

#include "walk-private.h"

#include "registry-error.h"
#include "resolver-private.h"

#include <glib/gi18n-lib.h>

static const char *
get_doi (Walk *walk)
{
  return walk->doi != NULL ? walk->doi : offprint_work_get_doi (walk->work);
}

static gboolean
is_wanted (GTask *task)
{
  OffprintResolver *self = g_task_get_source_object (task);
  Walk *walk = g_task_get_task_data (task);
  g_autoptr (GDateTime) now = NULL;

  if (!self->reads_pages || walk->is_page_asked || walk->is_unregistered || get_doi (walk) == NULL ||
      offprint_walk_is_cancelled (task) || offprint_http_is_offline (self->http) ||
      g_error_matches (walk->error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_OFFLINE))
    return FALSE;
  now = g_date_time_new_now_utc ();
  return walk->is_refresh || !offprint_landing_is_fresh (offprint_work_get_readings (walk->work), get_doi (walk), now);
}

static void
hop_cb (const char *host,
        gpointer    user_data)
{
  GTask *task = user_data;
  Walk *walk = g_task_get_task_data (task);
  g_autofree char *sentence = NULL;

  if (walk->progress == NULL || offprint_walk_is_cancelled (task))
    return;
  /* Translators: %s is a host such as link.springer.com */
  sentence = g_strdup_printf (_("Reading the publisher’s page at %s…"), host);
  walk->progress (sentence, walk->progress_data);
}

/* doi.org itself says whose page this is, where the page does not */
static OffprintReading *
dup_named (OffprintReading *page,
           const char      *doi)
{
  JsonObject *record = offprint_reading_get_record (page);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (JsonNode) copy = NULL;

  if (json_object_has_member (record, "DOI"))
    return g_object_ref (page);
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_set_object (node, record);
  copy = json_node_copy (node);
  record = json_node_dup_object (copy);
  json_object_set_string_member (record, "DOI", doi);
  return offprint_reading_new (offprint_reading_get_source (page), offprint_reading_get_about (page), offprint_reading_get_url (page),
                               offprint_reading_get_at (page), offprint_reading_get_raw (page), record);
}

static void
add_page (GTask           *task,
          OffprintReading *page)
{
  Walk *walk = g_task_get_task_data (task);
  g_autoptr (OffprintReading) named = NULL;

  if (!offprint_landing_agrees (page, get_doi (walk), offprint_work_get_text (walk->work, OFFPRINT_FIELD_TITLE)))
    {
      g_debug ("%s is the page of another work", offprint_reading_get_url (page));
      return;
    }
  named = dup_named (page, get_doi (walk));
  offprint_walk_add (task, named);
}

static void
page_received_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (OffprintReading) page = NULL;
  g_autoptr (GError) error = NULL;

  page = offprint_question_fetch_finish (OFFPRINT_HTTP (source), result, &error);
  if (page == NULL && !offprint_walk_is_unknown (error))
    offprint_walk_note_failure (task, g_steal_pointer (&error));
  else if (page == NULL)
    g_debug ("%s", error->message);
  else
    add_page (task, page);
  offprint_walk_close (task);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!offprint_store_store_finish (OFFPRINT_STORE (source), result, &error))
    offprint_walk_note_failure (task, error);
  offprint_walk_close (task);
}

static void
keep (GTask *task)
{
  OffprintResolver *self = g_task_get_source_object (task);
  Walk *walk = g_task_get_task_data (task);

  if (self->store == NULL || walk->n_readings == 0)
    return;
  walk->n_kept = walk->n_readings;
  walk->n_open++;
  offprint_store_store_async (self->store, walk->work, NULL, kept_cb, g_object_ref (task));
}

/**
 * offprint_walk_go_to_page:
 * @task: a walk of which no question is open
 *
 * Asks for the publisher’s page, once, if the reader wants it and it is not known yet.
 *
 * Returns: `TRUE` if the walk goes on
 */
gboolean
offprint_walk_go_to_page (GTask *task)
{
  OffprintResolver *self = g_task_get_source_object (task);
  Walk *walk = g_task_get_task_data (task);

  if (!is_wanted (task))
    return FALSE;
  walk->is_page_asked = TRUE;
  keep (task);
  offprint_walk_ask (task, offprint_landing_ask (self->endpoints, get_doi (walk), hop_cb, task),
                     g_strdup (_("Reading the publisher’s page…")), page_received_cb);
  return TRUE;
}
