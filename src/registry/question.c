/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks a question and has the answer read: a short one at once, a long one on a
 * thread, so that the window never waits for it.
 */

#include "config.h"

#include "question.h"

#include "registry-error.h"

#include <glib/gi18n-lib.h>

/* a record with many references costs up to 1 ms for 3 KiB: nothing above 8 ms stays here */
#define LONG_ANSWER (8 * 1024)

typedef struct
{
  /* Owned */
  OffprintQuestion *question;
  OffprintHttpAnswer *answer;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *self = data;

  offprint_question_free (self->question);
  g_clear_pointer (&self->answer, offprint_http_answer_free);
  g_free (self);
}

/**
 * offprint_question_new:
 * @service: the service's name for people; must outlive the question
 * @subject: what is asked about
 * @read: reads the answer
 * @free_result: frees what @read gives
 *
 * Begins a question; its address, purpose and age are the maker's to set.
 *
 * Returns: (transfer full): the question
 */
OffprintQuestion *
offprint_question_new (const char           *service,
                       const char           *subject,
                       OffprintQuestionRead  read,
                       GDestroyNotify        free_result)
{
  OffprintQuestion *self = g_new0 (OffprintQuestion, 1);

  self->service = service;
  self->subject = g_strdup (subject);
  self->read = read;
  self->free_result = free_result;
  return self;
}

/**
 * offprint_question_free:
 * @self: (transfer full): a question
 *
 * Frees a question that is not asked.
 */
void
offprint_question_free (OffprintQuestion *self)
{
  g_free (self->url);
  g_free (self->purpose);
  g_free (self->cache_key);
  g_free (self->subject);
  g_clear_object (&self->cancellable);
  g_free (self);
}

static gpointer
read_answer (const Asked  *self,
             GError      **error)
{
  GError *cause = NULL;
  gpointer value = self->question->read (self->question, self->answer, &cause);

  if (value != NULL)
    return value;
  if (g_error_matches (cause, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER))
    g_prefix_error (&cause,
                    /* Translators: a service; what is wrong with its answer follows */
                    _("The answer of %s cannot be read: "), self->question->service);
  g_propagate_error (error, cause);
  return NULL;
}

static void
return_value (GTask    *task,
              gpointer  value,
              GError   *error)
{
  const Asked *self = g_task_get_task_data (task);

  if (value != NULL)
    g_task_return_pointer (task, value, self->question->free_result);
  else
    g_task_return_error (task, error);
}

/* @task_data is borrowed: the question’s own task keeps it until read_cb() */
static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Asked *self = task_data;
  GError *error = NULL;
  gpointer value = read_answer (self, &error);

  if (value != NULL)
    g_task_return_pointer (task, value, self->question->free_result);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gpointer value = g_task_propagate_pointer (G_TASK (result), &error);

  return_value (task, value, error);
}

/* A task of its own without a source: a thread may let go of its task late, and the
 * client must not end there */
static void
read_on_thread (GTask *task)
{
  g_autoptr (GTask) reading = g_task_new (NULL, g_task_get_cancellable (task), read_cb, g_object_ref (task));

  g_task_set_source_tag (reading, read_on_thread);
  g_task_set_task_data (reading, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (reading, read_thread);
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Asked *self = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer value = NULL;

  self->answer = offprint_http_fetch_finish (OFFPRINT_HTTP (source), result, &error);
  if (self->answer == NULL)
    g_task_return_error (task, error);
  else if (g_bytes_get_size (self->answer->body) > LONG_ANSWER)
    read_on_thread (task);
  else
    {
      value = read_answer (self, &error);
      return_value (task, value, error);
    }
}

/**
 * offprint_question_fetch_async:
 * @question: (transfer full): what to ask
 * @http: the client
 * @is_refresh: whether a cached answer does not do
 * @cancellable: (nullable): to give up
 * @callback: called when the answer is read
 * @user_data: for @callback
 *
 * Asks.
 */
void
offprint_question_fetch_async (OffprintQuestion    *question,
                               OffprintHttp        *http,
                               gboolean             is_refresh,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (http, cancellable, callback, user_data);
  Asked *asked = g_new0 (Asked, 1);
  OffprintHttpRequest request = {
    .url = question->url,
    .accept = question->accept,
    .purpose = question->purpose,
    .cache_key = question->cache_key,
    .max_age_s = is_refresh ? 0 : question->max_age_s,
    .is_polite = question->is_polite,
    .is_list = question->is_list,
    .is_page = question->is_page,
    .max_bytes = question->max_bytes,
    .hop = question->hop,
    .hop_data = question->hop_data,
    .final_statuses = question->final_statuses,
    .service = question->service,
  };

  g_task_set_source_tag (task, offprint_question_fetch_async);
  asked->question = question;
  g_set_object (&question->cancellable, cancellable);
  g_task_set_task_data (task, asked, asked_free);
  offprint_http_fetch_async (http, &request, cancellable, fetched_cb, g_steal_pointer (&task));
}

/**
 * offprint_question_fetch_finish:
 * @http: the client
 * @result: what the callback was given
 * @error: return location for an error of the domain `OFFPRINT_REGISTRY_ERROR`, or
 *   `G_IO_ERROR_CANCELLED`
 *
 * Ends offprint_question_fetch_async().
 *
 * Returns: (transfer full): what the question's `read` gave, or `NULL` with @error set
 */
gpointer
offprint_question_fetch_finish (OffprintHttp  *http,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, http), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
