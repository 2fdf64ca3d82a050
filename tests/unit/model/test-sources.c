/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is told of where a value comes from is what the merge did.
 */

#include "config.h"

#include "sources.h"

#include <string.h>

#include "json-value.h"
#include "value-text.h"
#include "work-edit.h"

static JsonObject *
parse (const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);

  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

static void
add (OffprintWork *work,
     const char   *source,
     gboolean      is_book,
     const char   *record)
{
  g_autoptr (OffprintReading) reading = offprint_reading_new (source, is_book ? OFFPRINT_READING_ABOUT_BOOK : OFFPRINT_READING_ABOUT_WORK, NULL, NULL, NULL, parse (record));

  offprint_work_add_reading (work, reading);
}

static OffprintWork *
new_work (void)
{
  OffprintWork *work = offprint_work_new ();

  add (work, "page", FALSE,
       "{\"title\":\"On <i>E. coli</i> and Patience\",\"DOI\":\"10.5555/a\",\"publisher\":\"Imprint\",\"abstract\":\"Short words.\",\"container-title\":\"Lecture Notes\","
       "\"custom\":{\"offprint\":{\"abstracts\":[{\"kind\":\"abstract\",\"text\":\"<p>Short but true words.</p>\"}],\"keywords\":[\"Border\"],"
       "\"notes\":[{\"mark\":\"1\",\"text\":\"<p>One.</p>\"},{\"mark\":\"2\",\"text\":\"<p>Two.</p>\"}],\"dates\":{\"online\":\"2022-05-01\"},"
       "\"counts\":{\"accesses\":{\"value\":831,\"seen\":\"2026-11-24T20:31:00Z\"}},\"access\":{\"seen\":\"2026-11-24T20:31:00Z\",\"state\":\"preview\"}}}}");
  add (work, "crossref", FALSE,
       "{\"type\":\"chapter\",\"title\":\"On E. coli and Patience\",\"DOI\":\"10.5555/a\",\"publisher\":\"Member LLC\",\"volume\":\"7\",\"note\":\"n\","
       "\"author\":[{\"family\":\"Doe\",\"given\":\"Jane\"}],\"custom\":{\"offprint\":{\"keywords\":[\"Trade\"],\"dates\":{\"online\":\"2022\"}}}}");
  add (work, "crossref", TRUE, "{\"type\":\"book\",\"title\":\"Microbes\",\"collection-title\":\"Lecture Notes\"}");
  add (work, "you", FALSE, "{\"edition\":\"2\"}");

  return work;
}

static OffprintFieldSources *
find (OffprintSourceList *list,
      const char         *pointer)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (OffprintFieldSources) field = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (g_str_equal (offprint_field_sources_get_pointer (field), pointer))
        return field; /* the list keeps it */
    }

  return NULL;
}

typedef struct
{
  const char *pointer;
  const char *label;
  const char *text; /* NULL: it does not stand in the list */
  const char *source;
  const char *reason;
  guint n_candidates;
} Case;

static const Case cases[] = {
  { "/title", "Title", "On E. coli and Patience", "the publisher’s page", "the most trusted of 2", 2 },
  { "/type", "Kind", "Chapter", "Crossref", "the only one to say so", 1 },
  { "/publisher", "Publisher", "Imprint", "the publisher’s page", "the publisher’s own page names the imprint", 2 },
  { "/volume", "Volume", "7", "Crossref", "the only one to say so", 1 },
  { "/edition", "Edition", "2", "you", "typed by you", 1 },
  { "/author", "Authors", "Jane Doe", "Crossref", "the only one to say so", 1 },
  { "/container-title", "Published In", "Microbes", "Crossref", "the book’s own record knows the book from its series", 2 },
  { "/custom/offprint/keywords", "Keywords", "Border\nTrade", "the publisher’s page", "united with 1 other", 2 },
  { "/custom/offprint/notes", "Notes", "1. One.\n2. Two.", "the publisher’s page", "the only one to say so", 1 },
  { "/custom/offprint/dates/online", "First Online", "1 May 2022", "the publisher’s page", "the most trusted of 2", 2 },
  { "/custom/offprint/counts/accesses", "Accesses", "831", "the publisher’s page", "the only one to say so", 1 },
  { "/custom/offprint/access/state", "Access", "Preview", "the publisher’s page", "the only one to say so", 1 },
  { "/custom/offprint/abstracts", "Abstract", "Short but true words.", "the publisher’s page", "the only one to say so", 1 },
  { "/note", "Note", "n", "Crossref", "the only one to say so", 1 },
  { "/abstract", NULL, NULL, NULL, NULL, 0 },
  { "/custom/offprint/access/seen", NULL, NULL, NULL, NULL, 0 },
  { "/custom/offprint/dates", NULL, NULL, NULL, NULL, 0 },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (OffprintWork) work = new_work ();
  g_autoptr (OffprintSourceList) list = offprint_source_list_new (work);
  OffprintFieldSources *field = find (list, c->pointer);

  if (c->label == NULL)
    {
      g_assert_null (field);
      return;
    }
  g_assert_nonnull (field);
  g_assert_cmpstr (offprint_field_sources_get_label (field), ==, c->label);
  g_assert_cmpstr (offprint_field_sources_get_text (field), ==, c->text);
  g_assert_cmpstr (offprint_field_sources_get_source (field), ==, c->source);
  g_assert_cmpstr (offprint_field_sources_get_reason (field), ==, c->reason);
  g_assert_cmpuint (g_list_model_get_n_items (offprint_field_sources_get_candidates (field)), ==, c->n_candidates);
}

