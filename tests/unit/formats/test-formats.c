/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of formats.
 */

#include "config.h"

#include "support.h"

#include <string.h>

static const struct
{
  const char *name;
  gboolean is_known;
  OffprintFormat format;
} names[] = {
  { "ris", TRUE, OFFPRINT_FORMAT_RIS },
  { ".ris", TRUE, OFFPRINT_FORMAT_RIS },
  { "ENW", TRUE, OFFPRINT_FORMAT_ENW },
  { "bibtex", TRUE, OFFPRINT_FORMAT_BIBTEX },
  { "bib", TRUE, OFFPRINT_FORMAT_BIBTEX },
  { "biblatex", TRUE, OFFPRINT_FORMAT_BIBLATEX },
  { "csl-json", TRUE, OFFPRINT_FORMAT_CSL_JSON },
  { ".json", TRUE, OFFPRINT_FORMAT_CSL_JSON },
  { "csljson", TRUE, OFFPRINT_FORMAT_CSL_JSON },
  { "", FALSE, 0 },
  { "docx", FALSE, 0 },
};

static void
test_find (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      OffprintFormat format = OFFPRINT_N_FORMATS;

      g_assert_true (offprint_format_find (names[i].name, &format) == names[i].is_known);
      if (names[i].is_known)
        g_assert_cmpint (format, ==, names[i].format);
    }
}

static void
test_info (void)
{
  for (guint i = 0; i < OFFPRINT_N_FORMATS; i++)
    {
      const OffprintFormatInfo *info = offprint_format_get_info (i);
      OffprintFormat format = OFFPRINT_N_FORMATS;

      g_assert_true (offprint_format_find (info->name, &format));
      g_assert_cmpint (format, ==, i);
      g_assert_nonnull (strchr (info->media_type, '/'));
    }
}

/* Items of the wrong types everywhere: writers take what they can and never warn */
static void
test_wrong_types (void)
{
  g_autoptr (JsonNode) node = json_from_string (
    "[{}, {\"type\": 3, \"title\": [], \"author\": \"x\", \"issued\": [], \"DOI\": {}, \"page\": true, \"custom\": 1},"
    " {\"type\": \"chapter\", \"title\": null, \"author\": [1, null, {}, {\"family\": 3}, {\"given\": \"x\"}], \"editor\": {},"
    "  \"issued\": {\"date-parts\": [[\"x\", null]]}, \"ISBN\": [1], \"custom\": {\"offprint\": {\"keywords\": [1], \"titles\": [], \"kept\": {\"\": 1, \"/a/b\": 2, \"x\": 3}}}}]",
    NULL);

  for (guint i = 0; i < OFFPRINT_N_FORMATS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = offprint_format_write (i, json_node_get_array (node), &error);

      g_assert_no_error (error);
      g_assert_nonnull (text);
    }
}

static void
test_not_an_item (void)
{
  g_autoptr (JsonNode) node = json_from_string ("[{}, 3]", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = offprint_format_write (OFFPRINT_FORMAT_RIS, json_node_get_array (node), &error);

  g_assert_null (text);
  g_assert_error (error, OFFPRINT_FORMATS_ERROR, OFFPRINT_FORMATS_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "2"));
}

static void
test_nothing (void)
{
  g_autoptr (JsonArray) items = json_array_new ();

  for (guint i = 0; i < OFFPRINT_FORMAT_CSL_JSON; i++)
    {
      g_autofree char *text = offprint_format_write (i, items, NULL);

      g_assert_cmpstr (text, ==, "");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/find", test_find);
  g_test_add_func ("/formats/info", test_info);
  g_test_add_func ("/formats/wrong-types", test_wrong_types);
  g_test_add_func ("/formats/not-an-item", test_not_an_item);
  g_test_add_func ("/formats/nothing", test_nothing);

  return g_test_run ();
}
