/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One window: the library at the side, the work in the middle, the address above.
 */

#pragma once

#include <adwaita.h>

#include "services.h"
#include "visit.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_WINDOW (offprint_window_get_type ())
G_DECLARE_FINAL_TYPE (OffprintWindow, offprint_window, OFFPRINT, WINDOW, AdwApplicationWindow)

/* Construct-only property "services". */
OffprintWindow   *offprint_window_new          (GtkApplication   *application,
                                                OffprintServices *services);
OffprintServices *offprint_window_get_services (OffprintWindow   *self);
OffprintWork     *offprint_window_get_work     (OffprintWindow   *self); /* nullable: what is read now */
void              offprint_window_go_to        (OffprintWindow   *self,
                                                OffprintVisit    *visit);
void              offprint_window_open_text    (OffprintWindow   *self,
                                                const char       *text);
/* FALSE: all of them were styles, which are installed, and the window stays where it is */
gboolean offprint_window_open_files  (OffprintWindow *self,
                                      GPtrArray      *files);
void     offprint_window_show_sample (OffprintWindow *self);
void     offprint_window_add_toast   (OffprintWindow *self,
                                      AdwToast       *toast);
/* something that the reader did not do: it gives way to what they do */
void offprint_window_add_offer    (OffprintWindow *self,
                                   AdwToast       *toast);
void offprint_window_present_soon (OffprintWindow *self);
void offprint_window_save_state   (OffprintWindow *self);

G_END_DECLS
