/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All keys at a glance: GtkShortcutsWindow is deprecated in 4.18 and
 * AdwShortcutsDialog is not there before 1.8.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwDialog *offprint_shortcuts_dialog_new (void);

G_END_DECLS
