/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Anything may come from a registry's address: no crash, no warning, no leak, and a
 * record of its book part and all.
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
  g_autoptr (GError) list_error = NULL;
  g_autoptr (OffprintReading) reading = offprint_crossref_parse (bytes, OFFPRINT_READING_ABOUT_WORK, NULL, NULL, &error);
  g_autoptr (GPtrArray) readings = offprint_crossref_parse_list (bytes, NULL, NULL, &list_error);

  if (reading != NULL)
    {
      g_autoptr (JsonObject) part = offprint_crossref_book_part (offprint_reading_get_record (reading));

      g_assert (part != NULL);
    }
  return 0;
}
