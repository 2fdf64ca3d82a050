/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One difference: what it was, what it is, and a button to have it as it was.
 */

#pragma once

#include <adwaita.h>

#include "differences.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_CHANGE_ROW (offprint_change_row_get_type ())
G_DECLARE_FINAL_TYPE (OffprintChangeRow, offprint_change_row, OFFPRINT, CHANGE_ROW, GtkBox)

/* Signal "use-old": the reader wants it as it was */
GtkWidget          *offprint_change_row_new            (void);
OffprintDifference *offprint_change_row_get_difference (OffprintChangeRow *self); /* nullable */
/* @is_old: whether the old one is in use again */
void  offprint_change_row_set_difference (OffprintChangeRow  *self,
                                          OffprintDifference *difference,
                                          gboolean            is_old);
char *offprint_change_row_dup_sentence   (OffprintDifference *difference);

G_END_DECLS
