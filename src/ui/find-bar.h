/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding in the page: words, how often they occur, the next and the last one.
 */

#pragma once

#include <adwaita.h>

#include "findable.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_FIND_BAR (offprint_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (OffprintFindBar, offprint_find_bar, OFFPRINT, FIND_BAR, AdwBin)

void offprint_find_bar_add_findable (OffprintFindBar *self,
                                     OffprintFindable *findable); /* in reading order; outlives the bar's searches */
void  offprint_find_bar_begin     (OffprintFindBar *self);
void  offprint_find_bar_close     (OffprintFindBar *self);
guint offprint_find_bar_get_count (OffprintFindBar *self);

G_END_DECLS
