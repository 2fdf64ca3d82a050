/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files of any kind: whose they are is found out, and what is none gets one sentence
 * that names file and place.
 */

#include "config.h"

#include <string.h>

#include "registry-error.h"
#include "records-support.h"

typedef struct
{
  const char *path;
  const char *data;
  gssize length;     /* -1: to the nul */
  const char *place; /* what the sentence has to say */
} Broken;

static const Broken broken[] = {
  { "empty", "", 0, "Nothing is in it" },
  { "blank", " \n ", -1, "Nothing is in it" },
  { "truncated", "{\"DOI\": \"10.5555/x\",\n \"title\": [\"On", -1, "Line 2" },
  { "not-json", "Resource not found.", -1, "Line 1" },
  { "html", "\n<!DOCTYPE html><html><body>429</body></html>", -1, "web page" },
  { "bad-utf8", "{\"DOI\":\n\"10.5555/\xff\"}", -1, "line 2, column 10" },
  { "nul", "{\"DOI\":\0\"x\"}", 12, "Byte 7" },
  { "null", "null", -1, "bare value" },
  { "string", "\"10.5555/x\"", -1, "Line 1" },
  { "junk", "[1, \"x\", null, [], {\"a\": 1}]", -1, "5 things" },
  { "object", "{\"a\": {\"b\": 1}}", -1, "root" },
  { "refusal", "{\"status\":\"failed\",\"message-type\":\"validation-failure\",\"message\":[{\"message\":\"No such filter\"}]}", -1, "No such filter" },
  { "datacite-error", "{\"errors\":[{\"status\":\"404\",\"title\":\"It does not exist\"}]}", -1, "It does not exist" },
  { "junk-in-envelope", "{\"status\":\"ok\",\"message\":{\"items\":[7]}}", -1, "/message/items" },
};

static void
test_broken (gconstpointer data)
{
  const Broken *file = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (file->data, file->length < 0 ? strlen (file->data) : (gsize) file->length);
  g_autoptr (GError) error = NULL;

  g_assert_null (offprint_records_parse (bytes, "some.json", NULL, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, "some.json: "));
  g_assert_nonnull (strstr (error->message, file->place));
  g_assert_null (strchr (error->message, '\n'));
}

typedef struct
{
  const char *path;
  const char *data;
  guint n_read;
  const char *skipped;
} Mixed;

static const Mixed mixed[] = {
  { "good", "[{\"id\":\"a\",\"type\":\"book\",\"title\":\"T\"}]", 1, NULL },
  { "junk", "[{\"id\":\"a\",\"type\":\"book\",\"title\":\"T\"},7,null]", 1, "some.json: “/1” is no work" },
  { "wrong-type", "[{\"id\":\"a\",\"type\":\"book\",\"title\":\"T\"},{\"type\":\"book\",\"title\":\"U\",\"author\":7}]", 1, "some.json: “/1/author” is of a type" },
  { "our-part", "[{\"id\":\"a\",\"type\":\"book\",\"title\":\"T\"},{\"id\":\"b\",\"type\":\"book\",\"title\":\"U\","
                "\"custom\":{\"offprint\":{\"version\":1,\"notes\":[{\"text\":5}]}}}]",
    1, "some.json: /1/custom/offprint/notes/0/text: " },
};

/* What of a list can be read is read, and what cannot is told */
static void
test_mixed (gconstpointer data)
{
  const Mixed *file = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (file->data, strlen (file->data));
  g_autoptr (GError) error = NULL;
  g_autofree char *skipped = NULL;
  g_autoptr (GPtrArray) readings = offprint_records_parse (bytes, "some.json", &skipped, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (readings->len, ==, file->n_read);
  if (file->skipped == NULL)
    g_assert_null (skipped);
  else
    g_assert_true (skipped != NULL && g_str_has_prefix (skipped, file->skipped));
}

static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "[\n");
  bytes = g_bytes_new (text->str, text->len);
  g_assert_null (offprint_records_parse (bytes, "deep.json", NULL, &error));
  g_assert_error (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "too deep"));
}

/* Below the parser's limit, above what any record has */
static void
test_rather_deep (void)
{
  g_autoptr (GString) text = g_string_new ("{\"DOI\":\"10.5555/x\",\"title\":[\"T\"],\"z\":");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings = NULL;

  for (guint i = 0; i < 900; i++)
    g_string_append (text, "{\"z\":");
  g_string_append (text, "1");
  for (guint i = 0; i < 901; i++)
    g_string_append (text, "}");
  bytes = g_bytes_new (text->str, text->len);
  readings = offprint_records_parse (bytes, "rather-deep.json", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (readings->len, ==, 1);
}

static void
test_huge (void)
{
  gsize length = 64 * 1024 * 1024 + 1;
  g_autofree char *data = g_malloc0 (length);
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, length);
  g_autoptr (GError) error = NULL;

  g_assert_null (offprint_records_parse (bytes, "huge.json", NULL, &error));
  g_assert_error (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_TOO_LARGE);
}

typedef struct
{
  const char *path;
  const char *file;
  guint n;
  const char *source;
  const char *title; /* of the last */
} Kind;

