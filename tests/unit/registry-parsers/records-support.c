/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The proof by removal needs no knowledge of what a member means: if the record is
 * the same without it, it was not read.
 */

#include "config.h"

#include "records-support.h"

#include <string.h>

#include "record.h"

char *
support_own_folder (void)
{
  return g_test_build_filename (G_TEST_DIST, "unit", "registry-parsers", "data", NULL);
}

char *
support_shared (const char *folder)
{
  const char *shared = g_getenv ("OFFPRINT_SHARED");
  g_autofree char *path = NULL;

  if (shared == NULL)
    return NULL;
  path = g_build_filename (shared, "records", folder, NULL);
  return g_file_test (path, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&path) : NULL;
}

GBytes *
support_load (const char *folder,
              const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize length = 0;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

JsonNode *
support_load_json (const char *folder,
                   const char *name)
{
  g_autoptr (GBytes) bytes = support_load (folder, name);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
support_list (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static JsonNode *
look_up (JsonNode   *node,
         const char *pointer)
{
  g_auto (GStrv) tokens = g_strsplit (pointer + 1, "/", -1);

  for (guint i = 0; tokens[i] != NULL && node != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (tokens[i], "~1", -1);
      g_autofree char *unslashed = g_strjoinv ("/", parts);

      if (JSON_NODE_HOLDS_OBJECT (node))
        node = json_object_get_member (json_node_get_object (node), unslashed);
      else if (JSON_NODE_HOLDS_ARRAY (node) && g_ascii_strtoull (tokens[i], NULL, 10) < json_array_get_length (json_node_get_array (node)))
        node = json_array_get_element (json_node_get_array (node), (guint) g_ascii_strtoull (tokens[i], NULL, 10));
      else
        node = NULL;
    }
  return node;
}

void
support_check_fact (JsonObject *record,
                    const char *pointer,
                    const char *expected)
{
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), record);
  JsonNode *node = look_up (root, pointer);
  g_autofree char *text = node != NULL ? json_to_string (node, FALSE) : NULL;

  g_assert_cmpstr (text, ==, expected);
}

void
support_check_valid (JsonObject *record,
                     const char *name)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), record);
  g_autofree char *text = json_to_string (node, FALSE);
  g_autoptr (JsonNode) copy = json_from_string (text, NULL);
  g_autoptr (GError) error = NULL;

  if (!json_object_has_member (json_node_get_object (copy), "id"))
    json_object_set_string_member (json_node_get_object (copy), "id", "x");
  if (offprint_record_check (copy, &error))
    return;
  g_test_message ("%s: %s", name, error->message);
  g_test_fail ();
}

static void
walk_node (JsonNode           *node,
           GString            *path,
           const OffprintPath *paths,
           gsize               n_paths,
           GHashTable         *seen,
           const char         *name)
{
  gsize length = path->len;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (GList) members = json_object_get_members (json_node_get_object (node));

      for (GList *l = members; l != NULL; l = l->next)
        {
          g_string_append_printf (path, "/%s", (const char *) l->data);
          walk_node (json_object_get_member (json_node_get_object (node), l->data), path, paths, n_paths, seen, name);
          g_string_truncate (path, length);
        }
      return;
    }
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      g_string_append (path, "[]");
      for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
        walk_node (json_array_get_element (json_node_get_array (node), i), path, paths, n_paths, seen, name);
      g_string_truncate (path, length);
      return;
    }
  if (JSON_NODE_HOLDS_NULL (node) || g_hash_table_contains (seen, path->str))
    return;
  if (offprint_paths_find (paths, n_paths, path->str) == NULL)
    {
      g_test_message ("%s: %s is in no row of the table", name, path->str);
      g_test_fail ();
    }
  g_hash_table_add (seen, g_strdup (path->str));
}

guint
support_walk_folder (const char         *folder,
                     FindMessage         find_message,
                     const OffprintPath *paths,
                     gsize               n_paths,
                     guint              *n_files)
{
  g_autoptr (GPtrArray) names = support_list (folder);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) path = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (JsonNode) root = support_load_json (folder, names->pdata[i]);
      JsonObject *message = JSON_NODE_HOLDS_OBJECT (root) ? find_message (json_node_get_object (root)) : NULL;
      g_autoptr (JsonNode) node = NULL;

      if (message == NULL)
        continue;
      node = json_node_init_object (json_node_alloc (), message);
      walk_node (node, path, paths, n_paths, seen, names->pdata[i]);
    }
  *n_files = names->len;
  return g_hash_table_size (seen);
}

