/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MARCXML in SRU, with records written by us after services/catalogues.md.
 */

#include "questions.h"

#include "expect.h"
#include "registry-error.h"

#define SRU(records)                                                                                           \
  "<?xml version='1.0'?><zs:searchRetrieveResponse xmlns:zs='http://www.loc.gov/zing/srw/'>"                   \
  "<zs:version>1.1</zs:version><zs:numberOfRecords>2</zs:numberOfRecords><zs:records>" records "</zs:records>" \
  "</zs:searchRetrieveResponse>"
#define RECORD(fields)                                                        \
  "<zs:record><zs:recordData><record xmlns='http://www.loc.gov/MARC21/slim'>" \
  "<leader>     cam a22     2  4500</leader>" fields "</record></zs:recordData></zs:record>"
#define FIELD(tag, ind1, ind2, subfields) "<datafield tag='" tag "' ind1='" ind1 "' ind2='" ind2 "'>" subfields "</datafield>"
#define SUB(code, text)                   "<subfield code='" code "'>" text "</subfield>"

static const char whole[] = SRU (
  RECORD (FIELD ("020", " ", " ", SUB ("z", "9783406568442")) FIELD ("245", "1", "0", SUB ("a", "The other format")))
    RECORD (
      "<controlfield tag='008'>080417s2008    gw ||||| |||| 00| ||ger c</controlfield>" FIELD ("020", " ", " ", SUB ("a", "9783406568442 (hbk.)") SUB ("c", "EUR 24.90"))
        FIELD ("020", " ", " ", SUB ("z", "9783406568459"))
          FIELD ("024", "7", " ", SUB ("a", "10.5555/Book.1") SUB ("2", "doi"))
            FIELD ("041", "0", " ", SUB ("a", "ger"))
              FIELD ("100", "1", " ", SUB ("a", "Quill, Ada") SUB ("d", "1950-") SUB ("4", "aut") SUB ("e", "VerfasserIn"))
                FIELD ("245", "1", "4", SUB ("a", "\xc2\x98"
                                                  "Der\xc2\x9c lange Atem /") SUB ("b", "eine Geschichte = A history") SUB ("c", "Ada Quill"))
                  FIELD ("250", " ", " ", SUB ("a", "3., &#xfc;berarb. Aufl."))
                    FIELD ("264", " ", "1", SUB ("a", "[M&#xfc;nchen] :") SUB ("b", "Tidewater,") SUB ("c", "[2008]"))
                      FIELD ("264", " ", "4", SUB ("c", "&#xa9; 2007"))
                        FIELD ("300", " ", " ", SUB ("a", "432 S. : Ill."))
                          FIELD ("490", "1", " ", SUB ("a", "Reihe") SUB ("v", "9"))
                            FIELD ("700", "1", " ", SUB ("a", "Marrow, Bo") SUB ("4", "edt"))
                              FIELD ("700", "1", " ", SUB ("a", "Nobody, N.") SUB ("e", "Vorbesitzer"))
                                FIELD ("710", "2", " ", SUB ("a", "Tidewater University") SUB ("b", "Press") SUB ("4", "edt"))
                                  FIELD ("830", " ", "0", SUB ("a", "Kleine Reihe ;") SUB ("v", "12"))));

static OffprintReading *
parse (const char  *text,
       const char  *isbn,
       GError     **error)
{
  g_autoptr (GBytes) bytes = expect_bytes (text);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return offprint_k10plus_parse (bytes, isbn, NULL, now, error);
}

static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OffprintReading) reading = parse (whole, "9783406568442", &error);

  g_assert_no_error (error);
  expect_member (reading, "type", "\"book\"");
  expect_member (reading, "title", "\"Der lange Atem: eine Geschichte\"");
  expect_member (reading, "author", "[{\"family\":\"Quill\",\"given\":\"Ada\"}]");
  expect_member (reading, "editor", "[{\"family\":\"Marrow\",\"given\":\"Bo\"},{\"literal\":\"Tidewater University, Press\"}]");
  expect_member (reading, "ISBN", "\"9783406568442\"");
  expect_member (reading, "DOI", "\"10.5555/book.1\"");
  expect_member (reading, "edition", "\"3\"");
  expect_member (reading, "publisher-place", "\"München\"");
  expect_member (reading, "publisher", "\"Tidewater\"");
  expect_member (reading, "issued/date-parts", "[[2008]]");
  expect_member (reading, "number-of-pages", "\"432\"");
  expect_member (reading, "collection-title", "\"Kleine Reihe\"");
  expect_member (reading, "collection-number", "\"12\"");
}

typedef struct
{
  const char *name;
  const char *text;
  int code;
} Broken;

static const Broken broken[] = {
  { "none", SRU (""), OFFPRINT_REGISTRY_ERROR_NOT_FOUND },
  { "diagnostic", "<r><diagnostics><diagnostic><message>Query syntax error</message></diagnostic></diagnostics></r>",
    OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
  { "empty record", SRU (RECORD ("")), OFFPRINT_REGISTRY_ERROR_NOT_FOUND },
  { "html", "<!DOCTYPE html><html></html>", OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
  { "text", "Service unavailable", OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER },
};

static void
test_broken (gconstpointer data)
{
  const Broken *c = data;
  GError *error = NULL;
  OffprintReading *reading = parse (c->text, NULL, &error);

  expect_error (reading, error, c->code);
}

static void
test_open_library (void)
{
  g_autoptr (GBytes) bytes = expect_bytes (
    "{\"ISBN:9780674033818\": {\"title\": \"Slow Water\", \"subtitle\": \"a study\", \"authors\": [{\"name\": \"Ada Quill\"}, 5],"
    "\"publishers\": [{\"name\": \"Tidewater\"}], \"publish_places\": [{\"name\": \"Hull\"}], \"publish_date\": \"March 2009\","
    "\"number_of_pages\": 212, \"identifiers\": {\"isbn_13\": [\"9780674033818\"], \"isbn_10\": [\"0674033809\", \"x\"]}}}");
  g_autoptr (GBytes) none = expect_bytes ("{}");
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  GError *error = NULL;
  OffprintReading *nothing = NULL;
  g_autoptr (OffprintReading) reading = offprint_open_library_parse (bytes, NULL, now, &error);

  g_assert_no_error (error);
  expect_member (reading, "title", "\"Slow Water: a study\"");
  expect_member (reading, "author", "[{\"family\":\"Quill\",\"given\":\"Ada\"}]");
  expect_member (reading, "publisher", "\"Tidewater\"");
  expect_member (reading, "publisher-place", "\"Hull\"");
  expect_member (reading, "issued/date-parts", "[[2009]]");
  expect_member (reading, "number-of-pages", "\"212\"");

  nothing = offprint_open_library_parse (none, NULL, now, &error);
  expect_error (nothing, error, OFFPRINT_REGISTRY_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/k10plus/whole", test_whole);
  g_test_add_func ("/open-library/whole", test_open_library);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strconcat ("/k10plus/broken/", broken[i].name, NULL);

      g_test_add_data_func (path, &broken[i], test_broken);
    }
  return g_test_run ();
}
