/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * CSL-JSON by its schema, as content negotiation gives it, and broken.
 */

#include "config.h"

#include "support.h"

#include "json-value.h"

#include <string.h>

/* Of one item: a place in the record, and what stands there as JSON, NULL for nothing */
static const struct
{
  const char *path;
  const char *json;
  const char *pointer;
  const char *value;
} cases[] = {
  { "type", "{'type': 'book-chapter', 'title': 'T'}", "/type", "'chapter'" },
  { "type-other", "{'type': 'other', 'title': 'T', 'ISBN': ['x'], 'container-title': 'B'}", "/type", "'chapter'" },
  { "type-unknown", "{'type': 'nonsense', 'title': 'T'}", "/type", "'document'" },
  { "type-unknown-kept", "{'type': 'nonsense', 'title': 'T'}", "/custom/offprint/kept/~1type", "'nonsense'" },
  { "id-number", "{'type': 'book', 'id': 462}", "/id", "'462'" },
  { "id-of-doi", "{'type': 'book', 'DOI': '10.1000/A'}", "/id", "'10.1000/a'" },
  { "doi-link", "{'type': 'book', 'DOI': 'https://doi.org/10.1000/ABC'}", "/DOI", "'10.1000/abc'" },
  { "title-list", "{'type': 'book', 'title': ['A  title']}", "/title", "'A title'" },
  { "title-entities", "{'type': 'book', 'title': 'R&amp;D'}", "/title", "'R&D'" },
  { "title-no-tag", "{'type': 'book', 'title': '<La0.7> <i>x</i>'}", "/title", "'<La0.7> <i>x</i>'" },
  { "title-empty-list", "{'type': 'book', 'title': []}", "/title", NULL },
  { "title-of-two-kept", "{'type': 'book', 'container-title': ['A', 'B']}", "/custom/offprint/kept/~1container-title", "['A','B']" },
  { "subtitle", "{'type': 'book', 'title': 'A', 'subtitle': ['B']}", "/title", "'A: B'" },
  { "publisher-object", "{'type': 'book', 'publisher': {'name': 'P'}}", "/publisher", "'P'" },
  { "number", "{'type': 'book', 'volume': 3}", "/volume", "'3'" },
  { "isbn-list", "{'type': 'book', 'ISBN': ['http://id.crossref.org/isbn/978-3-030-93981-6', '9783030939823']}", "/ISBN", "'9783030939816 9783030939823'" },
  { "isbn-ten", "{'type': 'book', 'ISBN': '0-306-40615-2'}", "/ISBN", "'9780306406157'" },
  { "issn-list", "{'type': 'book', 'ISSN': ['1234-5679', '1234-5679']}", "/ISSN", "'1234-5679'" },
  { "name", "{'type': 'book', 'author': [{'name': 'A Body'}]}", "/author", "[{'literal':'A Body'}]" },
  { "name-string", "{'type': 'book', 'author': ['A Body']}", "/author", "[{'literal':'A Body'}]" },
  { "name-empty", "{'type': 'book', 'author': [{}, {'family': ''}]}", "/author", NULL },
  { "name-foreign", "{'type': 'book', 'author': [{'family': 'A', 'sequence': 'first', 'x': 1}]}", "/author", "[{'family':'A'}]" },
  { "name-foreign-kept", "{'type': 'book', 'author': [{'family': 'A', 'x': 1}]}", "/custom/offprint/kept/~1author~10~1x", "1" },
  { "name-orcid", "{'type': 'book', 'author': [{'family': 'A', 'ORCID': 'http://orcid.org/0000-0002-1825-0097', 'affiliation': [{'name': 'U'}]}]}",
    "/custom/offprint/people", "[{'orcid':'0000-0002-1825-0097','affiliations':[{'name':'U'}],'role':'author','position':0,'name':{'family':'A'}}]" },
  { "date-strings", "{'type': 'book', 'issued': {'date-parts': [['2019', '5']]}}", "/issued", "{'date-parts':[[2019,5]]}" },
  { "date-null", "{'type': 'book', 'issued': {'date-parts': [[null]]}}", "/issued", NULL },
  { "date-edtf", "{'type': 'book', 'issued': '2019-05'}", "/issued", "{'date-parts':[[2019,5]]}" },
  { "date-online", "{'type': 'book', 'published-online': {'date-parts': [[2019, 5, 2]]}}", "/custom/offprint/dates/online", "'2019-05-02'" },
  { "place", "{'type': 'book', 'publisher-location': 'Cham'}", "/publisher-place", "'Cham'" },
  { "abstract", "{'type': 'book', 'abstract': '<jats:title>Abstract</jats:title><jats:p>a <jats:italic>b</jats:italic></jats:p>'}", "/abstract", "'a b'" },
  { "abstract-rich", "{'type': 'book', 'abstract': '<jats:p>a <jats:italic>b</jats:italic></jats:p>'}", "/custom/offprint/abstracts/0/text",
    "'<p>a <i>b</i></p>'" },
  { "foreign-kept", "{'type': 'book', 'foo': {'a': 1}, 'bar': []}", "/custom/offprint/kept", "{'/foo':{'a':1}}" },
  { "custom", "{'type': 'book', 'custom': {'mine': 1}}", "/custom/mine", "1" },
  { "record", "{'type': 'book', 'abstract': 'a', 'custom': {'offprint': {'version': 1, 'abstracts': [{'kind': 'abstract', 'text': '<p>a</p>'}]}}}",
    "/custom/offprint", "{'version':1,'abstracts':[{'kind':'abstract','text':'<p>a</p>'}]}" },
  { "categories", "{'type': 'book', 'categories': ['a', {}, '', [['z']], 'b']}", "/categories", "['a','b']" },
  { "empty-members", "{'type': 'book', 'title': '', 'page': null, 'author': [], 'note': ' '}", "/custom/offprint", "{'version':1}" },
};

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (JsonArray) records = support_items (cases[i].json);
  JsonNode *node = offprint_json_get_at (json_array_get_element (records, 0), cases[i].pointer);
  g_autofree char *value = node != NULL ? json_to_string (node, FALSE) : NULL;

  if (value != NULL)
    g_strdelimit (value, "\"", '\'');
  g_assert_cmpstr (value, ==, cases[i].value);
}

