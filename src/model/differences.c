/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of fields says what there is to compare. Lists are compared entry by entry:
 * what is equal in both is left out, what has a mark in common (a DOI, a number, an
 * address) is one thing that changed, the rest is new or gone. A hundred works cited that
 * come at once are one line.
 */

#include "config.h"

#include "differences.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "difference-private.h"
#include "json-value.h"
#include "sameness.h"
#include "unite.h"
#include "value-text.h"

#define MAX_ROWS    8 /* entries of one list that are told one by one */
#define MAX_ENTRIES 5 /* that are shown of what is told at once */

typedef struct
{
  OffprintSnapshot *before;
  OffprintSnapshot *after;
  JsonNode *old_root;
  JsonNode *new_root;
  GListStore *rows;
} Comparison;

/* Who gave the old value, if it was one reading’s alone and can be taken of it again */
static OffprintReading *
find_former (Comparison *self,
             const char *pointer)
{
  JsonObject *own = offprint_json_get_object (offprint_json_get_object (offprint_snapshot_get_record (self->before), "custom"), "offprint");
  JsonObject *provenance = offprint_json_get_object (own, "provenance");
  g_autofree char *at = g_strdup (pointer);
  OffprintReading *reading = NULL;
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);

  while (reading == NULL && *at != '\0')
    {
      const char *id = offprint_json_get_string (offprint_json_get_object (provenance, at), "from");

      reading = id != NULL ? offprint_snapshot_get_reading (self->before, id) : NULL;
      *strrchr (at, '/') = '\0';
    }
  if (reading == NULL || offprint_json_get_at (self->old_root, pointer) == NULL)
    return NULL;
  json_node_set_object (root, offprint_reading_get_record (reading));

  return offprint_json_is_same (offprint_json_get_at (root, pointer), offprint_json_get_at (self->old_root, pointer)) ? reading : NULL;
}

static OffprintDifference *
add_row (Comparison             *self,
         const OffprintSpot     *spot,
         OffprintDifferenceKind  kind,
         char                   *old_text,
         char                   *new_text)
{
  g_autoptr (OffprintDifference) row = g_object_new (OFFPRINT_TYPE_DIFFERENCE, NULL);

  row->label = offprint_spot_dup_label (spot);
  row->pointer = offprint_spot_dup_pointer (spot);
  row->field = spot->field != NULL && spot->member == NULL ? spot->field->id : OFFPRINT_N_FIELDS;
  row->kind = kind;
  row->old_text = old_text;
  row->new_text = new_text;
  g_list_store_append (self->rows, row);

  return row; /* the list keeps it */
}

static void
compare_values (Comparison         *self,
                const OffprintSpot *spot,
                JsonNode           *before,
                JsonNode           *after)
{
  OffprintDifferenceKind kind = before == NULL ? OFFPRINT_DIFFERENCE_ADDED : after == NULL ? OFFPRINT_DIFFERENCE_REMOVED
                                                                                           : OFFPRINT_DIFFERENCE_CHANGED;
  OffprintDifference *row = NULL;

  if (offprint_json_is_same (before, after))
    return;
  row = add_row (self, spot, kind, before != NULL ? offprint_value_dup_text (spot, before, G_MAXUINT) : NULL,
                 after != NULL ? offprint_value_dup_text (spot, after, G_MAXUINT) : NULL);
  g_set_object (&row->former, find_former (self, row->pointer));
}

/* --- lists --- */

typedef struct
{
  JsonNode *old_entry; /* nullable */
  JsonNode *new_entry; /* nullable */
} Pair;

/* Who said it is no part of what was said */
static JsonNode *
without_from (JsonNode *entry)
{
  JsonObject *copy = NULL;
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *node = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (entry) || !json_object_has_member (json_node_get_object (entry), "from"))
    return json_node_ref (entry);
  copy = json_object_new ();
  json_object_iter_init_ordered (&iter, json_node_get_object (entry));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!g_str_equal (name, "from"))
      json_object_set_member (copy, name, json_node_ref (node));

  return offprint_json_wrap_object (copy);
}

static JsonArray *
get_array (JsonNode *list)
{
  return list != NULL && JSON_NODE_HOLDS_ARRAY (list) ? json_node_get_array (list) : NULL;
}

