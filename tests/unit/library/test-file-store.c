/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plain store: what is kept is found again, in this start and the next; what is
 * broken is put aside; two instances do not lose each other's works.
 */

#include "config.h"

#include "file-store.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "model-error.h"
#include "store-files.h"

typedef struct
{
  char *folder;
  OffprintFileStore *file_store;
  OffprintStore *store;
} Fixture;

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
open_store (Fixture *fixture)
{
  g_clear_object (&fixture->file_store);
  fixture->file_store = offprint_file_store_new (fixture->folder);
  fixture->store = OFFPRINT_STORE (fixture->file_store);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *base = g_dir_make_tmp ("offprint-store-XXXXXX", NULL);

  fixture->folder = g_build_filename (base, "offprint", NULL);
  open_store (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *base = g_path_get_dirname (fixture->folder);

  g_assert_finalize_object (g_steal_pointer (&fixture->file_store));
  remove_all (base);
  g_free (fixture->folder);
}

static OffprintWork *
make_work (const char *json)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  g_autoptr (GError) error = NULL;
  OffprintWork *work = offprint_work_new_from_json (node, &error);

  g_assert_no_error (error);

  return work;
}

static void
take_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static OffprintWork *
look_up (OffprintStore  *store,
         const char     *id,
         GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  offprint_store_look_up_async (store, id, NULL, take_result_cb, &result);

  return offprint_store_look_up_finish (store, wait_for (&result), error);
}

static void
store_work (OffprintStore *store,
            OffprintWork  *work)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  offprint_store_store_async (store, work, NULL, take_result_cb, &result);
  offprint_store_store_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
}

static gboolean
remove_work (OffprintStore  *store,
             const char     *id,
             GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  offprint_store_remove_async (store, id, NULL, take_result_cb, &result);

  return offprint_store_remove_finish (store, wait_for (&result), error);
}

