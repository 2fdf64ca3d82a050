/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all style files say of themselves, remembered between starts.
 */

#pragma once

#include <gio/gio.h>

#include "style-folders.h"

G_BEGIN_DECLS

/* all styles of the folders but the built-in one, by title: (transfer full) (element-type
 * OffprintStyleInfo); NULL only if cancelled */
GPtrArray *offprint_style_index_load (OffprintStyleFolders *folders,
                                      const char           *cache_dir,
                                      GCancellable         *cancellable);

G_END_DECLS
