/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of the history of a work, and through its file.
 */

#include "config.h"

#include "store.h"

static void
test_row (void)
{
  g_autoptr (JsonNode) node = json_from_string ("{\"id\":\"10.1000/1\",\"type\":\"chapter\",\"DOI\":\"10.1000/1\",\"title\":\"RETRACTED: On <i>X</i>\",\"issued\":{\"date-parts\":[[2024]]},"
                                                "\"author\":[{\"family\":\"Doe\"},{\"family\":\"Roe\"},{\"family\":\"Poe\"}]}",
                                                NULL);
  g_autoptr (OffprintWork) work = offprint_work_new_from_json (node, NULL);
  g_autoptr (OffprintHistoryEntry) entry = offprint_history_entry_new_for_work (work);
  g_autoptr (JsonNode) written = offprint_history_entry_to_json (entry);
  g_autoptr (OffprintHistoryEntry) again = offprint_history_entry_new_from_json (written);
  OffprintHistoryEntry *both[] = { entry, again };

  for (gsize i = 0; i < G_N_ELEMENTS (both); i++)
    {
      g_assert_cmpstr (offprint_history_entry_get_id (both[i]), ==, "10.1000/1");
      g_assert_cmpstr (offprint_history_entry_get_doi (both[i]), ==, "10.1000/1");
      g_assert_cmpstr (offprint_history_entry_get_title (both[i]), ==, "RETRACTED: On X");
      g_assert_cmpstr (offprint_history_entry_get_detail (both[i]), ==, "Doe, Roe… · 2024");
      g_assert_cmpstr (offprint_history_entry_get_state (both[i]), ==, "Retracted");
      g_assert_cmpint (offprint_history_entry_get_severity (both[i]), ==, OFFPRINT_SEVERITY_RETRACTION);
    }
}

static void
test_broken (void)
{
  static const char *const broken[] = { "[]", "{}", "7", "{\"id\":7,\"title\":\"x\"}", "{\"id\":\"a\"}" };

  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (broken[i], NULL);

      g_assert_null (offprint_history_entry_new_from_json (node));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history-entry/row", test_row);
  g_test_add_func ("/history-entry/broken", test_broken);

  return g_test_run ();
}
