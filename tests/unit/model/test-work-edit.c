/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person decides about the sources of a work: what is chosen stays chosen, what is
 * undone is as it was to the byte, and a source that turns bad destroys nothing.
 */

#include "config.h"

#include "work-edit.h"

#include "json-value.h"
#include "record.h"

#include <string.h>

static JsonObject *
parse (const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);

  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

static OffprintReading *
add_at (OffprintWork *work,
        const char   *source,
        const char   *at,
        const char   *record)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_iso8601 (at, NULL);
  g_autoptr (OffprintReading) reading = offprint_reading_new (source, OFFPRINT_READING_ABOUT_WORK, "https://example.org/a", when, NULL, parse (record));

  offprint_work_add_reading (work, reading);

  return g_steal_pointer (&reading);
}

static void
add (OffprintWork *work,
     const char   *source,
     const char   *record)
{
  g_autoptr (OffprintReading) reading = add_at (work, source, "2026-11-24T20:31:00Z", record);
}

static char *
dup_record (OffprintWork *work)
{
  g_autoptr (JsonNode) node = offprint_work_to_json (work, OFFPRINT_RECORD_WITH_READINGS);
  g_autoptr (GError) error = NULL;

  offprint_record_check (node, &error);
  g_assert_no_error (error);

  return offprint_json_to_string (node);
}

static char *
dup_value (OffprintWork *work,
           const char   *pointer)
{
  g_autoptr (JsonNode) node = offprint_work_to_json (work, OFFPRINT_RECORD_DEFAULT);
  JsonNode *value = offprint_json_get_at (node, pointer);

  return value != NULL ? offprint_json_to_string (value) : NULL;
}

static OffprintWork *
reload (OffprintWork *work)
{
  g_autoptr (JsonNode) node = offprint_work_to_json (work, OFFPRINT_RECORD_WITH_READINGS);
  g_autoptr (GError) error = NULL;
  OffprintWork *again = offprint_work_new_from_json (node, &error);

  g_assert_no_error (error);

  return again;
}

static void
count_cb (guint *n)
{
  *n += 1;
}

#define PAGE "{\"title\":\"The Patience of Machines\",\"DOI\":\"10.5555/a\",\"author\":[{\"family\":\"Quill\",\"given\":\"Ada\"}],"        \
             "\"abstract\":\"We waited, and wrote down what came.\",\"publisher\":\"Tidewater\","                                          \
             "\"custom\":{\"offprint\":{\"abstracts\":[{\"kind\":\"abstract\",\"text\":\"<p>We waited, and wrote down what came.</p>\"}]," \
             "\"notes\":[{\"mark\":\"1\",\"text\":\"<p>One.</p>\"}],\"dates\":{\"online\":\"2021-05-03\"},"                                \
             "\"counts\":{\"accesses\":{\"value\":831,\"seen\":\"2026-11-24T20:31:00Z\"}}}}}"
#define REGISTRY "{\"type\":\"chapter\",\"title\":\"Patience of Machines, The\",\"DOI\":\"10.5555/a\",\"author\":[{\"family\":\"Quill\",\"given\":\"A.\"}]," \
                 "\"publisher\":\"Tidewater LLC\",\"volume\":\"7\",\"custom\":{\"offprint\":{\"dates\":{\"online\":\"2021\",\"print\":\"2022\"}}}}"
#define DENIED "{\"title\":\"Access denied\",\"publisher\":\"A Network\",\"abstract\":\"Please enable cookies.\",\"note\":\"x\"}"

/* a row: choose from @id at @pointer and see @expected */
typedef struct
{
  const char *path;
  const char *pointer;
  const char *id;
  const char *expected; /* NULL: cannot be chosen */
} ChooseCase;

static const ChooseCase choose_cases[] = {
  { "title", "/title", "r2", "\"Patience of Machines, The\"" },
  { "imprint", "/publisher", "r2", "\"Tidewater LLC\"" },
  { "names", "/author", "r2", "[{\"family\":\"Quill\",\"given\":\"A.\"}]" },
  { "member", "/custom/offprint/dates/online", "r2", "\"2021\"" },
  { "who-says-nothing", "/custom/offprint/notes", "r2", NULL },
  { "no-such-reading", "/title", "r9", NULL },
  { "no-place", "/author/0/given", "r2", NULL },
  { "nowhere", "/", "r2", NULL },
  { "no-pointer", "title", "r2", NULL },
};

