/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records and CSL-JSON items in and out: record.md. What is foreign stays, what is
 * wrong is refused with its place, and a record read and written is the same record.
 */

#include "config.h"

#include "work.h"

#include "model-error.h"
#include "record.h"

static JsonNode *
parse (const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);

  return json_node_ref (json_parser_get_root (parser));
}

static char *
read_and_write (const char          *text,
                OffprintRecordFlags  flags)
{
  g_autoptr (JsonNode) node = parse (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintWork) work = offprint_work_new_from_json (node, &error);
  g_autoptr (JsonNode) out = NULL;

  g_assert_no_error (error);
  out = offprint_work_to_json (work, flags);

  return json_to_string (out, FALSE);
}

typedef struct
{
  const char *path;
  const char *in;
  const char *out; /* standard members */
} ItemCase;

static const ItemCase item_cases[] = {
  { "plain", "{\"id\":\"a\",\"type\":\"book\",\"title\":\"T\"}", "{\"id\":\"a\",\"type\":\"book\",\"title\":\"T\"}" },
  { "number-id", "{\"id\":7,\"type\":\"book\"}", "{\"id\":\"7\",\"type\":\"book\"}" },
  { "doi-is-id", "{\"type\":\"book\",\"DOI\":\"https://doi.org/10.1000/ABC\"}", "{\"id\":\"10.1000/abc\",\"type\":\"book\",\"DOI\":\"10.1000/abc\"}" },
  { "type-of-crossref", "{\"id\":\"a\",\"type\":\"book-chapter\"}", "{\"id\":\"a\",\"type\":\"chapter\"}" },
  { "type-unknown", "{\"id\":\"a\",\"type\":\"hologram\"}", "{\"id\":\"a\",\"type\":\"document\"}" },
  { "no-type", "{\"id\":\"a\",\"title\":\"T\"}", "{\"id\":\"a\",\"type\":\"document\",\"title\":\"T\"}" },
  { "isbn-list", "{\"id\":\"a\",\"type\":\"book\",\"ISBN\":[\"1\",\"2\"]}", "{\"id\":\"a\",\"type\":\"book\",\"ISBN\":\"1 2\"}" },
  { "title-list", "{\"id\":\"a\",\"type\":\"book\",\"title\":[\"T\",\"U\"]}", "{\"id\":\"a\",\"type\":\"book\",\"title\":\"T\"}" },
  { "publisher-object", "{\"id\":\"a\",\"type\":\"book\",\"publisher\":{\"name\":\"P\"}}", "{\"id\":\"a\",\"type\":\"book\",\"publisher\":\"P\"}" },
  { "number-for-text", "{\"id\":\"a\",\"type\":\"book\",\"title\":1984}", "{\"id\":\"a\",\"type\":\"book\",\"title\":\"1984\"}" },
  { "volume-number", "{\"id\":\"a\",\"type\":\"book\",\"volume\":7}", "{\"id\":\"a\",\"type\":\"book\",\"volume\":7}" },
  { "nothings", "{\"id\":\"a\",\"type\":\"book\",\"title\":\"\",\"author\":[],\"issued\":{\"date-parts\":[[null]]},\"note\":null}", "{\"id\":\"a\",\"type\":\"book\"}" },
  { "group-name", "{\"id\":\"a\",\"type\":\"book\",\"author\":[{\"name\":\"G\"},\"H\"]}", "{\"id\":\"a\",\"type\":\"book\",\"author\":[{\"literal\":\"G\"},{\"literal\":\"H\"}]}" },
  { "date-strings", "{\"id\":\"a\",\"type\":\"book\",\"issued\":{\"date-parts\":[[\"2020\",\"5\"]]}}", "{\"id\":\"a\",\"type\":\"book\",\"issued\":{\"date-parts\":[[2020,5]]}}" },
  { "date-edtf", "{\"id\":\"a\",\"type\":\"book\",\"issued\":\"2020-05-01\"}", "{\"id\":\"a\",\"type\":\"book\",\"issued\":{\"date-parts\":[[2020,5,1]]}}" },
  { "categories", "{\"id\":\"a\",\"type\":\"book\",\"categories\":[\"x\"]}", "{\"id\":\"a\",\"type\":\"book\",\"categories\":[\"x\"]}" },
};

