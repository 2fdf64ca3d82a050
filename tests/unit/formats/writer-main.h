/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A writer's test is a table: an item, and what the file has for it.
 */

#pragma once

#include "support.h"

typedef struct
{
  const char *path;
  const char *json;
  const char *text;
} WriterCase;

int writer_main (int                argc,
                 char             **argv,
                 OffprintFormat     format,
                 const WriterCase  *cases,
                 gsize              n_cases);

/* works of no library, for all writers alike */
extern const char writer_chapter[];
