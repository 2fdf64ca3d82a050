/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One work cited: its title, and beneath who wrote it, when and where.
 */

#pragma once

#include <adwaita.h>

#include "parts.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_REFERENCE_ROW (offprint_reference_row_get_type ())
G_DECLARE_FINAL_TYPE (OffprintReferenceRow, offprint_reference_row, OFFPRINT, REFERENCE_ROW, AdwBin)

GtkWidget         *offprint_reference_row_new           (void);
OffprintReference *offprint_reference_row_get_reference (OffprintReferenceRow *self); /* nullable */
void               offprint_reference_row_set_reference (OffprintReferenceRow *self,
                                                         OffprintReference    *reference);
GtkLabel          *offprint_reference_row_get_title     (OffprintReferenceRow *self);
GtkLabel          *offprint_reference_row_get_detail    (OffprintReferenceRow *self);

/* the row as one sentence, for screen readers */
char *offprint_reference_row_dup_sentence (OffprintReference *reference);

G_END_DECLS
