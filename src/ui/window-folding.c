/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where there is no room for everything the library lies behind the work, the address
 * is a page of its own, and the main menu moves with the header that is seen.
 */

#include "config.h"

#include "window-parts.h"

#include "window-actions.h"

static void
submitted_cb (OffprintWindow *self,
              const char     *text)
{
  adw_navigation_view_pop_to_tag (self->pages, "reading");
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  offprint_window_open_text (self, text);
}

static void
dismissed_cb (OffprintWindow *self)
{
  adw_navigation_view_pop_to_tag (self->pages, "reading");
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

/**
 * offprint_window_place_menu:
 * @self: the window
 *
 * Gives the main menu, which is there once, to the header that is seen.
 */
void
offprint_window_place_menu (OffprintWindow *self)
{
  GtkMenuButton *of_library = offprint_sidebar_get_menu_button (self->sidebar);
  gboolean is_at_work = adw_navigation_split_view_get_collapsed (self->split) &&
                        adw_navigation_split_view_get_show_content (self->split);
  GtkMenuButton *to = is_at_work ? self->menu_button : of_library;
  GtkMenuButton *from = is_at_work ? of_library : self->menu_button;

  if (gtk_menu_button_get_popover (to) == GTK_POPOVER (self->menu))
    return;
  gtk_menu_button_set_popover (from, NULL);
  gtk_menu_button_set_popover (to, self->menu);
}

static void
folded_cb (OffprintWindow *self)
{
  gboolean is_folded = adw_navigation_split_view_get_collapsed (self->split);

  if (self->menu == NULL) /* the template is still being built */
    return;
  if (!is_folded)
    adw_navigation_view_pop_to_tag (self->pages, "reading");
  offprint_window_place_menu (self);
  offprint_sidebar_set_folded (self->sidebar, is_folded);
  offprint_window_actions_update (GTK_WIDGET (self), self->trail, self->work_view);
}

static void
content_shown_cb (OffprintWindow *self)
{
  if (self->menu != NULL)
    offprint_window_place_menu (self);
}

/**
 * offprint_window_bind_folding:
 * @widget_class: the window's class
 *
 * Binds the callbacks by which the template tells how the window folds.
 */
void
offprint_window_bind_folding (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, submitted_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismissed_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, content_shown_cb);
}

/**
 * offprint_window_focus_address:
 * @self: the window
 *
 * Lets the reader type where to go, on a page of its own if the window is narrow.
 */
void
offprint_window_focus_address (OffprintWindow *self)
{
  OffprintVisit *visit = offprint_trail_get_visit (self->trail);

  if (!adw_navigation_split_view_get_collapsed (self->split))
    {
      offprint_address_entry_begin (self->address);
      return;
    }
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  if (self->search_page == NULL)
    {
      self->search_page = offprint_search_page_new ();
      g_signal_connect_object (self->search_page, "submit", G_CALLBACK (submitted_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->search_page, "dismiss", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
      adw_navigation_view_add (self->pages, ADW_NAVIGATION_PAGE (self->search_page));
    }
  if (adw_navigation_view_get_visible_page (self->pages) != ADW_NAVIGATION_PAGE (self->search_page))
    adw_navigation_view_push (self->pages, ADW_NAVIGATION_PAGE (self->search_page));
  offprint_search_page_begin (self->search_page, visit != NULL ? offprint_visit_get_address (visit) : "");
}

/**
 * offprint_window_can_fold_back:
 * @self: the window
 *
 * Returns: whether the window is narrow, so that the library lies behind the work
 */
gboolean
offprint_window_can_fold_back (OffprintWindow *self)
{
  return adw_navigation_split_view_get_collapsed (self->split);
}

/**
 * offprint_window_fold_back:
 * @self: the window
 *
 * Goes from the search page to the work, or from the work to the library, where
 * the window is narrow.
 */
void
offprint_window_fold_back (OffprintWindow *self)
{
  if (adw_navigation_view_pop (self->pages))
    return;
  adw_navigation_split_view_set_show_content (self->split, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->sidebar));
}
