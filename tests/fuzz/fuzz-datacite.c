/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * DataCite's answers, and whatever comes instead of them.
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
  g_autoptr (OffprintReading) reading = offprint_datacite_parse (bytes, NULL, NULL, &error);

  g_assert ((reading == NULL) == (error != NULL));
  return 0;
}
