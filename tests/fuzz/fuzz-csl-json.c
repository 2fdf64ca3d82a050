/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * CSL-JSON: records or an error, and whatever was read can be written in every format.
 */

#include "config.h"

#include "formats.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonArray) records = offprint_csl_json_read (bytes, "fuzz.json", &error);

  g_assert_true ((records == NULL) == (error != NULL));
  for (guint i = 0; records != NULL && i < OFFPRINT_N_FORMATS; i++)
    {
      g_autofree char *text = offprint_format_write (i, records, &error);

      g_assert_no_error (error);
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
  return 0;
}
