/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page must not blink when a second source adds one note. So a list model that
 * follows the record changes only between the first and the last row that differ, and
 * even there a row that only moved stays the same object.
 */

#include "config.h"

#include "rows.h"

#include "json-value.h"

/**
 * offprint_rows_init:
 * @self: rows that hold nothing yet
 * @type: the type of a row
 *
 * Begins with no row.
 */
void
offprint_rows_init (OffprintRows *self,
                    GType         type)
{
  self->rows = g_list_store_new (type);
  self->keys = g_ptr_array_new_with_free_func (g_free);
}

/**
 * offprint_rows_clear:
 * @self: rows
 *
 * Lets go of the rows.
 */
void
offprint_rows_clear (OffprintRows *self)
{
  g_clear_object (&self->rows);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
}

static GPtrArray *
make_keys (GPtrArray *entries)
{
  GPtrArray *keys = g_ptr_array_new_full (entries->len, g_free);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < entries->len; i++)
    {
      json_node_set_object (node, g_ptr_array_index (entries, i));
      g_ptr_array_add (keys, offprint_json_to_string (node));
    }

  return keys;
}

static guint
count_same (GPtrArray *a,
            GPtrArray *b,
            gboolean   from_end,
            guint      limit)
{
  guint n = 0;

  while (n < limit)
    {
      guint i = from_end ? a->len - 1 - n : n;
      guint j = from_end ? b->len - 1 - n : n;

      if (!g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, j)))
        break;
      n++;
    }

  return n;
}

/**
 * offprint_rows_update:
 * @self: rows
 * @entries: (element-type JsonObject): what the rows shall be made of
 * @make: makes the row of an entry
 *
 * Makes the rows those of @entries, in one change of the list model.
 */
void
offprint_rows_update (OffprintRows   *self,
                      GPtrArray      *entries,
                      OffprintMakeRow make)
{
  g_autoptr (GPtrArray) keys = make_keys (entries);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) moved = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  guint shorter = MIN (keys->len, self->keys->len);
  guint head = count_same (self->keys, keys, FALSE, shorter);
  guint tail = count_same (self->keys, keys, TRUE, shorter - head);
  guint n_removed = self->keys->len - head - tail;

  if (n_removed == 0 && keys->len == self->keys->len)
    return;
  for (guint i = head; i < head + n_removed; i++)
    g_hash_table_insert (moved, g_ptr_array_index (self->keys, i), g_list_model_get_item (G_LIST_MODEL (self->rows), i));
  for (guint i = head; i < keys->len - tail; i++)
    {
      GObject *row = g_hash_table_lookup (moved, g_ptr_array_index (keys, i));

      g_ptr_array_add (added, row != NULL ? g_object_ref (row) : make (g_ptr_array_index (entries, i)));
    }
  g_list_store_splice (self->rows, head, n_removed, added->pdata, added->len);
  g_clear_pointer (&moved, g_hash_table_unref);
  g_ptr_array_unref (self->keys);
  self->keys = g_steal_pointer (&keys);
}
