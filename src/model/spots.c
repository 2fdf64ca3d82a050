/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The places of a record where decisions fall: the rows of the table of fields, the
 * members of what is merged by member, and whatever else a reading speaks of.
 */

#include "config.h"

#include "decide.h"

#include "json-value.h"

/*< private >
 * The place of a field, or of a member of it.
 */
OffprintSpot
offprint_spot_of_field (const OffprintField *field,
                        const char          *member)
{
  return (OffprintSpot) { .field = field, .name = field->name, .custom = field->custom, .member = member };
}

/*< private >
 * Its JSON pointer in the record.
 */
char *
offprint_spot_dup_pointer (const OffprintSpot *self)
{
  g_autofree char *pointer = offprint_json_pointer (self->custom ? "/custom/offprint" : "", self->name);

  return self->member != NULL ? offprint_json_pointer (pointer, self->member) : g_steal_pointer (&pointer);
}

static gboolean
is_merged_by_member (const char *name,
                     gboolean    custom)
{
  const OffprintField *field = offprint_field_find (name, custom);

  return field != NULL ? field->merge == OFFPRINT_MERGE_MEMBERS : custom && g_str_equal (name, "kept");
}

static void
add_spot (GArray             *spots,
          GHashTable         *seen,
          const OffprintSpot *spot)
{
  char *pointer = offprint_spot_dup_pointer (spot);

  if (g_hash_table_add (seen, pointer))
    g_array_append_vals (spots, spot, 1);
}

static void
add_spots_of_member (GArray     *spots,
                     GHashTable *seen,
                     const char *name,
                     gboolean    custom,
                     JsonNode   *node)
{
  OffprintSpot spot = { .field = offprint_field_find (name, custom), .name = name, .custom = custom };
  JsonObjectIter iter;

  if (!is_merged_by_member (name, custom))
    {
      add_spot (spots, seen, &spot);
      return;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &spot.member, &node))
    if (!offprint_json_is_nothing (node))
      add_spot (spots, seen, &spot);
}

static void
add_spots_of_field (GArray              *spots,
                    GHashTable          *seen,
                    const OffprintField *field,
                    GPtrArray           *voices)
{
  for (guint i = 0; i < voices->len; i++)
    {
      JsonNode *node = offprint_voice_get (g_ptr_array_index (voices, i), field->name, field->custom);

      if (node != NULL)
        add_spots_of_member (spots, seen, field->name, field->custom, node);
    }
}

/* What the table has no row for: CSL's other variables, newer members */
static void
add_other_spots (GArray     *spots,
                 GHashTable *seen,
                 JsonObject *object,
                 gboolean    custom)
{
  static const char *const own[] = { "id", "custom", "version", "readings", "provenance", NULL };
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *node = NULL;

  if (object == NULL)
    return;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (offprint_field_find (name, custom) == NULL && !g_strv_contains (own, name) && !offprint_json_is_nothing (node))
      add_spots_of_member (spots, seen, name, custom, node);
}

/*< private >
 * Returns: (transfer full) (element-type OffprintSpot): every place that is spoken of
 */
GArray *
offprint_spots_new (GPtrArray *voices)
{
  GArray *spots = g_array_new (FALSE, TRUE, sizeof (OffprintSpot));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint id = 0; id < OFFPRINT_N_FIELDS; id++)
    add_spots_of_field (spots, seen, offprint_field_get (id), voices);
  for (guint i = 0; i < voices->len; i++)
    add_other_spots (spots, seen, ((OffprintVoice *) g_ptr_array_index (voices, i))->record, FALSE);
  for (guint i = 0; i < voices->len; i++)
    add_other_spots (spots, seen, ((OffprintVoice *) g_ptr_array_index (voices, i))->custom, TRUE);

  return spots;
}
