/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The border: untrusted text of any kind comes in here and is rich text, or a
 * validated plain string, behind it. Whatever bytes come, these never fail; only
 * the stored form, which we wrote ourselves, may be refused.
 */

#pragma once

#include "rich-text.h"

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_TEXT_ERROR_INVALID,
  OFFPRINT_TEXT_ERROR_TOO_LARGE,
} OffprintTextError;

#define OFFPRINT_TEXT_ERROR (offprint_text_error_quark ())
GQuark offprint_text_error_quark (void);

/* bytes that claim to be UTF-8 to valid UTF-8, NFC, without bidi and other control characters */
char *offprint_text_clean (const char *text,
                           gssize      length);
/* the same in one line: runs of white space become one blank */
char *offprint_text_clean_line (const char *text,
                                gssize      length);

/* JATS or HTML, with or without prefixes, MathML, entities encoded once or twice, or no mark-up at all */
OffprintRichText *offprint_rich_text_new_from_markup (const char *markup,
                                                      gssize      length);
/* a title or a name as registries and CSL-JSON give it: one line, inline tags only; `<La…>` stays text */
OffprintRichText *offprint_rich_text_new_from_inline (const char *markup,
                                                      gssize      length);
/* plain text: an empty line parts paragraphs, addresses become links */
OffprintRichText *offprint_rich_text_new_from_plain (const char *text,
                                                     gssize      length);
/* the XML fragment of the record */
OffprintRichText *offprint_rich_text_new_from_stored (const char  *stored,
                                                      gssize       length,
                                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
