/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reader’s library, as the settings hold it.
 */

#pragma once

#include <gio/gio.h>

#include "library-link.h"

G_BEGIN_DECLS

OffprintLibraryLink *offprint_library_setting_dup (GSettings *settings); /* nullable: none is set */
void offprint_library_setting_set (GSettings *settings,
                                   OffprintLibraryLink *link); /* nullable */
/* calls @changed with @object when another is set, as long as both live */
void        offprint_library_setting_follow   (GSettings               *settings,
                                               GCallback                changed,
                                               gpointer                 object);
const char *offprint_library_setting_get_name (OffprintLibraryLinkKind  kind); /* for people */

G_END_DECLS
