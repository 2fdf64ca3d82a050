/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a record may not hold, each with the place that is named: CSL-JSON 1.0.2 and
 * record.md. data/record.schema.json refuses the same.
 */

#include "config.h"

#include "record.h"

#include "model-error.h"

typedef struct
{
  const char *path;
  const char *record;
  const char *place; /* NULL: it is valid */
} Case;

#define OWN(json) "{\"id\":\"a\",\"type\":\"book\",\"custom\":{\"offprint\":{" json "}}}"

static const Case cases[] = {
  { "small", "{\"id\":\"a\",\"type\":\"book\"}", NULL },
  { "number-id", "{\"id\":7,\"type\":\"book\"}", NULL },
  { "names", "{\"id\":\"a\",\"type\":\"book\",\"author\":[{\"family\":\"Doe\",\"comma-suffix\":true},{\"literal\":\"G\"}]}", NULL },
  { "date", "{\"id\":\"a\",\"type\":\"book\",\"issued\":{\"date-parts\":[[2020,\"5\"],[2021]],\"season\":\"1\",\"circa\":true}}", NULL },
  { "foreign-custom", "{\"id\":\"a\",\"type\":\"book\",\"custom\":{\"x\":[null,\"\"]}}", NULL },
  { "newer-member", OWN ("\"version\":2,\"hologram\":{\"a\":1}"), NULL },
  { "own-empty", OWN (""), NULL },
  { "not-object", "[]", "/" },
  { "no-type", "{\"id\":\"a\"}", "/" },
  { "no-id", "{\"type\":\"book\"}", "/" },
  { "type-of-crossref", "{\"id\":\"a\",\"type\":\"book-chapter\"}", "/type" },
  { "foreign-member", "{\"id\":\"a\",\"type\":\"book\",\"foo\":1}", "/foo" },
  { "empty-text", "{\"id\":\"a\",\"type\":\"book\",\"title\":\"\"}", "/title" },
  { "null", "{\"id\":\"a\",\"type\":\"book\",\"title\":null}", "/title" },
  { "number-for-text", "{\"id\":\"a\",\"type\":\"book\",\"title\":5}", "/title" },
  { "isbn-list", "{\"id\":\"a\",\"type\":\"book\",\"ISBN\":[\"1\"]}", "/ISBN" },
  { "no-names", "{\"id\":\"a\",\"type\":\"book\",\"author\":[]}", "/author" },
  { "empty-name", "{\"id\":\"a\",\"type\":\"book\",\"author\":[{}]}", "/author/0" },
  { "foreign-in-name", "{\"id\":\"a\",\"type\":\"book\",\"author\":[{\"family\":\"D\",\"ORCID\":\"x\"}]}", "/author/0/ORCID" },
  { "date-text", "{\"id\":\"a\",\"type\":\"book\",\"issued\":\"2020\"}", "/issued" },
  { "date-null", "{\"id\":\"a\",\"type\":\"book\",\"issued\":{\"date-parts\":[[null]]}}", "/issued/date-parts" },
  { "date-three", "{\"id\":\"a\",\"type\":\"book\",\"issued\":{\"date-parts\":[[1],[2],[3]]}}", "/issued/date-parts" },
  { "foreign-in-date", "{\"id\":\"a\",\"type\":\"book\",\"issued\":{\"date-parts\":[[1]],\"timestamp\":5}}", "/issued/timestamp" },
  { "version-text", OWN ("\"version\":\"1\""), "/custom/offprint/version" },
  { "empty-list", OWN ("\"notes\":[]"), "/custom/offprint/notes" },
  { "entry-text", OWN ("\"notes\":[\"x\"]"), "/custom/offprint/notes/0" },
  { "person-without-name", OWN ("\"people\":[{\"role\":\"author\"}]"), "/custom/offprint/people/0/name" },
  { "corresponding-text", OWN ("\"people\":[{\"role\":\"author\",\"name\":{\"family\":\"D\"},\"corresponding\":\"yes\"}]"), "/custom/offprint/people/0/corresponding" },
  { "reference-with-foreign", OWN ("\"references\":[{\"item\":{\"foo\":1}}]"), "/custom/offprint/references/0/item/foo" },
  { "price-number", OWN ("\"access\":{\"offers\":[{\"price\":5}]}"), "/custom/offprint/access/offers/0/price" },
  { "count-text", OWN ("\"counts\":{\"accesses\":{\"value\":\"831\"}}"), "/custom/offprint/counts/accesses/value" },
  { "reading-record", OWN ("\"readings\":[{\"id\":\"r1\",\"source\":\"x\",\"record\":{\"title\":7}}]"), "/custom/offprint/readings/0/record/title" },
  { "provenance-without-from", OWN ("\"provenance\":{\"/title\":{\"by\":\"rule\"}}"), "/custom/offprint/provenance/~1title/from" },
};

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (JsonNode) node = json_from_string (row->record, NULL);
  g_autoptr (GError) error = NULL;
  gboolean is_valid = offprint_record_check (node, &error);
  g_autofree char *start = row->place != NULL ? g_strconcat (row->place, ": ", NULL) : NULL;

  if (row->place == NULL)
    g_assert_no_error (error);
  g_assert_cmpint (is_valid, ==, row->place == NULL);
  if (row->place == NULL)
    return;
  g_assert_error (error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_RECORD_INVALID);
  if (!g_str_has_prefix (error->message, start))
    g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, start));
}

static void
test_depth (void)
{
  g_autoptr (GString) text = g_string_new ("{\"id\":\"a\",\"type\":\"book\",\"custom\":{\"x\":");
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append_c (text, '[');
  for (guint i = 0; i < 500; i++)
    g_string_append_c (text, ']');
  g_string_append (text, "}}");
  node = json_from_string (text->str, NULL);
  g_assert_nonnull (node);
  g_assert_false (offprint_record_check (node, &error));
  g_assert_error (error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_RECORD_INVALID);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/record-check/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/record-check/depth", test_depth);

  return g_test_run ();
}
