/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first appearance of a window: as large as it was left, and with its work, if that
 * takes no longer than a moment.
 */

#include "config.h"

#include "window-parts.h"

#include "first-frame.h"

/* How long a window waits for its first work before it shows without. */
#define PATIENCE_MS 250

/* A window that appears gives the focus to its first button; a reader comes to read. */
static void
present (OffprintWindow *self)
{
  gboolean is_new = !gtk_widget_get_visible (GTK_WIDGET (self));

  if (offprint_trail_get_visit (self->trail) == NULL)
    offprint_window_show_place (self);
  gtk_window_present (GTK_WINDOW (self));
  if (is_new)
    {
      gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
      gtk_window_set_focus_visible (GTK_WINDOW (self), FALSE);
    }
}

static void
present_now (OffprintWindow *self)
{
  OffprintVisit *visit = offprint_trail_get_visit (self->trail);

  if (visit != NULL)
    g_signal_handlers_disconnect_by_func (visit, present_now, self);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  present (self);
}

static gboolean
patience_ended_cb (gpointer user_data)
{
  OffprintWindow *self = OFFPRINT_WINDOW (user_data);

  self->patience_id = 0;
  present_now (self);
  return G_SOURCE_REMOVE;
}

/**
 * offprint_window_present_soon:
 * @self: the window
 *
 * Presents the window as soon as its work has been read from the disk, so that the
 * first picture is the page and not a place for it; a network is not waited for
 * beyond a moment.
 */
void
offprint_window_present_soon (OffprintWindow *self)
{
  OffprintVisit *visit;

  g_return_if_fail (OFFPRINT_IS_WINDOW (self));

  visit = offprint_trail_get_visit (self->trail);
  if (gtk_widget_get_visible (GTK_WIDGET (self)) || visit == NULL ||
      offprint_visit_get_state (visit) != OFFPRINT_VISIT_RUNNING)
    {
      present (self);
      return;
    }
  g_signal_connect_object (visit, "changed", G_CALLBACK (present_now), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  self->patience_id = g_timeout_add (PATIENCE_MS, patience_ended_cb, self);
}

static void
pane_painted_cb (gpointer user_data)
{
  OffprintWindow *self = user_data;

  offprint_work_view_set_hurry (self->work_view, OFFPRINT_HURRY_NONE);
}

static void
first_frame_painted_cb (gpointer user_data)
{
  OffprintWindow *self = user_data;

  offprint_work_view_set_hurry (self->work_view, OFFPRINT_HURRY_BELOW);
  offprint_first_frame_after (GTK_WIDGET (self), pane_painted_cb, self);
}

/**
 * offprint_window_appear_in_parts:
 * @self: a window that is not realized yet
 *
 * Lets the first picture be the top of the page, then come the pane and the rest, each in a
 * turn of the loop of its own.
 */
void
offprint_window_appear_in_parts (OffprintWindow *self)
{
  offprint_work_view_set_hurry (self->work_view, OFFPRINT_HURRY_PANE_AND_BELOW);
  offprint_first_frame_after (GTK_WIDGET (self), first_frame_painted_cb, self);
}

/**
 * offprint_window_save_state:
 * @self: the window
 *
 * Remembers the size of the window.
 */
void
offprint_window_save_state (OffprintWindow *self)
{
  GSettings *settings;
  int width_px;
  int height_px;

  g_return_if_fail (OFFPRINT_IS_WINDOW (self));

  settings = offprint_services_get_settings (self->services);
  gtk_window_get_default_size (GTK_WINDOW (self), &width_px, &height_px);
  g_settings_set_int (settings, "window-width", MAX (width_px, 360));
  g_settings_set_int (settings, "window-height", MAX (height_px, 294));
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

/**
 * offprint_window_restore_size:
 * @self: the window
 * @settings: where offprint_window_save_state() left it
 *
 * Makes the window as large as the last one was left.
 */
void
offprint_window_restore_size (OffprintWindow *self,
                              GSettings      *settings)
{
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}
