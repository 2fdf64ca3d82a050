/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The people of a work in the order of a title page: who wrote it first, then who
 * edited and translated; each name with what `people` knows of it.
 */

#include "config.h"

#include "work-private.h"

#include "fields.h"
#include "json-value.h"
#include "parts-private.h"

static void
add_entry (GPtrArray  *entries,
           const char *role,
           JsonObject *name,
           JsonObject *person)
{
  JsonObject *entry = json_object_new ();

  json_object_set_string_member (entry, "role", role);
  json_object_set_object_member (entry, "name", json_object_ref (name));
  if (person != NULL)
    json_object_set_object_member (entry, "person", json_object_ref (person));
  g_ptr_array_add (entries, entry);
}

/* The entries of people by "role/position", as the merge settled them */
static GHashTable *
index_people (JsonArray *people)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; people != NULL && i < json_array_get_length (people); i++)
    {
      JsonObject *entry = offprint_json_element_object (people, i);
      const char *role = offprint_json_get_string (entry, "role");
      gint64 position = 0;

      if (role != NULL && offprint_json_get_integer (entry, "position", &position))
        g_hash_table_insert (index, g_strdup_printf ("%s/%" G_GINT64_FORMAT, role, position), entry);
    }

  return index;
}

static void
add_role (GPtrArray  *entries,
          JsonObject *record,
          const char *role,
          GHashTable *index)
{
  JsonArray *names = offprint_json_get_array (record, role);

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    {
      JsonObject *name = offprint_json_element_object (names, i);
      g_autofree char *key = g_strdup_printf ("%s/%u", role, i);

      if (name == NULL)
        continue;
      add_entry (entries, role, name, g_hash_table_lookup (index, key));
      g_hash_table_remove (index, key);
    }
}

/*< private >
 * Joins names and people: record.md, “People”.
 */
GPtrArray *
offprint_people_entries (JsonObject *record)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  JsonObject *custom = offprint_json_get_object (offprint_json_get_object (record, "custom"), "offprint");
  JsonArray *people = offprint_json_get_array (custom, "people");
  g_autoptr (GHashTable) index = index_people (people);

  for (guint id = 0; id < OFFPRINT_N_FIELDS; id++)
    if (offprint_field_get (id)->kind == OFFPRINT_FIELD_KIND_NAMES)
      add_role (entries, record, offprint_field_get (id)->name, index);
  /* who could be put to no name stands at the end */
  for (guint i = 0; people != NULL && i < json_array_get_length (people); i++)
    {
      JsonObject *entry = offprint_json_element_object (people, i);
      const char *role = offprint_json_get_string (entry, "role");
      JsonObject *name = offprint_json_get_object (entry, "name");
      gint64 position = -1;
      g_autofree char *key = NULL;

      if (role == NULL || name == NULL)
        continue;
      if (offprint_json_get_integer (entry, "position", &position))
        key = g_strdup_printf ("%s/%" G_GINT64_FORMAT, role, position);
      if (key == NULL || g_hash_table_lookup (index, key) == entry)
        add_entry (entries, role, name, entry);
    }

  return entries;
}

/*< private >
 * Makes the row of one of them.
 */
GObject *
offprint_people_make (JsonObject *entry)
{
  return G_OBJECT (offprint_contributor_new (offprint_json_get_string (entry, "role"), offprint_json_get_object (entry, "name"),
                                             offprint_json_get_object (entry, "person")));
}
