/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is said of all offers together.
 */

#pragma once

#include "work.h"

G_BEGIN_DECLS

/* whether the page's own remarks have a word, whatever its case */
gboolean offprint_offers_say            (OffprintWork *work,
                                         const char   *word);
char    *offprint_offers_dup_common_tax (GListModel   *offers); /* NULL if they differ, or say nothing */
char    *offprint_offers_dup_terms      (OffprintWork *work);   /* when they were seen, tax, the page's remarks; nullable */

G_END_DECLS
