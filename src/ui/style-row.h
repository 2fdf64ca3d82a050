/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One style among thousands: what it is called and how it cites.
 */

#pragma once

#include <adwaita.h>

#include "styles.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_STYLE_ROW (offprint_style_row_get_type ())
G_DECLARE_FINAL_TYPE (OffprintStyleRow, offprint_style_row, OFFPRINT, STYLE_ROW, AdwBin)

GtkWidget *offprint_style_row_new      (void);
void       offprint_style_row_set_info (OffprintStyleRow  *self,
                                        OffprintStyleInfo *info,
                                        gboolean           is_current);

G_END_DECLS
