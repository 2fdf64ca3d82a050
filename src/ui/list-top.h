/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeping the first heading of a list in sight.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     offprint_list_top_keep    (GtkListView *view);
void     offprint_list_top_leave   (GtkListView *view);
gboolean offprint_list_top_is_kept (GtkListView *view);

G_END_DECLS
