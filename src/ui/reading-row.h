/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A source: who, when, where, and whether it is believed.
 */

#pragma once

#include <adwaita.h>

#include "sources.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_READING_ROW (offprint_reading_row_get_type ())
G_DECLARE_FINAL_TYPE (OffprintReadingRow, offprint_reading_row, OFFPRINT, READING_ROW, GtkBox)

/* Signal "take-back": the reader does not want this source */
GtkWidget       *offprint_reading_row_new         (OffprintSourceList *sources,
                                                   OffprintReading    *reading);
OffprintReading *offprint_reading_row_get_reading (OffprintReadingRow *self);
/* one sentence */
char *offprint_reading_row_dup_sentence (OffprintSourceList *sources,
                                         OffprintReading    *reading);

G_END_DECLS
