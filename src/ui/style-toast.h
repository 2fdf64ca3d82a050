/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is said of a style that was installed, and what can be done with it.
 */

#pragma once

#include "style-adding.h"
#include "window.h"

G_BEGIN_DECLS

/* @added: (element-type OffprintAddedStyle): at least one */
void offprint_style_toast_show (OffprintWindow *window,
                                GPtrArray      *added);

G_END_DECLS
