/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Japan Link Center’s JSON: one answer of ours in its shape, and the stored ones.
 */

#include "questions.h"

#include "expect.h"
#include "parsers.h"
#include "record.h"
#include "registry-error.h"

static void
test_whole (void)
{
  g_autoptr (GBytes) bytes = expect_bytes (
    "{\"status\": \"OK\", \"data\": {\"content_type\": \"JA\", \"doi\": \"10.5555/Wait.7\", \"content_language\": \"en\","
    "\"title_list\": [{\"lang\": \"ja\", \"title\": \"忍耐\"}, {\"lang\": \"en\", \"title\": \"Patience\", \"subtitle\": \"A study\"}],"
    "\"creator_list\": [{\"names\": [{\"lang\": \"ja\", \"last_name\": \"山\", \"first_name\": \"花\"}, {\"lang\": \"en\", \"last_name\": \"Yama\","
    "\"first_name\": \"Hana\"}], \"affiliation_list\": [{\"lang\": \"en\", \"affiliation_name\": \"A &amp; B\"}]}, 3,"
    "{\"names\": [{\"lang\": \"en\", \"last_name\": \"Tide Society\"}]}],"
    "\"publisher_list\": [{\"publisher_name\": \"Press\", \"lang\": \"en\"}], \"journal_title_name_list\": [{\"journal_title_name\": \"Annals\", \"lang\": \"en\"}],"
    "\"journal_id_list\": [{\"journal_id\": \"x\", \"type\": \"JID\"}, {\"journal_id\": \"1234-5679\", \"type\": \"ISSN\"}],"
    "\"publication_date\": {\"publication_year\": \"2011\", \"publication_month\": \"4\"}, \"volume\": \"6\", \"issue\": \"2\","
    "\"first_page\": \"9\", \"last_page\": \"20\", \"keyword_list\": [{\"keyword\": \"tide\", \"lang\": \"en\"}]}}");
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintReading) reading = offprint_jalc_parse (bytes, NULL, now, &error);

  g_assert_no_error (error);
  expect_member (reading, "type", "\"article-journal\"");
  expect_member (reading, "DOI", "\"10.5555/wait.7\"");
  expect_member (reading, "title", "\"Patience: A study\"");
  expect_member (reading, "custom/offprint/titles/translated", "[{\"language\":\"ja\",\"text\":\"忍耐\"}]");
  expect_member (reading, "author", "[{\"family\":\"Yama\",\"given\":\"Hana\"},{\"literal\":\"Tide Society\"}]");
  expect_member (reading, "custom/offprint/people/0/affiliations/0/name", "\"A & B\"");
  expect_member (reading, "ISSN", "\"1234-5679\"");
  expect_member (reading, "issued/date-parts", "[[2011,4]]");
  expect_member (reading, "page", "\"9-20\"");
}

static void
test_shared (void)
{
  const char *shared = g_getenv ("OFFPRINT_SHARED");
  g_autofree char *folder = g_build_filename (shared != NULL ? shared : "", "records", "other", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  const char *name = NULL;

  if (dir == NULL)
    {
      g_test_skip ("no stored answers");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      gsize size = 0;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (OffprintReading) reading = NULL;
      g_autoptr (JsonNode) node = NULL;
      g_autoptr (GError) error = NULL;

      if (!g_str_has_prefix (name, "jalc-"))
        continue;
      g_assert_true (g_file_get_contents (path, &text, &size, NULL));
      bytes = g_bytes_new (text, size);
      reading = offprint_negotiation_parse (bytes, "application/json", NULL, now, &error);
      g_assert_no_error (error);
      expect_member (reading, "type", "\"article-journal\"");
      node = json_node_new (JSON_NODE_OBJECT);
      json_node_set_object (node, offprint_reading_get_record (reading));
      json_object_set_string_member (json_node_get_object (node), "id", name);
      offprint_record_check (node, &error);
      g_assert_no_error (error);
    }
}

static void
test_broken (void)
{
  g_autoptr (GBytes) bytes = expect_bytes ("{\"status\": \"NG\", \"message\": {\"errors\": []}}");
  g_autoptr (GBytes) junk = expect_bytes ("{\"data\": {\"title_list\": {\"title\": 1}, \"creator_list\": [[]], \"publication_date\": \"x\"}}");
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (OffprintReading) reading = NULL;
  OffprintReading *nothing = NULL;
  GError *error = NULL;

  nothing = offprint_jalc_parse (bytes, NULL, now, &error);
  expect_error (nothing, error, OFFPRINT_REGISTRY_ERROR_NOT_FOUND);
  error = NULL;
  reading = offprint_jalc_parse (junk, NULL, now, &error);
  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jalc/whole", test_whole);
  g_test_add_func ("/jalc/shared", test_shared);
  g_test_add_func ("/jalc/broken", test_broken);
  return g_test_run ();
}
