/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fields of study and the ways of citing that styles name, as people call them.
 */

#pragma once

#include "styles.h"

G_BEGIN_DECLS

/* A row of one of the two tables: CSL 1.0.2, “Info” and appendix “Categories” */
typedef struct
{
  const char *id;    /* as a style has it: "political_science", "author-date" */
  const char *name;  /* marked with N_ */
  const char *words; /* what else people type for it, in lower case; nullable */
} OffprintStyleKind;

const OffprintStyleKind *offprint_style_fields_get           (guint             *n);
const OffprintStyleKind *offprint_style_formats_get          (guint             *n);
const char              *offprint_style_info_get_format_name (OffprintStyleInfo *info); /* nullable */
/* bits by the rows of the tables. Returns: those of its fields */
guint32 offprint_style_info_get_kinds (OffprintStyleInfo *info,
                                       guint32           *format);

G_END_DECLS
