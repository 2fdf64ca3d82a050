/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Catalogues’ MARCXML: whatever comes is a record that its schema accepts, or an error.
 */

#include "config.h"

#include "questions.h"
#include "record.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
check (OffprintReading *reading,
       GError          *error)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) fault = NULL;

  g_assert_true ((reading == NULL) != (error == NULL));
  if (reading == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_error_free (error);
      return;
    }
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_set_object (node, offprint_reading_get_record (reading));
  if (!json_object_has_member (offprint_reading_get_record (reading), "id"))
    json_object_set_string_member (offprint_reading_get_record (reading), "id", "fuzz");
  offprint_record_check (node, &fault);
  g_assert_no_error (fault);
  g_object_unref (reading);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (0);
  GError *error = NULL;
  OffprintReading *reading = offprint_k10plus_parse (bytes, "9783406568442", NULL, at, &error);

  check (reading, error);
  return 0;
}
