/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is asked of a service and how its answer is read, as one value: each service
 * is a file that makes questions, and one function asks them all.
 */

#pragma once

#include "http.h"

G_BEGIN_DECLS

typedef struct _OffprintQuestion OffprintQuestion;

/* Bytes to what they say; may run on any thread */
typedef gpointer (*OffprintQuestionRead) (const OffprintQuestion *question,
                                          const OffprintHttpAnswer *answer,
                                          GError **error);

struct _OffprintQuestion
{
  /* Owned */
  char *url;
  char *purpose;   /* translated, for the ledger */
  char *cache_key; /* nullable */
  char *subject;   /* what is asked about: a DOI, an ISBN */

  /* Borrowed: literals and translations */
  const char *service;               /* for people */
  const char *accept;                /* nullable */
  const char *const *final_statuses; /* nullable */

  guint max_age_s;
  gsize max_bytes; /* 0: as much as a registry may say */
  gboolean is_polite;
  gboolean is_list;
  gboolean is_page; /* see OffprintHttpRequest */

  OffprintHttpHopFunc hop; /* nullable */
  gpointer hop_data;       /* Borrowed: lives until the answer is read */

  GCancellable *cancellable; /* Owned; nullable: for read, which may take its time on a thread */

  OffprintQuestionRead read;
  GDestroyNotify free_result;
};

OffprintQuestion *offprint_question_new  (const char           *service,
                                          const char           *subject,
                                          OffprintQuestionRead  read,
                                          GDestroyNotify        free_result);
void              offprint_question_free (OffprintQuestion     *self);
/* @question: (transfer full) */
void     offprint_question_fetch_async  (OffprintQuestion     *question,
                                         OffprintHttp         *http,
                                         gboolean              is_refresh,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gpointer offprint_question_fetch_finish (OffprintHttp         *http,
                                         GAsyncResult         *result,
                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintQuestion, offprint_question_free)

G_END_DECLS
