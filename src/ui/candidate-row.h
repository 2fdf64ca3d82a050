/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What one source says of a value, and a button to take it.
 */

#pragma once

#include <adwaita.h>

#include "sources.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_CANDIDATE_ROW (offprint_candidate_row_get_type ())
G_DECLARE_FINAL_TYPE (OffprintCandidateRow, offprint_candidate_row, OFFPRINT, CANDIDATE_ROW, GtkBox)

/* Signal "use": the reader wants this one */
GtkWidget         *offprint_candidate_row_new           (OffprintCandidate    *candidate);
OffprintCandidate *offprint_candidate_row_get_candidate (OffprintCandidateRow *self);
/* "the publisher’s page, on the book" */
char *offprint_reading_dup_title (OffprintReading *reading);
/* "The publisher’s page, on the book" */
char *offprint_reading_dup_heading (OffprintReading *reading);

G_END_DECLS
