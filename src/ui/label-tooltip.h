/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a label had to shorten, whole.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void offprint_label_tooltip_attach (GtkLabel *label);

G_END_DECLS
