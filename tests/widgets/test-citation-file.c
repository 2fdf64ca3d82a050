/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files with a citation: a name to propose, and what is in them.
 */

#include "config.h"

#include "citation-file.h"
#include "formats.h"
#include "widget-support.h"

typedef struct
{
  const char *name;
  const char *members;
  const char *file;
} Name;

static const Name names[] = {
  { "both", ", \"author\": [{ \"family\": \"Doe\", \"given\": \"Jane\" }], \"issued\": { \"date-parts\": [[2022]] }", "Doe 2022.ris" },
  { "no year", ", \"author\": [{ \"family\": \"Doe\" }]", "Doe.ris" },
  { "group", ", \"author\": [{ \"literal\": \"River/Ferry Group\" }], \"issued\": { \"date-parts\": [[2022]] }", "River-Ferry Group 2022.ris" },
  { "title", "", "Rivers.ris" },
};

static void
test_name (gconstpointer data)
{
  const Name *c = data;
  g_autofree char *json = g_strdup_printf ("{ \"id\": \"x\", \"type\": \"chapter\", \"title\": \"Rivers\"%s }", c->members);
  g_autoptr (OffprintWork) work = widget_support_new_from_text (json);
  g_autofree char *name = offprint_citation_file_dup_name (work, "ris");

  g_assert_cmpstr (name, ==, c->file);
}

typedef struct
{
  const char *suffix;
  const char *contained;
} Format;

static const Format formats[] = {
  { "ris", "TY  - CHAP" },
  { "enw", "%0 Book Section" },
  { "bib", "@incollection{" },
  { "json", "\"DOI\"" },
};

static void
test_format (gconstpointer data)
{
  const Format *c = data;
  g_autoptr (OffprintWork) work = widget_support_new_work (0, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = offprint_citation_file_format (work, c->suffix, &error);

  g_assert_no_error (error);
  g_test_message ("%s", contents);
  g_assert_nonnull (strstr (contents, c->contained));
  g_assert_nonnull (strstr (contents, "10.5555/offprint.rich"));
}

static void
test_unknown (void)
{
  g_autoptr (OffprintWork) work = widget_support_new_work (0, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = offprint_citation_file_format (work, "docx", &error);

  g_assert_null (contents);
  g_assert_error (error, OFFPRINT_FORMATS_ERROR, OFFPRINT_FORMATS_ERROR_UNKNOWN);
}

static void
test_list (void)
{
  g_autoptr (OffprintWork) work = widget_support_new_from_text (
    "{\"id\":\"a\",\"type\":\"chapter\",\"title\":\"T\",\"author\":[{\"family\":\"Quill\"}],\"issued\":{\"date-parts\":[[2024]]},\"custom\":{\"offprint\":{\"version\":1,\"references\":["
    "{\"item\":{\"type\":\"book\",\"title\":\"B\",\"DOI\":\"10.5555/b\"}},{\"text\":\"<p>Only <i>printed</i>, 1911.</p>\"},{\"item\":{\"container-title\":\"No title\"}}]}}}");
  GListModel *references = offprint_work_get_references (work);
  static const char *const suffixes[] = { "ris", "enw", "bib", "json" };
  g_autofree char *name = offprint_citation_file_dup_list_name (work, "ris");
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (name, ==, "Cited by Quill 2024.ris");
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *contents = offprint_citation_file_format_list (references, suffixes[i], &error);

      g_assert_no_error (error);
      g_assert_nonnull (strstr (contents, "10.5555/b"));
      g_assert_nonnull (strstr (contents, "printed, 1911."));
    }
  g_assert_null (offprint_citation_file_format_list (references, "doc", &error));
  g_assert_error (error, OFFPRINT_FORMATS_ERROR, OFFPRINT_FORMATS_ERROR_UNKNOWN);
}

int
main (int   argc,
      char *argv[])
{
  widget_support_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/citation-file/name/", names[i].name, NULL);

      g_test_add_data_func (path, &names[i], test_name);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_strconcat ("/citation-file/format/", formats[i].suffix, NULL);

      g_test_add_data_func (path, &formats[i], test_format);
    }
  g_test_add_func ("/citation-file/unknown", test_unknown);
  g_test_add_func ("/citation-file/list", test_list);
  return g_test_run ();
}
