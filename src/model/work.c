/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The work: readings in, one record out. The record is JSON from end to end; what the
 * page shows is made of it when asked for and dropped when it changes. How the values
 * are read stands in work-values.c, the way from and to files in work-json.c.
 */

#include "config.h"

#include "work.h"
#include "work-values.h"

#include <string.h>

#include "json-value.h"
#include "merge.h"
#include "parts-private.h"
#include "reading-private.h"
#include "sameness.h"

static void offprint_work_json_init (JsonSerializableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OffprintWork, offprint_work, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (JSON_TYPE_SERIALIZABLE, offprint_work_json_init))

typedef enum
{
  PROP_ID = 1,
  PROP_DOI,
  PROP_KIND,
  PROP_RECORD,
} OffprintWorkProperty;

static GParamSpec *properties[PROP_RECORD + 1];

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
offprint_work_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  OffprintWork *self = OFFPRINT_WORK (object);

  switch ((OffprintWorkProperty) property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_DOI:
      g_value_set_string (value, offprint_work_get_doi (self));
      break;
    case PROP_KIND:
      g_value_set_string (value, offprint_work_get_kind (self));
      break;
    case PROP_RECORD:
      g_value_set_boxed (value, self->record);
      break;
    }
}

static void
offprint_work_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  g_autoptr (JsonNode) node = NULL;

  if (property_id != PROP_RECORD || g_value_get_boxed (value) == NULL)
    return;
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_set_object (node, g_value_get_boxed (value));
  offprint_work_load (OFFPRINT_WORK (object), node, NULL);
}

static void
offprint_work_finalize (GObject *object)
{
  OffprintWork *self = OFFPRINT_WORK (object);

  for (guint i = 0; i < OFFPRINT_N_ROWS; i++)
    offprint_rows_clear (&self->rows[i]);
  offprint_values_clear (&self->values);
  g_clear_object (&self->readings);
  g_clear_pointer (&self->choices, g_hash_table_unref);
  g_clear_pointer (&self->united, g_hash_table_unref);
  g_clear_pointer (&self->record, json_object_unref);
  g_free (self->id);

  G_OBJECT_CLASS (offprint_work_parent_class)->finalize (object);
}

static void
offprint_work_class_init (OffprintWorkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = offprint_work_get_property;
  object_class->set_property = offprint_work_set_property;
  object_class->finalize = offprint_work_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_DOI] = g_param_spec_string ("doi", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_RECORD] = g_param_spec_boxed ("record", NULL, NULL, JSON_TYPE_OBJECT, flags | G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * OffprintWork::changed:
   *
   * Some value is another now. Emitted once for a batch, after the list models have
   * changed; what get functions lent before is gone.
   */
  signals[CHANGED] = g_signal_new ("changed", OFFPRINT_TYPE_WORK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GObject *
make_abstract (JsonObject *entry)
{
  return G_OBJECT (offprint_abstract_new (entry));
}

static GObject *
make_note (JsonObject *entry)
{
  return G_OBJECT (offprint_note_new (entry));
}

static GObject *
make_reference (JsonObject *entry)
{
  return G_OBJECT (offprint_reference_new (entry));
}

static GObject *
make_notice (JsonObject *entry)
{
  return G_OBJECT (offprint_notice_new (entry));
}

static GObject *
make_access (JsonObject *entry)
{
  return G_OBJECT (offprint_access_new (entry));
}

/* What each list of rows is made of: a list of custom.offprint, but people and offers */
static const struct
{
  const char *list;
  GType (*get_type) (void);
  OffprintMakeRow make;
} sources[OFFPRINT_N_ROWS] = {
  [OFFPRINT_ROWS_PEOPLE] = { NULL, offprint_contributor_get_type, offprint_people_make },
  [OFFPRINT_ROWS_ABSTRACTS] = { "abstracts", offprint_abstract_get_type, make_abstract },
  [OFFPRINT_ROWS_NOTES] = { "notes", offprint_note_get_type, make_note },
  [OFFPRINT_ROWS_REFERENCES] = { "references", offprint_reference_get_type, make_reference },
  [OFFPRINT_ROWS_NOTICES] = { "notices", offprint_notice_get_type, make_notice },
  [OFFPRINT_ROWS_OFFERS] = { "offers", offprint_access_get_type, make_access },
};

static void
offprint_work_init (OffprintWork *self)
{
  self->record = json_object_new ();
  self->readings = g_list_store_new (OFFPRINT_TYPE_READING);
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->united = offprint_united_new ();
  for (guint i = 0; i < OFFPRINT_N_ROWS; i++)
    offprint_rows_init (&self->rows[i], sources[i].get_type ());
  offprint_values_init (&self->values);
}

static GPtrArray *
get_entries (OffprintWork *self,
             guint         which)
{
  GPtrArray *entries = NULL;
  JsonObject *custom = offprint_work_get_custom (self);
  JsonArray *array = NULL;

  if (which == OFFPRINT_ROWS_PEOPLE)
    return offprint_people_entries (self->record);
  if (which == OFFPRINT_ROWS_OFFERS)
    custom = offprint_json_get_object (custom, "access");
  array = offprint_json_get_array (custom, sources[which].list);
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (offprint_json_element_object (array, i) != NULL)
      g_ptr_array_add (entries, json_object_ref (offprint_json_element_object (array, i)));

  return entries;
}

/*< private >
 * Returns: (transfer full) (element-type OffprintReading): the readings, as they came
 */
GPtrArray *
offprint_work_list_readings (OffprintWork *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->readings));
  GPtrArray *readings = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (readings, g_list_model_get_item (G_LIST_MODEL (self->readings), i));

  return readings;
}

