/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sites that are known beside Springer’s: what no tag and no layout in common says.
 */

#pragma once

#include "layers.h"

G_BEGIN_DECLS

extern const OffprintPageAdapter offprint_page_arxiv;
extern const OffprintPageAdapter offprint_page_atypon;
extern const OffprintPageAdapter offprint_page_ieee;
extern const OffprintPageAdapter offprint_page_pubmed;
extern const OffprintPageAdapter offprint_page_science_direct;

/* whether one of a page’s addresses is on a host, or on one below it */
gboolean offprint_adapter_is_at (OffprintPage *page,
                                 const char   *host);
/* the text of the first element of a class (one of its words); (transfer full) (nullable) */
char *offprint_adapter_dup_class (OffprintPage *page,
                                  const char   *class_name);

G_END_DECLS
