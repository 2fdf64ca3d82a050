/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window draws itself into a file, on any display server: for README, bug
 * reports and a start without any display.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean offprint_photograph_save (GtkWidget   *window,
                                   const char  *path,
                                   GError     **error);

G_END_DECLS