static void
test_choose (gconstpointer data)
{
  const ChooseCase *c = data;
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (OffprintWork) again = NULL;
  g_autoptr (OffprintWorkEdit) edit = NULL;
  g_autofree char *before = NULL;
  g_autofree char *value = NULL;
  g_autofree char *chosen = NULL;
  g_autofree char *reloaded = NULL;
  g_autofree char *undone = NULL;
  guint n_changed = 0;

  add (work, "page", PAGE);
  add (work, "crossref", REGISTRY);
  before = dup_record (work);
  g_signal_connect_swapped (work, "changed", G_CALLBACK (count_cb), &n_changed);
  edit = offprint_work_choose (work, c->pointer, c->id);
  if (c->expected == NULL)
    {
      g_assert_null (edit);
      g_assert_cmpuint (n_changed, ==, 0);
      return;
    }
  g_assert_nonnull (edit);
  g_assert_cmpuint (n_changed, ==, 1);
  value = dup_value (work, c->pointer);
  g_assert_cmpstr (value, ==, c->expected);
  g_assert_cmpstr (offprint_work_get_choice (work, c->pointer), ==, c->id);
  g_assert_null (offprint_work_choose (work, c->pointer, c->id)); /* it is so already */

  /* it is kept */
  chosen = dup_record (work);
  g_assert_nonnull (strstr (chosen, "\"by\":\"user\""));
  again = reload (work);
  reloaded = dup_record (again);
  g_assert_cmpstr (reloaded, ==, chosen);
  g_assert_cmpstr (offprint_work_get_choice (again, c->pointer), ==, c->id);

  /* and undone */
  offprint_work_undo (work, edit);
  undone = dup_record (work);
  g_assert_cmpstr (undone, ==, before);
  g_assert_null (offprint_work_get_choice (work, c->pointer));
}

static void
test_unchoose (void)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (OffprintWorkEdit) edit = NULL;
  g_autoptr (OffprintWorkEdit) second = NULL;
  g_autofree char *before = NULL;
  g_autofree char *chosen = NULL;
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;

  add (work, "page", PAGE);
  add (work, "crossref", REGISTRY);
  before = dup_record (work);
  g_assert_null (offprint_work_unchoose (work, "/title"));
  edit = offprint_work_choose (work, "/title", "r2");
  chosen = dup_record (work);
  second = offprint_work_unchoose (work, "/title");
  after = dup_record (work);
  g_assert_cmpstr (after, ==, before);
  offprint_work_undo (work, second);
  again = dup_record (work);
  g_assert_cmpstr (again, ==, chosen);
}

/* The abstract is one value to a reader, though it stands in two places */
static void
test_twins (void)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (OffprintWorkEdit) edit = NULL;

  add (work, "page", PAGE);
  add (work, "ris", "{\"abstract\":\"We waited long, and wrote down all that came to us.\",\"custom\":{\"offprint\":{\"abstracts\":["
                    "{\"kind\":\"abstract\",\"text\":\"<p>We waited long, and wrote down all that came to us.</p>\"}]}}}");
  g_assert_true (g_str_has_prefix (offprint_work_get_text (work, OFFPRINT_FIELD_ABSTRACT), "We waited long"));
  edit = offprint_work_choose (work, "/custom/offprint/abstracts", "r1");
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_ABSTRACT), ==, "We waited, and wrote down what came.");
  offprint_work_undo (work, edit);
  g_assert_true (g_str_has_prefix (offprint_work_get_text (work, OFFPRINT_FIELD_ABSTRACT), "We waited long"));
}

/* What was chosen of a source is what that source says, when it is asked again too */
static void
test_refresh (void)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (OffprintWorkEdit) edit = NULL;

  add (work, "page", PAGE);
  add (work, "crossref", REGISTRY);
  edit = offprint_work_choose (work, "/publisher", "r2");
  add (work, "crossref", "{\"type\":\"chapter\",\"title\":\"Patience of Machines, The\",\"publisher\":\"Tidewater Inc\"}");
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_PUBLISHER), ==, "Tidewater Inc");
  add (work, "datacite", "{\"publisher\":\"Other\"}");
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_PUBLISHER), ==, "Tidewater Inc");
}

static void
test_take_back (void)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (OffprintWorkEdit) choice = NULL;
  g_autoptr (OffprintWorkEdit) edit = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add (work, "page", PAGE);
  add (work, "crossref", REGISTRY);
  choice = offprint_work_choose (work, "/title", "r1");
  before = dup_record (work);
  edit = offprint_work_take_back_reading (work, "r1");
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_TITLE), ==, "Patience of Machines, The");
  g_assert_cmpuint (g_list_model_get_n_items (offprint_work_get_notes (work)), ==, 0);
  g_assert_null (offprint_work_get_choice (work, "/title"));
  offprint_work_undo (work, edit);
  after = dup_record (work);
  g_assert_cmpstr (after, ==, before);
}

