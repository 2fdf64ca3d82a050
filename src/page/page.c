/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The promise that an adapter for a publisher's site keeps. The adapters come later;
 * the registry's landing pages and the window's import are written against this.
 */

#include "config.h"

#include "page.h"

G_DEFINE_INTERFACE (OffprintPageAdapter, offprint_page_adapter, G_TYPE_OBJECT)

static void
offprint_page_adapter_default_init (OffprintPageAdapterInterface *iface)
{
}

/**
 * offprint_page_adapter_matches:
 * @self: an adapter
 * @url: (nullable): where the page came from; `NULL` for a saved file
 * @page: the page as it came
 *
 * Whether the adapter knows this kind of page. Looks, does not read: cheap.
 *
 * Returns: `TRUE` if offprint_page_adapter_read() is worth a try
 */
gboolean
offprint_page_adapter_matches (OffprintPageAdapter *self,
                               const char          *url,
                               GBytes              *page)
{
  g_return_val_if_fail (OFFPRINT_IS_PAGE_ADAPTER (self), FALSE);
  g_return_val_if_fail (page != NULL, FALSE);

  return OFFPRINT_PAGE_ADAPTER_GET_IFACE (self)->matches (self, url, page);
}

/**
 * offprint_page_adapter_read:
 * @self: an adapter that matches the page
 * @url: (nullable): where the page came from; `NULL` for a saved file
 * @page: the page as it came, not to be trusted
 * @at: when it was fetched or saved
 * @error: return location for an error of the adapter's domain
 *
 * Reads what the page says of its work. May be called from any thread.
 *
 * Returns: (transfer full): the reading, or `NULL` with @error set
 */
OffprintReading *
offprint_page_adapter_read (OffprintPageAdapter  *self,
                            const char           *url,
                            GBytes               *page,
                            GDateTime            *at,
                            GError              **error)
{
  g_return_val_if_fail (OFFPRINT_IS_PAGE_ADAPTER (self), NULL);
  g_return_val_if_fail (page != NULL, NULL);
  g_return_val_if_fail (at != NULL, NULL);

  return OFFPRINT_PAGE_ADAPTER_GET_IFACE (self)->read (self, url, page, at, error);
}
