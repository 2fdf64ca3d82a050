/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Five layers name the same three people, each in its own spelling and each knowing
 * something else of them. One list of names is taken; all that is known goes to it.
 */

#include "config.h"

#include "join-private.h"

#include <string.h>

#include "byline.h"
#include "json-value.h"
#include "record.h"

/* Of thousands of authors each stands where it stands in the other list, or nowhere */
#define MAX_SEARCHED 200

/* The layer whose list of people is taken: an adapter’s, else the longest, else the first.
 * What readers see is asked only if no metadata name anybody. */
static guint
find_people (JsonObject **layers,
             const char  *role)
{
  guint best = OFFPRINT_N_LAYERS;

  for (guint i = 0; i < OFFPRINT_N_LAYERS; i++)
    {
      guint n = layers[i] != NULL ? offprint_join_count (offprint_json_get_array (layers[i], role)) : 0;

      if (n == 0 || (i == OFFPRINT_LAYER_BODY && best != OFFPRINT_N_LAYERS))
        continue;
      if (best == OFFPRINT_N_LAYERS || (best != OFFPRINT_LAYER_ADAPTER && n > offprint_join_count (offprint_json_get_array (layers[best], role))))
        best = i;
    }
  return best;
}

/* “García Márquez, Gabriel” against “Márquez, Gabriel García”: who parts a name by knowing
 * it keeps more of the family’s */
static gboolean
is_better_parted (JsonObject *name,
                  JsonObject *than)
{
  const char *family = offprint_json_get_string (name, "family");
  const char *other = offprint_json_get_string (than, "family");
  const char *given = offprint_json_get_string (name, "given");
  const char *other_given = offprint_json_get_string (than, "given");
  g_autofree char *straight = NULL;
  g_autofree char *other_straight = NULL;

  if (family == NULL || other == NULL || given == NULL || other_given == NULL || strlen (family) <= strlen (other))
    return FALSE;
  straight = g_strconcat (given, " ", family, NULL);
  other_straight = g_strconcat (other_given, " ", other, NULL);
  return offprint_join_is_same_text (straight, other_straight);
}

/*< private >
 * Takes one list of names for a role: an adapter’s, else the longest.
 */
void
offprint_join_names (JsonObject  *record,
                     JsonObject **layers,
                     const char  *role)
{
  guint best = find_people (layers, role);
  JsonArray *names = NULL;
  JsonArray *joined = NULL;

  if (best == OFFPRINT_N_LAYERS)
    return;
  names = offprint_json_get_array (layers[best], role);
  joined = json_array_sized_new (offprint_join_count (names));
  for (guint i = 0; i < offprint_join_count (names); i++)
    {
      JsonObject *name = offprint_json_element_object (names, i);

      for (guint j = 0; name != NULL && j < OFFPRINT_LAYER_BODY && best != OFFPRINT_LAYER_ADAPTER; j++)
        {
          JsonArray *others = layers[j] != NULL ? offprint_json_get_array (layers[j], role) : NULL;
          JsonObject *other = offprint_join_count (others) == offprint_join_count (names) ? offprint_json_element_object (others, i) : NULL;

          if (other != NULL && is_better_parted (other, name))
            name = other;
        }
      if (name != NULL)
        json_array_add_object_element (joined, json_object_ref (name));
    }
  json_object_set_array_member (record, role, joined);
}

/* Where a person of a layer stands in the record; -1 if nowhere */
static gint64
find_position (JsonArray  *names,
               JsonObject *entry)
{
  JsonObject *name = offprint_json_get_object (entry, "name");
  gint64 position = -1;

  if (names == NULL || name == NULL)
    return -1;
  if (offprint_json_get_integer (entry, "position", &position) && position >= 0 && position < offprint_join_count (names) &&
      offprint_byline_is_same (offprint_json_element_object (names, (guint) position), name))
    return position;
  for (guint i = 0; i < offprint_join_count (names) && offprint_join_count (names) <= MAX_SEARCHED; i++)
    if (offprint_byline_is_same (offprint_json_element_object (names, i), name))
      return i;
  return -1;
}

/*< private >
 * Puts what layers know of one role’s people to the names that won.
 */
void
offprint_join_people (JsonObject  *record,
                      JsonObject **layers,
                      const char  *role)
{
  JsonArray *names = offprint_json_get_array (record, role);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);

  for (guint i = 0; i < offprint_join_count (names); i++)
    g_ptr_array_add (entries, json_object_new ());
  for (guint i = 0; i < OFFPRINT_N_LAYERS; i++)
    for (guint j = 0; j < offprint_join_count (offprint_join_list (layers[i], "people")); j++)
      {
        JsonObject *said = offprint_json_element_object (offprint_join_list (layers[i], "people"), j);
        gint64 position = -1;

        if (said == NULL || g_strcmp0 (offprint_json_get_string (said, "role"), role) != 0)
          continue;
        position = find_position (names, said);
        if (position >= 0)
          offprint_join_fill (entries->pdata[position], said);
      }
  for (guint i = 0; i < entries->len; i++)
    {
      JsonObject *entry = entries->pdata[i];

      if (json_object_get_size (entry) == 0)
        continue;
      json_object_set_string_member (entry, "role", role);
      json_object_set_int_member (entry, "position", i);
      json_object_set_object_member (entry, "name", json_object_ref (offprint_json_element_object (names, i)));
      offprint_record_append (record, "people", json_object_ref (entry));
    }
}
