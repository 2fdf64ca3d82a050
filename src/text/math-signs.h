/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What single signs of a formula are.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean    offprint_math_is_relation        (const char *text);
gboolean    offprint_math_is_between         (const char *text);
gboolean    offprint_math_is_end             (const char *text);
const char *offprint_math_find_double_struck (const char *text);
const char *offprint_math_find_accent        (const char *text);

G_END_DECLS
