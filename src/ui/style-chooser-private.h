/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the dialog share: style-chooser.c (searching and choosing) and
 * style-chooser-rows.c (what its rows show).
 */

#pragma once

#include "style-chooser.h"

#include "picker.h"
#include "style-row.h"
#include "style-search.h"

G_BEGIN_DECLS

struct _OffprintStyleChooser
{
  AdwDialog parent_instance;

  /* Owned */
  OffprintCiting *citing;
  OffprintStyleSearch *search;
  OffprintStylePreviews *previews;
  char *current;    /* name of the style that is used now */
  char *searched;   /* what has been searched for last */
  GPtrArray *shown; /* borrowed: the list items that are bound */

  gboolean filling;
  gboolean is_entered; /* by the focus */
  guint growing;       /* a tick callback */
  guint wanting;       /* an idle source */

  /* Template children */
  GtkSearchEntry *entry;
  OffprintPicker *field;
  OffprintPicker *format;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkWidget *scroller;
  GtkListView *view;
  GtkAdjustment *adjustment;
  GtkSingleSelection *selection;
  GtkWidget *unfilter;
  GtkMenuButton *more;
  GMenuModel *styles_menu;
  OffprintPicker *language;
};

/* style-chooser.c */
void offprint_style_chooser_prefer (OffprintStyleChooser *self);
void offprint_style_chooser_tell   (OffprintStyleChooser *self,
                                    const char           *sentence);

/* style-chooser-rows.c */
void offprint_style_chooser_want_previews      (OffprintStyleChooser *self);
void offprint_style_chooser_renew_previews     (OffprintStyleChooser *self);
void offprint_style_chooser_preview_ready      (OffprintStyleChooser *self,
                                                const char           *style);
void offprint_style_chooser_toggle_favourite   (OffprintStyleChooser *self,
                                                OffprintStyleInfo    *info);
void offprint_style_chooser_bind_row_callbacks (GtkWidgetClass       *widget_class);

G_END_DECLS
