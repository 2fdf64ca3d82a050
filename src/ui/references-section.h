/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first of the works cited, and the way to all of them.
 */

#pragma once

#include "section.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_REFERENCES_SECTION (offprint_references_section_get_type ())
G_DECLARE_FINAL_TYPE (OffprintReferencesSection, offprint_references_section, OFFPRINT, REFERENCES_SECTION, OffprintSection)

G_END_DECLS
