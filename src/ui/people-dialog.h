/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everybody who made a work: some have three thousand authors.
 */

#pragma once

#include <adwaita.h>

#include "work.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_PEOPLE_DIALOG (offprint_people_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OffprintPeopleDialog, offprint_people_dialog, OFFPRINT, PEOPLE_DIALOG, AdwDialog)

AdwDialog *offprint_people_dialog_new (OffprintWork *work);

G_END_DECLS
