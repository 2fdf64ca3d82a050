/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bringing a place in a long text into view: a viewport scrolls to widgets, but an
 * abstract may be longer than the window.
 */

#include "config.h"

#include "reveal.h"

#define MARGIN_PX 48

static void
scroll_to (GtkWidget             *widget,
           const graphene_rect_t *area)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment;
  graphene_rect_t seen;
  double top;

  if (viewport == NULL || gtk_viewport_get_child (GTK_VIEWPORT (viewport)) == NULL)
    return;

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  if (!gtk_widget_compute_bounds (widget, gtk_viewport_get_child (GTK_VIEWPORT (viewport)), &seen))
    return;

  top = seen.origin.y + area->origin.y;
  gtk_adjustment_clamp_page (adjustment, MAX (top - MARGIN_PX, 0), top + area->size.height + MARGIN_PX);
}

/**
 * offprint_reveal_widget:
 * @widget: a widget inside a viewport
 *
 * Scrolls as little as needed to have @widget in view.
 */
void
offprint_reveal_widget (GtkWidget *widget)
{
  graphene_rect_t area;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  graphene_rect_init (&area, 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  scroll_to (widget, &area);
}

/**
 * offprint_reveal_match:
 * @label: a label inside a viewport
 * @start: first character
 * @end: the character past the last
 *
 * Selects a part of a text and scrolls as little as needed to have it in view.
 */
void
offprint_reveal_match (GtkLabel *label,
                       int       start,
                       int       end)
{
  const char *text;
  PangoRectangle place;
  graphene_rect_t area;
  int x;
  int y;

  g_return_if_fail (GTK_IS_LABEL (label));

  text = gtk_label_get_text (label);
  if (start < 0 || end < start || end > g_utf8_strlen (text, -1))
    return;

  if (gtk_label_get_selectable (label))
    gtk_label_select_region (label, start, end);

  pango_layout_index_to_pos (gtk_label_get_layout (label), (int) (g_utf8_offset_to_pointer (text, start) - text), &place);
  gtk_label_get_layout_offsets (label, &x, &y);
  graphene_rect_init (&area,
                      x + (float) place.x / PANGO_SCALE, y + (float) place.y / PANGO_SCALE,
                      (float) place.width / PANGO_SCALE, (float) place.height / PANGO_SCALE);
  scroll_to (GTK_WIDGET (label), &area);
}
