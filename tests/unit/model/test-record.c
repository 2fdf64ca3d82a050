/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The builders leave nothing empty behind and clean what comes in.
 */

#include "config.h"

#include "record.h"

#include "json-value.h"
#include "read.h"

typedef struct
{
  const char *path;
  const char *main;
  const char *subtitle;
  const char *expected; /* the record as JSON */
} TitleCase;

/* services.md 2.4 */
static const TitleCase title_cases[] = {
  { "alone", "Title", NULL, "{\"title\":\"Title\"}" },
  { "joined", "Title", "Sub", "{\"title\":\"Title: Sub\",\"custom\":{\"offprint\":{\"titles\":{\"main\":\"Title\",\"subtitle\":\"Sub\"}}}}" },
  { "contained", "Title: Sub", "Sub", "{\"title\":\"Title: Sub\",\"custom\":{\"offprint\":{\"titles\":{\"main\":\"Title\",\"subtitle\":\"Sub\"}}}}" },
  { "question", "Why?", "Sub", "{\"title\":\"Why? Sub\",\"custom\":{\"offprint\":{\"titles\":{\"main\":\"Why?\",\"subtitle\":\"Sub\"}}}}" },
  { "same", "Title", "Title", "{\"title\":\"Title\"}" },
  { "only-subtitle", NULL, "Sub", "{\"title\":\"Sub\"}" },
  { "empty", "", "", "{}" },
  { "none", NULL, NULL, "{}" },
  { "blanks", "A \n  title", NULL, "{\"title\":\"A title\"}" },
  { "mark-up", "On <i>E. coli</i> &amp; more", NULL, "{\"title\":\"On <i>E. coli</i> & more\"}" },
  { "no-tag", "The <La…> text", NULL, "{\"title\":\"The <La…> text\"}" },
};

static char *
to_string (JsonObject *record)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (node, record);

  return json_to_string (node, FALSE);
}

static void
test_title (gconstpointer data)
{
  const TitleCase *row = data;
  g_autoptr (JsonObject) record = offprint_record_new ();
  g_autofree char *out = NULL;

  offprint_record_set_title (record, row->main, row->subtitle);
  out = to_string (record);
  g_assert_cmpstr (out, ==, row->expected);
}

static void
test_strings (void)
{
  g_autoptr (JsonObject) record = offprint_record_new ();
  g_autofree char *out = NULL;

  offprint_record_set_string (record, "a", " x \n y ");
  offprint_record_set_string (record, "b", "");
  offprint_record_set_string (record, "c", NULL);
  offprint_record_set_string (record, "d", " \t ");
  offprint_record_set_inline (record, "e", "");
  offprint_record_set_inline (record, "f", NULL);
  offprint_record_set_date (record, "g", NULL);
  offprint_record_set_event (record, "h", NULL);
  out = to_string (record);
  g_assert_cmpstr (out, ==, "{\"a\":\"x y\"}");
}

static void
test_dates (void)
{
  g_autoptr (JsonObject) record = offprint_record_new ();
  g_autoptr (OffprintDate) date = offprint_date_new_from_edtf ("2022-05");
  g_autoptr (JsonNode) node = json_from_string ("{\"literal\":\"soon\"}", NULL);
  g_autoptr (OffprintDate) literal = offprint_date_new_from_csl (node);
  g_autofree char *out = NULL;

  offprint_record_set_date (record, "issued", date);
  offprint_record_set_event (record, "online", date);
  offprint_record_set_event (record, "print", literal);
  out = to_string (record);
  g_assert_cmpstr (out, ==, "{\"issued\":{\"date-parts\":[[2022,5]]},\"custom\":{\"offprint\":{\"dates\":{\"online\":\"2022-05\",\"print\":{\"literal\":\"soon\"}}}}}");
}

static void
test_isbns (void)
{
  g_autoptr (JsonObject) record = offprint_record_new ();
  g_autofree char *out = NULL;

  offprint_record_add_isbn (record, "978-3-030-93981-6", NULL);
  offprint_record_add_isbn (record, "http://id.crossref.org/isbn/9783030939823", "electronic");
  offprint_record_add_isbn (record, "9783030939816", "print");
  offprint_record_add_isbn (record, "none", "print");
  offprint_record_add_isbn (record, NULL, NULL);
  out = to_string (record);
  g_assert_cmpstr (out, ==, "{\"ISBN\":\"9783030939816 9783030939823\",\"custom\":{\"offprint\":{\"isbns\":[{\"value\":\"9783030939816\",\"shown\":\"978-3-030-93981-6\",\"kind\":\"print\"},"
                            "{\"value\":\"9783030939823\",\"shown\":\"978-3-030-93982-3\",\"kind\":\"electronic\"}]}}}");
}

static void
test_people (void)
{
  g_autoptr (JsonObject) record = offprint_record_new ();
  g_autofree char *out = NULL;
  JsonObject *name = json_object_new ();
  JsonObject *extra = json_object_new ();

  offprint_record_add_person (record, "author", json_object_new (), json_object_new ());
  json_object_set_string_member (name, "family", "Doe");
  offprint_record_add_person (record, "author", name, NULL);
  name = json_object_new ();
  json_object_set_string_member (name, "family", "Roe");
  json_object_set_string_member (extra, "email", "a@b.org");
  offprint_record_add_person (record, "author", name, extra);
  out = to_string (record);
  g_assert_cmpstr (out, ==, "{\"author\":[{\"family\":\"Doe\"},{\"family\":\"Roe\"}],\"custom\":{\"offprint\":{\"people\":["
                            "{\"email\":\"a@b.org\",\"role\":\"author\",\"position\":1,\"name\":{\"family\":\"Roe\"}}]}}}");
}

static void
test_abstracts (void)
{
  g_autoptr (JsonObject) record = offprint_record_new ();
  g_autoptr (OffprintRichText) text = offprint_rich_text_new_from_markup ("<jats:p>One</jats:p><jats:p>Two &amp; <jats:italic>three</jats:italic></jats:p>", -1);
  g_autoptr (OffprintRichText) other = offprint_rich_text_new_plain ("Otro");
  g_autoptr (OffprintRichText) none = offprint_rich_text_new_plain ("");
  JsonArray *abstracts = NULL;

  offprint_record_add_abstract (record, NULL, NULL, none);
  g_assert_cmpuint (json_object_get_size (record), ==, 0);
  offprint_record_add_abstract (record, "en", NULL, text);
  offprint_record_add_abstract (record, "es", NULL, other);
  abstracts = offprint_json_get_array (offprint_record_get_custom (record), "abstracts");
  g_assert_cmpuint (json_array_get_length (abstracts), ==, 2);
  g_assert_cmpstr (offprint_json_get_string (json_array_get_object_element (abstracts, 0), "text"), ==, "<p>One</p><p>Two &amp; <i>three</i></p>");
  g_assert_true (g_str_has_prefix (offprint_json_get_string (record, "abstract"), "One"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (title_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/record/title/", title_cases[i].path, NULL);

      g_test_add_data_func (path, &title_cases[i], test_title);
    }
  g_test_add_func ("/record/strings", test_strings);
  g_test_add_func ("/record/dates", test_dates);
  g_test_add_func ("/record/isbns", test_isbns);
  g_test_add_func ("/record/people", test_people);
  g_test_add_func ("/record/abstracts", test_abstracts);

  return g_test_run ();
}
