/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The citation that is shown and copied: the work, in the style and language that
 * the settings name. Card, bar and actions all ask this one object.
 */

#pragma once

#include <gio/gio.h>

#include "citer.h"
#include "style-previews.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_CITING (offprint_citing_get_type ())
G_DECLARE_FINAL_TYPE (OffprintCiting, offprint_citing, OFFPRINT, CITING, GObject)

/* Properties: "work", "settings", "catalog" (rw), "style-title", "citation", "in-text",
 * "error" (nullable: why the style could not be used), read-only */
OffprintCiting       *offprint_citing_new             (void);
OffprintWork         *offprint_citing_get_work        (OffprintCiting *self); /* nullable */
GSettings            *offprint_citing_get_settings    (OffprintCiting *self); /* nullable */
OffprintStyleCatalog *offprint_citing_get_catalog     (OffprintCiting *self); /* nullable */
OffprintRichText     *offprint_citing_get_citation    (OffprintCiting *self); /* nullable */
OffprintRichText     *offprint_citing_get_in_text     (OffprintCiting *self); /* nullable */
const char           *offprint_citing_get_style_title (OffprintCiting *self); /* nullable */
const char           *offprint_citing_get_error       (OffprintCiting *self); /* nullable */
OffprintCiter        *offprint_citing_get_citer       (OffprintCiting *self); /* nullable: what cites */
/* the work in all other styles, and in the language that is chosen; NULL without a catalog */
OffprintStylePreviews *offprint_citing_get_previews (OffprintCiting *self);
/* every flavour of what is shown, (element-type OffprintFlavour); NULL if there is nothing yet */
GPtrArray *offprint_citing_dup_flavours (OffprintCiting   *self,
                                         OffprintCiteMode  mode);
void       offprint_citing_set_work     (OffprintCiting   *self,
                                         OffprintWork     *work);
/* likewise of the in-text form with what @form adds */
GPtrArray        *offprint_citing_dup_form_flavours (OffprintCiting          *self,
                                                     const OffprintCiteForm  *form);
OffprintRichText *offprint_citing_dup_form          (OffprintCiting          *self,
                                                     const OffprintCiteForm  *form,
                                                     GError                 **error);
/* writes the setting, and remembers the style among the recent ones */
void offprint_citing_choose_style (OffprintCiting *self,
                                   const char     *name);

gboolean offprint_citing_is_favourite  (OffprintCiting *self,
                                        const char     *name);
void     offprint_citing_set_favourite (OffprintCiting *self,
                                        const char     *name,
                                        gboolean        is_favourite);

G_END_DECLS
