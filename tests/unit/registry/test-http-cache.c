/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cache on the disk: what goes in comes out, or nothing does.
 */

#include "http-cache.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  gboolean done;
  OffprintCacheEntry *entry;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("offprint-cache-XXXXXX", NULL);
}

static guint
empty_folder (Fixture  *self,
              gboolean  is_removing)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name = NULL;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      n++;
      if (is_removing)
        g_unlink (path);
    }
  return n;
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  empty_folder (self, TRUE);
  g_rmdir (self->folder);
  g_free (self->folder);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Fixture *self = user_data;

  self->entry = offprint_http_cache_load_finish (OFFPRINT_HTTP_CACHE (source), result);
  self->done = TRUE;
}

static OffprintCacheEntry *
load (Fixture           *self,
      OffprintHttpCache *cache,
      const char        *key)
{
  self->done = FALSE;
  offprint_http_cache_load_async (cache, key, loaded_cb, self);
  while (!self->done)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (&self->entry);
}

static OffprintCacheEntry *
new_entry (gsize size)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (1700000000);
  g_autofree char *data = g_strnfill (size, 'a');
  g_autoptr (GBytes) body = g_bytes_new (data, size);

  return offprint_cache_entry_new ("https://api.crossref.org/works", "application/json", "\"v1\"", NULL, body, at);
}

static void
store_and_wait (OffprintHttpCache  *cache,
                const char         *key,
                OffprintCacheEntry *entry)
{
  g_autofree char *path = offprint_http_cache_dup_path (cache, key);
  OffprintHttpCache *weak = cache;

  offprint_http_cache_store (cache, key, entry);
  g_object_add_weak_pointer (G_OBJECT (cache), (gpointer *) &weak);
  g_object_unref (cache); /* the caller’s: gone when the write is */
  while (weak != NULL)
    g_main_context_iteration (NULL, FALSE);
}

static void
test_round (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (OffprintCacheEntry) entry = new_entry (1000);
  g_autoptr (OffprintCacheEntry) back = NULL;
  g_autoptr (OffprintHttpCache) second = NULL;

  store_and_wait (offprint_http_cache_new (self->folder, 0), "a", entry);
  second = offprint_http_cache_new (self->folder, 0);
  back = load (self, second, "a");

  g_assert_nonnull (back);
  g_assert_true (back != entry);
  g_assert_true (g_bytes_equal (back->body, entry->body));
  g_assert_cmpstr (back->url, ==, "https://api.crossref.org/works");
  g_assert_cmpstr (back->content_type, ==, "application/json");
  g_assert_cmpstr (back->etag, ==, "\"v1\"");
  g_assert_null (back->last_modified);
  g_assert_cmpint (g_date_time_to_unix (back->at), ==, 1700000000);
  g_assert_null (load (self, second, "b"));
}

/* What is still being written is there already */
static void
test_pending (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (OffprintHttpCache) cache = offprint_http_cache_new (self->folder, 0);
  g_autoptr (OffprintCacheEntry) entry = new_entry (1000);
  g_autoptr (OffprintCacheEntry) back = NULL;

  offprint_http_cache_store (cache, "a", entry);
  back = load (self, cache, "a");
  g_assert_true (back == entry);
  store_and_wait (g_steal_pointer (&cache), "b", entry);
}

static void
test_bound (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (OffprintCacheEntry) entry = new_entry (10000);

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i);

      store_and_wait (offprint_http_cache_new (self->folder, 100000), key, entry);
    }
  g_assert_cmpuint (empty_folder (self, FALSE), <, 10);
  g_assert_cmpuint (empty_folder (self, FALSE), >, 4);
}

static void
test_large (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (OffprintHttpCache) cache = offprint_http_cache_new (self->folder, 0);
  g_autoptr (OffprintCacheEntry) entry = new_entry (9 << 20);

  offprint_http_cache_store (cache, "a", entry);
  g_assert_null (load (self, cache, "a"));
}

/* Nothing can be written: nothing is kept, nobody is bothered */
static void
test_no_folder (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *file = g_build_filename (self->folder, "file", NULL);
  g_autofree char *folder = g_build_filename (file, "cache", NULL);
  g_autoptr (OffprintCacheEntry) entry = new_entry (10);
  g_autoptr (OffprintHttpCache) second = NULL;

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  store_and_wait (offprint_http_cache_new (folder, 0), "a", entry);
  second = offprint_http_cache_new (folder, 0);
  g_assert_null (load (self, second, "a"));
}

typedef struct
{
  const char *name;
  const char *bytes;
  gsize size;
} Junk;

static const Junk junk[] = {
  { "empty", "", 0 },
  { "text", "offprint-answer-1", 17 },
  { "zeros", "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 32 },
  { "ones", "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", 16 },
};

static void
test_junk (Fixture       *self,
           gconstpointer  data)
{
  const Junk *c = data;
  g_autoptr (OffprintHttpCache) cache = offprint_http_cache_new (self->folder, 0);
  g_autofree char *path = offprint_http_cache_dup_path (cache, "a");

  g_assert_true (g_file_set_contents (path, c->bytes, c->size, NULL));
  g_assert_null (load (self, cache, "a"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function, data) g_test_add (path, Fixture, data, set_up, function, tear_down)
  ADD ("/http-cache/round", test_round, NULL);
  ADD ("/http-cache/pending", test_pending, NULL);
  ADD ("/http-cache/bound", test_bound, NULL);
  ADD ("/http-cache/large", test_large, NULL);
  ADD ("/http-cache/no folder", test_no_folder, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (junk); i++)
    {
      g_autofree char *path = g_strconcat ("/http-cache/junk/", junk[i].name, NULL);

      ADD (path, test_junk, &junk[i]);
    }
#undef ADD
  return g_test_run ();
}
