/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searching the public repository of styles and installing from it.
 */

#pragma once

#include "window.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_ONLINE_STYLES (offprint_online_styles_get_type ())
G_DECLARE_FINAL_TYPE (OffprintOnlineStyles, offprint_online_styles, OFFPRINT, ONLINE_STYLES, AdwDialog)

void offprint_online_styles_present   (OffprintWindow       *window);
void offprint_online_styles_add_toast (OffprintOnlineStyles *self,
                                       AdwToast             *toast);

G_END_DECLS
