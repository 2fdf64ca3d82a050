/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The JSON side of offprint-cli cite.
 */

#pragma once

#include "command.h"

#include "citer.h"
#include "csl.h"

G_BEGIN_DECLS

/* All borrowed */
typedef struct
{
  const char *language; /* as asked for; NULL: the style's own */
  const char *locales;  /* folder of locale files; NULL: those that are installed */
  const char *clusters; /* file of citations; NULL: all items, group by group */
  CslJsonFormat format;
  CslJsonParts parts;
  guint group; /* 0: three */
} OffprintCiteJob;

OffprintExit offprint_cite_json (OffprintCiter          *citer,
                                 const OffprintCiteJob  *job,
                                 char                  **files);

G_END_DECLS
