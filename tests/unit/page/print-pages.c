/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * print-pages FILE… - prints what is read of each page, as a JSON array of records; the
 * errors go to the other stream.
 */

#include "config.h"

#include <stdio.h>

#include "json-value.h"
#include "page.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (JsonArray) records = json_array_new ();
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 ("2026-11-24T20:31:00Z", NULL);
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *contents = NULL;
      g_autofree char *name = g_path_get_basename (argv[i]);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (OffprintReading) reading = NULL;
      gsize length = 0;

      if (g_file_get_contents (argv[i], &contents, &length, &error))
        {
          bytes = g_bytes_new (contents, length);
          reading = offprint_page_read (bytes, NULL, NULL, name, at, NULL, &error);
        }
      if (reading != NULL)
        json_array_add_object_element (records, json_object_ref (offprint_reading_get_record (reading)));
      else
        g_printerr ("%s: %s\n", name, error->message);
      if (reading == NULL)
        json_array_add_null_element (records);
    }
  root = json_node_new (JSON_NODE_ARRAY);
  json_node_set_array (root, records);
  text = json_to_string (root, TRUE);
  puts (text); /* as it is: not in the charset of the locale */
  return 0;
}
