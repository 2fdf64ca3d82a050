/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Three thousand authors with their affiliations took the main loop 11 ms to be copied
 * before they could be written. Nodes of a record are shared and never changed, and the
 * count of a node's owners is atomic (that of an object or a list is not): so a snapshot
 * holds what the work holds, and whoever writes it in a thread lends nodes only.
 */

#include "config.h"

#include "snapshot.h"

#include "json-value.h"
#include "reading-private.h"
#include "work-values.h"

#define VERSION    1
#define OWN_SOURCE "csl-json"

struct _OffprintSnapshot
{
  /* Owned */
  char *id;
  JsonObject *record;
  GPtrArray *readings;
  char **ids; /* of the readings, which may get other names later */
};

G_DEFINE_BOXED_TYPE (OffprintSnapshot, offprint_snapshot, offprint_snapshot_ref, offprint_snapshot_unref)

/**
 * offprint_work_dup_snapshot:
 * @work: a work; one without a name gets one
 *
 * Returns: (transfer full): the work as it is now
 */
OffprintSnapshot *
offprint_work_dup_snapshot (OffprintWork *work)
{
  OffprintSnapshot *self = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);

  if (work->id == NULL)
    {
      g_autofree char *uuid = g_uuid_string_random ();

      work->id = g_strconcat ("urn:uuid:", uuid, NULL);
    }
  self = g_atomic_rc_box_new0 (OffprintSnapshot);
  self->id = g_strdup (work->id);
  self->record = json_object_ref (work->record);
  self->readings = offprint_work_list_readings (work);
  self->ids = g_new0 (char *, self->readings->len + 1);
  for (guint i = 0; i < self->readings->len; i++)
    self->ids[i] = g_strdup (offprint_reading_get_id (g_ptr_array_index (self->readings, i)));

  return self;
}

static void
clear_snapshot (gpointer data)
{
  OffprintSnapshot *self = data;

  /* a reading without a name ends the list for g_strfreev() */
  for (guint i = 0; i < self->readings->len; i++)
    g_free (self->ids[i]);
  g_free (self->ids);
  g_clear_pointer (&self->readings, g_ptr_array_unref);
  g_clear_pointer (&self->record, json_object_unref);
  g_free (self->id);
}

/**
 * offprint_snapshot_ref:
 * @self: a snapshot
 *
 * Returns: (transfer full): @self
 */
OffprintSnapshot *
offprint_snapshot_ref (OffprintSnapshot *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * offprint_snapshot_unref:
 * @self: (transfer full): a snapshot
 *
 * Lets go of it; the last in the thread in which it was made.
 */
void
offprint_snapshot_unref (OffprintSnapshot *self)
{
  g_atomic_rc_box_release_full (self, clear_snapshot);
}

static JsonObject *
get_own (OffprintSnapshot *self)
{
  return offprint_json_get_object (offprint_json_get_object (self->record, "custom"), "offprint");
}

/* Whether a value of the record came from this reading, as its provenance says */
static gboolean
is_named (OffprintSnapshot *self,
          const char       *id)
{
  JsonObject *provenance = offprint_json_get_object (get_own (self), "provenance");
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *node = NULL;

  if (provenance == NULL)
    return FALSE;
  json_object_iter_init (&iter, provenance);
  while (json_object_iter_next (&iter, &name, &node))
    if (g_strcmp0 (offprint_json_get_string (offprint_json_get_object (provenance, name), "from"), id) == 0)
      return TRUE;

  return FALSE;
}

/* A record whose readings are only named, read and written again, names no more than
 * before: its own words stand in it */
static gboolean
is_listed (OffprintSnapshot *self,
           guint             index,
           gboolean          with_records)
{
  const char *source = offprint_reading_get_source (g_ptr_array_index (self->readings, index));

  return with_records || self->readings->len == 1 || !g_str_equal (source, OWN_SOURCE) || is_named (self, self->ids[index]);
}

static JsonArray *
write_readings (OffprintSnapshot *self,
                gboolean          with_records)
{
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; i < self->readings->len; i++)
    if (is_listed (self, i, with_records))
      json_array_add_object_element (array, offprint_reading_to_json (g_ptr_array_index (self->readings, i), self->ids[i], with_records));

  return json_array_get_length (array) > 0 ? g_steal_pointer (&array) : NULL;
}

