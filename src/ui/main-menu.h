/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The main menu, made when it is asked for.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void offprint_main_menu_attach (GtkMenuButton *button);

G_END_DECLS
