/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks a question and has the answer read: a short one at once, a long one on a
 * thread, so that the window never waits for it.
 */

#include "config.h"

#include "question.h"

#include "registry-error.h"

#include <glib/gi18n-lib.h>

#define LONG_ANSWER (64 * 1024)

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
offprint_question_new (const char          *service,
                       const char          *subject,
                       OffprintQuestionRead read,
                       GDestroyNotify       free_result)
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
  g_free (self);
}

static void
read_answer (GTask *task)
{
  const Asked *self = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer value = self->question->read (self->question, self->answer, &error);

  if (value != NULL)
    {
      g_task_return_pointer (task, value, self->question->free_result);
      return;
    }
  if (error->code == OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER && error->domain == OFFPRINT_REGISTRY_ERROR)
    g_prefix_error (&error,
                    /* Translators: a service; what is wrong with its answer follows */
                    _("The answer of %s cannot be read: "), self->question->service);
  g_task_return_error (task, error);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  read_answer (task);
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Asked *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->answer = offprint_http_fetch_finish (OFFPRINT_HTTP (source), result, &error);
  if (self->answer == NULL)
    g_task_return_error (task, error);
  else if (g_bytes_get_size (self->answer->body) > LONG_ANSWER)
    g_task_run_in_thread (task, read_thread);
  else
    read_answer (task);
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
offprint_question_fetch_async (OffprintQuestion   *question,
                               OffprintHttp       *http,
                               gboolean            is_refresh,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
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
    .final_statuses = question->final_statuses,
    .service = question->service,
  };

  g_task_set_source_tag (task, offprint_question_fetch_async);
  asked->question = question;
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
offprint_question_fetch_finish (OffprintHttp *http,
                                GAsyncResult *result,
                                GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, http), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
