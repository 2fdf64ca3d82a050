/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The line under “Cite this chapter” of Springer’s pages, parted. It alone names the
 * editors of a book on many of them, and it is all that is left of a page pasted as text.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *title; /* what is known already; each nullable */
  const char *container;
} OffprintCiteHints;

/* (transfer full) (nullable): members of a record. @is_cut: (out) (nullable): there were more authors */
JsonObject *offprint_cite_line_read (const char              *line,
                                     const OffprintCiteHints *hints,
                                     gboolean                *is_cut);
/* "Family, A.B., Other, C. & Third, D." to a list of CSL names; NULL if it is none */
JsonArray *offprint_cite_names_read (const char  *text,
                                     gboolean    *is_cut,
                                     const char **rest);
/* "7055–7102" as records have it: "7055-7102" */
char *offprint_cite_dup_pages (const char *text);

G_END_DECLS
