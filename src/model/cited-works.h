/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The works that a text cites, made ready to be found in its notes.
 */

#pragma once

#include "parts.h"

G_BEGIN_DECLS

typedef struct _OffprintCitedWorks OffprintCitedWorks;

OffprintCitedWorks *offprint_cited_works_new  (GListModel         *references);
void                offprint_cited_works_free (OffprintCitedWorks *self);
/* @text with its addresses, identifiers and works cited as links: (transfer full) */
OffprintRichText *offprint_cited_works_link (OffprintCitedWorks *self,
                                             OffprintRichText   *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintCitedWorks, offprint_cited_works_free)

G_END_DECLS
