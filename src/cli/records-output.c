/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records on the standard output. What is printed is an array whatever fails, so that
 * the next program can read it.
 */

#include "config.h"

#include "records-output.h"

#include <stdio.h>

/**
 * offprint_records_output_add:
 * @self: the output; begin with `{ .flags = … }`
 * @work: a work
 *
 * Prints a record.
 */
void
offprint_records_output_add (OffprintRecordsOutput *self,
                             OffprintWork          *work)
{
  g_autoptr (JsonNode) node = offprint_work_to_json (work, self->flags);
  g_autofree char *text = json_to_string (node, TRUE);

  fputs (self->n == 0 ? "[\n" : ",\n", stdout);
  fputs (text, stdout);
  self->n++;
}

/**
 * offprint_records_output_end:
 * @self: the output
 *
 * Closes the array.
 */
void
offprint_records_output_end (OffprintRecordsOutput *self)
{
  fputs (self->n == 0 ? "[]\n" : "\n]\n", stdout);
}
