/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A work as a row: its title in two lines at most, people and year, and one word
 * in colour where it matters.
 */

#pragma once

#include <adwaita.h>

#include "choice.h"
#include "store.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_WORK_ROW (offprint_work_row_get_type ())
G_DECLARE_FINAL_TYPE (OffprintWorkRow, offprint_work_row, OFFPRINT, WORK_ROW, AdwBin)

GtkWidget            *offprint_work_row_new        (void);
void                  offprint_work_row_set_entry  (OffprintWorkRow      *self,
                                                    OffprintHistoryEntry *entry);
void                  offprint_work_row_set_choice (OffprintWorkRow      *self,
                                                    OffprintChoice       *choice);
OffprintHistoryEntry *offprint_work_row_get_entry  (OffprintWorkRow      *self);
/* the whole row in one sentence, for screen readers: (transfer full) */
char *offprint_work_row_dup_sentence (OffprintWorkRow *self);

G_END_DECLS