/* The source's own, else the DOI; once given it stays, for the store knows the work by it */
static void
find_id (OffprintWork *self,
         GPtrArray    *readings)
{
  for (guint i = 0; self->id == NULL && i < readings->len; i++)
    {
      OffprintReading *reading = g_ptr_array_index (readings, i);
      JsonObject *record = offprint_reading_get_record (reading);

      if (offprint_reading_get_about (reading) == OFFPRINT_READING_ABOUT_WORK && json_object_has_member (record, "id"))
        self->id = offprint_json_dup_text (json_object_get_member (record, "id"));
    }
  if (self->id == NULL)
    self->id = g_strdup (offprint_json_get_string (self->record, "DOI"));
}

/*< private >
 * Computes the record anew and tells of it, if it is another.
 */
void
offprint_work_recompute (OffprintWork *self)
{
  g_autoptr (GPtrArray) readings = offprint_work_list_readings (self);
  g_autoptr (JsonObject) before = self->record;
  g_autofree char *id = g_strdup (self->id);
  g_autofree char *doi = g_strdup (offprint_json_get_string (before, "DOI"));
  g_autofree char *kind = g_strdup (offprint_work_get_kind (self));

  self->record = offprint_merge_readings (readings, self->choices, self->united);
  find_id (self, readings);
  if (offprint_json_is_same_object (before, self->record))
    {
      /* when it was seen may be new: whoever says so asks for it each time */
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
      return;
    }
  offprint_values_clear (&self->values);
  offprint_values_init (&self->values);
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < OFFPRINT_N_ROWS; i++)
    {
      g_autoptr (GPtrArray) entries = get_entries (self, i);

      offprint_rows_update (&self->rows[i], entries, sources[i].make);
    }
  if (g_strcmp0 (id, self->id) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
  if (g_strcmp0 (doi, offprint_work_get_doi (self)) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOI]);
  if (g_strcmp0 (kind, offprint_work_get_kind (self)) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

/*< private >
 * Returns: (transfer none) (nullable): custom.offprint of the record
 */
JsonObject *
offprint_work_get_custom (OffprintWork *self)
{
  return offprint_json_get_object (offprint_json_get_object (self->record, "custom"), "offprint");
}

/**
 * offprint_work_new:
 *
 * Returns: (transfer full): a work of which nothing is known: fill it with readings
 */
OffprintWork *
offprint_work_new (void)
{
  return g_object_new (OFFPRINT_TYPE_WORK, NULL);
}

/*< private >
 * Returns: (transfer full) (nullable): the reading of that name
 */
OffprintReading *
offprint_work_dup_reading (OffprintWork *self,
                           const char   *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->readings)); i++)
    {
      g_autoptr (OffprintReading) reading = g_list_model_get_item (G_LIST_MODEL (self->readings), i);

      if (g_strcmp0 (offprint_reading_get_id (reading), id) == 0)
        return g_steal_pointer (&reading);
    }

  return NULL;
}

/**
 * offprint_work_dup_source_of:
 * @self: a work
 * @pointer: a JSON pointer into the record: "/title", "/custom/offprint/notes/3"
 *
 * Tells which reading gave a value: the entry's own word, if a list was united from
 * several, else what stands in the provenance for it or for what it is part of.
 *
 * Returns: (transfer full) (nullable): the reading
 */
OffprintReading *
offprint_work_dup_source_of (OffprintWork *self,
                             const char   *pointer)
{
  g_autofree char *at = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *provenance = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);
  g_return_val_if_fail (pointer != NULL, NULL);

  at = g_strdup (pointer);
  root = json_node_new (JSON_NODE_OBJECT);
  json_node_set_object (root, self->record);
  provenance = offprint_json_get_object (offprint_work_get_custom (self), "provenance");
  while (*at != '\0')
    {
      JsonObject *entry = offprint_json_get_object (provenance, at);
      JsonNode *value = offprint_json_get_at (root, at);
      JsonArray *from = NULL;

      if (value != NULL && JSON_NODE_HOLDS_OBJECT (value))
        from = offprint_json_get_array (json_node_get_object (value), "from");
      if (from != NULL && json_array_get_length (from) > 0)
        return offprint_work_dup_reading (self, offprint_json_element_string (from, 0));
      if (entry != NULL)
        return offprint_work_dup_reading (self, offprint_json_get_string (entry, "from"));
      *strrchr (at, '/') = '\0';
    }

  return NULL;
}

/* json-glib's own way, for JSON that we wrote: one member, the record. */
static JsonNode *
serialize_property (JsonSerializable *serializable,
                    const char       *name,
                    const GValue     *value,
                    GParamSpec       *pspec)
{
  return offprint_work_to_json (OFFPRINT_WORK (serializable), OFFPRINT_RECORD_WITH_READINGS);
}

static gboolean
deserialize_property (JsonSerializable *serializable,
                      const char       *name,
                      GValue           *value,
                      GParamSpec       *pspec,
                      JsonNode         *node)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  g_value_set_boxed (value, json_node_get_object (node));

  return TRUE;
}

static GParamSpec **
list_record_only (JsonSerializable *serializable,
                  guint            *n)
{
  GParamSpec **list = g_new0 (GParamSpec *, 2);

  list[0] = properties[PROP_RECORD];
  *n = 1;

  return list;
}

static void
offprint_work_json_init (JsonSerializableIface *iface)
{
  iface->serialize_property = serialize_property;
  iface->deserialize_property = deserialize_property;
  iface->list_properties = list_record_only;
}
