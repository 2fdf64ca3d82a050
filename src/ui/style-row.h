/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One style among thousands: what it is called and how it cites.
 */

#pragma once

#include <gtk/gtk.h>

#include "styles.h"

G_BEGIN_DECLS

GtkWidget *offprint_style_row_new      (void);
void       offprint_style_row_set_info (GtkWidget         *row,
                                        OffprintStyleInfo *info,
                                        gboolean           is_current);

G_END_DECLS
