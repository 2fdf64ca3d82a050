/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People in full: what there is no room for under the title.
 */

#pragma once

#include "section.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_PEOPLE_SECTION (offprint_people_section_get_type ())
G_DECLARE_FINAL_TYPE (OffprintPeopleSection, offprint_people_section, OFFPRINT, PEOPLE_SECTION, OffprintSection)

G_END_DECLS
