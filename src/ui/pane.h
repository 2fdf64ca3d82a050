/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is about the text, always in the same place: citing it, getting it, its facts.
 */

#pragma once

#include <adwaita.h>

#include "cite-card.h"
#include "citing.h"
#include "work.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_PANE (offprint_pane_get_type ())
G_DECLARE_FINAL_TYPE (OffprintPane, offprint_pane, OFFPRINT, PANE, AdwBin)

/* Properties: "work", "citing", "settings", "loading" */

OffprintCiteCard *offprint_pane_get_cite_card (OffprintPane *self);

G_END_DECLS
