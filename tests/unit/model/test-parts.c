/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of the page: what each makes of its entry.
 */

#include "config.h"

#include "work.h"

static OffprintWork *
make_work (const char *own)
{
  g_autofree char *text = g_strdup_printf ("{\"id\":\"a\",\"type\":\"book\",\"custom\":{\"offprint\":%s}}", own);
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  g_autoptr (GError) error = NULL;
  OffprintWork *work = offprint_work_new_from_json (node, &error);

  g_assert_no_error (error);

  return work;
}

typedef struct
{
  const char *path;
  const char *entry;
  const char *title;
  const char *detail;
} ReferenceCase;

static const ReferenceCase reference_cases[] = {
  { "whole", "{\"text\":\"<p>printed</p>\",\"item\":{\"type\":\"article-journal\",\"title\":\"On <i>X</i>\",\"author\":[{\"family\":\"Neumann\",\"given\":\"I.\"}],"
             "\"issued\":{\"date-parts\":[[2003]]},\"container-title\":\"Critical Asian Studies\"}}",
    "On X", "Neumann · 2003 · Critical Asian Studies" },
  { "printed", "{\"text\":\"<p>Doe, <i>T.</i></p>\"}", "Doe, T.", NULL },
  { "printed-with-year", "{\"text\":\"<p>Doe</p>\",\"item\":{\"issued\":{\"date-parts\":[[2003]]}}}", "Doe", "2003" },
  { "container-only", "{\"item\":{\"container-title\":\"Nature\",\"author\":[{\"literal\":\"The Group\"}]}}", "Nature", "The Group" },
  { "doi-only", "{\"item\":{\"DOI\":\"10.1000/1\"}}", "10.1000/1", NULL },
  { "mark-only", "{\"mark\":\"1\"}", "Untitled Work", NULL },
  { "not-well-formed", "{\"text\":\"Doe <i>T\"}", "Doe T", NULL },
};

static void
test_reference (gconstpointer data)
{
  const ReferenceCase *row = data;
  g_autofree char *own = g_strdup_printf ("{\"references\":[%s]}", row->entry);
  g_autoptr (OffprintWork) work = make_work (own);
  g_autoptr (OffprintReference) reference = g_list_model_get_item (offprint_work_get_references (work), 0);

  g_assert_cmpstr (offprint_reference_get_title (reference), ==, row->title);
  g_assert_cmpstr (offprint_reference_get_detail (reference), ==, row->detail);
}

typedef struct
{
  const char *kind;
  OffprintSeverity severity;
  const char *state;
} NoticeCase;

static const NoticeCase notice_cases[] = {
  { "retraction", OFFPRINT_SEVERITY_RETRACTION, "Retracted" },
  { "partial_retraction", OFFPRINT_SEVERITY_RETRACTION, "Retracted in Part" },
  { "withdrawal", OFFPRINT_SEVERITY_RETRACTION, "Withdrawn" },
  { "removal", OFFPRINT_SEVERITY_RETRACTION, "Removed" },
  { "expression_of_concern", OFFPRINT_SEVERITY_CONCERN, "Under Concern" },
  { "correction", OFFPRINT_SEVERITY_INFO, "Corrected" },
  { "corrigendum", OFFPRINT_SEVERITY_INFO, "Corrected" },
  { "erratum", OFFPRINT_SEVERITY_INFO, "Corrected" },
  { "err", OFFPRINT_SEVERITY_INFO, "Corrected" },
  { "new_version", OFFPRINT_SEVERITY_INFO, "Newer Version" },
  { "hologram", OFFPRINT_SEVERITY_INFO, "As Labelled" },
};

