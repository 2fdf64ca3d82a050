/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What CSL-JSON 1.0.2 allows in an item: its variables, the members of names and dates,
 * its types. Reading and checking records both go by it.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_VARIABLE_NONE, /* no variable of CSL */
  OFFPRINT_VARIABLE_TYPE,
  OFFPRINT_VARIABLE_TEXT,   /* a string */
  OFFPRINT_VARIABLE_NUMBER, /* a string or a number */
  OFFPRINT_VARIABLE_NAMES,
  OFFPRINT_VARIABLE_DATE,
  OFFPRINT_VARIABLE_WORDS, /* a list of strings */
  OFFPRINT_VARIABLE_CUSTOM,
} OffprintVariable;

OffprintVariable offprint_variable_find  (const char *name);
gboolean         offprint_is_csl_type    (const char *type);
gboolean         offprint_is_name_member (const char *member);
gboolean         offprint_is_name_flag   (const char *member); /* true, false, or what stands for them; not a text */
gboolean         offprint_is_date_member (const char *member);

G_END_DECLS
