/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text of pages: nothing, or a record of the right shape.
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
  JsonObject *record = offprint_page_read_plain ((const char *) data, size);

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