static void
test_item (gconstpointer data)
{
  const ItemCase *row = data;
  g_autofree char *out = read_and_write (row->in, OFFPRINT_RECORD_ITEM_ONLY);

  g_assert_cmpstr (out, ==, row->out);
}

typedef struct
{
  const char *path;
  const char *in;
  const char *place;
} BrokenCase;

static const BrokenCase broken_cases[] = {
  { "list", "[]", "/" },
  { "string", "\"x\"", "/" },
  { "null", "null", "/" },
  { "title-object", "{\"id\":\"a\",\"type\":\"book\",\"title\":{\"a\":1}}", "/title" },
  { "author-text", "{\"id\":\"a\",\"type\":\"book\",\"author\":\"Doe\"}", "/author" },
  { "author-numbers", "{\"id\":\"a\",\"type\":\"book\",\"author\":[7]}", "/author/0" },
  { "issued-list", "{\"id\":\"a\",\"type\":\"book\",\"issued\":[2020]}", "/issued" },
  { "type-number", "{\"id\":\"a\",\"type\":7}", "/type" },
  { "notes-object", "{\"id\":\"a\",\"type\":\"book\",\"custom\":{\"offprint\":{\"notes\":{\"mark\":\"1\"}}}}", "/custom/offprint/notes" },
  { "note-without-text", "{\"id\":\"a\",\"type\":\"book\",\"custom\":{\"offprint\":{\"notes\":[{\"mark\":\"1\"}]}}}", "/custom/offprint/notes/0/text" },
  { "keyword-number", "{\"id\":\"a\",\"type\":\"book\",\"custom\":{\"offprint\":{\"keywords\":[1]}}}", "/custom/offprint/keywords" },
  { "own-is-list", "{\"id\":\"a\",\"type\":\"book\",\"custom\":{\"offprint\":[1]}}", "/custom/offprint" },
  { "date-not-edtf", "{\"id\":\"a\",\"type\":\"book\",\"custom\":{\"offprint\":{\"dates\":{\"online\":\"May\"}}}}", "/custom/offprint/dates/online" },
};

static void
test_broken (gconstpointer data)
{
  const BrokenCase *row = data;
  g_autoptr (JsonNode) node = parse (row->in);
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintWork) work = offprint_work_new_from_json (node, &error);
  g_autofree char *start = g_strconcat (row->place, ": ", NULL);

  g_assert_null (work);
  g_assert_error (error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_RECORD_INVALID);
  g_assert_true (g_str_has_prefix (error->message, start));
}

static void
test_foreign (void)
{
  g_autoptr (JsonNode) node = parse ("{\"id\":\"a\",\"type\":\"book\",\"foo\":1,\"author\":[{\"family\":\"Doe\",\"ORCID\":\"x\"}],"
                                     "\"issued\":{\"date-parts\":[[2020]],\"timestamp\":5},"
                                     "\"custom\":{\"zotero\":{\"key\":\"K\"},\"offprint\":{\"version\":2,\"hologram\":{\"a\":[1,2]}}}}");
  g_autoptr (OffprintWork) work = offprint_work_new_from_json (node, NULL);
  g_autoptr (JsonNode) out = offprint_work_to_json (work, OFFPRINT_RECORD_DEFAULT);
  JsonObject *custom = json_object_get_object_member (json_node_get_object (out), "custom");
  JsonObject *own = json_object_get_object_member (custom, "offprint");
  JsonObject *kept = json_object_get_object_member (own, "kept");

  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (custom, "zotero"), "key"), ==, "K");
  g_assert_cmpint (json_object_get_int_member (kept, "/foo"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (kept, "/author/0/ORCID"), ==, "x");
  g_assert_cmpint (json_object_get_int_member (kept, "/issued/timestamp"), ==, 5);
  g_assert_true (json_object_has_member (own, "hologram"));
  g_assert_true (offprint_record_check (out, NULL));
}

