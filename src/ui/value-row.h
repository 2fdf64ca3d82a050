/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A value, who gave it and why; opened, what all others say.
 */

#pragma once

#include <adwaita.h>

#include "sources.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_VALUE_ROW (offprint_value_row_get_type ())
G_DECLARE_FINAL_TYPE (OffprintValueRow, offprint_value_row, OFFPRINT, VALUE_ROW, GtkBox)

/* Signals: "use" (OffprintCandidate *): the reader wants another; "rules" (): the rules shall decide;
 * "toggled" (): it was opened or closed */
GtkWidget            *offprint_value_row_new       (void);
OffprintFieldSources *offprint_value_row_get_value (OffprintValueRow     *self); /* nullable */
void                  offprint_value_row_set_value (OffprintValueRow     *self,
                                                    OffprintFieldSources *value);
gboolean              offprint_value_row_is_open   (OffprintValueRow     *self);
void                  offprint_value_row_set_open  (OffprintValueRow     *self,
                                                    gboolean              is_open);
/* one sentence */
char *offprint_value_row_dup_sentence (OffprintFieldSources *value);

G_END_DECLS
