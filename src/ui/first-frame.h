/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long a person waits from the start of the program to the first thing seen,
 * and what may wait until then.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*OffprintFirstFrameFunc) (gpointer user_data);

void offprint_first_frame_report (GtkWidget              *window);
void offprint_first_frame_after  (GtkWidget              *window,
                                  OffprintFirstFrameFunc  painted,
                                  gpointer                user_data);

G_END_DECLS
