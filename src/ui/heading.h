/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The head of the page: what it is, its title, who made it, where it stands.
 */

#pragma once

#include "section.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_HEADING (offprint_heading_get_type ())
G_DECLARE_FINAL_TYPE (OffprintHeading, offprint_heading, OFFPRINT, HEADING, OffprintSection)

G_END_DECLS
