/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What went wrong over a work that is known all the same: the work stays on the
 * screen, and this stands above it.
 */

#pragma once

#include <adwaita.h>

#include "visit.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_STATE_BAR (offprint_state_bar_get_type ())
G_DECLARE_FINAL_TYPE (OffprintStateBar, offprint_state_bar, OFFPRINT, STATE_BAR, AdwBin)

GtkWidget *offprint_state_bar_new (void);
void offprint_state_bar_set_visit (OffprintStateBar *self,
                                   OffprintVisit *visit); /* nullable: hides it */

G_END_DECLS
