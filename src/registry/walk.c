/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The walk from an identifier to readings. Each answer decides who is asked next;
 * what has been found is on the page by then.
 *
 *   short DOI ─ handle ─┐
 *   arXiv ──────────────┤            ┌ known ─ Crossref ┬ found ─ the book, if a chapter lacks it
 *   PMID, PMCID ─ idconv, PubMed ─ DOI: store ┤          └ not found ─ agency ┬ DataCite
 *   ISBN ─ Crossref, K10plus, Open Library    └ prefix known as DataCite’s ───┤
 *                                                                             └ content negotiation
 *
 * When no question is open, the publisher’s page is asked for, if the reader wants it;
 * then the walk ends.
 */

#include "config.h"

#include "resolver.h"

#include "registry-error.h"
#include "resolver-private.h"
#include "walk-private.h"

#include <glib/gi18n-lib.h>

static void
walk_free (gpointer data)
{
  Walk *self = data;

  g_clear_pointer (&self->identifier, offprint_identifier_unref);
  g_clear_object (&self->work);
  g_clear_object (&self->chapter);
  g_clear_object (&self->fallback);
  g_clear_error (&self->error);
  g_free (self->doi);
  g_free (self->agency);
  g_free (self);
}

/**
 * offprint_walk_ask:
 * @task: a walk
 * @question: (transfer full): what to ask
 * @sentence: (transfer full): what the window says meanwhile
 * @callback: called with a reference to @task
 *
 * Asks, and tells who waits whom.
 */
void
offprint_walk_ask (GTask               *task,
                   OffprintQuestion    *question,
                   char                *sentence,
                   GAsyncReadyCallback  callback)
{
  OffprintResolver *self = g_task_get_source_object (task);
  Walk *walk = g_task_get_task_data (task);

  if (walk->progress != NULL)
    walk->progress (sentence, walk->progress_data);
  g_free (sentence);
  walk->n_open++;
  offprint_question_fetch_async (question, self->http, walk->is_refresh, g_task_get_cancellable (task),
                                 callback, g_object_ref (task));
}

/**
 * offprint_walk_dup_asking:
 * @service: a service's name
 *
 * Says who is asked.
 *
 * Returns: (transfer full): a sentence
 */
char *
offprint_walk_dup_asking (const char *service)
{
  /* Translators: %s is a service, such as Crossref */
  return g_strdup_printf (_("Asking %s…"), service);
}

/**
 * offprint_walk_is_cancelled:
 * @task: a walk
 *
 * Whether nobody waits for it any more.
 *
 * Returns: `TRUE` if it was cancelled
 */
gboolean
offprint_walk_is_cancelled (GTask *task)
{
  return g_cancellable_is_cancelled (g_task_get_cancellable (task));
}

/**
 * offprint_walk_add:
 * @task: a walk
 * @reading: what a source said
 *
 * Adds a reading to the work, unless the walk was cancelled.
 *
 * Returns: `TRUE` if it was added
 */
gboolean
offprint_walk_add (GTask           *task,
                   OffprintReading *reading)
{
  Walk *walk = g_task_get_task_data (task);

  if (offprint_walk_is_cancelled (task))
    return FALSE;
  offprint_work_add_reading (walk->work, reading);
  walk->n_readings++;
  return TRUE;
}

/**
 * offprint_walk_note_failure:
 * @task: a walk
 * @error: (transfer full): what went wrong
 *
 * Keeps the first failure: the error if nothing comes, the warning if something does.
 */
void
offprint_walk_note_failure (GTask  *task,
                            GError *error)
{
  Walk *walk = g_task_get_task_data (task);

  if (walk->error == NULL)
    walk->error = error;
  else
    g_error_free (error);
}

/**
 * offprint_walk_is_unknown:
 * @error: what went wrong
 *
 * Whether a service answered that it does not know the thing.
 *
 * Returns: `TRUE` if so
 */
gboolean
offprint_walk_is_unknown (const GError *error)
{
  return g_error_matches (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND);
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!offprint_store_store_finish (OFFPRINT_STORE (source), result, &error))
    offprint_walk_note_failure (task, error);
  g_task_return_boolean (task, TRUE);
}

