/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way from a file and back: record.md. What a record says beyond its readings is
 * a reading of its own, so that nothing that someone wrote into it is lost when the
 * values are computed anew.
 */

#include "config.h"

#include "work.h"
#include "work-values.h"

#include "json-value.h"
#include "merge.h"
#include "reading-private.h"
#include "snapshot.h"

#define OWN_SOURCE "csl-json"

static void
add_readings (OffprintWork *self,
              JsonArray    *array)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *entry = offprint_json_element_object (array, i);
      g_autoptr (OffprintReading) reading = entry != NULL ? offprint_reading_new_from_json (entry) : NULL;

      if (reading != NULL)
        g_list_store_append (self->readings, reading);
    }
}

static gboolean
has_words (OffprintWork *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->readings)); i++)
    {
      g_autoptr (OffprintReading) reading = g_list_model_get_item (G_LIST_MODEL (self->readings), i);

      if (!offprint_reading_is_mute (reading))
        return TRUE;
    }

  return FALSE;
}

/* Members of @from that @known has not; NULL if there are none */
static JsonObject *
subtract (JsonObject        *from,
          JsonObject        *known,
          const char *const *skip)
{
  g_autoptr (JsonObject) rest = json_object_new ();
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *node = NULL;

  if (from == NULL)
    return NULL;
  json_object_iter_init_ordered (&iter, from);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if ((known == NULL || !json_object_has_member (known, name)) && !g_strv_contains (skip, name))
      json_object_set_member (rest, name, offprint_json_copy (node));

  return json_object_get_size (rest) > 0 ? g_steal_pointer (&rest) : NULL;
}

/* What the record has and no reading gave: written by hand, or by a newer version */
static JsonObject *
find_rest (OffprintWork *self,
           JsonObject   *record)
{
  static const char *const skip[] = { "id", "type", "custom", NULL };
  static const char *const skip_custom[] = { "offprint", NULL };
  static const char *const skip_own[] = { "version", "readings", "provenance", NULL };
  JsonObject *custom = offprint_json_get_object (record, "custom");
  JsonObject *known = offprint_json_get_object (self->record, "custom");
  JsonObject *rest = subtract (record, self->record, skip);
  JsonObject *rest_custom = subtract (custom, known, skip_custom);
  JsonObject *rest_own = subtract (offprint_json_get_object (custom, "offprint"), offprint_json_get_object (known, "offprint"), skip_own);

  if (rest_own != NULL && rest_custom == NULL)
    rest_custom = json_object_new ();
  if (rest_own != NULL)
    json_object_set_object_member (rest_custom, "offprint", rest_own);
  if (rest_custom != NULL && rest == NULL)
    rest = json_object_new ();
  if (rest_custom != NULL)
    json_object_set_object_member (rest, "custom", rest_custom);

  return rest;
}

/* The record's own words as a reading. If the readings that it was computed from are
 * only named, it takes the place of its like among them, with when that was. */
static void
add_own_words (OffprintWork *self,
               JsonObject   *record)
{
  g_autoptr (OffprintReading) reading = NULL;

  for (guint i = 0; reading == NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->readings)); i++)
    {
      g_autoptr (OffprintReading) named = g_list_model_get_item (G_LIST_MODEL (self->readings), i);
      g_autoptr (JsonObject) entry = NULL;

      if (!g_str_equal (offprint_reading_get_source (named), OWN_SOURCE) || !offprint_reading_is_mute (named))
        continue;
      entry = offprint_reading_to_json (named, offprint_reading_get_id (named), FALSE);
      json_object_set_object_member (entry, "record", json_object_ref (record));
      reading = offprint_reading_new_from_json (entry);
    }
  if (reading == NULL)
    reading = offprint_reading_new (OWN_SOURCE, OFFPRINT_READING_ABOUT_WORK, NULL, NULL, NULL, json_object_ref (record));
  offprint_work_place_reading (self, reading);
  json_object_unref (record);
}

/* What the user chose is known by its provenance. What was typed is a reading itself, and
 * counts most without being chosen. */
static void
load_choices (OffprintWork *self,
              JsonObject   *provenance)
{
  JsonObjectIter iter;
  const char *pointer = NULL;
  JsonNode *node = NULL;

  if (provenance == NULL)
    return;
  json_object_iter_init (&iter, provenance);
  while (json_object_iter_next (&iter, &pointer, &node))
    {
      JsonObject *entry = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *id = offprint_json_get_string (entry, "from");
      g_autoptr (OffprintReading) reading = id != NULL ? offprint_work_dup_reading (self, id) : NULL;

      if (reading != NULL && !g_str_equal (offprint_reading_get_source (reading), "you") && g_strcmp0 (offprint_json_get_string (entry, "by"), "user") == 0)
        g_hash_table_insert (self->choices, g_strdup (pointer), g_strdup (id));
    }
}

/*< private >
 * Fills an empty work from a record.
 */
gboolean
offprint_work_load (OffprintWork  *self,
                    JsonNode      *node,
                    GError       **error)
{
  g_autoptr (JsonObject) record = offprint_record_adopt (node, error);
  g_autofree char *id = NULL;
  JsonObject *own = NULL;
  JsonArray *readings = NULL;

  if (record == NULL)
    return FALSE;
  own = offprint_json_get_object (offprint_json_get_object (record, "custom"), "offprint");
  readings = offprint_json_get_array (own, "readings");
  add_readings (self, readings);
  if (json_object_has_member (record, "id"))
    id = offprint_json_dup_text (json_object_get_member (record, "id"));
  g_set_str (&self->id, id);

  if (has_words (self))
    {
      JsonObject *rest = NULL;

      load_choices (self, offprint_json_get_object (own, "provenance"));
      offprint_work_recompute (self);
      rest = find_rest (self, record);
      if (rest != NULL)
        add_own_words (self, rest);
    }
  else
    {
      if (own != NULL)
        {
          json_object_remove_member (own, "readings");
          json_object_remove_member (own, "version");
        }
      add_own_words (self, json_object_ref (record));
    }
  offprint_work_recompute (self);

  return TRUE;
}

/**
 * offprint_work_new_from_json:
 * @node: a record, or any CSL-JSON item
 * @error: return location for an error of the domain `OFFPRINT_MODEL_ERROR`
 *
 * Reads a work. Readings that have their records are restored with them; an item
 * without is one reading itself. Foreign members are kept.
 *
 * Returns: (transfer full): the work, or `NULL` with @error set, which names the wrong
 *   place as a JSON pointer
 */
OffprintWork *
offprint_work_new_from_json (JsonNode  *node,
                             GError   **error)
{
  g_autoptr (OffprintWork) self = NULL;

  g_return_val_if_fail (node != NULL, NULL);

  self = offprint_work_new ();

  return offprint_work_load (self, node, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * offprint_work_to_json:
 * @self: a work
 * @flags: what to write
 *
 * Writes the record: a valid CSL-JSON item; record.md. Whoever only wants to store it
 * takes a snapshot instead, which copies nothing.
 *
 * Returns: (transfer full): the record; nobody else holds it
 */
JsonNode *
offprint_work_to_json (OffprintWork        *self,
                       OffprintRecordFlags  flags)
{
  g_autoptr (OffprintSnapshot) snapshot = NULL;
  g_autoptr (JsonNode) shared = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);

  snapshot = offprint_work_dup_snapshot (self);
  shared = offprint_snapshot_to_json (snapshot, flags);

  return offprint_json_copy (shared);
}
