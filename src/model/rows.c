/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page must not blink when a second source adds one note. So a list model that
 * follows the record changes only between the first and the last row that differ, and
 * even there a row that only moved stays the same object.
 */

#include "config.h"

#include "rows.h"

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
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
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
  g_clear_pointer (&self->entries, g_ptr_array_unref);
}

static guint
count_members (JsonObject *object)
{
  return json_object_get_size (object) - (json_object_has_member (object, "from") ? 1 : 0);
}

/* The record shares what did not change with the one before, so most are the same object,
 * or have the same nodes. Who said it is no part of a row. */
static gboolean
is_same (gconstpointer a,
         gconstpointer b)
{
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *node = NULL;

  if (a == b)
    return TRUE;
  if (count_members ((JsonObject *) a) != count_members ((JsonObject *) b))
    return FALSE;
  json_object_iter_init (&iter, (JsonObject *) a);
  while (json_object_iter_next (&iter, &name, &node))
    {
      JsonNode *other = json_object_get_member ((JsonObject *) b, name);

      if (!g_str_equal (name, "from") && (other == NULL || (other != node && !json_node_equal (node, other))))
        return FALSE;
    }

  return TRUE;
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

      if (!is_same (g_ptr_array_index (a, i), g_ptr_array_index (b, j)))
        break;
      n++;
    }

  return n;
}

/**
 * offprint_rows_update:
 * @self: rows
 * @entries: (element-type JsonObject): what the rows shall be made of; kept, not to be
 *   changed
 * @make: makes the row of an entry
 *
 * Makes the rows those of @entries, in one change of the list model.
 */
void
offprint_rows_update (OffprintRows    *self,
                      GPtrArray       *entries,
                      OffprintMakeRow  make)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) moved = g_hash_table_new_full (json_object_hash, is_same, NULL, g_object_unref);
  guint shorter = MIN (entries->len, self->entries->len);
  guint head = count_same (self->entries, entries, FALSE, shorter);
  guint tail = count_same (self->entries, entries, TRUE, shorter - head);
  guint n_removed = self->entries->len - head - tail;

  for (guint i = head; i < head + n_removed; i++)
    g_hash_table_insert (moved, g_ptr_array_index (self->entries, i), g_list_model_get_item (G_LIST_MODEL (self->rows), i));
  for (guint i = head; i < entries->len - tail; i++)
    {
      GObject *row = n_removed > 0 ? g_hash_table_lookup (moved, g_ptr_array_index (entries, i)) : NULL;

      g_ptr_array_add (added, row != NULL ? g_object_ref (row) : make (g_ptr_array_index (entries, i)));
    }
  g_clear_pointer (&moved, g_hash_table_unref);
  g_ptr_array_unref (self->entries);
  self->entries = g_ptr_array_ref (entries);
  if (n_removed > 0 || added->len > 0)
    g_list_store_splice (self->rows, head, n_removed, added->pdata, added->len);
}
