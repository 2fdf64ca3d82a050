/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints the records of all files of folders as one JSON array, for the validator of
 * the schema, which is Python's.
 */

#include "config.h"

#include <stdio.h>

#include "records-support.h"

static void
print_folder (const char *folder,
              JsonArray  *records)
{
  g_autoptr (GPtrArray) names = support_list (folder);

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GBytes) bytes = support_load (folder, names->pdata[i]);
      g_autoptr (GPtrArray) readings = offprint_records_parse (bytes, names->pdata[i], NULL, NULL);

      for (guint j = 0; readings != NULL && j < readings->len; j++)
        {
          JsonObject *record = offprint_reading_get_record (readings->pdata[j]);

          if (!json_object_has_member (record, "id")) /* a work gives it one */
            json_object_set_string_member (record, "id", names->pdata[i]);
          json_array_add_object_element (records, json_object_ref (record));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  g_autofree char *text = NULL;

  json_node_take_array (node, json_array_new ());
  for (int i = 1; i < argc; i++)
    if (g_file_test (argv[i], G_FILE_TEST_IS_DIR))
      print_folder (argv[i], json_node_get_array (node));
  text = json_to_string (node, FALSE);
  puts (text);
  return 0;
}
