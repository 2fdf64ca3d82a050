/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a date is inside, for the three files that make, write and show it.
 */

#pragma once

#include "date.h"

G_BEGIN_DECLS

/* Years are counted as people do: no year 0, -44 is 44 BC. 0 says not known. */
typedef struct
{
  int year;
  guint month;  /* 1 to 12 */
  guint day;    /* 1 to 31 */
  guint season; /* 1 spring, 2 summer, 3 autumn, 4 winter */
} OffprintDateParts;

struct _OffprintDate
{
  OffprintDateParts start;
  OffprintDateParts end;

  gboolean is_range;
  gboolean is_circa;

  /* Owned; nullable: what a source said that is no date */
  char *literal;
};

G_END_DECLS