/* Removes what is at a path of the table, in every entry of its lists */
static gboolean
remove_at (JsonNode   *node,
           const char *path)
{
  gboolean removed = FALSE;
  g_autofree char *name = NULL;
  g_autoptr (GList) members = NULL;
  const char *rest = NULL;

  while (g_str_has_prefix (path, "[]"))
    path += 2;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
        removed = remove_at (json_array_get_element (json_node_get_array (node), i), path) || removed;
      return removed;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node) || *path != '/')
    return FALSE;
  name = g_strndup (path + 1, strcspn (path + 1, "/["));
  rest = path + 1 + strlen (name);
  while (g_str_has_prefix (rest, "[]"))
    rest += 2;
  members = json_object_get_members (json_node_get_object (node));
  for (GList *l = members; l != NULL; l = l->next)
    {
      if (!g_str_equal (name, "*") && !g_str_equal (name, l->data))
        continue;
      if (*rest != '\0')
        removed = remove_at (json_object_get_member (json_node_get_object (node), l->data), rest) || removed;
      else
        {
          json_object_remove_member (json_node_get_object (node), l->data);
          removed = TRUE;
          break;
        }
    }
  return removed;
}

static char *
record_text (MakeRecord  make_record,
             JsonObject *message,
             gboolean    with_kept)
{
  g_autoptr (JsonObject) record = make_record (message);
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), record);
  JsonNode *custom = look_up (node, "/custom/offprint");

  if (!with_kept && custom != NULL)
    json_object_remove_member (json_node_get_object (custom), "kept");
  return json_to_string (node, FALSE);
}

/* A file with the record that is made of it */
typedef struct
{
  GBytes *bytes;
  char *record;
  char *without_kept;
} Subject;

static void
subject_free (Subject *subject)
{
  g_bytes_unref (subject->bytes);
  g_free (subject->record);
  g_free (subject->without_kept);
  g_free (subject);
}

static JsonNode *
parse (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_assert_true (json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  return json_parser_steal_root (parser);
}

static GPtrArray *
load_subjects (const char  *prefix,
               FindMessage  find_message,
               MakeRecord   make_record)
{
  g_autofree char *folder = support_own_folder ();
  g_autoptr (GPtrArray) names = support_list (folder);
  GPtrArray *subjects = g_ptr_array_new_with_free_func ((GDestroyNotify) subject_free);

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GBytes) bytes = support_load (folder, names->pdata[i]);
      g_autoptr (JsonNode) root = parse (bytes);
      JsonObject *message = JSON_NODE_HOLDS_OBJECT (root) ? find_message (json_node_get_object (root)) : NULL;
      Subject *subject = NULL;

      if (message == NULL || g_str_has_prefix (names->pdata[i], "datacite") != g_str_equal (prefix, "datacite"))
        continue;
      subject = g_new0 (Subject, 1);
      subject->bytes = g_steal_pointer (&bytes);
      subject->record = record_text (make_record, message, TRUE);
      subject->without_kept = record_text (make_record, message, FALSE);
      g_ptr_array_add (subjects, subject);
    }
  return subjects;
}

/* Whether the record changes when @row's member is gone */
static gboolean
changes (const OffprintPath *row,
         Subject            *subject,
         FindMessage         find_message,
         MakeRecord          make_record)
{
  g_autoptr (JsonNode) root = parse (subject->bytes);
  JsonObject *message = find_message (json_node_get_object (root));
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), message);
  g_autofree char *after = NULL;

  if (!remove_at (node, row->path))
    return FALSE;
  after = record_text (make_record, message, row->place != NULL);
  return !g_str_equal (after, row->place != NULL ? subject->record : subject->without_kept);
}

void
support_prove_table (const char         *prefix,
                     FindMessage         find_message,
                     MakeRecord          make_record,
                     const OffprintPath *paths,
                     gsize               n_paths)
{
  g_autoptr (GPtrArray) subjects = load_subjects (prefix, find_message, make_record);
  guint n_mapped = 0;

  for (gsize i = 0; i < n_paths; i++)
    {
      gboolean is_read = FALSE;

      g_assert_true ((paths[i].place == NULL) != (paths[i].reason == NULL));
      for (guint j = 0; j < subjects->len && !is_read; j++)
        is_read = changes (&paths[i], subjects->pdata[j], find_message, make_record);
      if (is_read != (paths[i].place != NULL))
        {
          g_test_message ("%s is said to be %s", paths[i].path, is_read ? "left out, but it is read" : "read, but no record shows it");
          g_test_fail ();
        }
      n_mapped += paths[i].place != NULL;
    }
  g_test_message ("%u mapped, %u left out", n_mapped, (guint) n_paths - n_mapped);
}