/* Without a copy: most entries of a long list are as they were */
static gboolean
is_same_entry (JsonNode *a,
               JsonNode *b)
{
  JsonObject *first = JSON_NODE_HOLDS_OBJECT (a) ? json_node_get_object (a) : NULL;
  JsonObject *second = JSON_NODE_HOLDS_OBJECT (b) ? json_node_get_object (b) : NULL;
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *node = NULL;
  guint n = 0;

  if (first == NULL || second == NULL)
    return offprint_json_is_same (a, b);
  json_object_iter_init (&iter, first);
  while (json_object_iter_next (&iter, &name, &node))
    {
      if (g_str_equal (name, "from"))
        continue;
      n++;
      if (!offprint_json_is_same (node, json_object_get_member (second, name)))
        return FALSE;
    }

  return n == json_object_get_size (second) - (json_object_has_member (second, "from") ? 1 : 0);
}

/* What both lists begin with, or end with, is left out */
static guint
count_common (JsonArray *a,
              JsonArray *b,
              gboolean   from_end,
              guint      limit)
{
  guint n = 0;

  while (n < limit)
    {
      guint i = from_end ? json_array_get_length (a) - 1 - n : n;
      guint j = from_end ? json_array_get_length (b) - 1 - n : n;

      if (!is_same_entry (json_array_get_element (a, i), json_array_get_element (b, j)))
        break;
      n++;
    }

  return n;
}

static GPtrArray *
collect (JsonArray *array,
         guint      head,
         guint      tail)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);

  for (guint i = head; array != NULL && i < json_array_get_length (array) - tail; i++)
    g_ptr_array_add (entries, without_from (json_array_get_element (array, i)));

  return entries;
}

/* mark → position + 1 of the entry that has it */
static GHashTable *
index_marks (const char *list,
             GPtrArray  *entries,
             gboolean    with_words)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (GPtrArray) marks = NULL;

      if (with_words)
        {
          g_hash_table_insert (index, offprint_json_to_string (g_ptr_array_index (entries, i)), GUINT_TO_POINTER (i + 1));
          continue;
        }
      marks = offprint_unite_marks (list, g_ptr_array_index (entries, i));
      for (guint j = 0; j < marks->len; j++)
        if (!g_hash_table_contains (index, g_ptr_array_index (marks, j)))
          g_hash_table_insert (index, g_strdup (g_ptr_array_index (marks, j)), GUINT_TO_POINTER (i + 1));
    }

  return index;
}

static guint
look_up (GHashTable *index,
         const char *list,
         JsonNode   *entry,
         gboolean    with_words)
{
  g_autofree char *words = with_words ? offprint_json_to_string (entry) : NULL;
  g_autoptr (GPtrArray) marks = with_words ? NULL : offprint_unite_marks (list, entry);
  guint found = words != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (index, words)) : 0;

  for (guint i = 0; marks != NULL && found == 0 && i < marks->len; i++)
    found = GPOINTER_TO_UINT (g_hash_table_lookup (index, g_ptr_array_index (marks, i)));

  return found;
}

/* Takes out of both what stands in both, and hands it over if it is wanted */
static void
match (const char *list,
       GPtrArray  *before,
       GPtrArray  *after,
       gboolean    with_words,
       GArray     *changed)
{
  g_autoptr (GHashTable) index = index_marks (list, before, with_words);
  g_autofree gboolean *is_taken = g_new0 (gboolean, before->len + 1);
  g_autoptr (GPtrArray) rest = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);

  for (guint i = 0; i < after->len; i++)
    {
      JsonNode *entry = g_ptr_array_index (after, i);
      guint found = look_up (index, list, entry, with_words);
      Pair pair = { NULL };

      if (found == 0 || is_taken[found - 1])
        {
          g_ptr_array_add (rest, json_node_ref (entry));
          continue;
        }
      is_taken[found - 1] = TRUE;
      pair.old_entry = json_node_ref (g_ptr_array_index (before, found - 1));
      pair.new_entry = json_node_ref (entry);
      if (changed != NULL && !offprint_json_is_same (pair.old_entry, pair.new_entry))
        g_array_append_val (changed, pair);
      else
        {
          json_node_unref (pair.old_entry);
          json_node_unref (pair.new_entry);
        }
    }
  for (guint i = before->len; i > 0; i--)
    if (is_taken[i - 1])
      g_ptr_array_remove_index (before, i - 1);
  g_ptr_array_set_size (after, 0);
  for (guint i = 0; i < rest->len; i++)
    g_ptr_array_add (after, json_node_ref (g_ptr_array_index (rest, i)));
}

