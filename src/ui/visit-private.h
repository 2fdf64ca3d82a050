/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of a visit share: visit.c (what it is, and how it goes), visit-new.c (what
 * it is for), visit-ask.c (what services and the library are asked) and visit-files.c
 * (what files and the clipboard hold).
 */

#pragma once

#include "visit.h"

#include "meaning.h"
#include "snapshot.h"

G_BEGIN_DECLS

struct _OffprintVisit
{
  GObject parent_instance;

  /* Owned: what was asked for, one of these */
  OffprintServices *services;
  OffprintIdentifier *identifier;
  char *kept_id;
  char *words;
  GPtrArray *files;
  GPtrArray *readings; /* of a work out of a file */
  GBytes *html;        /* of a page that was pasted; may be NULL beside its text */
  char *pasted;

  /* Owned: what came of it */
  OffprintWork *work;
  GListModel *choices;
  char *heading;
  char *address;
  char *progress;
  GError *error;
  OffprintSnapshot *before; /* the work as it was, while a look-up is repeated */
  GListModel *changes;      /* what the last such look-up changed */

  GCancellable *cancellable; /* while it runs */
  OffprintVisitState state;
};

/* Which call of begin an answer belongs to. */
typedef struct
{
  OffprintVisit *visit;
  GCancellable *cancellable;
} OffprintErrand;

/* visit.c */
void offprint_visit_changed  (OffprintVisit *self);
void offprint_visit_set_work (OffprintVisit *self,
                              OffprintWork  *work);
void offprint_visit_set_choices (OffprintVisit *self,
                                 GListModel *choices,
                                 char *heading); /* (transfer full) */
void            offprint_visit_take_meaning (OffprintVisit      *self,
                                             OffprintMeaning    *meaning);
void            offprint_visit_end          (OffprintVisit      *self,
                                             OffprintVisitState  state,
                                             const GError       *error);
OffprintErrand *offprint_errand_new         (OffprintVisit      *self);
void            offprint_errand_free        (OffprintErrand     *errand);
gboolean        offprint_errand_is_current  (OffprintErrand     *errand);

/* visit-ask.c */
void offprint_visit_ask_registries (OffprintVisit        *self,
                                    OffprintIdentifier   *identifier,
                                    OffprintResolveFlags  flags);
void offprint_visit_look_up        (OffprintVisit        *self);
void offprint_visit_ask_for_words  (OffprintVisit        *self);

/* visit-files.c; @readings: all about one work */
void offprint_visit_load_files  (OffprintVisit *self);
void offprint_visit_read_pasted (OffprintVisit *self);
void offprint_visit_unite       (OffprintVisit *self,
                                 GPtrArray     *readings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintErrand, offprint_errand_free)

G_END_DECLS
