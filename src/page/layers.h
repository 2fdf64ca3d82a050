/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a page is read: in layers, each useful alone. A layer says what it found in a
 * record of its own and leaves alone what it does not know; page.c lets the most
 * exact one speak first: a site’s adapter, JSON-LD, the meta tags, what any page has.
 */

#pragma once

#include "document.h"

G_BEGIN_DECLS

/* A layer: NULL if the page has nothing for it; (transfer full) a record otherwise */
JsonObject *offprint_page_read_highwire   (OffprintPage *page); /* citation_* */
JsonObject *offprint_page_read_dublin     (OffprintPage *page); /* dc.*, dcterms.*, prism.*, eprints.* */
JsonObject *offprint_page_read_json_ld    (OffprintPage *page);
JsonObject *offprint_page_read_data_layer (OffprintPage *page);
JsonObject *offprint_page_read_body       (OffprintPage *page); /* what any page shows: headings, sections, microdata, Open Graph */

/* What is known of one publisher’s site */
typedef struct
{
  const char *name;                         /* of the site, for the log */
  gboolean (*matches) (OffprintPage *page); /* looks, does not read: cheap */
  JsonObject *(*read) (OffprintPage *page); /* as a layer */
  gboolean (*is_part) (OffprintPage *page); /* nullable: a figure’s or table’s page, which is no work */
} OffprintPageAdapter;

extern const OffprintPageAdapter offprint_page_springer;

/* the text of a page, saved or pasted: what its headings carry; NULL if it is none */
JsonObject *offprint_page_read_plain (const char *text,
                                      gsize       length);
/* the HTML in a web archive; @content_type and @url: (out) (transfer full) (nullable) */
GBytes *offprint_page_unpack_mhtml (GBytes  *bytes,
                                    char   **content_type,
                                    char   **url,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
