/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stands in for readers that are not there yet.
 */

#include "config.h"

#include "layers.h"

#include "page.h"

GBytes *
offprint_page_unpack_mhtml (GBytes  *bytes,
                            char   **content_type,
                            char   **url,
                            GError **error)
{
  g_set_error_literal (error, OFFPRINT_PAGE_ERROR, OFFPRINT_PAGE_ERROR_BROKEN, "Web archives are not read yet");
  return NULL;
}
