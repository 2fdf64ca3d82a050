/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long the main loop was away from poll(): the time in which no key, no frame
 * and no bus call was answered.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void offprint_stall_watch     (double     limit_ms);
void offprint_stall_leave_out (GtkWidget *window);
void offprint_stall_report    (void);

G_END_DECLS
