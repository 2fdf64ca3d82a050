/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of styles over folders of our own: what is found, in which order, under
 * which words; and that broken files and broken caches stop nothing.
 */

#include "config.h"

#include "styles.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

typedef struct
{
  char *folder; /* a copy that a test may change */
  char *cache;
  char *dirs[3];
} Fixture;

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *data = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (from, &data, &length, NULL));
  g_assert_true (g_file_set_contents (to, data, (gssize) length, NULL));
}

static void
copy_folder (const char *from,
             const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name = NULL;

  g_assert_nonnull (dir);
  g_assert_cmpint (g_mkdir_with_parents (to, 0700), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        copy_folder (source, target);
      else
        copy_file (source, target);
    }
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *own = g_test_build_filename (G_TEST_DIST, "unit", "cite", "data", "styles", NULL);
  g_autofree char *place = g_dir_make_tmp ("offprint-styles-XXXXXX", NULL);

  fixture->folder = g_build_filename (place, "styles", NULL);
  fixture->cache = g_build_filename (place, "cache", NULL);
  copy_folder (own, fixture->folder);
  fixture->dirs[0] = g_strdup (fixture->folder);
  fixture->dirs[1] = g_build_filename (fixture->folder, "dependent", NULL);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_all (inner);
    }
  g_remove (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *place = g_path_get_dirname (fixture->folder);

  remove_all (place);
  g_free (fixture->folder);
  g_free (fixture->cache);
  g_free (fixture->dirs[0]);
  g_free (fixture->dirs[1]);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  GError **error = data;

  if (!offprint_style_catalog_load_finish (OFFPRINT_STYLE_CATALOG (source), result, error))
    g_assert_nonnull (*error);
  g_object_set_data (source, "done", GINT_TO_POINTER (1));
}

static OffprintStyleCatalog *
load (Fixture *fixture)
{
  OffprintStyleCatalog *catalog = offprint_style_catalog_new ((const char *const *) fixture->dirs, fixture->cache);
  g_autoptr (GError) error = NULL;

  offprint_style_catalog_load_async (catalog, NULL, loaded_cb, &error);
  while (g_object_get_data (G_OBJECT (catalog), "done") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (error);
  return catalog;
}

static char *
dup_names (OffprintStyleCatalog *catalog)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (catalog)); i++)
    {
      g_autoptr (OffprintStyleInfo) info = g_list_model_get_item (G_LIST_MODEL (catalog), i);

      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", offprint_style_info_get_name (info));
    }
  return g_string_free (names, FALSE);
}

#define ALL OFFPRINT_BUILTIN_STYLE " tiny-journal no-layout tiny-author-date tiny-note"

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (OffprintStyleCatalog) catalog = load (fixture);
  g_autofree char *names = dup_names (catalog);

  g_assert_cmpstr (names, ==, ALL);
}

static void
test_before_load (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (OffprintStyleCatalog) catalog = offprint_style_catalog_new ((const char *const *) fixture->dirs, fixture->cache);
  g_autofree char *names = dup_names (catalog);
  g_autoptr (OffprintStyleInfo) info = offprint_style_catalog_dup_info (catalog, "tiny-note");

  g_assert_cmpstr (names, ==, OFFPRINT_BUILTIN_STYLE);
  g_assert_cmpstr (offprint_style_info_get_title (info), ==, "tiny note");
  g_assert_null (offprint_style_catalog_dup_info (catalog, "no-such-style"));
  g_assert_null (offprint_style_catalog_dup_info (catalog, "../styles/tiny-note"));
}

static void
test_facts (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (OffprintStyleCatalog) catalog = load (fixture);
  g_autoptr (OffprintStyleInfo) style = offprint_style_catalog_dup_info (catalog, "tiny-author-date");
  g_autoptr (OffprintStyleInfo) child = offprint_style_catalog_dup_info (catalog, "tiny-journal");
  g_autoptr (OffprintStyleInfo) builtin = offprint_style_catalog_dup_info (catalog, OFFPRINT_BUILTIN_STYLE);

  g_assert_cmpstr (offprint_style_info_get_title (style), ==, "Tiny Author\u2013Date (Universit\u00e9)");
  g_assert_cmpstr (offprint_style_info_get_title_short (style), ==, "TAD");
  g_assert_cmpstr (offprint_style_info_get_format (style), ==, "author-date");
  g_assert_null (offprint_style_info_get_parent (style));
  g_assert_cmpstr (offprint_style_info_get_parent (child), ==, "tiny-author-date");
  g_assert_cmpstr (offprint_style_info_get_format (child), ==, "author-date");
  g_assert_nonnull (offprint_style_info_get_title (builtin));
}

