/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A JSON array printed element by element, so that a long list needs no long memory.
 */

#pragma once

#include "work.h"

G_BEGIN_DECLS

typedef struct
{
  OffprintRecordFlags flags;
  guint n;
} OffprintRecordsOutput;

void offprint_records_output_add (OffprintRecordsOutput *self,
                                  OffprintWork          *work);
void offprint_records_output_end (OffprintRecordsOutput *self);

G_END_DECLS
