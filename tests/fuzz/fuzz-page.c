/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page of any kind: what is read of it is a record, and the same when it is read again.
 */

#include "config.h"

#include <stdint.h>

#include "json-value.h"
#include "page.h"
#include "record.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static OffprintReading *
read_page (GBytes *bytes)
{
  g_autoptr (GDateTime) at = g_date_time_new_utc (2026, 11, 24, 20, 31, 0);
  g_autoptr (GError) error = NULL;
  OffprintReading *reading = offprint_page_read (bytes, NULL, "https://example.org/doi/10.5555/1", NULL, at, NULL, &error);

  g_assert_true ((reading == NULL) == (error != NULL));
  return reading;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (OffprintReading) reading = read_page (bytes);

  offprint_page_sniff (bytes);
  if (reading != NULL)
    {
      g_autoptr (JsonNode) root = offprint_json_wrap_object (offprint_json_copy_object (offprint_reading_get_record (reading)));
      g_autoptr (GError) error = NULL;

      if (!json_object_has_member (json_node_get_object (root), "id"))
        json_object_set_string_member (json_node_get_object (root), "id", "x");
      offprint_record_check (root, &error);
      g_assert_no_error (error);
    }
  return 0;
}
