/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person in full: what they did, where they work.
 */

#pragma once

#include <adwaita.h>

#include "parts.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_PERSON_ROW (offprint_person_row_get_type ())
G_DECLARE_FINAL_TYPE (OffprintPersonRow, offprint_person_row, OFFPRINT, PERSON_ROW, AdwBin)

GtkWidget           *offprint_person_row_new        (void);
OffprintContributor *offprint_person_row_get_person (OffprintPersonRow   *self); /* nullable */
void                 offprint_person_row_set_person (OffprintPersonRow   *self,
                                                     OffprintContributor *person);

/* the row as one sentence, for screen readers and for searching */
char *offprint_person_row_dup_sentence (OffprintContributor *person);

G_END_DECLS