static void
clear_pair (gpointer data)
{
  Pair *pair = data;

  g_clear_pointer (&pair->old_entry, json_node_unref);
  g_clear_pointer (&pair->new_entry, json_node_unref);
}

static const char *
get_list (const OffprintSpot *spot)
{
  return spot->member != NULL ? spot->member : spot->name;
}

/* Many at once: the first of them and how many more */
static char *
say_many (const OffprintSpot *spot,
          GPtrArray          *entries)
{
  g_autoptr (JsonNode) node = NULL;
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < entries->len; i++)
    json_array_add_element (array, json_node_ref (g_ptr_array_index (entries, i)));
  node = offprint_json_wrap_array (array);

  return offprint_value_dup_text (spot, node, MAX_ENTRIES);
}

static void
tell_entries (Comparison             *self,
              const OffprintSpot     *spot,
              OffprintDifferenceKind  kind,
              GPtrArray              *entries)
{
  gboolean is_new = kind == OFFPRINT_DIFFERENCE_ADDED;

  if (entries->len > MAX_ROWS)
    {
      char *text = say_many (spot, entries);

      add_row (self, spot, kind, is_new ? NULL : text, is_new ? text : NULL)->count = entries->len;
      return;
    }
  for (guint i = 0; i < entries->len; i++)
    {
      char *text = offprint_entry_dup_text (get_list (spot), g_ptr_array_index (entries, i));

      add_row (self, spot, kind, is_new ? NULL : text, is_new ? text : NULL)->count = 1;
    }
}

static void
tell_changed (Comparison         *self,
              const OffprintSpot *spot,
              GArray             *changed)
{
  guint n_equal = 0;

  for (guint i = 0; i < changed->len; i++)
    {
      Pair *pair = &g_array_index (changed, Pair, i);
      g_autofree char *old_text = offprint_entry_dup_text (get_list (spot), pair->old_entry);
      g_autofree char *new_text = offprint_entry_dup_text (get_list (spot), pair->new_entry);

      /* what is not shown in a line is told once for all */
      if (g_str_equal (old_text, new_text) || i - n_equal >= MAX_ROWS)
        n_equal++;
      else
        add_row (self, spot, OFFPRINT_DIFFERENCE_CHANGED, g_steal_pointer (&old_text), g_steal_pointer (&new_text))->count = 1;
    }
  if (n_equal > 0)
    add_row (self, spot, OFFPRINT_DIFFERENCE_CHANGED, NULL,
             g_strdup_printf (ngettext ("Details of %u entry", "Details of %u entries", n_equal), n_equal))
      ->count = n_equal;
}

static void
compare_lists (Comparison         *self,
               const OffprintSpot *spot,
               JsonNode           *before,
               JsonNode           *after)
{
  guint first = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  JsonArray *old_list = get_array (before);
  JsonArray *new_list = get_array (after);
  guint head = 0;
  guint tail = 0;
  g_autoptr (GPtrArray) old_entries = NULL;
  g_autoptr (GPtrArray) new_entries = NULL;
  g_autoptr (GArray) changed = NULL;
  g_autoptr (OffprintDifference) row = NULL;

  if (offprint_json_is_same (before, after))
    return;
  if (old_list != NULL && new_list != NULL)
    {
      guint shorter = MIN (json_array_get_length (old_list), json_array_get_length (new_list));

      head = count_common (old_list, new_list, FALSE, shorter);
      tail = count_common (old_list, new_list, TRUE, shorter - head);
    }
  old_entries = collect (old_list, head, tail);
  new_entries = collect (new_list, head, tail);
  changed = g_array_new (FALSE, TRUE, sizeof (Pair));
  g_array_set_clear_func (changed, clear_pair);
  match (get_list (spot), old_entries, new_entries, TRUE, NULL);
  match (get_list (spot), old_entries, new_entries, FALSE, changed);
  tell_entries (self, spot, OFFPRINT_DIFFERENCE_ADDED, new_entries);
  tell_entries (self, spot, OFFPRINT_DIFFERENCE_REMOVED, old_entries);
  tell_changed (self, spot, changed);
  /* a list is taken back as a whole: offered once */
  row = g_list_model_get_item (G_LIST_MODEL (self->rows), first);
  if (row != NULL)
    g_set_object (&row->former, find_former (self, row->pointer));
}

