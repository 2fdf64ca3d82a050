/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One note: its number in the margin, its text beside it.
 */

#pragma once

#include <adwaita.h>

#include "cited-works.h"
#include "parts.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_NOTE_ROW (offprint_note_row_get_type ())
G_DECLARE_FINAL_TYPE (OffprintNoteRow, offprint_note_row, OFFPRINT, NOTE_ROW, AdwBin)

/* Actions: note.copy, note.show-place; both ask the view of the work. */
GtkWidget *offprint_note_row_new (void);
void offprint_note_row_set_note (OffprintNoteRow *self,
                                 OffprintNote *note,
                                 guint position,            /* from 1: its number if it has no mark */
                                 OffprintCitedWorks *cited, /* what its words may link to; nullable */
                                 gboolean has_place);       /* whether the page it stands on is known */
GtkLabel *offprint_note_row_get_label (OffprintNoteRow *self);

G_END_DECLS
