/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file that somebody opened: whosever records it holds, or none.
 */

#include "parsers.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings = offprint_records_parse (bytes, "fuzz", NULL, &error);

  g_assert ((readings == NULL) == (error != NULL));
  return 0;
}