/* What came after the edit is not touched by undoing it, be it of the same name */
static void
test_undo_late (void)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (OffprintWorkEdit) edit = NULL;
  g_autoptr (OffprintReading) found = NULL;

  add (work, "page", PAGE);
  add (work, "crossref", REGISTRY);
  edit = offprint_work_take_back_reading (work, "r2");
  add (work, "datacite", "{\"edition\":\"3\"}");
  offprint_work_undo (work, edit);
  g_assert_cmpuint (g_list_model_get_n_items (offprint_work_get_readings (work)), ==, 3);
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_EDITION), ==, "3");
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_VOLUME), ==, "7");
  found = offprint_work_dup_source_of (work, "/volume");
  g_assert_cmpstr (offprint_reading_get_source (found), ==, "crossref");
}

/* --- a source that turns bad --- */

typedef struct
{
  const char *path;
  const char *bad;
} BadCase;

static const BadCase bad_cases[] = {
  { "denied", DENIED },
  { "moment", "{\"title\":\"Just a moment…\"}" },
  { "log-in", "{\"title\":\"Log in | Tidewater\",\"custom\":{\"offprint\":{\"notes\":[{\"mark\":\"1\",\"text\":\"<p>Forgot your password?</p>\"}]}}}" },
  { "site", "{\"title\":\"example\",\"publisher\":\"A Network\"}" },
  { "front-page", "{\"title\":\"Books and Journals of All Sciences\",\"abstract\":\"Search a million works of all sciences and read them at once.\"}" },
  { "nothing", "{}" },
  { "lost-all-but-the-title", "{\"title\":\"The Patience of Machines\"}" },
  { "cookie-abstract", "{\"title\":\"The Patience of Machines\",\"DOI\":\"10.5555/a\",\"author\":[{\"family\":\"Quill\",\"given\":\"Ada\"}],\"abstract\":\"We use cookies.\","
                       "\"custom\":{\"offprint\":{\"abstracts\":[{\"kind\":\"abstract\",\"text\":\"<p>We use cookies.</p>\"}],\"notes\":[{\"mark\":\"1\",\"text\":\"<p>One.</p>\"}]}}}" },
};

static void
assert_good (OffprintWork *work)
{
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_TITLE), ==, "The Patience of Machines");
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_ABSTRACT), ==, "We waited, and wrote down what came.");
  g_assert_cmpuint (g_list_model_get_n_items (offprint_work_get_abstracts (work)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (offprint_work_get_notes (work)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (offprint_work_get_people (work)), ==, 1);
}

static void
test_bad (gconstpointer data)
{
  const BadCase *c = data;

  for (guint with_registry = 0; with_registry < 2; with_registry++)
    {
      g_autoptr (OffprintWork) work = offprint_work_new ();
      g_autoptr (OffprintWork) again = NULL;
      g_autofree char *good = NULL;
      g_autofree char *recovered = NULL;
      guint n = 0;

      if (with_registry)
        add (work, "crossref", REGISTRY);
      add (work, "page", PAGE);
      good = dup_record (work);
      n = g_list_model_get_n_items (offprint_work_get_readings (work));
      add (work, "page", c->bad);
      assert_good (work);
      g_assert_cmpuint (g_list_model_get_n_items (offprint_work_get_readings (work)), ==, n + 1);
      add (work, "page", c->bad); /* again: nothing more */
      g_assert_cmpuint (g_list_model_get_n_items (offprint_work_get_readings (work)), ==, n + 1);
      again = reload (work);
      assert_good (again);
      g_assert_cmpuint (g_list_model_get_n_items (offprint_work_get_readings (again)), ==, n + 1);

      /* and the source recovers */
      add (work, "page", PAGE);
      recovered = dup_record (work);
      g_assert_cmpstr (recovered, ==, good);
    }
}

/* What is in doubt can be taken all the same */
static void
test_bad_chosen (void)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (OffprintWorkEdit) edit = NULL;

  add (work, "page", PAGE);
  add (work, "page", DENIED);
  edit = offprint_work_choose (work, "/title", "r2");
  g_assert_nonnull (edit);
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_TITLE), ==, "Access denied");
  offprint_work_undo (work, edit);
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_TITLE), ==, "The Patience of Machines");
}

