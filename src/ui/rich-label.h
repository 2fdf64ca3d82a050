/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rich text on the screen: selectable, with its italics and links.
 */

#pragma once

#include <adwaita.h>

#include "rich-text.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_RICH_LABEL (offprint_rich_label_get_type ())
G_DECLARE_FINAL_TYPE (OffprintRichLabel, offprint_rich_label, OFFPRINT, RICH_LABEL, AdwBin)

/* Properties: "text" (OffprintRichText, nullable), "label" (GtkLabel), "heading-level", "has-links", "line-height" */
GtkWidget *offprint_rich_label_new       (void);
void       offprint_rich_label_set_text  (OffprintRichLabel *self,
                                          OffprintRichText  *text);
void       offprint_rich_label_set_plain (OffprintRichLabel *self,
                                          const char        *text);
GtkLabel  *offprint_rich_label_get_label (OffprintRichLabel *self);

/* the characters that such a label shows, for searching what is not shown */
char *offprint_rich_label_dup_shown (OffprintRichText *text);

G_END_DECLS
