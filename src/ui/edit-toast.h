/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No dialog asks “are you sure”: a toast says what was done, and undoes it.
 */

#pragma once

#include <adwaita.h>

#include "work-edit.h"

G_BEGIN_DECLS

/* @edit: (transfer full): what its button undoes on @work */
AdwToast *offprint_edit_toast_new (OffprintWork     *work,
                                   OffprintWorkEdit *edit,
                                   const char       *sentence);

G_END_DECLS
