/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A registry adds members without asking. This walks what came beside what its
 * table knows and keeps the rest, each at its own JSON pointer.
 */

#include "config.h"

#include "paths.h"

#include <string.h>

#include "json-value.h"
#include "record.h"

/* What is kept of one answer is bounded: a record is read at every start of the program */
#define MAX_KEPT       256
#define MAX_KEPT_BYTES (64 * 1024)
#define MAX_KEPT_DEPTH 24
#define MAX_DEPTH      64

#define KEPT "/custom/offprint/kept"

typedef struct
{
  /* Owned */
  GHashTable *known; /* paths and all that lead to them, without “[]” → the row, or NULL */
  GString *path;
  GString *pointer;

  /* Borrowed */
  JsonObject *record;

  guint n_kept; /* tried */
} Walk;

static gboolean
is_kept (const OffprintPath *row)
{
  return row != NULL && g_strcmp0 (row->place, KEPT) == 0;
}

static void
add_known (GHashTable         *known,
           const OffprintPath *row)
{
  g_autoptr (GString) path = g_string_new (NULL);

  for (const char *p = row->path; *p != '\0'; p++)
    {
      if (*p == '[' || *p == ']')
        continue;
      if (*p == '/' && path->len > 0 && !g_hash_table_contains (known, path->str))
        g_hash_table_insert (known, g_strdup (path->str), NULL);
      g_string_append_c (path, *p);
    }
  g_hash_table_insert (known, g_strdup (path->str), (gpointer) row);
}

static gboolean
says_nothing (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_object_get_size (json_node_get_object (node)) == 0;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_array_get_length (json_node_get_array (node)) == 0;
  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  return json_node_get_value_type (node) == G_TYPE_STRING && *json_node_get_string (node) == '\0';
}

/* How much is kept so far: it is asked before each addition, of which there are few */
static gsize
kept_size (JsonObject *kept)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  json_node_set_object (node, kept);
  text = json_to_string (node, FALSE);
  return strlen (text);
}

/**
 * offprint_paths_keep:
 * @record: the record
 * @pointer: where the value stood in the service's message, as a JSON pointer
 * @node: the value
 *
 * Keeps a value that has no place in the record under `custom.offprint.kept`. One
 * that says nothing is not kept, nor one of more than 24 levels, nor what goes over
 * 256 values or 64 KiB.
 */
void
offprint_paths_keep (JsonObject *record,
                     const char *pointer,
                     JsonNode   *node)
{
  JsonObject *custom = NULL;
  JsonObject *kept = NULL;
  g_autofree char *text = NULL;

  if (says_nothing (node) || offprint_json_is_deeper (node, MAX_KEPT_DEPTH))
    return;
  custom = offprint_record_get_custom (record);
  if (!json_object_has_member (custom, "kept"))
    json_object_set_object_member (custom, "kept", json_object_new ());
  kept = json_object_get_object_member (custom, "kept");
  text = json_to_string (node, FALSE);
  if (json_object_get_size (kept) < MAX_KEPT && kept_size (kept) + strlen (text) + strlen (pointer) < MAX_KEPT_BYTES)
    json_object_set_member (kept, pointer, json_node_copy (node));
  if (json_object_get_size (kept) == 0)
    json_object_remove_member (custom, "kept");
}

static void
keep (Walk     *walk,
      JsonNode *node)
{
  offprint_paths_keep (walk->record, walk->pointer->str, node);
  walk->n_kept++;
}

static void
append_token (GString    *pointer,
              const char *name)
{
  g_string_append_c (pointer, '/');
  for (const char *p = name; *p != '\0'; p++)
    {
      if (*p == '~')
        g_string_append (pointer, "~0");
      else if (*p == '/')
        g_string_append (pointer, "~1");
      else
        g_string_append_c (pointer, *p);
    }
}

static gboolean
append_known_member (Walk       *walk,
                     const char *name)
{
  gsize length = walk->path->len;

  g_string_append_printf (walk->path, "/%s", name);
  if (g_hash_table_contains (walk->known, walk->path->str))
    return TRUE;
  g_string_truncate (walk->path, length);
  g_string_append (walk->path, "/*");
  return g_hash_table_contains (walk->known, walk->path->str);
}

static void walk_node (Walk     *walk,
                       JsonNode *node,
                       guint     depth);