static void
lend (JsonObject *to,
      JsonObject *from,
      const char *name)
{
  if (from != NULL && json_object_has_member (from, name))
    json_object_set_member (to, name, json_node_ref (json_object_get_member (from, name)));
}

static JsonObject *
write_own (OffprintSnapshot *self,
           gboolean          with_records)
{
  JsonObject *before = get_own (self);
  JsonObject *own = json_object_new ();
  JsonArray *readings = write_readings (self, with_records);
  JsonObjectIter iter;
  const char *name = NULL;

  json_object_set_int_member (own, "version", VERSION);
  if (before != NULL)
    {
      json_object_iter_init_ordered (&iter, before);
      while (json_object_iter_next_ordered (&iter, &name, NULL))
        if (!g_str_equal (name, "provenance") && !g_str_equal (name, "kept"))
          lend (own, before, name);
    }
  if (readings != NULL)
    json_object_set_array_member (own, "readings", readings);
  lend (own, before, "provenance");
  lend (own, before, "kept");

  return own;
}

static JsonObject *
write_custom (OffprintSnapshot *self,
              gboolean          with_records)
{
  JsonObject *before = offprint_json_get_object (self->record, "custom");
  JsonObject *custom = json_object_new ();
  JsonObjectIter iter;
  const char *name = NULL;

  json_object_set_object_member (custom, "offprint", write_own (self, with_records));
  if (before == NULL)
    return custom;
  json_object_iter_init_ordered (&iter, before);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (!g_str_equal (name, "offprint"))
      lend (custom, before, name);

  return custom;
}

/**
 * offprint_snapshot_to_json:
 * @self: a snapshot
 * @flags: what to write
 *
 * Writes the record: a valid CSL-JSON item; record.md. May be called in any thread.
 *
 * Returns: (transfer full): the record; what stands in it belongs to the work, and is
 *   not to be changed
 */
JsonNode *
offprint_snapshot_to_json (OffprintSnapshot    *self,
                           OffprintRecordFlags  flags)
{
  JsonObject *item = NULL;
  const char *type = NULL;
  JsonObjectIter iter;
  const char *name = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  item = json_object_new ();
  type = offprint_json_get_string (self->record, "type");
  json_object_set_string_member (item, "id", self->id);
  json_object_set_string_member (item, "type", type != NULL ? type : "document");
  json_object_iter_init_ordered (&iter, self->record);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (!g_str_equal (name, "custom") && !g_str_equal (name, "type"))
      lend (item, self->record, name);
  if ((flags & OFFPRINT_RECORD_ITEM_ONLY) == 0)
    json_object_set_object_member (item, "custom", write_custom (self, (flags & OFFPRINT_RECORD_WITH_READINGS) != 0));

  return offprint_json_wrap_object (item);
}

/**
 * offprint_snapshot_get_record:
 * @self: a snapshot
 *
 * Returns: (transfer none): what was computed of the readings; not to be changed
 */
JsonObject *
offprint_snapshot_get_record (OffprintSnapshot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->record;
}

/**
 * offprint_snapshot_get_reading:
 * @self: a snapshot
 * @id: the name that a reading had then
 *
 * Returns: (transfer none) (nullable): the reading
 */
OffprintReading *
offprint_snapshot_get_reading (OffprintSnapshot *self,
                               const char       *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->readings->len; i++)
    if (g_strcmp0 (self->ids[i], id) == 0)
      return g_ptr_array_index (self->readings, i);

  return NULL;
}
