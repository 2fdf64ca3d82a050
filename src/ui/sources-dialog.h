/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sources: for every value of a work, who says what, who won and why, and the way to
 * decide otherwise.
 */

#pragma once

#include <adwaita.h>

#include "work.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_SOURCES_DIALOG (offprint_sources_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OffprintSourcesDialog, offprint_sources_dialog, OFFPRINT, SOURCES_DIALOG, AdwDialog)

/* Signal "edited": the work was changed by the reader, and is to be kept so */
AdwDialog *offprint_sources_dialog_new (OffprintWork *work);

G_END_DECLS
