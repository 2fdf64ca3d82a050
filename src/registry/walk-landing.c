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

static void
page_received_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Walk *walk = g_task_get_task_data (task);
  g_autoptr (OffprintReading) page = NULL;
  g_autoptr (GError) error = NULL;

  page = offprint_question_fetch_finish (OFFPRINT_HTTP (source), result, &error);
  if (page == NULL && !offprint_walk_is_unknown (error))
    offprint_walk_note_failure (task, g_steal_pointer (&error));
  else if (page == NULL)
    g_debug ("%s", error->message);
  else if (offprint_landing_agrees (page, get_doi (walk), offprint_work_get_text (walk->work, OFFPRINT_FIELD_TITLE)))
    offprint_walk_add (task, page);
  else
    g_debug ("%s is the page of another work", offprint_reading_get_url (page));
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
