/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What offprint-cli styles does beside listing.
 */

#pragma once

#include "command.h"

#include "styles.h"

G_BEGIN_DECLS

OffprintExit offprint_styles_install (OffprintStyleCatalog  *catalog,
                                      char                 **what);
OffprintExit offprint_styles_remove  (OffprintStyleCatalog  *catalog,
                                      char                 **names);
/* what the repository has: (transfer full) (element-type OffprintStyleInfo) */
GPtrArray *offprint_styles_fetch_list (GError **error);

G_END_DECLS
