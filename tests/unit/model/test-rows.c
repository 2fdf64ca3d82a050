/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows follow a list with one change of what differs; a row that moved is the same one.
 */

#include "config.h"

#include "rows.h"

typedef struct
{
  const char *path;
  const char *before;
  const char *after;
  const char *change; /* position-removed+added */
} Case;

static const Case cases[] = {
  { "first", "", "abc", "0-0+3" },
  { "none", "abc", "abc", "" },
  { "empty", "", "", "" },
  { "append", "abc", "abcd", "3-0+1" },
  { "prepend", "abc", "xabc", "0-0+1" },
  { "middle", "abc", "axc", "1-1+1" },
  { "remove", "abc", "ac", "1-1+0" },
  { "clear", "abc", "", "0-3+0" },
  { "move", "abcd", "acbd", "1-2+2" },
  { "twice-the-same", "aa", "aaa", "2-0+1" },
};

static GObject *
make_row (JsonObject *entry)
{
  GObject *row = g_object_new (G_TYPE_OBJECT, NULL);

  g_object_set_data_full (row, "name", g_strdup (json_object_get_string_member (entry, "name")), g_free);

  return row;
}

static GPtrArray *
make_entries (const char *letters)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);

  for (const char *at = letters; *at != '\0'; at++)
    {
      char name[2] = { *at, '\0' };
      JsonObject *entry = json_object_new ();

      json_object_set_string_member (entry, "name", name);
      g_ptr_array_add (entries, entry);
    }

  return entries;
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  GString    *log)
{
  g_string_append_printf (log, "%u-%u+%u", position, removed, added);
}

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  OffprintRows rows;
  g_autoptr (GPtrArray) before = make_entries (row->before);
  g_autoptr (GPtrArray) after = make_entries (row->after);
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  offprint_rows_init (&rows, G_TYPE_OBJECT);
  offprint_rows_update (&rows, before, make_row);
  for (guint i = 0; row->before[i] != '\0'; i++)
    {
      GObject *item = g_list_model_get_item (G_LIST_MODEL (rows.rows), i);

      g_hash_table_replace (known, g_object_get_data (item, "name"), item);
    }
  g_signal_connect (rows.rows, "items-changed", G_CALLBACK (items_changed_cb), log);
  offprint_rows_update (&rows, after, make_row);
  g_assert_cmpstr (log->str, ==, row->change);
  for (guint i = 0; row->after[i] != '\0'; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (rows.rows), i);
      const char *name = g_object_get_data (item, "name");

      g_assert_cmpint (*name, ==, row->after[i]);
      if (!g_str_has_prefix (row->before, "aa") && g_hash_table_contains (known, name))
        g_assert_true (g_hash_table_lookup (known, name) == item);
    }
  offprint_rows_clear (&rows);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/rows/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
