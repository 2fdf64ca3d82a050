/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searching ten thousand styles while somebody types.
 */

#pragma once

#include <gtk/gtk.h>

#include "styles.h"

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_STYLE_SECTION_RECENT,
  OFFPRINT_STYLE_SECTION_BEST, /* titles that begin as what is typed */
  OFFPRINT_STYLE_SECTION_ALL,  /* all others */
} OffprintStyleSection;

#define OFFPRINT_TYPE_STYLE_SEARCH (offprint_style_search_get_type ())
G_DECLARE_FINAL_TYPE (OffprintStyleSearch, offprint_style_search, OFFPRINT, STYLE_SEARCH, GObject)

/* Property "searching": gboolean */
OffprintStyleSearch *offprint_style_search_new (OffprintStyleCatalog *catalog,
                                                const char *const    *recent);
/* in sections; the items are for offprint_style_search_dup_info */
GListModel          *offprint_style_search_get_results  (OffprintStyleSearch *self);
OffprintStyleInfo   *offprint_style_search_dup_info     (OffprintStyleSearch *self,
                                                         gpointer             item);
OffprintStyleSection offprint_style_search_get_section  (OffprintStyleSearch *self,
                                                         guint                position);
void                 offprint_style_search_set_text     (OffprintStyleSearch *self,
                                                         const char          *text);
gboolean             offprint_style_search_is_searching (OffprintStyleSearch *self);
/* brings the search to its end at once */
void offprint_style_search_finish (OffprintStyleSearch *self);
/* lets more rows be seen: FALSE if all are */
gboolean offprint_style_search_grow (OffprintStyleSearch *self);

G_END_DECLS
