/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the view's actions need of it.
 */

#pragma once

#include "citing.h"
#include "work-page.h"
#include "work-view.h"

G_BEGIN_DECLS

OffprintCiting   *offprint_work_view_get_citing (OffprintWorkView *self);
OffprintWorkPage *offprint_work_view_get_page   (OffprintWorkView *self);
void              offprint_work_view_tell       (OffprintWorkView *self,
                                                 const char       *sentence);
/* @undo: called with the view, takes it back */
void offprint_work_view_tell_with_undo  (OffprintWorkView *self,
                                         const char       *sentence,
                                         GCallback         undo);
void offprint_work_view_open_identifier (OffprintWorkView *self,
                                         const char       *identifier);
void offprint_work_view_ask_refresh     (OffprintWorkView *self);
void offprint_work_view_tell_edited     (OffprintWorkView *self);
void offprint_work_view_open_form       (OffprintWorkView *self);
/* shows the page of all works cited; @position: one of them, or G_MAXUINT */
void offprint_work_view_show_references (OffprintWorkView *self,
                                         guint             position);

/* may be NULL; what leads out of the view */
GSettings *offprint_work_view_get_settings  (OffprintWorkView *self);
char      *offprint_work_view_dup_address   (OffprintWork     *work);
void       offprint_work_view_install_links (GtkWidgetClass   *widget_class);
gboolean   offprint_work_view_can_follow    (OffprintWorkView *self,
                                             const char       *action);

void offprint_work_view_install_notes (GtkWidgetClass *widget_class);

void offprint_work_view_install_actions (GtkWidgetClass   *widget_class);
void offprint_work_view_update_actions  (OffprintWorkView *self);

G_END_DECLS
