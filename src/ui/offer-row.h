/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One priced way to get the work: what, for how much; inside, what one gets for it.
 */

#pragma once

#include <adwaita.h>

#include "parts.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_OFFER_ROW (offprint_offer_row_get_type ())
G_DECLARE_FINAL_TYPE (OffprintOfferRow, offprint_offer_row, OFFPRINT, OFFER_ROW, AdwExpanderRow)

GtkWidget *offprint_offer_row_new (void);
void offprint_offer_row_set_offer (OffprintOfferRow *self,
                                   OffprintAccess *offer,
                                   gboolean with_tax,    /* unless all offers say the same */
                                   const char *address); /* where to buy it if it does not say; nullable */

G_END_DECLS