static void
walk_object (Walk       *walk,
             JsonObject *object,
             guint       depth)
{
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *member = NULL;
  gsize path_length = walk->path->len;
  gsize pointer_length = walk->pointer->len;

  json_object_iter_init_ordered (&iter, object);
  while (walk->n_kept < MAX_KEPT && json_object_iter_next_ordered (&iter, &name, &member))
    {
      append_token (walk->pointer, name);
      if (append_known_member (walk, name))
        walk_node (walk, member, depth + 1);
      else
        keep (walk, member);
      g_string_truncate (walk->path, path_length);
      g_string_truncate (walk->pointer, pointer_length);
    }
}

static void
walk_node (Walk     *walk,
           JsonNode *node,
           guint     depth)
{
  gsize pointer_length = walk->pointer->len;

  if (depth > MAX_DEPTH)
    return;
  if (is_kept (g_hash_table_lookup (walk->known, walk->path->str)))
    keep (walk, node);
  else if (JSON_NODE_HOLDS_OBJECT (node))
    walk_object (walk, json_node_get_object (node), depth);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array) && walk->n_kept < MAX_KEPT; i++)
        {
          g_string_append_printf (walk->pointer, "/%u", i);
          walk_node (walk, json_array_get_element (array, i), depth + 1);
          g_string_truncate (walk->pointer, pointer_length);
        }
    }
  else if (walk->path->len > 0 && g_hash_table_lookup (walk->known, walk->path->str) == NULL)
    keep (walk, node); /* a lone value where the table knows an object */
}

/* What is left of @path behind @pattern; NULL if it does not begin so */
static const char *
rest_of_path (const char *pattern,
              const char *path)
{
  while (*pattern != '\0')
    {
      if (*pattern == '[' || *pattern == ']')
        pattern++;
      else if (*path == '[' || *path == ']')
        path++;
      else if (*pattern == '*')
        {
          pattern++;
          path += strcspn (path, "/[");
        }
      else if (*pattern++ != *path++)
        return NULL;
    }
  while (*path == '[' || *path == ']')
    path++;
  return path;
}

/**
 * offprint_paths_find:
 * @paths: (array length=n_paths): a service's table
 * @n_paths: its rows
 * @path: the path of a member, with or without `[]` for a list
 *
 * Looks up what becomes of a member. What is kept is kept whole, with all that is in it.
 *
 * Returns: (transfer none) (nullable): its row, or `NULL` if the table does not name it
 */
const OffprintPath *
offprint_paths_find (const OffprintPath *paths,
                     gsize               n_paths,
                     const char         *path)
{
  for (gsize i = 0; i < n_paths; i++)
    {
      const char *rest = rest_of_path (paths[i].path, path);

      if (rest != NULL && (*rest == '\0' || (*rest == '/' && is_kept (&paths[i]))))
        return &paths[i];
    }
  return NULL;
}

/**
 * offprint_paths_knows:
 * @paths: (array length=n_paths): a service's table
 * @n_paths: its rows
 * @beginning: the path of a member, or of one that others are in
 *
 * Returns: whether the table names the member or anything in it
 */
gboolean
offprint_paths_knows (const OffprintPath *paths,
                      gsize               n_paths,
                      const char         *beginning)
{
  gsize length = strlen (beginning);

  for (gsize i = 0; i < n_paths; i++)
    if (strncmp (paths[i].path, beginning, length) == 0 && strchr ("/[", paths[i].path[length]) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * offprint_paths_keep_unlisted:
 * @paths: (array length=n_paths): the service's table
 * @n_paths: its rows
 * @message: what the service said of one work
 * @record: the record made of it
 *
 * Keeps every member of @message that the table does not name, and those that it
 * says are kept, under `custom.offprint.kept` of @record, keyed by its JSON pointer:
 * design/record.md.
 */
void
offprint_paths_keep_unlisted (const OffprintPath *paths,
                              gsize               n_paths,
                              JsonObject         *message,
                              JsonObject         *record)
{
  Walk walk = { .record = record };

  walk.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  walk.path = g_string_new (NULL);
  walk.pointer = g_string_new (NULL);
  for (gsize i = 0; i < n_paths; i++)
    add_known (walk.known, &paths[i]);

  walk_object (&walk, message, 0);

  g_hash_table_unref (walk.known);
  g_string_free (walk.path, TRUE);
  g_string_free (walk.pointer, TRUE);
}
