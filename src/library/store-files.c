/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the reader keeps: a record a file, the raw bytes of readings, the history. A lock
 * keeps two instances from writing at once, and each reads what the other wrote.
 */

#include "config.h"

#include "store-files.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "json-value.h"
#include "model-error.h"
#include "store-io.h"
#include "store.h"

#define MAX_NAME 120

/*< private >
 * Small letters, digits and few signs stay; all else is encoded, so that the name says
 * what it is and is safe everywhere. Long ones end in a hash.
 */
char *
offprint_store_file_name (const char *id)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *hash = NULL;

  for (const char *at = id; *at != '\0'; at++)
    {
      gboolean is_safe = g_ascii_islower (*at) || g_ascii_isdigit (*at) || *at == '-' || *at == '_' || (*at == '.' && at != id);

      if (is_safe)
        g_string_append_c (name, *at);
      else
        g_string_append_printf (name, "%%%02X", (guchar) *at);
    }
  if (name->len <= MAX_NAME)
    return g_string_free (g_steal_pointer (&name), FALSE);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);
  g_string_truncate (name, MAX_NAME - 40);
  g_string_append_printf (name, "~%.32s", hash);

  return g_string_free (g_steal_pointer (&name), FALSE);
}

static char *
record_path (const char *folder,
             const char *id)
{
  g_autofree char *name = offprint_store_file_name (id);
  g_autofree char *file = g_strconcat (name, ".json", NULL);

  return g_build_filename (folder, "records", file, NULL);
}

static OffprintWork *
load_work (const char  *path,
           GError     **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) bytes = offprint_store_load_file (path, &cause);
  g_autoptr (JsonNode) node = bytes != NULL ? offprint_store_parse (bytes, &cause) : NULL;
  OffprintWork *work = node != NULL ? offprint_work_new_from_json (node, &cause) : NULL;
  g_autofree char *aside = NULL;

  if (work != NULL)
    return work;
  if (cause == NULL)
    {
      g_set_error_literal (error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_NOT_FOUND, _("This work is not kept"));
      return NULL;
    }
  aside = offprint_store_put_aside (path);
  /* Translators: a file, what is wrong in it, and the name under which it is kept */
  g_set_error (error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_RECORD_INVALID, _("“%s” cannot be read (%s); it is kept as “%s”"),
               path, cause->message, aside != NULL ? aside : path);

  return NULL;
}

/*< private >
 * Reads a work by its id.
 */
OffprintWork *
offprint_store_read_work (const char  *folder,
                          const char  *id,
                          GError     **error)
{
  g_autofree char *path = record_path (folder, id);

  return load_work (path, error);
}

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
}

static GPtrArray *
parse_rows (JsonNode *node)
{
  g_autoptr (GPtrArray) rows = NULL;
  JsonArray *array = NULL;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  rows = new_rows ();
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *row = offprint_json_element_object (array, i);

      if (offprint_json_get_string (row, "id") != NULL && offprint_json_get_string (row, "title") != NULL)
        g_ptr_array_add (rows, json_object_ref (row));
    }

  return g_steal_pointer (&rows);
}

typedef struct
{
  gint64 modified;
  JsonObject *row; /* Owned */
} Found;

static void
clear_found (gpointer data)
{
  Found *found = data;

  json_object_unref (found->row);
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  gint64 first = ((const Found *) a)->modified;
  gint64 second = ((const Found *) b)->modified;

  return first > second ? -1 : first < second ? 1
                                              : 0;
}

static void
add_found (GArray     *found,
           const char *path)
{
  g_autoptr (OffprintWork) work = load_work (path, NULL);
  g_autoptr (OffprintHistoryEntry) entry = NULL;
  g_autoptr (JsonNode) node = NULL;
  Found row = { 0 };
  GStatBuf info;

  if (work == NULL || offprint_work_get_id (work) == NULL || g_stat (path, &info) != 0)
    return;
  entry = offprint_history_entry_new_for_work (work);
  node = offprint_history_entry_to_json (entry);
  row.row = json_node_dup_object (node);
  row.modified = (gint64) info.st_mtime;
  g_array_append_val (found, row);
}

