/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One place that the reader went to: a work, or a list to choose from, with how
 * far the look-up is and what went wrong. Failure is a state of the place, so
 * that coming back to it shows it again.
 */

#pragma once

#include "identifier.h"
#include "services.h"
#include "work.h"

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_VISIT_NEW, /* nobody has asked yet */
  OFFPRINT_VISIT_RUNNING,
  OFFPRINT_VISIT_DONE,
  OFFPRINT_VISIT_FAILED,  /* the error says why; something may be known all the same */
  OFFPRINT_VISIT_STOPPED, /* by the reader, before anything was known */
} OffprintVisitState;

#define OFFPRINT_TYPE_VISIT (offprint_visit_get_type ())
G_DECLARE_FINAL_TYPE (OffprintVisit, offprint_visit, OFFPRINT, VISIT, GObject)

/* Signal "changed": anything below is another now.
 * Signal "refreshed": a look-up that was repeated is over, and its changes are known. */

/* What the reader typed or pasted: an identifier, several, or the words of a title; NULL if nothing */
OffprintVisit *offprint_visit_new_for_text (OffprintServices *services,
                                            const char       *text);
/* @known: (nullable): what is shown until the registries have answered */
OffprintVisit *offprint_visit_new_for_identifier (OffprintServices   *services,
                                                  OffprintIdentifier *identifier,
                                                  OffprintWork       *known);
OffprintVisit *offprint_visit_new_for_words      (OffprintServices   *services,
                                                  const char         *words);
OffprintVisit *offprint_visit_new_for_files      (OffprintServices   *services,
                                                  GPtrArray          *files);
OffprintVisit *offprint_visit_new_for_work       (OffprintServices   *services,
                                                  OffprintWork       *work);
/* a page out of the clipboard: marked up, its words or both; what else the words may mean if it is none */
OffprintVisit *offprint_visit_new_for_page (OffprintServices *services,
                                            GBytes           *html,
                                            const char       *text);
/* a work that is kept, by its id; @doi: (nullable): whom to ask if it is not kept any more */
OffprintVisit *offprint_visit_new_for_kept (OffprintServices *services,
                                            const char       *id,
                                            const char       *doi);

void offprint_visit_begin (OffprintVisit        *self,
                           OffprintResolveFlags  flags);
void offprint_visit_stop  (OffprintVisit        *self);

OffprintVisitState offprint_visit_get_state    (OffprintVisit *self);
OffprintWork      *offprint_visit_get_work     (OffprintVisit *self); /* nullable; never an empty one */
GListModel        *offprint_visit_get_choices  (OffprintVisit *self); /* nullable; of OffprintChoice */
const char        *offprint_visit_get_heading  (OffprintVisit *self); /* over the choices; nullable */
const char        *offprint_visit_get_address  (OffprintVisit *self); /* for the address field */
const char        *offprint_visit_get_progress (OffprintVisit *self); /* whom we ask; nullable */
const GError      *offprint_visit_get_error    (OffprintVisit *self); /* nullable */
GListModel        *offprint_visit_get_changes  (OffprintVisit *self); /* of OffprintDifference: by the last refresh; nullable */
void               offprint_visit_keep         (OffprintVisit *self); /* the work as the reader has decided about it */
gboolean           offprint_visit_can_refresh  (OffprintVisit *self);
gboolean           offprint_visit_is_of_files  (OffprintVisit *self);

G_END_DECLS
