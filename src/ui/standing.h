/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a work stands: “In Book, edited by … Publisher, Place, 2022. Pages 1–20.”
 */

#pragma once

#include "work.h"

G_BEGIN_DECLS

/* Pango mark-up; the book's title is a link if its DOI is known. NULL if nothing is known. */
char *offprint_standing_dup_markup (OffprintWork *work);
/* the same without links and italics */
char *offprint_standing_dup_text (OffprintWork *work);

G_END_DECLS