/* When the history is lost the records still know it, and their times the order */
static GPtrArray *
rebuild_rows (const char *folder)
{
  g_autofree char *records = g_build_filename (folder, "records", NULL);
  g_autoptr (GDir) dir = g_dir_open (records, 0, NULL);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  GPtrArray *rows = new_rows ();
  const char *name = NULL;

  g_array_set_clear_func (found, clear_found);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (records, name, NULL);

      if (g_str_has_suffix (name, ".json"))
        add_found (found, path);
    }
  g_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (rows, json_object_ref (g_array_index (found, Found, i).row));

  return rows;
}

/* The rows of the file; NULL if there is none that can be read */
static GPtrArray *
load_rows (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "history.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = offprint_store_load_file (path, &error);
  g_autoptr (JsonNode) node = bytes != NULL ? offprint_store_parse (bytes, &error) : NULL;
  g_autofree char *aside = NULL;
  GPtrArray *rows = node != NULL ? parse_rows (node) : NULL;

  if (rows != NULL)
    return rows;
  if (bytes != NULL || error != NULL)
    aside = offprint_store_put_aside (path);

  return NULL;
}

/*< private >
 * Reads the history. If it is lost, the records tell it again, which takes its time: then
 * %NULL, unless @may_rebuild.
 */
GPtrArray *
offprint_store_read_history (const char *folder,
                             gboolean    may_rebuild)
{
  g_autofree char *records = g_build_filename (folder, "records", NULL);
  GPtrArray *rows = load_rows (folder);

  if (rows != NULL)
    return rows;
  if (!g_file_test (records, G_FILE_TEST_IS_DIR))
    return new_rows ();

  return may_rebuild ? rebuild_rows (folder) : NULL;
}

static gboolean
write_history (const char  *folder,
               GPtrArray   *rows,
               GError     **error)
{
  g_autofree char *path = g_build_filename (folder, "history.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonArray *array = json_array_sized_new (rows->len);

  for (guint i = 0; i < rows->len; i++)
    json_array_add_object_element (array, json_object_ref (g_ptr_array_index (rows, i)));
  node = offprint_json_wrap_array (array);
  text = json_to_string (node, TRUE);

  return offprint_store_write_file (path, text, strlen (text), error);
}

static gboolean
drop_row (GPtrArray  *rows,
          const char *id)
{
  gboolean was_there = FALSE;

  for (guint i = rows->len; i > 0; i--)
    if (g_strcmp0 (offprint_json_get_string (g_ptr_array_index (rows, i - 1), "id"), id) == 0)
      {
        g_ptr_array_remove_index (rows, i - 1);
        was_there = TRUE;
      }

  return was_there;
}

static gboolean
write_raws (const char  *folder,
            GHashTable  *raws,
            GError     **error)
{
  GHashTableIter iter;
  gpointer name = NULL;
  gpointer raw = NULL;

  g_hash_table_iter_init (&iter, raws);
  while (g_hash_table_iter_next (&iter, &name, &raw))
    {
      g_autofree char *path = g_build_filename (folder, "readings", name, NULL);
      g_autoptr (GBytes) packed = NULL;

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      packed = offprint_store_compress (raw, error);
      if (packed == NULL || !offprint_store_write_file (path, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), error))
        return FALSE;
    }

  return TRUE;
}

/*< private >
 * Makes the history anew of the records.
 */
GPtrArray *
offprint_store_mend_history (const char  *folder,
                             GError     **error)
{
  int lock = offprint_store_lock (folder);
  g_autoptr (GPtrArray) rows = offprint_store_read_history (folder, TRUE);
  gboolean is_written = write_history (folder, rows, error);

  offprint_store_unlock (lock);

  return is_written ? g_steal_pointer (&rows) : NULL;
}

/* What cannot be read must not be lost under what is written now */
static void
spare_broken (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = offprint_store_load_file (path, &error);
  g_autoptr (JsonNode) node = bytes != NULL ? offprint_store_parse (bytes, &error) : NULL;
  g_autofree char *aside = NULL;

  if (error != NULL)
    aside = offprint_store_put_aside (path);
}

