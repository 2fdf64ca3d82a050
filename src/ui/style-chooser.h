/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing one of ten thousand citation styles, and their language.
 */

#pragma once

#include <adwaita.h>

#include "citing.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_STYLE_CHOOSER (offprint_style_chooser_get_type ())
G_DECLARE_FINAL_TYPE (OffprintStyleChooser, offprint_style_chooser, OFFPRINT, STYLE_CHOOSER, AdwDialog)

AdwDialog *offprint_style_chooser_new       (OffprintCiting       *citing);
void       offprint_style_chooser_add_toast (OffprintStyleChooser *self,
                                             AdwToast             *toast);

G_END_DECLS
