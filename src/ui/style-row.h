/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One style among thousands: what it is called, how it cites, and how this work looks in it.
 */

#pragma once

#include <gtk/gtk.h>

#include "style-previews.h"

G_BEGIN_DECLS

/* Signal "star": it was pressed */
#define OFFPRINT_TYPE_STYLE_ROW (offprint_style_row_get_type ())
G_DECLARE_FINAL_TYPE (OffprintStyleRow, offprint_style_row, OFFPRINT, STYLE_ROW, GtkWidget)

typedef enum
{
  OFFPRINT_STYLE_ROW_PLAIN = 0,
  OFFPRINT_STYLE_ROW_CURRENT = 1 << 0,
  OFFPRINT_STYLE_ROW_FAVOURITE = 1 << 1,
} OffprintStyleRowFlags;

GtkWidget         *offprint_style_row_new         (void);
OffprintStyleInfo *offprint_style_row_get_info    (OffprintStyleRow           *self); /* nullable */
void               offprint_style_row_set_info    (OffprintStyleRow           *self,
                                                   OffprintStyleInfo          *info,
                                                   OffprintStyleInfo          *parent,
                                                   OffprintStyleRowFlags       flags);
void               offprint_style_row_set_starred (OffprintStyleRow           *self,
                                                   gboolean                    is_starred);
void               offprint_style_row_set_preview (OffprintStyleRow           *self,
                                                   const OffprintStylePreview *preview);
/* all of it but the title, in words */
char *offprint_style_row_dup_sentence (OffprintStyleRow *self);

G_END_DECLS
