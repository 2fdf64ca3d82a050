/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list to choose from, where a title, a text or a file may mean several works.
 */

#pragma once

#include <adwaita.h>

#include "choice.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_CHOICE_LIST (offprint_choice_list_get_type ())
G_DECLARE_FINAL_TYPE (OffprintChoiceList, offprint_choice_list, OFFPRINT, CHOICE_LIST, AdwBin)

/* Signal "chosen" (OffprintChoice *) */
GtkWidget *offprint_choice_list_new         (void);
void       offprint_choice_list_set_choices (OffprintChoiceList *self,
                                             GListModel         *choices,
                                             const char         *heading);

G_END_DECLS
