/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page that is read: a column of sections, each with a part of the work.
 */

#pragma once

#include <adwaita.h>

#include "work.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_WORK_PAGE (offprint_work_page_get_type ())
G_DECLARE_FINAL_TYPE (OffprintWorkPage, offprint_work_page, OFFPRINT, WORK_PAGE, AdwBin)

/* Properties: "work", "loading" */
void              offprint_work_page_set_work     (OffprintWorkPage *self,
                                                   OffprintWork     *work);
void              offprint_work_page_set_hurried  (OffprintWorkPage *self,
                                                   gboolean          hurried);
void              offprint_work_page_begin_find   (OffprintWorkPage *self);
OffprintRichText *offprint_work_page_get_abstract (OffprintWorkPage *self); /* the one shown; nullable */

G_END_DECLS
