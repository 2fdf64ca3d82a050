/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a file is, by its first bytes.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_SNIFF_HTML,
  OFFPRINT_SNIFF_ARCHIVE, /* MHTML */
  OFFPRINT_SNIFF_TEXT,    /* may be the text of a page */
  OFFPRINT_SNIFF_OTHER,   /* JSON, XML, a citation file, no text at all */
} OffprintSniff;

OffprintSniff offprint_sniff (GBytes *bytes);

G_END_DECLS
