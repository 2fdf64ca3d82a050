/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The part of the preferences in which the reader's library is set, and tried.
 */

#pragma once

#include <adwaita.h>

#include "services.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_LIBRARY_GROUP (offprint_library_group_get_type ())
G_DECLARE_FINAL_TYPE (OffprintLibraryGroup, offprint_library_group, OFFPRINT, LIBRARY_GROUP, AdwPreferencesGroup)

void offprint_library_group_set_services (OffprintLibraryGroup *self,
                                          OffprintServices     *services);

G_END_DECLS
