/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Web archives: a page no larger than the archive, or an error.
 */

#include "config.h"

#include "layers.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autofree char *type = NULL;
  g_autofree char *url = NULL;
  g_autoptr (GBytes) page = offprint_page_unpack_mhtml (bytes, &type, &url, &error);

  g_assert_true ((page == NULL) == (error != NULL));
  if (page != NULL)
    g_assert_cmpuint (g_bytes_get_size (page), <=, size + 16);

  return 0;
}
