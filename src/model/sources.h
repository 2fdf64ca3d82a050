/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where every value of a work comes from: what each reading says of it, which of them
 * won and why. Made for a list on the screen: what is not looked at is not computed.
 */

#pragma once

#include <gio/gio.h>

#include "suspicion.h"
#include "work.h"

G_BEGIN_DECLS

/* What one reading says in one place */
#define OFFPRINT_TYPE_CANDIDATE (offprint_candidate_get_type ())
G_DECLARE_FINAL_TYPE (OffprintCandidate, offprint_candidate, OFFPRINT, CANDIDATE, GObject)

OffprintReading *offprint_candidate_get_reading (OffprintCandidate *self);
const char      *offprint_candidate_get_text    (OffprintCandidate *self); /* lists are shortened */
guint            offprint_candidate_get_count   (OffprintCandidate *self); /* of entries; 0: no list */
gboolean         offprint_candidate_is_winner   (OffprintCandidate *self); /* taken, alone or with others */
gboolean         offprint_candidate_is_aside    (OffprintCandidate *self); /* in doubt, or newer words stand in its place */
OffprintDoubt    offprint_candidate_get_doubt   (OffprintCandidate *self);
char            *offprint_candidate_dup_reason  (OffprintCandidate *self); /* for people, nullable */
gboolean         offprint_candidate_can_use     (OffprintCandidate *self); /* choosing it would change something */

/* One value */
#define OFFPRINT_TYPE_FIELD_SOURCES (offprint_field_sources_get_type ())
G_DECLARE_FINAL_TYPE (OffprintFieldSources, offprint_field_sources, OFFPRINT, FIELD_SOURCES, GObject)

/* Signal "changed": some of it is another now */
const char        *offprint_field_sources_get_label      (OffprintFieldSources *self);
const char        *offprint_field_sources_get_pointer    (OffprintFieldSources *self); /* JSON pointer into the record */
OffprintFieldPlace offprint_field_sources_get_place      (OffprintFieldSources *self);
const char        *offprint_field_sources_get_text       (OffprintFieldSources *self); /* nullable: it is not in the record */
guint              offprint_field_sources_get_count      (OffprintFieldSources *self); /* of entries; 0: no list */
const char        *offprint_field_sources_get_source     (OffprintFieldSources *self); /* who won, for people; nullable */
const char        *offprint_field_sources_get_reason     (OffprintFieldSources *self); /* why, for people */
gboolean           offprint_field_sources_is_chosen      (OffprintFieldSources *self); /* by the user */
gboolean           offprint_field_sources_has_aside      (OffprintFieldSources *self); /* some candidate is set aside */
GListModel        *offprint_field_sources_get_candidates (OffprintFieldSources *self); /* of OffprintCandidate, the most trusted first */

/* All of them, in the order of the page: a GListModel of OffprintFieldSources that follows the work */
#define OFFPRINT_TYPE_SOURCE_LIST (offprint_source_list_get_type ())
G_DECLARE_FINAL_TYPE (OffprintSourceList, offprint_source_list, OFFPRINT, SOURCE_LIST, GObject)

OffprintSourceList *offprint_source_list_new      (OffprintWork       *work);
OffprintWork       *offprint_source_list_get_work (OffprintSourceList *self);
/* whether nothing of a reading of the work is believed */
OffprintDoubt offprint_source_list_get_doubt (OffprintSourceList *self,
                                              OffprintReading    *reading);
/* how many values of the work are its, or its among others’ */
guint offprint_source_list_count_values (OffprintSourceList *self,
                                         OffprintReading    *reading);

G_END_DECLS
