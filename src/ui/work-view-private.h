/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the view's actions need of it.
 */

#pragma once

#include "citing.h"
#include "work-page.h"
#include "work-view.h"

G_BEGIN_DECLS

OffprintCiting   *offprint_work_view_get_citing      (OffprintWorkView *self);
OffprintWorkPage *offprint_work_view_get_page        (OffprintWorkView *self);
void              offprint_work_view_tell            (OffprintWorkView *self,
                                                      const char       *sentence);
void              offprint_work_view_open_identifier (OffprintWorkView *self,
                                                      const char       *identifier);
void              offprint_work_view_ask_refresh     (OffprintWorkView *self);
void              offprint_work_view_tell_edited     (OffprintWorkView *self);
/* shows the page of all works cited; @position: one of them, or G_MAXUINT */
void offprint_work_view_show_references (OffprintWorkView *self,
                                         guint             position);

void offprint_work_view_install_actions (GtkWidgetClass   *widget_class);
void offprint_work_view_update_actions  (OffprintWorkView *self);

G_END_DECLS
