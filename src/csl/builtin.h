/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One style and one locale of our own stand inside the library, so that a
 * citation can be made on a machine with no style installed at all.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *csl_builtin_get_style_bytes  (void);
GBytes *csl_builtin_get_locale_bytes (void);

G_END_DECLS
