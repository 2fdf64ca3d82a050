/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list view that is laid out anew keeps its first row in place, not the heading over
 * it, which slides out of sight. For some frames it is held at its top.
 */

#include "config.h"

#include "list-top.h"

#define FRAMES 4

static GQuark
get_quark (void)
{
  return g_quark_from_static_string ("offprint-list-top");
}

static void
set_left (GtkWidget *view,
          guint      n_frames)
{
  g_object_set_qdata (G_OBJECT (view), get_quark (), GUINT_TO_POINTER (n_frames));
}

static guint
get_left (GtkWidget *view)
{
  return GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (view), get_quark ()));
}

static void
go_to_top (GtkWidget *view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, 0);
}

static gboolean
stay_cb (GtkWidget     *view,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  guint left = get_left (view);

  if (left == 0)
    return G_SOURCE_REMOVE;

  go_to_top (view);
  set_left (view, left - 1);
  return left > 1 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/**
 * offprint_list_top_keep:
 * @view: a list
 *
 * Goes to the top, and stays there while what was changed just now is laid out.
 */
void
offprint_list_top_keep (GtkListView *view)
{
  GtkWidget *widget = GTK_WIDGET (view);
  gboolean is_kept = FALSE;

  g_return_if_fail (GTK_IS_LIST_VIEW (view));

  is_kept = get_left (widget) > 0;
  go_to_top (widget);
  set_left (widget, FRAMES);
  if (!is_kept)
    gtk_widget_add_tick_callback (widget, stay_cb, NULL, NULL);
}

/**
 * offprint_list_top_leave:
 * @view: a list
 *
 * The reader goes elsewhere in it.
 */
void
offprint_list_top_leave (GtkListView *view)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (view));

  set_left (GTK_WIDGET (view), 0);
}

/**
 * offprint_list_top_is_kept:
 * @view: a list
 *
 * Returns: whether it is held at its top, so that its scrolling is not the reader’s
 */
gboolean
offprint_list_top_is_kept (GtkListView *view)
{
  g_return_val_if_fail (GTK_IS_LIST_VIEW (view), FALSE);

  return get_left (GTK_WIDGET (view)) > 0;
}
