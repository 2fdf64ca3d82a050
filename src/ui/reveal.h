/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bringing a place in a long text into view: a viewport scrolls to widgets, but an
 * abstract may be longer than the window.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* selects the characters and scrolls until they are seen */
void offprint_reveal_match  (GtkLabel  *label,
                             int        start,
                             int        end);
void offprint_reveal_widget (GtkWidget *widget);

G_END_DECLS
