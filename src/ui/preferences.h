/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person may want otherwise, on one page.
 */

#pragma once

#include <adwaita.h>

#include "services.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_PREFERENCES (offprint_preferences_get_type ())
G_DECLARE_FINAL_TYPE (OffprintPreferences, offprint_preferences, OFFPRINT, PREFERENCES, AdwPreferencesDialog)

AdwDialog *offprint_preferences_new (OffprintServices *services);

G_END_DECLS
