/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose the work is and what one may do with it.
 */

#pragma once

#include "section.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_RIGHTS_SECTION (offprint_rights_section_get_type ())
G_DECLARE_FINAL_TYPE (OffprintRightsSection, offprint_rights_section, OFFPRINT, RIGHTS_SECTION, OffprintSection)

G_END_DECLS
