/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All works cited, with a search among them.
 */

#pragma once

#include <adwaita.h>

#include "work.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_REFERENCES_PAGE (offprint_references_page_get_type ())
G_DECLARE_FINAL_TYPE (OffprintReferencesPage, offprint_references_page, OFFPRINT, REFERENCES_PAGE, AdwNavigationPage)

AdwNavigationPage *offprint_references_page_new       (OffprintWork           *work);
void               offprint_references_page_show_work (OffprintReferencesPage *self,
                                                       guint                   position);

G_END_DECLS
