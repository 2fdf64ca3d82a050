/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sinks: the one place where rich text is escaped for each target.
 */

#pragma once

#include "rich-text.h"

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_WRITE_DEFAULT = 0,
  OFFPRINT_WRITE_HANGING_INDENT = 1 << 0, /* HTML and RTF: as an entry of a bibliography */
  OFFPRINT_WRITE_DOCUMENT = 1 << 1,       /* HTML, RTF, LaTeX: a whole document, not a fragment */
  OFFPRINT_WRITE_NO_LINKS = 1 << 2,
} OffprintWriteFlags;

char *offprint_rich_text_to_plain    (OffprintRichText   *self);
char *offprint_rich_text_to_html     (OffprintRichText   *self,
                                      OffprintWriteFlags  flags);
char *offprint_rich_text_to_pango    (OffprintRichText   *self,
                                      OffprintWriteFlags  flags);
char *offprint_rich_text_to_rtf      (OffprintRichText   *self,
                                      OffprintWriteFlags  flags);
char *offprint_rich_text_to_markdown (OffprintRichText   *self,
                                      OffprintWriteFlags  flags);
char *offprint_rich_text_to_latex    (OffprintRichText   *self,
                                      OffprintWriteFlags  flags);
char *offprint_rich_text_to_stored   (OffprintRichText   *self);
/* CSL-JSON's own inline mark-up, no entities: what standard members of the record hold */
char *offprint_rich_text_to_inline (OffprintRichText *self);

char *offprint_latex_escape (const char *text);

G_END_DECLS