static GPtrArray *
write_locked (const char  *folder,
              const char  *id,
              JsonNode    *record,
              GHashTable  *raws,
              JsonObject  *row,
              GError     **error)
{
  g_autofree char *path = record_path (folder, id);
  g_autofree char *text = json_to_string (record, TRUE);
  g_autoptr (GPtrArray) rows = NULL;

  spare_broken (path);
  if (!write_raws (folder, raws, error) || !offprint_store_write_file (path, text, strlen (text), error))
    return NULL;
  rows = offprint_store_read_history (folder, TRUE);
  drop_row (rows, id);
  g_ptr_array_insert (rows, 0, json_object_ref (row));

  return write_history (folder, rows, error) ? g_steal_pointer (&rows) : NULL;
}

/*< private >
 * Writes a work: raw bytes first, then the record that names them, then the history that
 * names the record; so whenever it is cut off, what is named is there.
 */
GPtrArray *
offprint_store_write_work (const char  *folder,
                           const char  *id,
                           JsonNode    *record,
                           GHashTable  *raws,
                           JsonObject  *row,
                           GError     **error)
{
  GPtrArray *rows = NULL;
  int lock = -1;

  if (!offprint_store_make_folders (folder, error))
    return NULL;
  lock = offprint_store_lock (folder);
  rows = write_locked (folder, id, record, raws, row, error);
  offprint_store_unlock (lock);

  return rows;
}

/* The hashes of the raw bytes that a record names */
static GPtrArray *
list_raws (const char *path)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) bytes = offprint_store_load_file (path, NULL);
  g_autoptr (JsonNode) node = bytes != NULL ? offprint_store_parse (bytes, NULL) : NULL;
  JsonNode *found = node != NULL ? offprint_json_get_at (node, "/custom/offprint/readings") : NULL;
  JsonArray *readings = found != NULL && JSON_NODE_HOLDS_ARRAY (found) ? json_node_get_array (found) : NULL;

  for (guint i = 0; readings != NULL && i < json_array_get_length (readings); i++)
    {
      const char *name = offprint_json_get_string (offprint_json_element_object (readings, i), "sha256");

      if (name != NULL && strlen (name) == 64 && strspn (name, "0123456789abcdef") == 64)
        g_ptr_array_add (names, g_strdup (name));
    }

  return names;
}

static gboolean
is_named_elsewhere (const char *folder,
                    const char *raw)
{
  g_autofree char *records = g_build_filename (folder, "records", NULL);
  g_autoptr (GDir) dir = g_dir_open (records, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (records, name, NULL);
      g_autoptr (GBytes) bytes = offprint_store_load_file (path, NULL);
      gsize length = 0;
      const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

      if (text != NULL && memmem (text, length, raw, strlen (raw)) != NULL)
        return TRUE;
    }

  return FALSE;
}

static GPtrArray *
delete_locked (const char  *folder,
               const char  *id,
               GError     **error)
{
  g_autofree char *path = record_path (folder, id);
  g_autoptr (GPtrArray) raws = list_raws (path);
  g_autoptr (GPtrArray) rows = offprint_store_read_history (folder, TRUE);
  gboolean was_kept = drop_row (rows, id);

  if (g_unlink (path) == 0)
    was_kept = TRUE;
  else if (errno != ENOENT)
    {
      /* Translators: a file, and why, as in “Permission denied” */
      g_set_error (error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_NOT_STORED, _("“%s” cannot be removed: %s"), path, g_strerror (errno));
      return NULL;
    }
  if (!was_kept)
    {
      g_set_error_literal (error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_NOT_FOUND, _("This work is not kept"));
      return NULL;
    }
  for (guint i = 0; i < raws->len; i++)
    {
      g_autofree char *raw = g_build_filename (folder, "readings", g_ptr_array_index (raws, i), NULL);

      if (!is_named_elsewhere (folder, g_ptr_array_index (raws, i)))
        g_unlink (raw);
    }

  return write_history (folder, rows, error) ? g_steal_pointer (&rows) : NULL;
}

/*< private >
 * Removes a work, with the raw bytes that no other record names.
 */
GPtrArray *
offprint_store_delete_work (const char  *folder,
                            const char  *id,
                            GError     **error)
{
  GPtrArray *rows = NULL;
  int lock = -1;

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_set_error_literal (error, OFFPRINT_MODEL_ERROR, OFFPRINT_MODEL_ERROR_NOT_FOUND, _("This work is not kept"));
      return NULL;
    }
  lock = offprint_store_lock (folder);
  rows = delete_locked (folder, id, error);
  offprint_store_unlock (lock);

  return rows;
}
