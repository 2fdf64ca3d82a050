/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The citation as it will be pasted, and what can be done with it.
 */

#pragma once

#include <adwaita.h>

#include "citing.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_CITE_CARD (offprint_cite_card_get_type ())
G_DECLARE_FINAL_TYPE (OffprintCiteCard, offprint_cite_card, OFFPRINT, CITE_CARD, AdwBin)

/* Property "citing" */
void offprint_cite_card_set_citing (OffprintCiteCard *self,
                                    OffprintCiting   *citing);
void offprint_cite_card_open_form  (OffprintCiteCard *self);

G_END_DECLS
