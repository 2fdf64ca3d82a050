/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What Changed: field by field, what it was and what it is.
 */

#pragma once

#include <adwaita.h>

#include "work.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_CHANGES_DIALOG (offprint_changes_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OffprintChangesDialog, offprint_changes_dialog, OFFPRINT, CHANGES_DIALOG, AdwDialog)

/* Signal "edited": the work was changed by the reader, and is to be kept so.
 * @changes: of OffprintDifference */
AdwDialog *offprint_changes_dialog_new (OffprintWork *work,
                                        GListModel   *changes);

G_END_DECLS
