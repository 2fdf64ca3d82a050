/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A publisher’s page to a reading. Only the interface that adapters keep stands
 * here yet: which pages one knows, and how it reads them.
 */

#pragma once

#include "reading.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_PAGE_ADAPTER (offprint_page_adapter_get_type ())
G_DECLARE_INTERFACE (OffprintPageAdapter, offprint_page_adapter, OFFPRINT, PAGE_ADAPTER, GObject)

struct _OffprintPageAdapterInterface
{
  GTypeInterface parent;

  gboolean (*matches) (OffprintPageAdapter *self, const char *url, GBytes *page);
  OffprintReading *(*read) (OffprintPageAdapter *self, const char *url, GBytes *page, GDateTime *at, GError **error);
};

gboolean offprint_page_adapter_matches (OffprintPageAdapter *self,
                                        const char *url, /* nullable: a saved file */
                                        GBytes *page);
OffprintReading *offprint_page_adapter_read (OffprintPageAdapter  *self,
                                             const char           *url,
                                             GBytes               *page,
                                             GDateTime            *at,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
