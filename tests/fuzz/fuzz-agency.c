/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The small answers in JSON: agencies, handles, PubMed, JaLC, Open Library. Each reader
 * gets every input, as each may get another’s answer.
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

static void
check_text (char   *text,
            GError *error)
{
  g_assert_true ((text == NULL) != (error == NULL));
  g_assert_true (g_utf8_validate (text != NULL ? text : error->message, -1, NULL));
  g_free (text);
  g_clear_error (&error);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (0);
  GError *error = NULL;
  OffprintReading *reading = NULL;
  char *text = NULL;

  text = offprint_agency_parse (bytes, "10.1/a", &error);
  check_text (text, g_steal_pointer (&error));
  text = offprint_handle_parse (bytes, "10/a", &error);
  check_text (text, g_steal_pointer (&error));
  text = offprint_pubmed_parse_doi (bytes, "1", &error);
  check_text (text, g_steal_pointer (&error));
  reading = offprint_pubmed_parse (bytes, NULL, at, &error);
  check (reading, g_steal_pointer (&error));
  reading = offprint_jalc_parse (bytes, NULL, at, &error);
  check (reading, g_steal_pointer (&error));
  reading = offprint_open_library_parse (bytes, NULL, at, &error);
  check (reading, g_steal_pointer (&error));
  return 0;
}
