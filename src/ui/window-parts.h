/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window is made of, for the files that together are the window: its class
 * (window.c), the place that it shows (window-place.c), how it folds (window-folding.c)
 * and how it first appears (window-appear.c). Nobody else includes this.
 */

#pragma once

#include "address-entry.h"
#include "choice-list.h"
#include "search-page.h"
#include "sidebar.h"
#include "state-bar.h"
#include "state-page.h"
#include "window-private.h"

G_BEGIN_DECLS

struct _OffprintWindow
{
  AdwApplicationWindow parent_instance;

  /* Template children */
  AdwToastOverlay *toasts;
  AdwNavigationSplitView *split;
  AdwNavigationView *pages;
  AdwNavigationPage *content_page;
  OffprintSidebar *sidebar;
  OffprintAddressEntry *address;
  GtkLabel *search_label;
  GtkWidget *search_button;
  GtkWidget *back_button;
  GtkWidget *forward_place;
  GtkWidget *forward_button;
  GtkWidget *pane_button;
  GtkMenuButton *menu_button;
  GtkWidget *offline_button;
  OffprintStateBar *state_bar;
  GtkStack *stack;
  OffprintWorkView *work_view;
  GtkWidget *progress;
  GtkWidget *asking;
  GtkLabel *asking_label;

  /* Children made at need; NULL before */
  OffprintStatePage *state_page;
  OffprintChoiceList *choice_list;
  OffprintSearchPage *search_page;

  /* Owned */
  OffprintServices *services;
  OffprintTrail *trail;
  GSignalGroup *visit_signals;
  guint patience_id; /* the source that ends the wait for a first work */
};

/* puts the place on the screen that the reader is at; may be called as often as anything changes */
void offprint_window_show_place  (OffprintWindow *self);
void offprint_window_trail_moved (OffprintWindow *self);

void offprint_window_bind_folding (GtkWidgetClass *widget_class);

void offprint_window_appear_in_parts (OffprintWindow *self);
void offprint_window_restore_size    (OffprintWindow *self,
                                      GSettings      *settings);

G_END_DECLS
