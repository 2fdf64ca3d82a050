/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's name under a title, and behind it who that is.
 */

#pragma once

#include <adwaita.h>

#include "parts.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_CONTRIBUTOR_BUTTON (offprint_contributor_button_get_type ())
G_DECLARE_FINAL_TYPE (OffprintContributorButton, offprint_contributor_button, OFFPRINT, CONTRIBUTOR_BUTTON, AdwBin)

GtkWidget *offprint_contributor_button_new        (void);
void       offprint_contributor_button_set_person (OffprintContributorButton *self,
                                                   OffprintContributor       *person);

G_END_DECLS
