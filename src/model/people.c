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

/* Most people stand under the name that won, and are their own entry */
static void
add_entry (GPtrArray  *entries,
           const char *role,
           JsonObject *name,
           JsonObject *person)
{
  JsonObject *own = offprint_json_get_object (person, "name");
  JsonObject *entry = NULL;

  if (own != NULL && (own == name || json_object_equal (own, name)))
    {
      g_ptr_array_add (entries, json_object_ref (person));
      return;
    }
  entry = json_object_new ();
  json_object_set_string_member (entry, "role", role);
  json_object_set_object_member (entry, "name", json_object_ref (name));
  if (person != NULL)
    json_object_set_object_member (entry, "person", json_object_ref (person));
  g_ptr_array_add (entries, entry);
}

/* The name that the merge settled somebody on, if any */
static JsonObject *
find_name (JsonObject *record,
           JsonObject *person)
{
  const char *role = offprint_json_get_string (person, "role");
  JsonArray *names = role != NULL ? offprint_json_get_array (record, role) : NULL;
  gint64 position = -1;

  if (names == NULL || !offprint_json_get_integer (person, "position", &position))
    return NULL;
  if (position < 0 || position >= json_array_get_length (names))
    return NULL;

  return offprint_json_element_object (names, (guint) position);
}

/* What is known of people, by their name in the record */
static GHashTable *
index_people (JsonObject *record,
              JsonArray  *people)
{
  GHashTable *index = g_hash_table_new (NULL, NULL);

  for (guint i = 0; people != NULL && i < json_array_get_length (people); i++)
    {
      JsonObject *person = offprint_json_element_object (people, i);
      JsonObject *name = find_name (record, person);

      if (name != NULL)
        g_hash_table_insert (index, name, person);
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

      if (name != NULL)
        add_entry (entries, role, name, g_hash_table_lookup (index, name));
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
  g_autoptr (GHashTable) index = index_people (record, people);

  for (guint id = 0; id < OFFPRINT_N_FIELDS; id++)
    if (offprint_field_get (id)->kind == OFFPRINT_FIELD_KIND_NAMES)
      add_role (entries, record, offprint_field_get (id)->name, index);
  /* who could be put to no name stands at the end */
  for (guint i = 0; people != NULL && i < json_array_get_length (people); i++)
    {
      JsonObject *person = offprint_json_element_object (people, i);
      const char *role = offprint_json_get_string (person, "role");
      JsonObject *name = offprint_json_get_object (person, "name");

      if (role != NULL && name != NULL && find_name (record, person) == NULL)
        add_entry (entries, role, name, person);
    }

  return entries;
}

/*< private >
 * Makes the row of one of them.
 */
GObject *
offprint_people_make (JsonObject *entry)
{
  JsonObject *person = offprint_json_get_object (entry, "person");

  return G_OBJECT (offprint_contributor_new (offprint_json_get_string (entry, "role"), offprint_json_get_object (entry, "name"),
                                             person != NULL ? person : entry));
}
