/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searching ten thousand styles while somebody types.
 */

#pragma once

#include <gtk/gtk.h>

#include "style-rank.h"
#include "style-slot.h"
#include "styles.h"

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_STYLE_SECTION_FAVOURITES,
  OFFPRINT_STYLE_SECTION_RECENT,
  OFFPRINT_STYLE_SECTION_BEST, /* what is most likely meant by what is typed */
  OFFPRINT_STYLE_SECTION_ALL,  /* all others */
  OFFPRINT_N_STYLE_SECTIONS
} OffprintStyleSection;

/* A GListModel and GtkSectionModel of OffprintStyleSlot: what is found, as far as it has grown.
 * Property "searching": gboolean */
#define OFFPRINT_TYPE_STYLE_SEARCH (offprint_style_search_get_type ())
G_DECLARE_FINAL_TYPE (OffprintStyleSearch, offprint_style_search, OFFPRINT, STYLE_SEARCH, GObject)

/* @styles: of OffprintStyleInfo, by title */
OffprintStyleSearch *offprint_style_search_new (GListModel *styles);
/* the names of those that stand first; what is shown stays until the next search */
void                 offprint_style_search_set_preferred (OffprintStyleSearch      *self,
                                                          const char *const        *favourites,
                                                          const char *const        *recent);
void                 offprint_style_search_set_query     (OffprintStyleSearch      *self,
                                                          const OffprintStyleQuery *query);
OffprintStyleSection offprint_style_search_get_section   (OffprintStyleSearch      *self,
                                                          guint                     position);
gboolean             offprint_style_search_is_searching  (OffprintStyleSearch      *self);
/* brings the search to its end at once */
void offprint_style_search_finish (OffprintStyleSearch *self);
/* lets more rows be seen: FALSE if all are */
gboolean offprint_style_search_grow (OffprintStyleSearch *self);

G_END_DECLS
