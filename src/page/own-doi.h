/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which of the DOIs in a page is its own.
 */

#pragma once

#include "body.h"

G_BEGIN_DECLS

/* (transfer full) (nullable) */
char *offprint_own_doi (OffprintBody *body);
/* in the addresses that a page has: its own, canonical, og:url; (transfer full) (nullable) */
char *offprint_own_doi_of_address (OffprintPage *page);

G_END_DECLS
