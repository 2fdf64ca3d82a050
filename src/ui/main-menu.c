/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The main menu holds every command, near two hundred widgets: a third of all that a
 * window is made of, and most sittings never open it. So a button makes it when it
 * is pressed, its first level at once and each submenu in a turn of the loop of its own.
 */

#include "config.h"

#include "main-menu.h"

#include "action-table.h"

typedef struct
{
  GtkPopoverMenu *popover; /* weak */
  OffprintActionGroup group;
} Filling;

static void
filling_free (Filling *self)
{
  g_clear_weak_pointer (&self->popover);
  g_free (self);
}

static gboolean
fill_cb (gpointer user_data)
{
  Filling *self = user_data;

  if (self->popover == NULL)
    return G_SOURCE_REMOVE;
  offprint_action_table_fill_menu (gtk_popover_menu_get_menu_model (self->popover), self->group);
  self->group++;

  return self->group < OFFPRINT_ACTION_GROUP_PROGRAM ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  g_autoptr (GMenuModel) model = NULL;
  Filling *filling;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  model = offprint_action_table_new_menu ();
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (model));
  filling = g_new0 (Filling, 1);
  g_set_weak_pointer (&filling->popover, GTK_POPOVER_MENU (gtk_menu_button_get_popover (button)));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, fill_cb, filling, (GDestroyNotify) filling_free);
}

/**
 * offprint_main_menu_attach:
 * @button: a button of a header
 *
 * Gives the button the main menu. There may be several such buttons, of which one is
 * seen at a time; each makes its own menu when it is first pressed.
 */
void
offprint_main_menu_attach (GtkMenuButton *button)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));

  gtk_menu_button_set_create_popup_func (button, create_popup_cb, NULL, NULL);
}
