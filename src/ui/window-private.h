/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window’s actions need of the window and nobody else may see.
 */

#pragma once

#include "trail.h"
#include "window.h"
#include "work-view.h"

G_BEGIN_DECLS

OffprintTrail    *offprint_window_get_trail     (OffprintWindow *self);
OffprintWorkView *offprint_window_get_work_view (OffprintWindow *self);
void              offprint_window_focus_address (OffprintWindow *self);
gboolean          offprint_window_can_fold_back (OffprintWindow *self);
void              offprint_window_fold_back     (OffprintWindow *self);
void              offprint_window_remove        (OffprintWindow *self,
                                                 const char     *id);

G_END_DECLS
