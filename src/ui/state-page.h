/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands where a work would be: nothing yet, a look-up under way, or what went
 * wrong and what to do next.
 */

#pragma once

#include <adwaita.h>

#include "visit.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_STATE_PAGE (offprint_state_page_get_type ())
G_DECLARE_FINAL_TYPE (OffprintStatePage, offprint_state_page, OFFPRINT, STATE_PAGE, AdwBin)

GtkWidget *offprint_state_page_new (void);
void offprint_state_page_set_visit (OffprintStatePage *self,
                                    OffprintVisit *visit); /* nullable */

G_END_DECLS
