/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the catalog and its index make entries.
 */

#pragma once

#include "styles.h"

G_BEGIN_DECLS

OffprintStyleInfo *offprint_style_info_new (const char         *name,
                                            const CslStyleHead *head);
/* for arrays of pointers to entries */
int offprint_style_info_compare_titles (gconstpointer a,
                                        gconstpointer b);

G_END_DECLS