/* A choice made of what a source said when it was good holds while it is bad */
static void
test_chosen_before_bad (void)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (OffprintWorkEdit) edit = NULL;

  add (work, "crossref", REGISTRY);
  add (work, "page", PAGE);
  edit = offprint_work_choose (work, "/publisher", "r2");
  add (work, "page", DENIED);
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_PUBLISHER), ==, "Tidewater");
  add (work, "page", PAGE);
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_PUBLISHER), ==, "Tidewater");
  g_assert_cmpuint (g_list_model_get_n_items (offprint_work_get_readings (work)), ==, 2);
}

/* A work that really is called so loses nothing */
static void
test_genuine (void)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();

  add (work, "crossref", "{\"title\":\"Home\",\"volume\":\"1\"}");
  add (work, "page", "{\"title\":\"Home\",\"issue\":\"2\"}");
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_TITLE), ==, "Home");
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_ISSUE), ==, "2");
}

/* A translation has the DOI or an author of the work */
static void
test_translation (void)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();

  add (work, "crossref", REGISTRY);
  add (work, "page", "{\"title\":\"Die Geduld kleiner Apparate\",\"DOI\":\"10.5555/A\",\"issue\":\"2\"}");
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_TITLE), ==, "Die Geduld kleiner Apparate");
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_ISSUE), ==, "2");
}

/* Whoever corrects a title by hand does not disown the page */
static void
test_typed (void)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();

  add (work, "page", PAGE);
  add (work, "you", "{\"title\":\"Something Entirely Different\"}");
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_TITLE), ==, "Something Entirely Different");
  g_assert_cmpuint (g_list_model_get_n_items (offprint_work_get_notes (work)), ==, 1);
}

/* A registry takes back what it said */
static void
test_registry_corrects (void)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();

  add (work, "crossref", REGISTRY);
  add (work, "crossref", "{\"type\":\"chapter\",\"title\":\"Patience of Machines, The\",\"author\":[{\"family\":\"Quill\",\"given\":\"A.\"}]}");
  g_assert_null (offprint_work_get_text (work, OFFPRINT_FIELD_VOLUME));
  g_assert_cmpuint (g_list_model_get_n_items (offprint_work_get_readings (work)), ==, 1);
}

/* --- read twice --- */

static void
test_twice (void)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (OffprintReading) first = add_at (work, "page", "2026-11-24T20:31:00Z", PAGE);
  g_autoptr (OffprintReading) second = NULL;
  g_autoptr (GString) later = g_string_new (PAGE);
  g_autoptr (GString) expected = NULL;
  g_autofree char *after = NULL;
  g_autofree char *before = NULL;
  const char *seen = NULL;
  guint n_changed = 0;

  add (work, "crossref", REGISTRY);
  before = dup_record (work);
  expected = g_string_new (before);
  g_string_replace (expected, "\"value\":831,\"seen\":\"2026-11-24T20:31:00Z\"", "\"value\":831,\"seen\":\"2026-11-25T07:00:00Z\"", 0);
  g_string_replace (later, "2026-11-24T20:31:00Z", "2026-11-25T07:00:00Z", 0);
  g_signal_connect_swapped (work, "changed", G_CALLBACK (count_cb), &n_changed);
  second = add_at (work, "page", "2026-11-25T07:00:00Z", later->str);
  g_assert_cmpuint (n_changed, ==, 0);
  g_string_replace (expected, "\"source\":\"page\",\"about\":\"work\",\"url\":\"https://example.org/a\",\"at\":\"2026-11-24T20:31:00Z\"",
                    "\"source\":\"page\",\"about\":\"work\",\"url\":\"https://example.org/a\",\"at\":\"2026-11-25T07:00:00Z\"", 0);
  after = dup_record (work);
  g_assert_cmpstr (after, ==, expected->str);
  g_assert_true (offprint_work_get_count (work, OFFPRINT_COUNT_ACCESSES, NULL, &seen));
  g_assert_cmpstr (seen, ==, "2026-11-25T07:00:00Z");
}

/* --- as it was --- */

