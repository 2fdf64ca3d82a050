/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the layer of what any page shows share.
 */

#pragma once

#include "document.h"

G_BEGIN_DECLS

/* What was found in one walk of the tree; nodes are the page’s */
typedef struct
{
  OffprintPage *page;
  GPtrArray *abstracts; /* elements that are abstracts by id or class */
  GPtrArray *headings;  /* elements whose words are those of a section */
  GPtrArray *lists;     /* elements that are lists of works cited by id or class */
  GPtrArray *keywords;
  GPtrArray *titles;                  /* h1, then h2 */
  GPtrArray *links;                   /* a, up to some thousands */
  const OffprintTreeNode *references; /* where the first list of works cited begins */
} OffprintBody;

void offprint_body_index (OffprintBody *self,
                          OffprintPage *page);
void offprint_body_clear (OffprintBody *self);

void offprint_body_read_abstracts  (OffprintBody *self,
                                    JsonObject   *record);
void offprint_body_read_keywords   (OffprintBody *self,
                                    JsonObject   *record);
void offprint_body_read_references (OffprintBody *self,
                                    JsonObject   *record);
void offprint_body_read_people     (OffprintBody *self,
                                    JsonObject   *record);
/* the heading that the work stands under; nullable */
const OffprintTreeNode *offprint_body_find_title (OffprintBody *self);

G_END_DECLS