static void
compare_at (Comparison         *self,
            const OffprintSpot *spot)
{
  g_autofree char *pointer = offprint_spot_dup_pointer (spot);
  JsonNode *before = offprint_json_get_at (self->old_root, pointer);
  JsonNode *after = offprint_json_get_at (self->new_root, pointer);
  gboolean is_list = (before != NULL && JSON_NODE_HOLDS_ARRAY (before)) || (after != NULL && JSON_NODE_HOLDS_ARRAY (after));

  /* names are one value: who stands where matters */
  if (is_list && spot->custom)
    compare_lists (self, spot, before, after);
  else
    compare_values (self, spot, before, after);
}

static void
compare_members (Comparison         *self,
                 const OffprintSpot *spot,
                 JsonNode           *node,
                 JsonNode           *other)
{
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonObject *known = other != NULL && JSON_NODE_HOLDS_OBJECT (other) ? json_node_get_object (other) : NULL;
  OffprintSpot inner = *spot;
  JsonObjectIter iter;

  if (object == NULL)
    return;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &inner.member, NULL))
    if (!g_str_equal (inner.member, "seen") && !g_str_equal (inner.member, "checked") && (known == NULL || !json_object_has_member (known, inner.member)))
      compare_at (self, &inner);
}

/* What stands richer elsewhere is told there */
static gboolean
is_twin (OffprintFieldId id)
{
  return id == OFFPRINT_FIELD_ABSTRACT || id == OFFPRINT_FIELD_KEYWORD || id == OFFPRINT_FIELD_ISBN;
}

static gboolean
has_rich_twin (Comparison      *self,
               OffprintFieldId  id)
{
  const char *pointer = id == OFFPRINT_FIELD_ABSTRACT ? "/custom/offprint/abstracts" : id == OFFPRINT_FIELD_KEYWORD ? "/custom/offprint/keywords"
                                                                                                                    : "/custom/offprint/isbns";

  return is_twin (id) && (offprint_json_get_at (self->old_root, pointer) != NULL || offprint_json_get_at (self->new_root, pointer) != NULL);
}

static void
compare_field (Comparison          *self,
               const OffprintField *field)
{
  const OffprintSpot spot = offprint_spot_of_field (field, NULL);
  g_autofree char *pointer = NULL;

  if (has_rich_twin (self, field->id))
    return;
  if (field->merge != OFFPRINT_MERGE_MEMBERS)
    {
      compare_at (self, &spot);
      return;
    }
  pointer = offprint_spot_dup_pointer (&spot);
  compare_members (self, &spot, offprint_json_get_at (self->new_root, pointer), NULL);
  compare_members (self, &spot, offprint_json_get_at (self->old_root, pointer), offprint_json_get_at (self->new_root, pointer));
}

/* Variables of CSL that the table has no row for */
static void
compare_others (Comparison *self,
                JsonObject *object,
                JsonObject *known)
{
  OffprintSpot spot = { NULL };
  JsonObjectIter iter;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &spot.name, NULL))
    if (offprint_field_find (spot.name, FALSE) == NULL && !g_str_equal (spot.name, "custom") && !g_str_equal (spot.name, "id") &&
        (known == NULL || !json_object_has_member (known, spot.name)))
      compare_at (self, &spot);
}

/**
 * offprint_differences_new:
 * @before: a work as it was
 * @after: the same work as it is
 *
 * Compares two states of a work. When something was seen is no difference.
 *
 * Returns: (transfer full): a list of OffprintDifference, in the order of the table of
 *   fields; empty if nothing has changed
 */
GListModel *
offprint_differences_new (OffprintSnapshot *before,
                          OffprintSnapshot *after)
{
  Comparison self = { .before = before, .after = after };
  g_autoptr (JsonNode) old_root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonNode) new_root = json_node_new (JSON_NODE_OBJECT);

  g_return_val_if_fail (before != NULL, NULL);
  g_return_val_if_fail (after != NULL, NULL);

  self.rows = g_list_store_new (OFFPRINT_TYPE_DIFFERENCE);
  json_node_set_object (old_root, offprint_snapshot_get_record (before));
  json_node_set_object (new_root, offprint_snapshot_get_record (after));
  self.old_root = old_root;
  self.new_root = new_root;
  for (guint id = 0; id < OFFPRINT_N_FIELDS; id++)
    compare_field (&self, offprint_field_get (id));
  compare_others (&self, json_node_get_object (new_root), NULL);
  compare_others (&self, json_node_get_object (old_root), json_node_get_object (new_root));

  return G_LIST_MODEL (self.rows);
}
