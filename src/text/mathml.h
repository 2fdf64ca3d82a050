/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Formulas as people would type them in a line of text.
 */

#pragma once

#include "collector.h"
#include "tree.h"

G_BEGIN_DECLS

void offprint_mathml_collect (const OffprintTreeNode *math,
                              OffprintCollector      *collector,
                              OffprintRunFlags        flags,
                              const char             *href);
void offprint_tex_collect    (const char             *tex,
                              OffprintCollector      *collector,
                              OffprintRunFlags        flags,
                              const char             *href);

G_END_DECLS
