/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What goes on the clipboard in one copy: the citation in every form that a
 * program on the other side may want.
 */

#pragma once

#include "citer.h"

G_BEGIN_DECLS

typedef struct
{
  const char *media_type; /* "text/html" */
  GBytes *bytes;
} OffprintFlavour;

/* text/html (italics, hanging indent), text/rtf, text/plain;charset=utf-8,
 * application/x-bibtex, application/vnd.citationstyles.csl+json:
 * (transfer full) (element-type OffprintFlavour) */
GPtrArray *offprint_flavours_new_for_citation (OffprintRichText *citation,
                                               OffprintWork     *work,
                                               gboolean          hanging_indent);
/* html, rtf and plain text of any text: an abstract, a note, the whole page */
GPtrArray *offprint_flavours_new_for_text (OffprintRichText *text);

G_END_DECLS
