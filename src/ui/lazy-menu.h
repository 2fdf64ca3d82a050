/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A menu whose widgets are made when its button is pressed.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void offprint_lazy_menu_attach (GtkMenuButton *button,
                                GMenuModel    *model);

G_END_DECLS
