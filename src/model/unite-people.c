/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What sources know of people beside their names, put to the names that won. Joined by
 * role and position if the name there is the same, else by name within the role, else
 * kept and shown unattached: record.md.
 */

#include "config.h"

#include "merge.h"

#include <string.h>

#include "json-value.h"
#include "parts-private.h"

typedef struct
{
  JsonObject *record;
  GPtrArray *entries;   /* of JsonObject, owned; a source's own where nothing is to be changed */
  GHashTable *attached; /* name of the record → place in entries + 1 */
  GHashTable *names;    /* "role/name" → position + 1: each name of the record; made at need */
  GPtrArray *froms;     /* of JsonNode, owned: the lists of ids that were needed */
  GPtrArray *ids;       /* borrowed; for the entry at hand */
  guint n_sources;
} People;

static char *
fold_name (JsonObject *name)
{
  g_autofree char *shown = name != NULL ? offprint_name_dup_shown (name) : NULL;

  return shown != NULL ? offprint_fold (shown) : NULL;
}

/* “B. K. Yoder” and “Brandon K. Yoder”: the family name and the first letter agree */
static char *
fold_initial (JsonObject *name)
{
  const char *family = offprint_json_get_string (name, "family");
  const char *given = offprint_json_get_string (name, "given");
  g_autofree char *folded = NULL;
  g_autofree char *first = NULL;

  if (family == NULL || given == NULL)
    return NULL;
  folded = offprint_fold (family);
  first = offprint_fold (given);
  if (*first == '\0')
    return NULL;

  return g_strdup_printf ("%s,%.*s", folded, (int) (g_utf8_next_char (first) - first), first);
}

static void
index_name (People     *self,
            const char *role,
            const char *name,
            guint       position)
{
  char *key = NULL;

  if (name == NULL)
    return;
  key = g_strdup_printf ("%s/%s", role, name);
  if (g_hash_table_contains (self->names, key))
    g_free (key);
  else
    g_hash_table_insert (self->names, key, GUINT_TO_POINTER (position + 1));
}

/* All names of the record by what an entry may call them. Folding thousands of names is
 * slow, and most entries stand where their name is. */
static void
index_names (People *self)
{
  if (self->names != NULL)
    return;
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint id = 0; id < OFFPRINT_N_FIELDS; id++)
    {
      const OffprintField *field = offprint_field_get (id);
      JsonArray *names = field->kind == OFFPRINT_FIELD_KIND_NAMES ? offprint_json_get_array (self->record, field->name) : NULL;

      for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
        {
          JsonObject *name = offprint_json_element_object (names, i);
          g_autofree char *full = fold_name (name);
          g_autofree char *initial = name != NULL ? fold_initial (name) : NULL;

          index_name (self, field->name, full, i);
          index_name (self, field->name, initial, i);
        }
    }
}

static JsonObject *
get_name (People     *self,
          const char *role,
          gint64      position)
{
  JsonArray *names = role != NULL ? offprint_json_get_array (self->record, role) : NULL;

  if (names == NULL || position < 0 || position >= json_array_get_length (names))
    return NULL;

  return offprint_json_element_object (names, (guint) position);
}

static gboolean
is_same_name (JsonObject *a,
              JsonObject *b)
{
  g_autofree char *first = fold_name (a);
  g_autofree char *second = fold_name (b);
  g_autofree char *first_initial = a != NULL ? fold_initial (a) : NULL;
  g_autofree char *second_initial = b != NULL ? fold_initial (b) : NULL;

  if (first == NULL || second == NULL)
    return FALSE;

  return g_str_equal (first, second) || (first_initial != NULL && g_strcmp0 (first_initial, second_initial) == 0);
}

/* Three thousand times: names have few members, and all are texts */
static gboolean
is_equal_name (JsonObject *a,
               JsonObject *b)
{
  JsonObjectIter iter;
  const char *member = NULL;
  JsonNode *node = NULL;

  if (a == b)
    return TRUE;
  if (json_object_get_size (a) != json_object_get_size (b))
    return FALSE;
  json_object_iter_init (&iter, a);
  while (json_object_iter_next (&iter, &member, &node))
    {
      JsonNode *other = json_object_get_member (b, member);

      if (other == NULL || (other != node && !json_node_equal (node, other)))
        return FALSE;
    }

  return TRUE;
}

/* Whether an entry stands where it says, under the very name that won */
static gboolean
is_in_place (People     *self,
             const char *role,
             JsonObject *entry,
             gint64     *position)
{
  JsonObject *name = offprint_json_get_object (entry, "name");
  JsonObject *other = NULL;

  if (name == NULL || !offprint_json_get_integer (entry, "position", position))
    return FALSE;
  other = get_name (self, role, *position);

  return other != NULL && is_equal_name (name, other);
}

/* Where the name of an entry stands in the record now, or -1 */
static gint64
find_position (People     *self,
               const char *role,
               JsonObject *entry)
{
  JsonObject *name = offprint_json_get_object (entry, "name");
  g_autofree char *full = fold_name (name);
  g_autofree char *initial = name != NULL ? fold_initial (name) : NULL;
  const char *tries[] = { full, initial };
  gint64 position = -1;

  if (role == NULL || name == NULL)
    return -1;
  if (offprint_json_get_integer (entry, "position", &position) && is_same_name (name, get_name (self, role, position)))
    return position;
  index_names (self);
  for (gsize i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      g_autofree char *key = tries[i] != NULL ? g_strdup_printf ("%s/%s", role, tries[i]) : NULL;
      guint found = key != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->names, key)) : 0;

      if (found > 0)
        return (gint64) found - 1;
    }

  return -1;
}