static char *
list_history (OffprintStore *store)
{
  GListModel *history = offprint_store_get_history (store);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (history); i++)
    {
      g_autoptr (OffprintHistoryEntry) entry = g_list_model_get_item (history, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", offprint_history_entry_get_id (entry));
    }

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

#define assert_history(store, expected)             \
  G_STMT_START                                      \
  {                                                 \
    g_autofree char *listed = list_history (store); \
    g_assert_cmpstr (listed, ==, expected);         \
  }                                                 \
  G_STMT_END

static char *
record_path (Fixture    *fixture,
             const char *id)
{
  g_autofree char *name = offprint_store_file_name (id);
  g_autofree char *file = g_strconcat (name, ".json", NULL);

  return g_build_filename (fixture->folder, "records", file, NULL);
}

static void
test_round (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (OffprintWork) work = make_work ("{\"id\":\"A/b\",\"type\":\"book\",\"title\":\"T\",\"DOI\":\"10.1000/1\",\"foo\":1}");
  g_autoptr (OffprintWork) by_id = NULL;
  g_autoptr (OffprintWork) by_doi = NULL;
  g_autoptr (OffprintWork) none = NULL;
  g_autoptr (JsonNode) before = offprint_work_to_json (work, OFFPRINT_RECORD_WITH_READINGS);
  g_autoptr (JsonNode) after = NULL;
  g_autoptr (GError) error = NULL;
  struct stat info;
  g_autofree char *path = record_path (fixture, "A/b");

  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
  none = look_up (fixture->store, "A/b", &error);
  g_assert_null (none);
  g_assert_error (error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_NOT_FOUND);
  g_clear_error (&error);

  store_work (fixture->store, work);
  assert_history (fixture->store, "A/b");
  by_id = look_up (fixture->store, "A/b", &error);
  g_assert_no_error (error);
  after = offprint_work_to_json (by_id, OFFPRINT_RECORD_WITH_READINGS);
  g_assert_true (json_node_equal (before, after));

  open_store (fixture);
  assert_history (fixture->store, "A/b");
  by_doi = look_up (fixture->store, "10.1000/1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (offprint_work_get_id (by_doi), ==, "A/b");
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 077, ==, 0);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (OffprintWork) a = make_work ("{\"id\":\"a\",\"type\":\"book\",\"title\":\"A\"}");
  g_autoptr (OffprintWork) b = make_work ("{\"id\":\"b\",\"type\":\"book\",\"title\":\"B\"}");
  g_autoptr (OffprintHistoryEntry) before = NULL;
  g_autoptr (OffprintHistoryEntry) after = NULL;
  g_autoptr (GError) error = NULL;

  store_work (fixture->store, a);
  before = g_list_model_get_item (offprint_store_get_history (fixture->store), 0);
  store_work (fixture->store, b);
  assert_history (fixture->store, "b a");
  after = g_list_model_get_item (offprint_store_get_history (fixture->store), 1);
  g_assert_true (before == after);
  store_work (fixture->store, a);
  assert_history (fixture->store, "a b");
  g_assert_true (remove_work (fixture->store, "a", &error));
  assert_history (fixture->store, "b");
  g_assert_false (remove_work (fixture->store, "a", &error));
  g_assert_error (error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_NOT_FOUND);
  open_store (fixture);
  assert_history (fixture->store, "b");
}

/* Asked at once, answered in turn */
static void
test_in_turn (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (OffprintWork) work = make_work ("{\"id\":\"a\",\"type\":\"book\",\"title\":\"A\"}");
  g_autoptr (OffprintWork) found = NULL;
  g_autoptr (GAsyncResult) stored = NULL;
  g_autoptr (GAsyncResult) looked_up = NULL;
  g_autoptr (GAsyncResult) cancelled = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  offprint_store_store_async (fixture->store, work, NULL, take_result_cb, &stored);
  offprint_store_remove_async (fixture->store, "a", cancellable, take_result_cb, &cancelled);
  offprint_store_look_up_async (fixture->store, "a", NULL, take_result_cb, &looked_up);
  g_cancellable_cancel (cancellable);
  found = offprint_store_look_up_finish (fixture->store, wait_for (&looked_up), &error);
  g_assert_no_error (error);
  g_assert_nonnull (found);
  g_assert_true (offprint_store_store_finish (fixture->store, wait_for (&stored), NULL));
  g_assert_false (offprint_store_remove_finish (fixture->store, wait_for (&cancelled), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_broken_record (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char *const junk[] = { "", "{\"id\":", "[]", "{\"id\":\"a\",\"type\":\"book\",\"title\":{\"x\":1}}", "\377\376" };
  g_autoptr (OffprintWork) work = make_work ("{\"id\":\"a\",\"type\":\"book\",\"title\":\"A\"}");
  g_autofree char *path = record_path (fixture, "a");

  for (gsize i = 0; i < G_N_ELEMENTS (junk); i++)
    {
      g_autofree char *aside = i == 0 ? g_strconcat (path, ".broken", NULL) : g_strdup_printf ("%s.broken-%u", path, (guint) i + 1);
      g_autofree char *kept = NULL;
      g_autoptr (OffprintWork) found = NULL;
      g_autoptr (GError) error = NULL;

      store_work (fixture->store, work);
      g_assert_true (g_file_set_contents (path, junk[i], -1, NULL));
      found = look_up (fixture->store, "a", &error);
      g_assert_null (found);
      g_assert_error (error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_RECORD_INVALID);
      g_assert_nonnull (strstr (error->message, "a.json"));
      g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, junk[i]);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* A store over a file that cannot be read spares it */
static void
test_spares (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (OffprintWork) work = make_work ("{\"id\":\"a\",\"type\":\"book\",\"title\":\"A\"}");
  g_autofree char *path = record_path (fixture, "a");
  g_autofree char *aside = g_strconcat (path, ".broken", NULL);
  g_autofree char *kept = NULL;

  store_work (fixture->store, work);
  g_assert_true (g_file_set_contents (path, "half of a rec", -1, NULL));
  store_work (fixture->store, work);
  g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "half of a rec");
}

static void
test_broken_history (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char *const junk[] = { "", "{", "{}", "null" };
  g_autoptr (OffprintWork) a = make_work ("{\"id\":\"a\",\"type\":\"book\",\"title\":\"A\"}");
  g_autofree char *path = g_build_filename (fixture->folder, "history.json", NULL);

  store_work (fixture->store, a);
  for (gsize i = 0; i < G_N_ELEMENTS (junk); i++)
    {
      g_assert_true (g_file_set_contents (path, junk[i], -1, NULL));
      open_store (fixture);
      while (g_list_model_get_n_items (offprint_store_get_history (fixture->store)) == 0)
        g_main_context_iteration (NULL, TRUE);
      assert_history (fixture->store, "a");
      while (g_main_context_iteration (NULL, FALSE))
        continue;
    }
}

static void
test_two_instances (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (OffprintFileStore) other = offprint_file_store_new (fixture->folder);
  g_autoptr (OffprintWork) a = make_work ("{\"id\":\"a\",\"type\":\"book\",\"title\":\"A\"}");
  g_autoptr (OffprintWork) b = make_work ("{\"id\":\"b\",\"type\":\"book\",\"title\":\"B\"}");
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;

  store_work (fixture->store, a);
  store_work (OFFPRINT_STORE (other), b);
  assert_history (OFFPRINT_STORE (other), "b a");
  offprint_store_store_async (fixture->store, a, NULL, take_result_cb, &first);
  offprint_store_store_async (OFFPRINT_STORE (other), b, NULL, take_result_cb, &second);
  g_assert_true (offprint_store_store_finish (fixture->store, wait_for (&first), NULL));
  g_assert_true (offprint_store_store_finish (OFFPRINT_STORE (other), wait_for (&second), NULL));
  open_store (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (offprint_store_get_history (fixture->store)), ==, 2);
}

static void
test_raws (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (OffprintWork) work = offprint_work_new ();
  g_autoptr (GBytes) raw = g_bytes_new_static ("{\"title\":\"T\"}", 13);
  g_autoptr (JsonNode) record = json_from_string ("{\"title\":\"T\",\"DOI\":\"10.1000/1\"}", NULL);
  g_autoptr (OffprintReading) reading = offprint_reading_new ("crossref", OFFPRINT_READING_ABOUT_WORK, NULL, NULL, raw, json_node_dup_object (record));
  g_autofree char *path = g_build_filename (fixture->folder, "readings", offprint_reading_get_sha256 (reading), NULL);
  g_autofree char *packed = NULL;
  g_autoptr (GError) error = NULL;

  offprint_work_add_reading (work, reading);
  store_work (fixture->store, work);
  g_assert_true (g_file_get_contents (path, &packed, NULL, NULL));
  g_assert_cmpmem (packed, 2, "\037\213", 2);
  g_assert_true (remove_work (fixture->store, "10.1000/1", &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_cannot_write (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (OffprintWork) work = make_work ("{\"id\":\"a\",\"type\":\"book\",\"title\":\"A\"}");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  /* a file where the folder should be */
  g_assert_true (g_file_set_contents (fixture->folder, "x", 1, NULL));
  offprint_store_store_async (fixture->store, work, NULL, take_result_cb, &result);
  g_assert_false (offprint_store_store_finish (fixture->store, wait_for (&result), &error));
  g_assert_error (error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_NOT_STORED);
  assert_history (fixture->store, "");
}

static void
test_names (void)
{
  static const char *const ids[] = { "a", "A", "a/b", "a%2Fb", "../../etc/passwd", ".", "..", "ä", "", "10.1002/(sici)1<2>", "CON" };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *long_id = g_strnfill (5000, 'x');
  g_autofree char *long_name = offprint_store_file_name (long_id);

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      char *name = offprint_store_file_name (ids[i]);

      g_assert_null (strchr (name, '/'));
      g_assert_false (g_str_has_prefix (name, "."));
      g_assert_true (g_hash_table_add (seen, name));
    }
  g_assert_cmpuint (strlen (long_name), <, 200);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/file-store/round", Fixture, NULL, set_up, test_round, tear_down);
  g_test_add ("/file-store/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/file-store/in-turn", Fixture, NULL, set_up, test_in_turn, tear_down);
  g_test_add ("/file-store/broken-record", Fixture, NULL, set_up, test_broken_record, tear_down);
  g_test_add ("/file-store/spares", Fixture, NULL, set_up, test_spares, tear_down);
  g_test_add ("/file-store/broken-history", Fixture, NULL, set_up, test_broken_history, tear_down);
  g_test_add ("/file-store/two-instances", Fixture, NULL, set_up, test_two_instances, tear_down);
  g_test_add ("/file-store/raws", Fixture, NULL, set_up, test_raws, tear_down);
  g_test_add ("/file-store/cannot-write", Fixture, NULL, set_up, test_cannot_write, tear_down);
  g_test_add_func ("/file-store/names", test_names);

  return g_test_run ();
}
