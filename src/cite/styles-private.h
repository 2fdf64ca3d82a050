/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the citer needs of the catalog.
 */

#pragma once

#include "style-folders.h"
#include "styles.h"

G_BEGIN_DECLS

OffprintStyleFolders *offprint_style_catalog_get_folders (OffprintStyleCatalog *self);

G_END_DECLS
