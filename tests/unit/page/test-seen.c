/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The time at which a page was got stands at what changes, in all ways to a record.
 */

#include "config.h"

#include "expect-record.h"
#include "page.h"
#include "seen.h"

static void
test_stamp (void)
{
  static const RecordFact facts[] = {
    { OWN "/access/seen", "\"2026-11-24T20:31:00Z\"" },
    { OWN "/counts/accesses/seen", "\"2026-11-24T20:31:00Z\"" },
    { OWN "/counts/citations/seen", "\"2020-01-01T00:00:00Z\"" },
    { "/seen", NULL },
  };
  g_autoptr (JsonNode) node = json_from_string ("{\"custom\":{\"offprint\":{\"access\":{\"state\":\"preview\"},\"counts\":{\"accesses\":{\"value\":1},"
                                                "\"citations\":{\"value\":2,\"seen\":\"2020-01-01T00:00:00Z\"}}}}}",
                                                NULL);
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 ("2026-11-24T21:31:00.5+01:00", NULL);
  g_autoptr (JsonObject) none = json_object_new ();

  offprint_seen_stamp (json_node_get_object (node), at);
  offprint_seen_stamp (json_node_get_object (node), NULL);
  expect_facts (json_node_get_object (node), facts, G_N_ELEMENTS (facts));
  offprint_seen_stamp (none, at);
  g_assert_cmpuint (json_object_get_size (none), ==, 0);
}

static void
test_page (gconstpointer data)
{
  static const RecordFact facts[] = {
    { "/DOI", "\"10.1007/978-3-16-148410-0_4\"" },
    { OWN "/access/seen", "\"2026-11-24T20:31:00Z\"" },
    { OWN "/counts/accesses", "{\"value\":1234,\"seen\":\"2026-11-24T20:31:00Z\"}" },
  };
  g_autoptr (GBytes) bytes = expect_data (data);
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 ("2026-11-24T20:31:00Z", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintReading) reading = offprint_page_read (bytes, NULL, NULL, data, at, NULL, &error);

  g_assert_no_error (error);
  expect_facts (offprint_reading_get_record (reading), facts, G_N_ELEMENTS (facts));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seen/stamp", test_stamp);
  g_test_add_data_func ("/seen/html", "chapter.html", test_page);
  g_test_add_data_func ("/seen/text", "chapter.txt", test_page);

  return g_test_run ();
}
