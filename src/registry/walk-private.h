/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A walk in the making: what walk.c (its beginning and its end), walk-doi.c (a DOI and
 * the book around it), walk-others.c (what is no DOI yet) and walk-landing.c (the
 * publisher’s page) share. The task’s source is the resolver, its data the walk.
 */

#pragma once

#include "resolver.h"

#include "questions.h"

G_BEGIN_DECLS

typedef struct
{
  /* Owned */
  OffprintIdentifier *identifier;
  OffprintWork *work;
  char *doi;                 /* nullable: not known yet */
  char *agency;              /* nullable */
  OffprintReading *chapter;  /* nullable: the work's own, while its book is looked for */
  OffprintReading *fallback; /* nullable: added if the DOI that it names gives nothing */
  GError *error;             /* nullable: the first that matters */

  OffprintProgressFunc progress;
  gpointer progress_data;

  gboolean is_refresh;
  gboolean is_guess;        /* DataCite was asked first because of the prefix */
  gboolean is_unregistered; /* doi.org says that there is no such DOI */
  gboolean is_page_asked;
  guint n_open;
  guint n_readings;
  guint n_kept; /* of them: what the store has by now */
} Walk;

/* Asks, and calls @callback with a reference to the task, which must end in
 * offprint_walk_close(). @sentence: (transfer full) */
void  offprint_walk_ask        (GTask               *task,
                                OffprintQuestion    *question,
                                char                *sentence,
                                GAsyncReadyCallback  callback);
char *offprint_walk_dup_asking (const char          *service);
/* FALSE once the walk is cancelled: then nothing is added */
gboolean offprint_walk_add (GTask           *task,
                            OffprintReading *reading);
/* @error: (transfer full); the first one counts */
void     offprint_walk_note_failure (GTask        *task,
                                     GError       *error);
void     offprint_walk_close        (GTask        *task);
gboolean offprint_walk_is_unknown   (const GError *error);
gboolean offprint_walk_is_cancelled (GTask        *task);

/* a callback for a question whose answer is simply added, and whose “no such thing” is no failure */
void offprint_walk_added_cb (GObject      *source,
                             GAsyncResult *result,
                             gpointer      user_data);

/* walk-doi.c; @doi: (transfer full) */
void offprint_walk_go_to_doi   (GTask      *task,
                                char       *doi);
void offprint_walk_go_to_arxiv (GTask      *task,
                                const char *id);

/* walk-landing.c; FALSE if there is nothing to ask */
gboolean offprint_walk_go_to_page (GTask *task);

/* walk-others.c */
void offprint_walk_go_to_handle (GTask      *task,
                                 const char *short_doi);
void offprint_walk_go_to_isbn   (GTask      *task,
                                 const char *isbn);
void offprint_walk_go_to_pubmed (GTask      *task,
                                 const char *id);

G_END_DECLS
