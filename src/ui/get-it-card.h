/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the work is to be had: at its publisher’s, for a price, or through an institution
 * that has paid already.
 */

#pragma once

#include "section.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_GET_IT_CARD (offprint_get_it_card_get_type ())
G_DECLARE_FINAL_TYPE (OffprintGetItCard, offprint_get_it_card, OFFPRINT, GET_IT_CARD, OffprintSection)

G_END_DECLS