/* Read and written with its readings, and again without: each is the same as before */
static void
assert_round_trip (JsonNode   *node,
                   const char *name)
{
  const OffprintRecordFlags flags[] = { OFFPRINT_RECORD_WITH_READINGS, OFFPRINT_RECORD_DEFAULT };
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintWork) work = offprint_work_new_from_json (node, &error);

  if (work == NULL)
    g_test_message ("%s: %s", name, error->message);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (JsonNode) first = offprint_work_to_json (work, flags[i]);
      g_autoptr (OffprintWork) again = NULL;
      g_autoptr (JsonNode) second = NULL;
      g_autofree char *a = json_to_string (first, TRUE);
      g_autofree char *b = NULL;

      offprint_record_check (first, &error);
      if (error != NULL)
        g_test_message ("%s: %s", name, error->message);
      g_assert_no_error (error);
      again = offprint_work_new_from_json (first, &error);
      g_assert_no_error (error);
      second = offprint_work_to_json (again, flags[i]);
      b = json_to_string (second, TRUE);
      g_assert_cmpstr (a, ==, b);
    }
}

static void
test_round_trip (void)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();
  static const char *const records[][3] = {
    { "crossref", "work", "{\"type\":\"chapter\",\"title\":\"T: S\",\"DOI\":\"10.1000/1_2\",\"author\":[{\"family\":\"Doe\",\"given\":\"Jane\"}],\"publisher\":\"Member Inc\","
                          "\"custom\":{\"offprint\":{\"titles\":{\"main\":\"T\",\"subtitle\":\"S\"},\"references\":[{\"item\":{\"type\":\"book\",\"DOI\":\"10.1000/9\"}}]}}}" },
    { "crossref", "book", "{\"type\":\"book\",\"title\":\"B\",\"DOI\":\"10.1000/1\",\"editor\":[{\"family\":\"Roe\"}],\"ISBN\":\"9783030939823\"}" },
    { "page", "work", "{\"title\":\"T: S\",\"publisher\":\"Imprint\",\"custom\":{\"offprint\":{\"references\":[{\"mark\":\"1\",\"text\":\"<p>Printed</p>\"}],"
                      "\"people\":[{\"role\":\"author\",\"position\":0,\"name\":{\"family\":\"Doe\",\"given\":\"J.\"},\"email\":\"a@b.org\"}]},\"zotero\":{\"key\":1}}}" },
    { "you", "work", "{\"title\":\"Mine\"}" },
  };
  g_autoptr (JsonNode) node = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autoptr (JsonNode) record = parse (records[i][2]);
      g_autoptr (OffprintReading) reading = offprint_reading_new (records[i][0], g_str_equal (records[i][1], "book") ? OFFPRINT_READING_ABOUT_BOOK : OFFPRINT_READING_ABOUT_WORK,
                                                                  "https://example.org/", NULL, NULL, json_node_dup_object (record));

      offprint_work_add_reading (work, reading);
    }
  node = offprint_work_to_json (work, OFFPRINT_RECORD_WITH_READINGS);
  assert_round_trip (node, "united");
  json_node_unref (g_steal_pointer (&node));
  node = offprint_work_to_json (work, OFFPRINT_RECORD_DEFAULT);
  assert_round_trip (node, "named");
}