static void
test_notices (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (notice_cases); i++)
    {
      g_autofree char *own = g_strdup_printf ("{\"notices\":[{\"kind\":\"%s\",\"direction\":\"about-this\",\"label\":\"As Labelled\",\"date\":\"2021-03-12\","
                                              "\"source\":\"retraction-watch\",\"DOI\":\"10.1000/n\"}]}",
                                              notice_cases[i].kind);
      g_autoptr (OffprintWork) work = make_work (own);
      g_autoptr (OffprintNotice) notice = g_list_model_get_item (offprint_work_get_notices (work), 0);

      g_assert_cmpint (offprint_notice_get_severity (notice), ==, notice_cases[i].severity);
      g_assert_cmpstr (offprint_notice_get_state_word (notice), ==, notice_cases[i].state);
      g_assert_cmpuint (offprint_date_get_day (offprint_notice_get_date (notice)), ==, 12);
      g_assert_cmpstr (offprint_notice_get_source (notice), ==, "Retraction Watch");
      g_assert_cmpstr (offprint_notice_get_doi (notice), ==, "10.1000/n");
    }
}

static void
test_gravest (void)
{
  g_autoptr (OffprintWork) work = make_work ("{\"notices\":[{\"kind\":\"correction\",\"direction\":\"about-this\"},{\"kind\":\"retraction\",\"direction\":\"about-this\"},"
                                             "{\"kind\":\"expression_of_concern\",\"direction\":\"about-this\"},{\"kind\":\"removal\",\"direction\":\"about-other\"}]}");

  g_assert_cmpstr (offprint_notice_get_kind (offprint_work_get_gravest_notice (work)), ==, "retraction");
}

static void
test_access (void)
{
  g_autoptr (OffprintWork) work = make_work ("{\"access\":{\"offers\":[{\"label\":\"eBook\",\"price\":\"119.00\",\"currency\":\"USD\",\"tax\":\"t\",\"includes\":[\"a\",\"b\"],\"url\":\"https://x\"},"
                                             "{\"label\":\"Chapter\"}]}}");
  g_autoptr (OffprintAccess) offer = g_list_model_get_item (offprint_work_get_offers (work), 0);
  g_autoptr (OffprintAccess) bare = g_list_model_get_item (offprint_work_get_offers (work), 1);

  g_assert_cmpstr (offprint_access_get_label (offer), ==, "eBook");
  g_assert_cmpstr (offprint_access_get_price (offer), ==, "119.00");
  g_assert_cmpstr (offprint_access_get_currency (offer), ==, "USD");
  g_assert_cmpstr (offprint_access_get_includes (offer)[1], ==, "b");
  g_assert_null (offprint_access_get_price (bare));
  g_assert_null (offprint_access_get_includes (bare)[0]);
}

static void
test_texts (void)
{
  g_autoptr (OffprintWork) work = make_work ("{\"notes\":[{\"mark\":\"*\",\"text\":\"<p>a <i>b</i></p>\",\"anchor\":\"Fn1\"}],"
                                             "\"abstracts\":[{\"language\":\"ru\",\"kind\":\"summary\",\"text\":\"<p>a</p><p>b</p>\"}]}");
  g_autoptr (OffprintNote) note = g_list_model_get_item (offprint_work_get_notes (work), 0);
  g_autoptr (OffprintAbstract) abstract = g_list_model_get_item (offprint_work_get_abstracts (work), 0);
  g_autofree char *mark = NULL;

  g_object_get (note, "mark", &mark, NULL);
  g_assert_cmpstr (mark, ==, "*");
  g_assert_cmpstr (offprint_note_get_anchor (note), ==, "Fn1");
  g_assert_cmpuint (offprint_rich_text_get_block (offprint_note_get_text (note), 0)->n_runs, ==, 2);
  g_assert_cmpstr (offprint_abstract_get_language (abstract), ==, "ru");
  g_assert_cmpstr (offprint_abstract_get_kind (abstract), ==, "summary");
  g_assert_cmpuint (offprint_rich_text_get_n_blocks (offprint_abstract_get_text (abstract)), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (reference_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/parts/reference/", reference_cases[i].path, NULL);

      g_test_add_data_func (path, &reference_cases[i], test_reference);
    }
  g_test_add_func ("/parts/notices", test_notices);
  g_test_add_func ("/parts/gravest", test_gravest);
  g_test_add_func ("/parts/access", test_access);
  g_test_add_func ("/parts/texts", test_texts);

  return g_test_run ();
}
