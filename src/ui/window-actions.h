/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The commands that the window itself owns, and those that it passes on to the
 * view of the work, which its menu and its accelerators could not reach otherwise.
 */

#pragma once

#include <adwaita.h>

#include "trail.h"
#include "work-view.h"

G_BEGIN_DECLS

void offprint_window_actions_install (GtkWidgetClass   *widget_class);
void offprint_window_actions_attach  (GtkWidget        *window);
void offprint_window_actions_update  (GtkWidget        *window,
                                      OffprintTrail    *trail,
                                      OffprintWorkView *work_view);

G_END_DECLS