/* What someone wrote into a record beside its readings is not lost */
static void
test_hand_written (void)
{
  g_autoptr (JsonNode) node = parse ("{\"id\":\"a\",\"type\":\"book\",\"title\":\"T\",\"note\":\"mine\",\"custom\":{\"offprint\":{\"version\":1,"
                                     "\"keywords\":[\"k\"],\"readings\":[{\"id\":\"r1\",\"source\":\"crossref\",\"about\":\"work\",\"record\":{\"type\":\"book\",\"title\":\"T\"}}]}}}");
  g_autoptr (OffprintWork) work = offprint_work_new_from_json (node, NULL);
  g_autoptr (JsonNode) out = offprint_work_to_json (work, OFFPRINT_RECORD_WITH_READINGS);

  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (out), "note"), ==, "mine");
  g_assert_cmpstr (offprint_work_get_keywords (work)[0], ==, "k");
  g_assert_cmpuint (g_list_model_get_n_items (offprint_work_get_readings (work)), ==, 2);
  assert_round_trip (out, "hand-written");
}

/* A record printed without its readings' records still says where its values came from */
static void
test_named_sources (void)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (JsonNode) record = parse ("{\"title\":\"T\"}");
  g_autoptr (OffprintReading) reading = offprint_reading_new ("crossref", OFFPRINT_READING_ABOUT_WORK, NULL, NULL, NULL, json_node_dup_object (record));
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (OffprintWork) again = NULL;
  g_autoptr (OffprintReading) source = NULL;

  offprint_work_add_reading (work, reading);
  node = offprint_work_to_json (work, OFFPRINT_RECORD_DEFAULT);
  again = offprint_work_new_from_json (node, NULL);
  source = offprint_work_dup_source_of (again, "/title");
  g_assert_nonnull (source);
  g_assert_cmpstr (offprint_reading_get_source (source), ==, "crossref");
}

static void
test_json_glib (void)
{
  g_autoptr (JsonNode) node = parse ("{\"id\":\"a\",\"type\":\"book\",\"title\":\"T\"}");
  g_autoptr (OffprintWork) work = offprint_work_new_from_json (node, NULL);
  g_autoptr (JsonNode) serialized = json_gobject_serialize (G_OBJECT (work));
  g_autoptr (GObject) again = json_gobject_deserialize (OFFPRINT_TYPE_WORK, serialized);
  g_autoptr (JsonNode) a = offprint_work_to_json (work, OFFPRINT_RECORD_WITH_READINGS);
  g_autoptr (JsonNode) b = offprint_work_to_json (OFFPRINT_WORK (again), OFFPRINT_RECORD_WITH_READINGS);

  g_assert_true (json_node_equal (a, b));
}

static void
test_real (void)
{
  const char *shared = g_getenv ("OFFPRINT_SHARED");
  g_autofree char *folder = shared != NULL ? g_build_filename (shared, "records", "csl-json", NULL) : NULL;
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name = NULL;
  guint n = 0;

  if (dir == NULL)
    {
      g_test_skip ("the real records are not here");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (JsonParser) parser = json_parser_new ();
      JsonNode *root = NULL;

      if (!g_str_has_suffix (name, ".json") || !json_parser_load_from_file (parser, path, NULL))
        continue;
      root = json_parser_get_root (parser);
      if (JSON_NODE_HOLDS_OBJECT (root))
        assert_round_trip (root, name);
      for (guint i = 0; JSON_NODE_HOLDS_ARRAY (root) && i < json_array_get_length (json_node_get_array (root)); i++)
        assert_round_trip (json_array_get_element (json_node_get_array (root), i), name);
      n++;
    }
  g_test_message ("%u files", n);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (item_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/work-json/item/", item_cases[i].path, NULL);

      g_test_add_data_func (path, &item_cases[i], test_item);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (broken_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/work-json/broken/", broken_cases[i].path, NULL);

      g_test_add_data_func (path, &broken_cases[i], test_broken);
    }
  g_test_add_func ("/work-json/foreign", test_foreign);
  g_test_add_func ("/work-json/round-trip", test_round_trip);
  g_test_add_func ("/work-json/hand-written", test_hand_written);
  g_test_add_func ("/work-json/named-sources", test_named_sources);
  g_test_add_func ("/work-json/json-glib", test_json_glib);
  g_test_add_func ("/work-json/real", test_real);

  return g_test_run ();
}