/* Each value says the source that the provenance names */
static void
test_provenance (void)
{
  g_autoptr (OffprintWork) work = new_work ();
  g_autoptr (OffprintSourceList) list = offprint_source_list_new (work);
  OffprintFieldPlace last = OFFPRINT_PLACE_HEADING;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (OffprintFieldSources) field = g_list_model_get_item (G_LIST_MODEL (list), i);
      g_autoptr (OffprintReading) reading = offprint_work_dup_source_of (work, offprint_field_sources_get_pointer (field));
      OffprintFieldPlace place = offprint_field_sources_get_place (field);

      g_assert_nonnull (reading);
      g_assert_cmpstr (offprint_field_sources_get_source (field), ==, offprint_reading_get_source_name (reading));
      /* the order of the page: what has no place is last */
      g_assert_true (place == OFFPRINT_PLACE_NONE || (place >= last && last != OFFPRINT_PLACE_NONE));
      last = place;
    }
}

static void
count_cb (guint *n)
{
  *n += 1;
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  guint      *n)
{
  *n += 1;
}

static void
test_choose (void)
{
  g_autoptr (OffprintWork) work = new_work ();
  g_autoptr (OffprintSourceList) list = offprint_source_list_new (work);
  OffprintFieldSources *field = find (list, "/title");
  GListModel *candidates = offprint_field_sources_get_candidates (field);
  g_autoptr (OffprintCandidate) first = g_list_model_get_item (candidates, 0);
  g_autoptr (OffprintCandidate) second = g_list_model_get_item (candidates, 1);
  g_autoptr (OffprintWorkEdit) edit = NULL;
  guint n_changed = 0;
  guint n_items_changed = 0;

  g_signal_connect_swapped (field, "changed", G_CALLBACK (count_cb), &n_changed);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &n_items_changed);
  g_assert_true (offprint_candidate_is_winner (first));
  g_assert_false (offprint_candidate_can_use (first));
  g_assert_true (offprint_candidate_can_use (second));
  g_assert_false (offprint_field_sources_is_chosen (field));

  edit = offprint_work_choose (work, "/title", offprint_reading_get_id (offprint_candidate_get_reading (second)));
  g_assert_nonnull (edit);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (n_items_changed, ==, 0); /* what is open stays open */
  g_assert_true (find (list, "/title") == field);
  g_assert_true (offprint_field_sources_is_chosen (field));
  g_assert_cmpstr (offprint_field_sources_get_source (field), ==, "Crossref");
  g_assert_cmpstr (offprint_field_sources_get_reason (field), ==, "chosen by you");
  offprint_work_undo (work, edit);
  g_assert_false (offprint_field_sources_is_chosen (field));
  g_assert_cmpstr (offprint_field_sources_get_source (field), ==, "the publisher’s page");
}

