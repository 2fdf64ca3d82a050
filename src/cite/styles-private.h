/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the citer and the installation need of the catalog.
 */

#pragma once

#include "style-folders.h"
#include "styles.h"

G_BEGIN_DECLS

OffprintStyleFolders *offprint_style_catalog_get_folders   (OffprintStyleCatalog *self);
const char           *offprint_style_catalog_get_cache_dir (OffprintStyleCatalog *self);
gboolean              offprint_style_catalog_is_loaded     (OffprintStyleCatalog *self);
/* @infos: (transfer full), as of the index */
void offprint_style_catalog_take_infos (OffprintStyleCatalog *self,
                                        GPtrArray            *infos);

G_END_DECLS