static void
fill_missing (JsonObject *into,
              JsonObject *from)
{
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *node = NULL;

  json_object_iter_init_ordered (&iter, from);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!json_object_has_member (into, name) && !g_str_equal (name, "from"))
      json_object_set_member (into, name, json_node_ref (node));
}

/* Of three thousand people most are named by the same sources: those share one list, and
 * the last that was made is most often the one that is needed. */
static JsonNode *
dup_from (People    *self,
          GPtrArray *ids)
{
  JsonArray *array = NULL;

  for (guint i = self->froms->len; i > 0; i--)
    {
      JsonNode *node = g_ptr_array_index (self->froms, i - 1);
      gboolean is_equal = json_array_get_length (json_node_get_array (node)) == ids->len;

      for (guint j = 0; is_equal && j < ids->len; j++)
        is_equal = g_strcmp0 (json_array_get_string_element (json_node_get_array (node), j), g_ptr_array_index (ids, j)) == 0;
      if (is_equal)
        return json_node_ref (node);
    }
  array = json_array_new ();
  for (guint i = 0; i < ids->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (ids, i));
  g_ptr_array_add (self->froms, offprint_json_wrap_array (array));

  return json_node_ref (g_ptr_array_index (self->froms, self->froms->len - 1));
}

static void
collect_from (GPtrArray  *ids,
              JsonObject *entry)
{
  JsonArray *from = offprint_json_get_array (entry, "from");

  for (guint i = 0; from != NULL && i < json_array_get_length (from); i++)
    if (offprint_json_element_string (from, i) != NULL)
      g_ptr_array_add (ids, (gpointer) offprint_json_element_string (from, i));
}

static void
add_from (People        *self,
          JsonObject    *entry,
          OffprintVoice *voice,
          JsonObject    *said)
{
  guint before = 0;

  g_ptr_array_set_size (self->ids, 0);
  collect_from (self->ids, entry);
  before = self->ids->len;
  collect_from (self->ids, said);
  if (self->ids->len == before)
    g_ptr_array_add (self->ids, (gpointer) offprint_reading_get_id (voice->reading));
  json_object_set_member (entry, "from", dup_from (self, self->ids));
}

/* An entry as the record shall have it: where its name stands, under the name that won */
static JsonObject *
new_entry (People     *self,
           const char *role,
           gint64      position,
           JsonObject *said)
{
  JsonObject *entry = offprint_json_copy_top (said);
  JsonObject *name = position >= 0 ? get_name (self, role, position) : NULL;
  gint64 before = -1;

  if (json_object_has_member (entry, "from"))
    json_object_remove_member (entry, "from");
  if (name == NULL)
    return entry;
  if (!offprint_json_get_integer (entry, "position", &before) || before != position)
    json_object_set_int_member (entry, "position", position);
  json_object_set_object_member (entry, "name", json_object_ref (name));

  return entry;
}

static void
add_person (People        *self,
            OffprintVoice *voice,
            JsonObject    *said)
{
  const char *role = offprint_json_get_string (said, "role");
  gint64 position = -1;
  gboolean is_as_said = role != NULL && is_in_place (self, role, said, &position);
  gboolean needs_from = self->n_sources > 1 || json_object_has_member (said, "from");
  JsonObject *name = NULL;
  guint place = 0;

  if (!is_as_said)
    position = find_position (self, role, said);
  name = get_name (self, role, position);
  place = name != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->attached, name)) : 0;
  if (place == 0)
    {
      g_ptr_array_add (self->entries, is_as_said && !needs_from ? json_object_ref (said) : new_entry (self, role, position, said));
      place = self->entries->len;
      if (name != NULL)
        g_hash_table_insert (self->attached, name, GUINT_TO_POINTER (place));
    }
  else
    {
      JsonObject *entry = g_ptr_array_index (self->entries, place - 1);

      /* of several sources' people all entries are our own */
      if (self->n_sources == 1)
        {
          g_ptr_array_index (self->entries, place - 1) = offprint_json_copy_top (entry);
          json_object_unref (entry);
          entry = g_ptr_array_index (self->entries, place - 1);
        }
      fill_missing (entry, said);
    }
  if (needs_from)
    add_from (self, g_ptr_array_index (self->entries, place - 1), voice, said);
}

/*< private >
 * Puts what all voices know of people to the names of @record.
 */
JsonArray *
offprint_unite_people (JsonObject  *record,
                       GPtrArray   *voices,
                       JsonArray  **lists)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  g_autoptr (GHashTable) attached = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) froms = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  People self = { .record = record, .entries = entries, .attached = attached, .froms = froms, .ids = ids };
  JsonArray *array = NULL;

  for (guint i = 0; i < voices->len; i++)
    self.n_sources += lists[i] != NULL && json_array_get_length (lists[i]) > 0 ? 1 : 0;
  if (self.n_sources == 0)
    return NULL;
  for (guint i = 0; i < voices->len; i++)
    for (guint j = 0; lists[i] != NULL && j < json_array_get_length (lists[i]); j++)
      if (offprint_json_element_object (lists[i], j) != NULL)
        add_person (&self, g_ptr_array_index (voices, i), offprint_json_element_object (lists[i], j));
  g_clear_pointer (&self.names, g_hash_table_unref);
  array = json_array_sized_new (entries->len);
  for (guint i = 0; i < entries->len; i++)
    json_array_add_object_element (array, json_object_ref (g_ptr_array_index (entries, i)));

  return array;
}
