/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schema of CSL-JSON as far as a reader needs it.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_CSL_JSON_FOREIGN,
  OFFPRINT_CSL_JSON_TITLE,  /* a line with CSL's inline mark-up */
  OFFPRINT_CSL_JSON_LINE,   /* a line */
  OFFPRINT_CSL_JSON_NUMBER, /* a line or a number */
  OFFPRINT_CSL_JSON_LINES,  /* text of several lines */
  OFFPRINT_CSL_JSON_NAMES,
  OFFPRINT_CSL_JSON_DATE,
  OFFPRINT_CSL_JSON_SPECIAL, /* type, id, abstract, DOI, ISBN, ISSN, categories, custom */
} OffprintCslJsonContents;

OffprintCslJsonContents offprint_csl_json_get_contents (const char *member);
const char             *offprint_csl_json_map_type     (const char *type);

G_END_DECLS