static void
test_aside (void)
{
  g_autoptr (OffprintWork) work = new_work ();
  g_autoptr (OffprintSourceList) list = offprint_source_list_new (work);
  g_autoptr (OffprintReading) bad = offprint_reading_new ("page", OFFPRINT_READING_ABOUT_WORK, NULL, NULL, NULL, parse ("{\"title\":\"Books and Journals of All Sciences\",\"note\":\"n\",\"medium\":\"m\"}"));
  g_autofree char *reason = NULL;
  OffprintFieldSources *field = NULL;
  guint n_aside = 0;

  offprint_work_add_reading (work, bad);
  field = find (list, "/title");
  g_assert_true (offprint_field_sources_has_aside (field));
  g_assert_cmpstr (offprint_field_sources_get_text (field), ==, "On E. coli and Patience");
  for (guint i = 0; i < g_list_model_get_n_items (offprint_field_sources_get_candidates (field)); i++)
    {
      g_autoptr (OffprintCandidate) candidate = g_list_model_get_item (offprint_field_sources_get_candidates (field), i);

      if (!offprint_candidate_is_aside (candidate))
        continue;
      n_aside++;
      g_assert_true (offprint_candidate_get_reading (candidate) == bad);
      g_assert_cmpstr (offprint_candidate_get_text (candidate), ==, "Books and Journals of All Sciences");
      g_assert_cmpint (offprint_candidate_get_doubt (candidate), ==, OFFPRINT_DOUBT_UNLIKE);
      g_assert_true (offprint_candidate_can_use (candidate));
      reason = offprint_candidate_dup_reason (candidate);
    }
  g_assert_cmpuint (n_aside, ==, 1);
  g_assert_true (g_str_has_prefix (reason, "Set aside: "));
  g_assert_cmpint (offprint_source_list_get_doubt (list, bad), ==, OFFPRINT_DOUBT_UNLIKE);
  g_assert_cmpuint (offprint_source_list_count_values (list, bad), ==, 0);

  /* what only it says is shown, and stands nowhere in the record */
  field = find (list, "/medium");
  g_assert_nonnull (field);
  g_assert_null (offprint_field_sources_get_text (field));
  g_assert_null (offprint_field_sources_get_source (field));
  g_assert_cmpstr (offprint_field_sources_get_reason (field), ==, "not believed by itself");
}

/* Whatever stands in a record has words, and a long list does not cost what is not shown */
static void
test_words (void)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (OffprintSourceList) list = NULL;
  g_autoptr (GString) record = g_string_new ("{\"custom\":{\"offprint\":{\"references\":[");
  OffprintFieldSources *field = NULL;

  for (guint i = 0; i < 140; i++)
    g_string_append_printf (record, "%s{\"text\":\"<p>Roe, Part %u</p>\"}", i > 0 ? "," : "", i);
  g_string_append (record, "],\"funders\":[{\"name\":\"Fund\",\"awards\":[\"A 1\"]}],\"links\":[{\"rel\":\"pdf\",\"url\":\"https://example.org/p\"}],"
                           "\"rights\":{\"copyright\":\"©\",\"licenses\":[{\"url\":\"https://l.example\",\"applies-to\":\"vor\"}]},"
                           "\"access\":{\"offers\":[{\"label\":\"eBook\",\"price\":\"119.00\",\"currency\":\"USD\"}]},"
                           "\"notices\":[{\"kind\":\"correction\",\"direction\":\"about-this\",\"DOI\":\"10.5555/c\",\"date\":\"2021-03-12\"}],"
                           "\"relations\":[{\"kind\":\"has-preprint\",\"DOI\":\"10.5555/p\"}],\"future\":{\"a\":[1,{\"b\":2}]}}}}");
  add (work, "page", FALSE, record->str);
  list = offprint_source_list_new (work);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (OffprintFieldSources) each = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_nonnull (offprint_field_sources_get_text (each));
      g_assert_cmpint (*offprint_field_sources_get_text (each), !=, '\0');
    }
  field = find (list, "/custom/offprint/references");
  g_assert_cmpuint (offprint_field_sources_get_count (field), ==, 140);
  g_assert_true (g_str_has_suffix (offprint_field_sources_get_text (field), "Roe, Part 4\nand 135 more"));
  g_assert_cmpstr (offprint_field_sources_get_text (find (list, "/custom/offprint/access/offers")), ==, "eBook · 119.00 USD");
  g_assert_cmpstr (offprint_field_sources_get_text (find (list, "/custom/offprint/funders")), ==, "Fund · A 1");
  g_assert_cmpstr (offprint_field_sources_get_text (find (list, "/custom/offprint/notices")), ==, "Correction · 12 March 2021 · 10.5555/c");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/sources/value", cases[i].pointer, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/sources/provenance", test_provenance);
  g_test_add_func ("/sources/choose", test_choose);
  g_test_add_func ("/sources/aside", test_aside);
  g_test_add_func ("/sources/words", test_words);

  return g_test_run ();
}
