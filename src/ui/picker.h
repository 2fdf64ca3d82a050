/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing one of many words from a list that drops down.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Properties: "names" (GListModel of GtkStringObject), "selected" (guint), "title" (what is
 * chosen, for screen readers), "flat" */
#define OFFPRINT_TYPE_PICKER (offprint_picker_get_type ())
G_DECLARE_FINAL_TYPE (OffprintPicker, offprint_picker, OFFPRINT, PICKER, AdwBin)

void  offprint_picker_set_names    (OffprintPicker *self,
                                    GListModel     *names);
guint offprint_picker_get_selected (OffprintPicker *self);
void  offprint_picker_set_selected (OffprintPicker *self,
                                    guint           selected);

G_END_DECLS