static void
test_more_facts (Fixture       *fixture,
                 gconstpointer  data)
{
  /* the second time from the cache */
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (OffprintStyleCatalog) catalog = load (fixture);
      g_autoptr (OffprintStyleInfo) style = offprint_style_catalog_dup_info (catalog, "tiny-author-date");
      g_autoptr (OffprintStyleInfo) child = offprint_style_catalog_dup_info (catalog, "tiny-journal");
      g_autoptr (OffprintStyleInfo) note = offprint_style_catalog_dup_info (catalog, "tiny-note");

      g_assert_cmpstr (offprint_style_info_get_fields (style)[0], ==, "political_science");
      g_assert_cmpstr (offprint_style_info_get_fields (style)[1], ==, "history");
      g_assert_null (offprint_style_info_get_fields (style)[2]);
      g_assert_null (offprint_style_info_get_fields (child)[0]);
      g_assert_cmpstr (offprint_style_info_get_updated (child), ==, "2026-01-01T00:00:00+00:00");
      g_assert_cmpstr (offprint_style_info_get_language (note), ==, "de-DE");
      g_assert_null (offprint_style_info_get_language (style));
      g_assert_true (offprint_style_info_is_note (note));
      g_assert_false (offprint_style_info_is_note (child));
    }
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *query;
    const char *found;
  } cases[] = {
    { "", ALL },
    { "tiny", "tiny-journal tiny-author-date tiny-note" },
    { "UNIVERSITE tad", "tiny-author-date" },
    { "thing jour", "tiny-journal" },
    { "uthor", "" },
    { "tiny author-date", "tiny-journal tiny-author-date" },
    { "universite tiny author-date", "tiny-author-date" },
    { "political SCIENCE", "tiny-author-date" },
    { "\u0646\u0645\u0637 \u2014 \u1f40", "" },
  };
  g_autoptr (OffprintStyleCatalog) catalog = load (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = offprint_style_fold_words (cases[i].query);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (catalog)); j++)
        {
          g_autoptr (OffprintStyleInfo) info = g_list_model_get_item (G_LIST_MODEL (catalog), j);

          if (!offprint_style_info_matches (info, (const char *const *) words))
            continue;
          g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "", offprint_style_info_get_name (info));
        }
      g_assert_cmpstr (found->str, ==, cases[i].found);
    }
}

static void
test_cache (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *index = g_build_filename (fixture->cache, "styles.index", NULL);
  g_autofree char *note = g_build_filename (fixture->folder, "tiny-note.csl", NULL);
  g_autofree char *new_style = g_build_filename (fixture->folder, "new.csl", NULL);
  g_autoptr (OffprintStyleCatalog) first = load (fixture);
  g_autoptr (OffprintStyleCatalog) second = NULL;
  g_autofree char *names = NULL;

  g_assert_true (g_file_test (index, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_set_contents (new_style, "<style xmlns='http://purl.org/net/xbiblio/csl'><info><title>A New One</title></info></style>", -1, NULL));
  g_assert_cmpint (g_remove (note), ==, 0);
  second = load (fixture);
  names = dup_names (second);
  g_assert_cmpstr (names, ==, OFFPRINT_BUILTIN_STYLE " new tiny-journal no-layout tiny-author-date");
}

#define TITLED(title) "<style xmlns='http://purl.org/net/xbiblio/csl'><info><title>" title "</title></info></style>"

/* Writes a file, and sets its time: what the index goes by */
static void
put_style (Fixture    *fixture,
           const char *name,
           const char *text,
           time_t      mtime)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  struct utimbuf times = { mtime, mtime };

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_cmpint (g_utime (path, &times), ==, 0);
}

static void
assert_title (OffprintStyleCatalog *catalog,
              const char           *name,
              const char           *title)
{
  g_autoptr (OffprintStyleInfo) info = offprint_style_catalog_dup_info (catalog, name);

  g_assert_cmpstr (offprint_style_info_get_title (info), ==, title);
}

/* A file of the same time and size is not read again; one of another time is, and alone */
static void
test_cache_reuse (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (OffprintStyleCatalog) first = NULL;
  g_autoptr (OffprintStyleCatalog) second = NULL;

  put_style (fixture, "one.csl", TITLED ("One"), 1000000);
  put_style (fixture, "two.csl", TITLED ("Two"), 1000000);
  first = load (fixture);
  assert_title (first, "one", "One");
  put_style (fixture, "one.csl", TITLED ("Eno"), 1000000);
  put_style (fixture, "two.csl", TITLED ("Owt"), 1000001);
  second = load (fixture);
  assert_title (second, "one", "One");
  assert_title (second, "two", "Owt");
}

