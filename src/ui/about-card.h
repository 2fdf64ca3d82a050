/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The facts about a work, one row each.
 */

#pragma once

#include "section.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_ABOUT_CARD (offprint_about_card_get_type ())
G_DECLARE_FINAL_TYPE (OffprintAboutCard, offprint_about_card, OFFPRINT, ABOUT_CARD, OffprintSection)

G_END_DECLS
