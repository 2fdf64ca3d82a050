/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What adapters ask of a page: whose it is, and what stands in an element.
 */

#include "config.h"

#include "adapters.h"

#include <string.h>

static gboolean
is_host (const char *address,
         const char *host)
{
  g_autoptr (GUri) uri = address != NULL ? g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL) : NULL;
  const char *found = uri != NULL ? g_uri_get_host (uri) : NULL;
  gsize length = strlen (host);
  gsize own = found != NULL ? strlen (found) : 0;

  if (own < length || g_ascii_strcasecmp (found + own - length, host) != 0)
    return FALSE;
  return own == length || found[own - length - 1] == '.';
}

/**
 * offprint_adapter_is_at:
 * @page: a page
 * @host: a host: `arxiv.org`
 *
 * Returns: whether one of the page’s own addresses is on it, or on a host below it
 */
gboolean
offprint_adapter_is_at (OffprintPage *page,
                        const char   *host)
{
  return is_host (offprint_page_get_canonical (page), host) || is_host (offprint_page_get_url (page), host) ||
         is_host (offprint_page_get_meta (page, "og:url"), host);
}

/**
 * offprint_adapter_dup_class:
 * @page: a page
 * @class_name: a class
 *
 * Returns: (transfer full) (nullable): what the first element of that class says
 */
char *
offprint_adapter_dup_class (OffprintPage *page,
                            const char   *class_name)
{
  const OffprintTreeNode *node = offprint_tree_node_find (offprint_page_get_root (page), NULL, NULL, "class", class_name);

  return node != NULL ? offprint_tree_node_dup_text (node) : NULL;
}
