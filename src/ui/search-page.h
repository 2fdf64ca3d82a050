/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the address is typed when the window is too narrow for a field in its header.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OFFPRINT_TYPE_SEARCH_PAGE (offprint_search_page_get_type ())
G_DECLARE_FINAL_TYPE (OffprintSearchPage, offprint_search_page, OFFPRINT, SEARCH_PAGE, AdwNavigationPage)

/* Signals "submit" (const char *) and "dismiss", as of the address field */
OffprintSearchPage *offprint_search_page_new   (void);
void                offprint_search_page_begin (OffprintSearchPage *self,
                                                const char         *address);

G_END_DECLS
