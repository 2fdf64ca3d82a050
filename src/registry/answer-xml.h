/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Untrusted XML to a tree that cannot hurt, and looking into it without caring for
 * namespaces.
 */

#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

xmlDoc *offprint_xml_parse (GBytes  *bytes,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* the first, or the next after @previous, child element of that local name; nullable */
xmlNode *offprint_xml_get_child (xmlNode    *parent,
                                 const char *name,
                                 xmlNode    *previous);
/* an element anywhere below; nullable */
xmlNode *offprint_xml_find (xmlNode    *parent,
                            const char *name);
/* clean, one line; nullable if there is none */
char *offprint_xml_dup_text      (xmlNode    *element);
char *offprint_xml_dup_child     (xmlNode    *parent,
                                  const char *name);
char *offprint_xml_dup_attribute (xmlNode    *element,
                                  const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
