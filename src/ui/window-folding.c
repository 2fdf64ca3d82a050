/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where there is no room for everything the library lies behind the work, and the
 * address is a page of its own.
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

static void
folded_cb (OffprintWindow *self)
{
  gboolean is_folded = adw_navigation_split_view_get_collapsed (self->split);

  if (self->work_view == NULL) /* the template is still being built */
    return;
  if (!is_folded)
    adw_navigation_view_pop_to_tag (self->pages, "reading");
  offprint_sidebar_set_folded (self->sidebar, is_folded);
  offprint_window_actions_update (GTK_WIDGET (self), self->trail, self->work_view);
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
