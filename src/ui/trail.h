/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the reader has been in this window, and the way back and forward. Only the
 * place that is looked at has a look-up under way.
 */

#pragma once

#include "visit.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_TRAIL (offprint_trail_get_type ())
G_DECLARE_FINAL_TYPE (OffprintTrail, offprint_trail, OFFPRINT, TRAIL, GObject)

/* Properties: "visit" (read-only, nullable), "can-go-back", "can-go-forward". */
OffprintTrail *offprint_trail_new            (void);
OffprintVisit *offprint_trail_get_visit      (OffprintTrail *self); /* nullable */
gboolean       offprint_trail_can_go_back    (OffprintTrail *self);
gboolean       offprint_trail_can_go_forward (OffprintTrail *self);
void           offprint_trail_go_to          (OffprintTrail *self,
                                              OffprintVisit *visit);
void           offprint_trail_go_back        (OffprintTrail *self);
void           offprint_trail_go_forward     (OffprintTrail *self);
void           offprint_trail_leave          (OffprintTrail *self);

G_END_DECLS
