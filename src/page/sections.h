/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a page has its abstract, its keywords, its works cited: by heading, id or class.
 */

#pragma once

#include "tree.h"

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_SECTION_NONE,
  OFFPRINT_SECTION_ABSTRACT,
  OFFPRINT_SECTION_KEYWORDS,
  OFFPRINT_SECTION_REFERENCES,
  OFFPRINT_SECTION_NOTES,
} OffprintSectionKind;

/* by what an element’s own id and class say */
OffprintSectionKind offprint_section_of_element (const OffprintTreeNode *node);
/* by the words of a heading */
OffprintSectionKind offprint_section_of_heading (const OffprintTreeNode *node);
gboolean            offprint_section_is_heading (const OffprintTreeNode *node);
/* what stands under a heading: from the first sibling (nullable) up to @end (nullable, not in it) */
const OffprintTreeNode *offprint_section_get_content (const OffprintTreeNode  *heading,
                                                      const OffprintTreeNode **end);
/* a graphical abstract, highlights … */
gboolean offprint_section_is_other (const OffprintTreeNode *node);
/* letters that an element shows, up to @max */
gsize offprint_section_measure (const OffprintTreeNode *node,
                                gsize                   max);
/* in navigation, a footer, a list of other works … */
gboolean offprint_section_is_aside (const OffprintTreeNode *node);

G_END_DECLS
