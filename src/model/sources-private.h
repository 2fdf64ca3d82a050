/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the list of sources and its rows share: one look at all readings.
 */

#pragma once

#include "decide.h"
#include "sources.h"

G_BEGIN_DECLS

/* The readings of a work as they are now; immutable but for what is remembered of decisions */
typedef struct
{
  GPtrArray *readings;
  GPtrArray *voices;
  GHashTable *choices;
  JsonNode *record;
  OffprintJudge judge;
} OffprintHearing;

OffprintHearing *offprint_hearing_new   (OffprintWork    *work);
OffprintHearing *offprint_hearing_ref   (OffprintHearing *self);
void             offprint_hearing_unref (OffprintHearing *self);

OffprintCandidate *offprint_candidate_new (OffprintHearing    *hearing,
                                           const OffprintSpot *spot,
                                           const OffprintSay  *say,
                                           gboolean            can_use);

OffprintFieldSources *offprint_field_sources_new (OffprintHearing      *hearing,
                                                  const OffprintSpot   *spot);
void                  offprint_field_sources_set (OffprintFieldSources *self,
                                                  OffprintHearing      *hearing,
                                                  const OffprintSpot   *spot);

G_END_DECLS
