/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a page says of getting the work; design/record.md: times are UTC.
 */

#include "config.h"

#include "work.h"

static OffprintWork *
new_work (const char *own)
{
  g_autofree char *json = g_strdup_printf ("{\"id\":\"a\",\"type\":\"chapter\",\"title\":\"T\",\"custom\":{\"offprint\":{\"version\":1%s}}}", own);
  g_autoptr (JsonNode) node = json_from_string (json, NULL);

  return offprint_work_new_from_json (node, NULL);
}

static void
test_full (void)
{
  g_autoptr (OffprintWork) work = new_work (",\"access\":{\"state\":\"preview\",\"seen\":\"2026-11-24T20:31:00Z\",\"remarks\":[\"One\",\"Two\"],\"institution\":\"https://log-in\"},"
                                            "\"links\":[{\"rel\":\"landing\",\"url\":\"https://page\"},{\"rel\":\"institutional-subscriptions\",\"url\":\"https://s\"},{\"rel\":\"landing\",\"url\":\"https://other\"}]");
  g_auto (GStrv) remarks = offprint_work_dup_access_remarks (work);
  g_autoptr (GDateTime) seen = offprint_work_dup_access_seen (work);

  g_assert_cmpstr (offprint_work_get_access_state (work), ==, "preview");
  g_assert_cmpuint (g_strv_length (remarks), ==, 2);
  g_assert_cmpstr (remarks[1], ==, "Two");
  g_assert_cmpint (g_date_time_get_hour (seen), ==, 20);
  g_assert_cmpstr (offprint_work_get_log_in_url (work), ==, "https://log-in");
  g_assert_cmpstr (offprint_work_get_link (work, "institutional-subscriptions"), ==, "https://s");
  g_assert_cmpstr (offprint_work_get_landing_url (work), ==, "https://page");
  g_assert_null (offprint_work_get_link (work, "pdf"));
}

static void
test_nothing (void)
{
  static const char *const records[] = { "", ",\"access\":{}", ",\"access\":5", ",\"access\":{\"remarks\":\"x\",\"seen\":\"yesterday\",\"institution\":7,\"state\":[]}", ",\"links\":[5,{\"rel\":1}]" };

  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autoptr (OffprintWork) work = new_work (records[i]);
      g_auto (GStrv) remarks = NULL;

      if (work == NULL) /* refused at the border */
        continue;
      remarks = offprint_work_dup_access_remarks (work);
      g_assert_null (remarks[0]);
      g_assert_null (offprint_work_dup_access_seen (work));
      g_assert_null (offprint_work_get_log_in_url (work));
      g_assert_null (offprint_work_get_access_state (work));
      g_assert_null (offprint_work_get_landing_url (work));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/work-access/full", test_full);
  g_test_add_func ("/work-access/nothing", test_nothing);
  return g_test_run ();
}
