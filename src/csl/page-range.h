/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ranges of pages: “321-328” to “321–28” as a style's page-range-format asks,
 * and whatever else stands in that field left in peace.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CSL_PAGE_RANGE_NONE,
  CSL_PAGE_RANGE_EXPANDED,
  CSL_PAGE_RANGE_MINIMAL,
  CSL_PAGE_RANGE_MINIMAL_TWO,
  CSL_PAGE_RANGE_CHICAGO_15,
  CSL_PAGE_RANGE_CHICAGO_16,
} CslPageRangeFormat;

CslPageRangeFormat csl_page_range_format_parse (const char         *name,
                                                gssize              length);
char              *csl_page_range_format       (CslPageRangeFormat  format,
                                                const char         *text,
                                                const char         *delimiter,
                                                const char         *and_symbol) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
