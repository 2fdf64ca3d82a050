/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GtkMenuButton makes all widgets of its menu when it is given the model: ten for
 * each item, of menus that most sittings never open.
 */

#include "config.h"

#include "lazy-menu.h"

static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (user_data));
}

/**
 * offprint_lazy_menu_attach:
 * @button: a button
 * @model: its menu
 *
 * Gives the button a menu, which is made when it is first pressed.
 */
void
offprint_lazy_menu_attach (GtkMenuButton *button,
                           GMenuModel    *model)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));
  g_return_if_fail (G_IS_MENU_MODEL (model));

  gtk_menu_button_set_create_popup_func (button, create_popup_cb, g_object_ref (model), g_object_unref);
}