static void
test_former (void)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (OffprintReading) old = add_at (work, "crossref", "2026-11-24T20:31:00Z", REGISTRY);
  g_autoptr (OffprintWork) again = NULL;
  g_autoptr (OffprintWorkEdit) edit = NULL;
  g_autoptr (OffprintWorkEdit) second = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *chosen = NULL;
  g_autofree char *reloaded = NULL;

  add (work, "crossref", "{\"type\":\"chapter\",\"title\":\"Patience of Machines, The\",\"publisher\":\"Tidewater Inc\"}");
  before = dup_record (work);
  edit = offprint_work_choose_former (work, "/publisher", old);
  g_assert_nonnull (edit);
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_PUBLISHER), ==, "Tidewater LLC");
  g_assert_null (offprint_work_get_text (work, OFFPRINT_FIELD_VOLUME)); /* no more of it than was chosen */
  chosen = dup_record (work);
  again = reload (work);
  reloaded = dup_record (again);
  g_assert_cmpstr (reloaded, ==, chosen);
  add (again, "crossref", "{\"type\":\"chapter\",\"title\":\"Patience of Machines, The\",\"publisher\":\"Tidewater SE\"}");
  g_assert_cmpstr (offprint_work_get_text (again, OFFPRINT_FIELD_PUBLISHER), ==, "Tidewater LLC");

  offprint_work_undo (work, edit);
  after = dup_record (work);
  g_assert_cmpstr (after, ==, before);

  /* no longer chosen, it is gone; and comes back when that is undone */
  g_clear_pointer (&edit, offprint_work_edit_unref);
  edit = offprint_work_choose_former (work, "/publisher", old);
  second = offprint_work_unchoose (work, "/publisher");
  g_assert_cmpuint (g_list_model_get_n_items (offprint_work_get_readings (work)), ==, 1);
  offprint_work_undo (work, second);
  g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_PUBLISHER), ==, "Tidewater LLC");
  g_assert_null (offprint_work_choose_former (work, "/custom/offprint/notes", old));
}

/* What is kept joins what is on the page, whichever came first */
static void
test_join (void)
{
  for (guint with_answer = 0; with_answer < 3; with_answer++)
    {
      g_autoptr (OffprintWork) kept = offprint_work_new ();
      g_autoptr (OffprintWork) again = NULL;
      g_autoptr (OffprintWork) work = offprint_work_new ();
      g_autoptr (OffprintReading) old = add_at (kept, "crossref", "2026-11-24T20:31:00Z", REGISTRY);
      g_autoptr (OffprintWorkEdit) edit = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      add (kept, "crossref", "{\"type\":\"chapter\",\"title\":\"Patience of Machines, The\",\"publisher\":\"Tidewater Inc\"}");
      add (kept, "page", PAGE);
      edit = offprint_work_choose_former (kept, "/publisher", old);
      before = dup_record (kept);
      again = reload (kept);
      if (with_answer == 1)
        add (work, "crossref", "{\"type\":\"chapter\",\"title\":\"Patience of Machines, The\",\"publisher\":\"Tidewater SE\"}");
      if (with_answer == 2)
        offprint_work_join (work, kept);
      offprint_work_join (work, again);
      g_assert_cmpstr (offprint_work_get_text (work, OFFPRINT_FIELD_PUBLISHER), ==, "Tidewater LLC");
      g_assert_cmpuint (g_list_model_get_n_items (offprint_work_get_readings (work)), ==, 3);
      after = dup_record (work);
      if (with_answer != 1)
        g_assert_cmpstr (after, ==, before);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (choose_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/work-edit/choose/", choose_cases[i].path, NULL);

      g_test_add_data_func (path, &choose_cases[i], test_choose);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/work-edit/bad/", bad_cases[i].path, NULL);

      g_test_add_data_func (path, &bad_cases[i], test_bad);
    }
  g_test_add_func ("/work-edit/unchoose", test_unchoose);
  g_test_add_func ("/work-edit/twins", test_twins);
  g_test_add_func ("/work-edit/refresh", test_refresh);
  g_test_add_func ("/work-edit/take-back", test_take_back);
  g_test_add_func ("/work-edit/undo-late", test_undo_late);
  g_test_add_func ("/work-edit/bad-chosen", test_bad_chosen);
  g_test_add_func ("/work-edit/chosen-before-bad", test_chosen_before_bad);
  g_test_add_func ("/work-edit/genuine", test_genuine);
  g_test_add_func ("/work-edit/translation", test_translation);
  g_test_add_func ("/work-edit/typed", test_typed);
  g_test_add_func ("/work-edit/registry-corrects", test_registry_corrects);
  g_test_add_func ("/work-edit/twice", test_twice);
  g_test_add_func ("/work-edit/former", test_former);
  g_test_add_func ("/work-edit/join", test_join);

  return g_test_run ();
}