static const Kind kinds[] = {
  { "crossref/envelope", "article.json", 1, "crossref", "\"RETRACTED: A Census of Absent Islands: Evidence From Empty Seas\"" },
  { "crossref/bare", "notice.json", 1, "crossref", "\"Retraction Note: A Census of Absent Islands\"" },
  { "crossref/no-title", "component.json", 1, "crossref", NULL },
  { "crossref/list", "list.json", 2, "crossref", "\"Two\"" },
  { "datacite/envelope", "datacite-dataset.json", 1, "datacite", "\"Table of Islands: Version of Record\"" },
  { "datacite/item", "datacite-chapter.json", 1, "datacite", "\"Small Seas\"" },
  { "datacite/bare", "datacite-article.json", 1, "datacite", "\"Tides of Nowhere\"" },
  { "datacite/list", "datacite-list.json", 2, "datacite", "\"Second\"" },
  { "csl/item", "csl-item.json", 1, "csl-json", "\"A Chapter\"" },
  { "csl/list", "csl-list.json", 2, "csl-json", "\"Two\"" },
};

static void
test_kind (gconstpointer data)
{
  const Kind *kind = data;
  g_autofree char *folder = support_own_folder ();
  g_autoptr (GBytes) bytes = support_load (folder, kind->file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings = offprint_records_parse (bytes, kind->file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (readings->len, ==, kind->n);
  g_assert_cmpstr (offprint_reading_get_source (readings->pdata[kind->n - 1]), ==, kind->source);
  g_assert_nonnull (offprint_reading_get_sha256 (readings->pdata[kind->n - 1]));
  support_check_fact (offprint_reading_get_record (readings->pdata[kind->n - 1]), "/title", kind->title);
}

/* Content negotiation of Crossref's: an item with all that Crossref knows beside it */
static void
test_negotiated (void)
{
  static const struct
  {
    const char *pointer;
    const char *expected;
  } facts[] = {
    { "/title", "\"Islands by Negotiation\"" },
    { "/custom/offprint/references", "[{\"text\":\"<p>A work cited</p>\",\"item\":{\"DOI\":\"10.5555/ref\",\"type\":\"document\"}}]" },
    { "/custom/offprint/notices/0/kind", "\"erratum\"" },
    { "/custom/offprint/rights/licenses/0/open", "true" },
    { "/custom/offprint/counts/citations/value", "7" },
    { "/custom/offprint/kept/~1alternative-id", "[\"x9\"]" },
    { "/custom/offprint/kept/~1assertion~10/name", "\"Ethics\"" },
    { "/custom/offprint/kept/~1assertion", NULL },
    { "/custom/offprint/kept/~1reference", NULL },
    { "/custom/offprint/kept/~1indexed", NULL },
    { "/custom/offprint/kept/~1odd-member", "1" },
  };
  g_autofree char *folder = support_own_folder ();
  g_autoptr (GBytes) bytes = support_load (folder, "csl-crossref.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings = offprint_records_parse (bytes, "csl-crossref.json", NULL, &error);
  JsonObject *record = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (readings->len, ==, 1);
  record = offprint_reading_get_record (readings->pdata[0]);
  support_check_valid (record, "csl-crossref.json");
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    support_check_fact (record, facts[i].pointer, facts[i].expected);
}

/* Every file of these folders is read, as issue and FACTS.md ask */
static void
test_real (gconstpointer data)
{
  const char *kind = data;
  g_autofree char *folder = support_shared (kind);
  g_autoptr (GPtrArray) names = NULL;
  guint n_works = 0;

  if (folder == NULL)
    {
      g_test_skip ("no collection of real records");
      return;
    }
  names = support_list (folder);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GBytes) bytes = support_load (folder, names->pdata[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) readings = offprint_records_parse (bytes, names->pdata[i], NULL, &error);

      if (readings == NULL)
        {
          g_test_message ("%s", error->message);
          g_test_fail ();
          continue;
        }
      for (guint j = 0; j < readings->len; j++)
        support_check_valid (offprint_reading_get_record (readings->pdata[j]), names->pdata[i]);
      for (guint j = 0; j < readings->len; j++)
        if (!g_str_equal (offprint_reading_get_source (readings->pdata[j]), g_str_equal (kind, "csl-json") ? "csl-json" : kind))
          {
            g_test_message ("%s was taken for %s", (char *) names->pdata[i], offprint_reading_get_source (readings->pdata[j]));
            g_test_fail ();
          }
      n_works += readings->len;
    }
  g_test_message ("%u works in %u files", n_works, names->len);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strconcat ("/records/broken/", broken[i].path, NULL);

      g_test_add_data_func (path, &broken[i], test_broken);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (mixed); i++)
    {
      g_autofree char *path = g_strconcat ("/records/mixed/", mixed[i].path, NULL);

      g_test_add_data_func (path, &mixed[i], test_mixed);
    }
  g_test_add_func ("/records/broken/deep", test_deep);
  g_test_add_func ("/records/broken/huge", test_huge);
  g_test_add_func ("/records/rather-deep", test_rather_deep);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strconcat ("/records/kind/", kinds[i].path, NULL);

      g_test_add_data_func (path, &kinds[i], test_kind);
    }
  g_test_add_func ("/records/negotiated", test_negotiated);
  g_test_add_data_func ("/records/real/crossref", "crossref", test_real);
  g_test_add_data_func ("/records/real/datacite", "datacite", test_real);
  g_test_add_data_func ("/records/real/csl-json", "csl-json", test_real);
  return g_test_run ();
}
