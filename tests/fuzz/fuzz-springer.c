/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Springer’s pages, cut up: nothing, or a record of the right shape.
 */

#include "config.h"

#include "json-value.h"
#include "layers.h"
#include "record.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (OffprintPage) page = offprint_page_new (bytes, NULL, "https://link.springer.com/chapter/10.1007/1", NULL);
  JsonObject *record = NULL;

  if (page == NULL)
    return 0;
  offprint_page_springer.matches (page);
  record = offprint_page_springer.is_part (page) ? NULL : offprint_page_springer.read (page);
  if (record != NULL)
    {
      g_autoptr (JsonNode) node = NULL;
      g_autoptr (GError) error = NULL;

      json_object_set_string_member (record, "id", "fuzz");
      node = offprint_json_wrap_object (record);
      if (!offprint_record_check (node, &error))
        g_error ("%s", error->message);
    }

  return 0;
}
