/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who made this, and whose work it stands on.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwDialog *offprint_about_new (void);

G_END_DECLS
