/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asked for when the pointer rests on the label. A tooltip that is set along with each
 * text asks the display server where the pointer is, and waits for the answer: once
 * for every row that scrolls into view.
 */

#include "config.h"

#include "label-tooltip.h"

static gboolean
queried_cb (GtkLabel   *label,
            int         x,
            int         y,
            gboolean    keyboard,
            GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return TRUE;
}

/**
 * offprint_label_tooltip_attach:
 * @label: a label that may be too long for its place
 *
 * Gives @label a tooltip with all of its text whenever it is shortened.
 */
void
offprint_label_tooltip_attach (GtkLabel *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  g_signal_connect (label, "query-tooltip", G_CALLBACK (queried_cb), NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (label), TRUE);
}