static const struct
{
  const char *path;
  const char *bytes;
  const char *place;
} broken[] = {
  { "empty", "", "empty" },
  { "blank", " \n", "empty" },
  { "html", "\n<html><body>Busy</body></html>", "line 1" },
  { "truncated", "[\n{\"type\": \"book\",\n\"title\": \"x", "line 3" },
  { "no-json", "Resource not found.", "line 1" },
  { "bytes", "[{\"type\": \"book\"},\n{\"title\": \"\xff\"}]", "line 2" },
  { "null", "null", "entry 1" },
  { "string", "\"x\"", "entry 1" },
  { "junk", "[{\"type\": \"book\"}, 3, \"x\", null]", "entry 2" },
  { "object", "{\"a\": 1}", "entry 1" },
  { "empty-list", "[]", "list is empty" },
  { "two-lists", "[][]", "line 1" },
};

static void
test_broken (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GBytes) bytes = g_bytes_new_static (broken[i].bytes, strlen (broken[i].bytes));
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonArray) records = offprint_csl_json_read (bytes, "works.json", &error);

  g_assert_null (records);
  g_assert_error (error, OFFPRINT_FORMATS_ERROR, OFFPRINT_FORMATS_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "works.json: "));
  if (strstr (error->message, broken[i].place) == NULL)
    g_error ("“%s” does not say “%s”", error->message, broken[i].place);
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_deep (gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("[{\"type\": \"book\", \"x\": ");
  guint depth = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonArray) records = NULL;

  for (guint i = 0; i < depth; i++)
    g_string_append_c (text, '[');
  for (guint i = 0; i < depth; i++)
    g_string_append_c (text, ']');
  g_string_append (text, "}]");
  bytes = g_bytes_new (text->str, text->len);
  records = offprint_csl_json_read (bytes, "deep.json", &error);
  g_assert_null (records);
  g_assert_error (error, OFFPRINT_FORMATS_ERROR, OFFPRINT_FORMATS_ERROR_INVALID);
}

static void
test_too_large (void)
{
  gsize size = 64 * 1024 * 1024 + 1;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (size), size);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonArray) records = offprint_csl_json_read (bytes, "large.json", &error);

  g_assert_null (records);
  g_assert_error (error, OFFPRINT_FORMATS_ERROR, OFFPRINT_FORMATS_ERROR_TOO_LARGE);
}

/* With a byte order mark, as a single item, in a wrapper */
static void
test_shapes (void)
{
  static const char *const shapes[] = {
    "\xef\xbb\xbf[{\"type\": \"book\"}]",
    "{\"title\": \"x\"}",
    "{\"items\": [{\"type\": \"book\"}]}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (shapes[i], strlen (shapes[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonArray) records = offprint_csl_json_read (bytes, "shape.json", &error);

      g_assert_no_error (error);
      g_assert_cmpuint (json_array_get_length (records), ==, 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/formats/csl-json/read/", cases[i].path, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strconcat ("/formats/csl-json/broken/", broken[i].path, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_broken);
    }
  g_test_add_data_func ("/formats/csl-json/deep/500", GUINT_TO_POINTER (500), test_deep);
  g_test_add_data_func ("/formats/csl-json/deep/5000", GUINT_TO_POINTER (5000), test_deep);
  g_test_add_data_func ("/formats/csl-json/deep/1000000", GUINT_TO_POINTER (1000000), test_deep);
  g_test_add_func ("/formats/csl-json/too-large", test_too_large);
  g_test_add_func ("/formats/csl-json/shapes", test_shapes);

  return g_test_run ();
}
