/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What differences.c fills in.
 */

#pragma once

#include "differences.h"

G_BEGIN_DECLS

struct _OffprintDifference
{
  GObject parent_instance;

  /* Owned */
  char *label;
  char *pointer;
  char *old_text;
  char *new_text;
  OffprintReading *former;

  OffprintDifferenceKind kind;
  OffprintFieldId field; /* OFFPRINT_N_FIELDS: of no row */
  guint count;
};

G_END_DECLS
