/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The library at the side: what was read, newest first.
 */

#pragma once

#include <adwaita.h>

#include "store.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_SIDEBAR (offprint_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (OffprintSidebar, offprint_sidebar, OFFPRINT, SIDEBAR, AdwBin)

/* Signals:
 *   "open"   (OffprintHistoryEntry *)
 *   "remove" (OffprintHistoryEntry *) */
GtkWidget     *offprint_sidebar_new             (void);
void           offprint_sidebar_set_store       (OffprintSidebar *self,
                                                 OffprintStore   *store);
GtkMenuButton *offprint_sidebar_get_menu_button (OffprintSidebar *self);
/* alone on the screen, without the address field beside it */
void offprint_sidebar_set_folded  (OffprintSidebar *self,
                                   gboolean         folded);
void offprint_sidebar_set_current (OffprintSidebar *self,
                                   const char      *work_id);

G_END_DECLS
