/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Between any parser and the builder: white space as a page has it, and blocks that
 * begin only when there is something to read in them.
 */

#pragma once

#include "rich-text.h"

G_BEGIN_DECLS

/* Lists within lists within lists; deeper ones join the last */
#define OFFPRINT_COLLECTOR_MAX_LISTS 8

typedef struct _OffprintCollector OffprintCollector;

OffprintCollector *offprint_collector_new        (void);
OffprintRichText  *offprint_collector_end        (OffprintCollector *self);
void               offprint_collector_break      (OffprintCollector *self);
void               offprint_collector_heading    (OffprintCollector *self);
void               offprint_collector_open_list  (OffprintCollector *self,
                                                  gboolean           is_ordered);
void               offprint_collector_close_list (OffprintCollector *self);
void               offprint_collector_item       (OffprintCollector *self);
void               offprint_collector_space      (OffprintCollector *self);
void               offprint_collector_text       (OffprintCollector *self,
                                                  const char        *text,
                                                  gssize             length,
                                                  OffprintRunFlags   flags,
                                                  const char        *href);
gboolean           offprint_collector_has_text   (OffprintCollector *self);

G_END_DECLS