/* All files are what they were: the cache is not even written */
static void
test_cache_kept (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *index = g_build_filename (fixture->cache, "styles.index", NULL);
  g_autoptr (OffprintStyleCatalog) first = load (fixture);
  g_autoptr (OffprintStyleCatalog) second = NULL;
  GStatBuf before = { 0 };
  GStatBuf after = { 0 };

  g_assert_cmpint (g_stat (index, &before), ==, 0);
  second = load (fixture);
  g_assert_cmpint (g_stat (index, &after), ==, 0);
  g_assert_true (before.st_ino == after.st_ino);
}

static void
test_broken_cache (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *index = g_build_filename (fixture->cache, "styles.index", NULL);
  static const char *const contents[] = { "", "junk", "\1\0\0\0\377\377\377\377\377\377\377\377", "0123456789012345678901234567890123456789" };

  g_assert_cmpint (g_mkdir_with_parents (fixture->cache, 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (OffprintStyleCatalog) catalog = NULL;
      g_autofree char *names = NULL;

      g_assert_true (g_file_set_contents (index, contents[i], i == 2 ? 12 : -1, NULL));
      catalog = load (fixture);
      names = dup_names (catalog);
      g_assert_cmpstr (names, ==, ALL);
    }
}

static void
changed_cb (GListModel *model,
            guint       position,
            guint       removed,
            guint       added,
            guint      *changes)
{
  g_assert_cmpuint (position, ==, 1);
  (*changes)++;
}

/* One change for all, and the same row for the built-in style */
static void
test_one_change (Fixture       *fixture,
                 gconstpointer  data)
{
  OffprintStyleCatalog *catalog = offprint_style_catalog_new ((const char *const *) fixture->dirs, NULL);
  OffprintStyleInfo *before = g_list_model_get_item (G_LIST_MODEL (catalog), 0);
  OffprintStyleInfo *after = NULL;
  g_autoptr (GError) error = NULL;
  guint changes = 0;

  g_signal_connect (catalog, "items-changed", G_CALLBACK (changed_cb), &changes);
  offprint_style_catalog_load_async (catalog, NULL, loaded_cb, &error);
  while (g_object_get_data (G_OBJECT (catalog), "done") == NULL)
    g_main_context_iteration (NULL, TRUE);
  after = g_list_model_get_item (G_LIST_MODEL (catalog), 0);
  g_assert_cmpuint (changes, ==, 1);
  g_assert_true (before == after);
  g_object_unref (before);
  g_object_unref (after);
  g_object_unref (catalog);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (OffprintStyleCatalog) catalog = offprint_style_catalog_new ((const char *const *) fixture->dirs, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  offprint_style_catalog_load_async (catalog, cancellable, loaded_cb, &error);
  while (g_object_get_data (G_OBJECT (catalog), "done") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (catalog)), ==, 1);
}

/* What is installed: the system's styles, if there are any */
static void
test_system (void)
{
  g_autoptr (OffprintStyleCatalog) catalog = offprint_style_catalog_new (NULL, NULL);
  g_autoptr (OffprintStyleInfo) apa = offprint_style_catalog_dup_info (catalog, "apa");
  g_autoptr (GError) error = NULL;
  guint n = 0;

  if (apa == NULL)
    {
      g_test_skip ("no citation styles are installed");
      return;
    }
  offprint_style_catalog_load_async (catalog, NULL, loaded_cb, &error);
  while (g_object_get_data (G_OBJECT (catalog), "done") == NULL)
    g_main_context_iteration (NULL, TRUE);
  n = g_list_model_get_n_items (G_LIST_MODEL (catalog));
  g_test_message ("%u styles", n);
  g_assert_cmpuint (n, >, 1000);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (OffprintStyleInfo) info = g_list_model_get_item (G_LIST_MODEL (catalog), i);

      g_assert_nonnull (offprint_style_info_get_format (info));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/styles/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add ("/styles/before-load", Fixture, NULL, set_up, test_before_load, tear_down);
  g_test_add ("/styles/facts", Fixture, NULL, set_up, test_facts, tear_down);
  g_test_add ("/styles/more-facts", Fixture, NULL, set_up, test_more_facts, tear_down);
  g_test_add ("/styles/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/styles/cache", Fixture, NULL, set_up, test_cache, tear_down);
  g_test_add ("/styles/cache-reuse", Fixture, NULL, set_up, test_cache_reuse, tear_down);
  g_test_add ("/styles/cache-kept", Fixture, NULL, set_up, test_cache_kept, tear_down);
  g_test_add ("/styles/broken-cache", Fixture, NULL, set_up, test_broken_cache, tear_down);
  g_test_add ("/styles/one-change", Fixture, NULL, set_up, test_one_change, tear_down);
  g_test_add ("/styles/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add_func ("/styles/system", test_system);
  return g_test_run ();
}
