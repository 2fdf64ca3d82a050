/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The notes of a text, numbered as there.
 */

#pragma once

#include "section.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_NOTES_SECTION (offprint_notes_section_get_type ())
G_DECLARE_FINAL_TYPE (OffprintNotesSection, offprint_notes_section, OFFPRINT, NOTES_SECTION, OffprintSection)

G_END_DECLS
