/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page, parsed once: its tree, its meta tags and its addresses, for all the layers
 * that read it.
 */

#pragma once

#include <json-glib/json-glib.h>

#include "tree.h"

G_BEGIN_DECLS

typedef struct _OffprintPage OffprintPage;

typedef struct
{
  const char *name; /* lower case: "citation_title", "dc.identifier", "og:title" */
  const char *content;
} OffprintPageMeta;

OffprintPage           *offprint_page_new           (GBytes        *bytes,
                                                     const char    *content_type,
                                                     const char    *url,
                                                     GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void                    offprint_page_free          (OffprintPage  *self);
const OffprintTreeNode *offprint_page_get_root      (OffprintPage  *self);
const char             *offprint_page_get_url       (OffprintPage  *self); /* nullable */
const char             *offprint_page_get_canonical (OffprintPage  *self); /* nullable */
/* all in their order, those of <meta property> and itemprop too */
const OffprintPageMeta *offprint_page_get_metas (OffprintPage *self,
                                                 gsize        *n);
/* the elements themselves: scripts that have a text; meta with all attributes */
const OffprintTreeNode *const *offprint_page_get_scripts    (OffprintPage *self,
                                                             gsize        *n);
const OffprintTreeNode *const *offprint_page_get_meta_nodes (OffprintPage *self,
                                                             gsize        *n);
/* the first of that name that is not empty; nullable */
const char *offprint_page_get_meta (OffprintPage *self,
                                    const char   *name);
/* an absolute http or https address; NULL if it is none or not safe */
char *offprint_page_resolve (OffprintPage *self,
                             const char   *href);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintPage, offprint_page_free)

G_END_DECLS
