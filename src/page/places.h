/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a publisher’s name ends and its place begins.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* in @text; NULL if no place stands at its end */
const char *offprint_places_find_tail (const char *text);

G_END_DECLS
