/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The abstract, or whichever of several the reader wants.
 */

#pragma once

#include "section.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_ABSTRACT_SECTION (offprint_abstract_section_get_type ())
G_DECLARE_FINAL_TYPE (OffprintAbstractSection, offprint_abstract_section, OFFPRINT, ABSTRACT_SECTION, OffprintSection)

/* the abstract that is shown; (transfer none) (nullable) */
OffprintRichText *offprint_abstract_section_get_shown (OffprintAbstractSection *self);

G_END_DECLS
