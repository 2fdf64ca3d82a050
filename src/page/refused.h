/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What servers send instead of a page.
 */

#pragma once

#include "document.h"

G_BEGIN_DECLS

/* a challenge, a consent page, a log-in, “Access denied” */
gboolean offprint_page_is_refused (OffprintPage *page);
/* a figure’s, a table’s or the figures’ own page, by its address */
gboolean offprint_page_is_part (OffprintPage *page);

G_END_DECLS
