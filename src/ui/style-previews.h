/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a work looks in styles that nobody has chosen yet.
 */

#pragma once

#include "styles.h"
#include "work.h"

G_BEGIN_DECLS

typedef struct
{
  char *markup; /* of Pango; NULL: the style cannot be used */
  char *plain;  /* what it says, or why it cannot */
} OffprintStylePreview;

/* Signal "ready" (const char *): the preview in the style of that name is there */
#define OFFPRINT_TYPE_STYLE_PREVIEWS (offprint_style_previews_get_type ())
G_DECLARE_FINAL_TYPE (OffprintStylePreviews, offprint_style_previews, OFFPRINT, STYLE_PREVIEWS, GObject)

OffprintStylePreviews *offprint_style_previews_new (OffprintStyleCatalog *catalog);
/* forgets all if one of them is another; @work and @locale: nullable */
void offprint_style_previews_set_work (OffprintStylePreviews *self,
                                       OffprintWork          *work,
                                       const char            *locale);
/* (nullable): NULL until it is made; borrowed until the next turn of the main loop */
const OffprintStylePreview *offprint_style_previews_get (OffprintStylePreviews *self,
                                                         const char            *style);
/* the names of those on the screen, from above: no others are made from now on */
void offprint_style_previews_want (OffprintStylePreviews *self,
                                   GPtrArray             *names);

G_END_DECLS
