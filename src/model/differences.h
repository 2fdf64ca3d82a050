/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has changed between two states of a work: field by field, and lists entry by
 * entry, in words for people.
 */

#pragma once

#include <gio/gio.h>

#include "snapshot.h"

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_DIFFERENCE_ADDED,
  OFFPRINT_DIFFERENCE_REMOVED,
  OFFPRINT_DIFFERENCE_CHANGED,
} OffprintDifferenceKind;

#define OFFPRINT_TYPE_DIFFERENCE (offprint_difference_get_type ())
G_DECLARE_FINAL_TYPE (OffprintDifference, offprint_difference, OFFPRINT, DIFFERENCE, GObject)

OffprintDifferenceKind offprint_difference_get_kind    (OffprintDifference *self);
const char            *offprint_difference_get_label   (OffprintDifference *self); /* “Title”, “Works Cited” */
const char            *offprint_difference_get_pointer (OffprintDifference *self); /* JSON pointer of the value */
guint                  offprint_difference_get_count   (OffprintDifference *self); /* how many entries of a list at once; 0: no list */
char                  *offprint_difference_dup_heading (OffprintDifference *self); /* “Title changed”, “2 works cited added” */
const char            *offprint_difference_get_old     (OffprintDifference *self); /* nullable */
const char            *offprint_difference_get_new     (OffprintDifference *self); /* nullable */
/* nullable: the reading that gave the old value as a whole: choose it to have that again */
OffprintReading *offprint_difference_get_former (OffprintDifference *self);

/* (transfer full): a GListModel of OffprintDifference, in the order of the table of fields */
GListModel *offprint_differences_new (OffprintSnapshot *before,
                                      OffprintSnapshot *after);

G_END_DECLS