static void
finish (GTask *task)
{
  OffprintResolver *self = g_task_get_source_object (task);
  Walk *walk = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return;

  if (walk->n_readings == 0 && walk->error != NULL)
    g_task_return_error (task, g_steal_pointer (&walk->error));
  else if (walk->n_readings == 0)
    g_task_return_new_error (task, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND,
                             /* Translators: an identifier, such as an ISBN */
                             _("Nothing is known of %s: check it for a slip, or search for the title"),
                             offprint_identifier_get_value (walk->identifier));
  else if (self->store != NULL && walk->n_kept < walk->n_readings)
    /* not to be stopped half way: the page that asked may be gone by now */
    offprint_store_store_async (self->store, walk->work, NULL, stored_cb, g_object_ref (task));
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * offprint_walk_close:
 * @task: a walk
 *
 * Ends a question: the last thing in each callback, after whatever it asked in turn.
 */
void
offprint_walk_close (GTask *task)
{
  Walk *walk = g_task_get_task_data (task);

  g_assert (walk->n_open > 0);
  if (--walk->n_open > 0)
    return;
  if (walk->n_readings == 0 && walk->fallback != NULL)
    offprint_walk_add (task, walk->fallback);
  if (!offprint_walk_go_to_page (task))
    finish (task);
}

/**
 * offprint_walk_added_cb:
 * @source: the HTTP client
 * @result: how the question ended
 * @user_data: (transfer full): the walk
 *
 * Adds the answer to the work. That the service does not know the thing is no failure:
 * another may.
 */
void
offprint_walk_added_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (OffprintReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  reading = offprint_question_fetch_finish (OFFPRINT_HTTP (source), result, &error);
  if (reading != NULL)
    offprint_walk_add (task, reading);
  else if (!offprint_walk_is_unknown (error))
    offprint_walk_note_failure (task, g_steal_pointer (&error));
  offprint_walk_close (task);
}

static void
begin (GTask *task)
{
  Walk *walk = g_task_get_task_data (task);
  const char *value = offprint_identifier_get_value (walk->identifier);

  switch (offprint_identifier_get_kind (walk->identifier))
    {
    case OFFPRINT_IDENTIFIER_DOI:
      offprint_walk_go_to_doi (task, g_strdup (value));
      break;
    case OFFPRINT_IDENTIFIER_SHORT_DOI:
      offprint_walk_go_to_handle (task, value);
      break;
    case OFFPRINT_IDENTIFIER_ISBN:
      offprint_walk_go_to_isbn (task, value);
      break;
    case OFFPRINT_IDENTIFIER_ARXIV:
      offprint_walk_go_to_arxiv (task, value);
      break;
    case OFFPRINT_IDENTIFIER_PMID:
    case OFFPRINT_IDENTIFIER_PMCID:
      offprint_walk_go_to_pubmed (task, value);
      break;
    case OFFPRINT_IDENTIFIER_ISSN:
      offprint_walk_note_failure (task, g_error_new (OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND,
                                                     _("%s names a journal or series, not a work in it: search for the title instead"), value));
      break;
    case OFFPRINT_IDENTIFIER_ORCID:
      offprint_walk_note_failure (task, g_error_new (OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND,
                                                     _("%s names a person, not a work: search for the title instead"), value));
      break;
    }
}

/**
 * offprint_resolver_resolve_async:
 * @self: a resolver
 * @identifier: what was typed
 * @work: a work to add readings to, mostly an empty one
 * @flags: whether a cached answer does
 * @progress: (nullable) (scope forever): called with a translated sentence whenever
 *   somebody else is asked; not after the end
 * @progress_data: for @progress; must live until the callback
 * @cancellable: (nullable): to give up; nothing is added after that
 * @callback: called when nobody is asked any more
 * @user_data: for @callback
 *
 * Turns an identifier into readings. What the store has comes first, then what the
 * registry says, then what enriches it: each is added to @work on the thread of the
 * call as it comes. In the end the work is stored.
 */
void
offprint_resolver_resolve_async (OffprintResolver     *self,
                                 OffprintIdentifier   *identifier,
                                 OffprintWork         *work,
                                 OffprintResolveFlags  flags,
                                 OffprintProgressFunc  progress,
                                 gpointer              progress_data,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data)
{
  g_autoptr (GTask) task = NULL;
  Walk *walk = NULL;

  g_return_if_fail (OFFPRINT_IS_RESOLVER (self));
  g_return_if_fail (identifier != NULL);
  g_return_if_fail (OFFPRINT_IS_WORK (work));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, offprint_resolver_resolve_async);
  walk = g_new0 (Walk, 1);
  walk->identifier = offprint_identifier_ref (identifier);
  walk->work = g_object_ref (work);
  walk->is_refresh = (flags & OFFPRINT_RESOLVE_REFRESH) != 0;
  walk->progress = progress;
  walk->progress_data = progress_data;
  g_task_set_task_data (task, walk, walk_free);

  walk->n_open = 1; /* so that it does not end before it has begun */
  begin (task);
  offprint_walk_close (task);
}

/**
 * offprint_resolver_resolve_finish:
 * @self: a resolver
 * @result: what the callback was given
 * @warning: (out) (optional) (nullable) (transfer full): what failed although readings came
 * @error: return location for an error of the domain `OFFPRINT_REGISTRY_ERROR`, or
 *   `G_IO_ERROR_CANCELLED`
 *
 * Ends offprint_resolver_resolve_async().
 *
 * Returns: `TRUE` if readings came; `FALSE` with @error set
 */
gboolean
offprint_resolver_resolve_finish (OffprintResolver  *self,
                                  GAsyncResult      *result,
                                  GError           **warning,
                                  GError           **error)
{
  Walk *walk = NULL;
  gboolean ok = FALSE;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  walk = g_task_get_task_data (G_TASK (result));
  ok = g_task_propagate_boolean (G_TASK (result), error);
  if (warning != NULL)
    *warning = ok ? g_steal_pointer (&walk->error) : NULL;
  return ok;
}
