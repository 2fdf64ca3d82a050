/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The readings of a work: each source has its place, and what it says anew takes the
 * place of what it said. Unless that was better: a page that has turned into “Access
 * denied”, or has lost its notes, comes beside what it was, and what was good is kept
 * until the source says something good again.
 */

#include "config.h"

#include "work.h"
#include "work-values.h"

#include <string.h>

#include "decide.h"
#include "json-value.h"
#include "reading-private.h"
#include "sameness.h"

static OffprintReading *
get_reading (OffprintWork *self,
             guint         index)
{
  /* the list keeps it */
  OffprintReading *reading = g_list_model_get_item (G_LIST_MODEL (self->readings), index);

  g_object_unref (reading);

  return reading;
}

static guint
count_readings (OffprintWork *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->readings));
}

/*< private >
 * Returns: (transfer full): a name that no reading of the work has
 */
char *
offprint_work_make_reading_id (OffprintWork *self)
{
  guint64 highest = 0;

  for (guint i = 0; i < count_readings (self); i++)
    {
      const char *id = offprint_reading_get_id (get_reading (self, i));
      guint64 number = 0;

      if (id != NULL && *id == 'r' && g_ascii_string_to_unsigned (id + 1, 10, 0, G_MAXUINT32, &number, NULL))
        highest = MAX (highest, number);
    }

  return g_strdup_printf ("r%" G_GUINT64_FORMAT, highest + 1);
}

/* A reading may come from another work, as the store's do, with the name it had there */
static gboolean
is_taken (OffprintWork *self,
          const char   *id)
{
  for (guint i = 0; i < count_readings (self); i++)
    if (g_strcmp0 (offprint_reading_get_id (get_reading (self, i)), id) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_same_source (OffprintReading *a,
                OffprintReading *b)
{
  return g_str_equal (offprint_reading_get_source (a), offprint_reading_get_source (b)) &&
         offprint_reading_get_about (a) == offprint_reading_get_about (b);
}

static OffprintVoice *
find_voice (GPtrArray       *voices,
            OffprintReading *reading)
{
  for (guint i = 0; i < voices->len; i++)
    if (((OffprintVoice *) g_ptr_array_index (voices, i))->reading == reading)
      return g_ptr_array_index (voices, i);

  return NULL;
}

static JsonNode *
get_at (OffprintReading *reading,
        const char      *pointer)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (root, offprint_reading_get_record (reading));

  return offprint_json_get_at (root, pointer);
}

/* Whether the user chose a value of an older word of a source that its newest does not say */
static gboolean
is_chosen (OffprintWork    *self,
           OffprintReading *older,
           OffprintReading *newest)
{
  GHashTableIter iter;
  gpointer pointer = NULL;
  gpointer id = NULL;

  g_hash_table_iter_init (&iter, self->choices);
  while (g_hash_table_iter_next (&iter, &pointer, &id))
    if (g_strcmp0 (id, offprint_reading_get_id (older)) == 0 && !offprint_json_is_same (get_at (older, pointer), get_at (newest, pointer)))
      return TRUE;

  return FALSE;
}

/* Which of the readings of its source must stay beside a new one */
static gboolean
is_kept (OffprintWork    *self,
         GPtrArray       *voices,
         OffprintReading *older,
         OffprintReading *reading,
         gboolean         is_last)
{
  OffprintVoice *voice = find_voice (voices, older);

  if (voice == NULL || offprint_json_is_same_object (offprint_reading_get_record (older), offprint_reading_get_record (reading)))
    return FALSE;

  return offprint_voice_is_needed (voices, voice) || (!is_last && is_chosen (self, older, reading));
}

/* The positions of the readings of the same source that may go: (element-type guint) */
static GArray *
find_replaced (OffprintWork    *self,
               OffprintReading *reading,
               guint           *last)
{
  g_autoptr (GPtrArray) readings = offprint_work_list_readings (self);
  g_autoptr (GPtrArray) voices = NULL;
  g_autoptr (GArray) replaced = g_array_new (FALSE, FALSE, sizeof (guint));

  *last = G_MAXUINT;
  for (guint i = 0; i < readings->len; i++)
    if (is_same_source (g_ptr_array_index (readings, i), reading))
      *last = i;
  if (*last == G_MAXUINT)
    return g_steal_pointer (&replaced);
  g_ptr_array_add (readings, g_object_ref (reading));
  voices = offprint_voices_new (readings);
  for (guint i = 0; i < readings->len - 1; i++)
    if (is_same_source (g_ptr_array_index (readings, i), reading) && !is_kept (self, voices, g_ptr_array_index (readings, i), reading, i == *last))
      g_array_append_val (replaced, i);

  return g_steal_pointer (&replaced);
}

/* A choice of a reading is one of its source: it follows to what the source says now */
static void
move_choices (OffprintWork *self,
              const char   *from,
              const char   *to)
{
  GHashTableIter iter;
  gpointer id = NULL;

  g_hash_table_iter_init (&iter, self->choices);
  while (g_hash_table_iter_next (&iter, NULL, &id))
    if (g_str_equal (id, from))
      g_hash_table_iter_replace (&iter, g_strdup (to));
}

static void
append (OffprintWork    *self,
        OffprintReading *reading,
        guint            position)
{
  if (offprint_reading_get_id (reading) == NULL || is_taken (self, offprint_reading_get_id (reading)))
    {
      g_autofree char *id = offprint_work_make_reading_id (self);

      offprint_reading_set_id (reading, id);
    }
  g_list_store_insert (self->readings, position, reading);
}

/*< private >
 * Puts a reading into its place, without computing anything.
 */
void
offprint_work_place_reading (OffprintWork    *self,
                             OffprintReading *reading)
{
  g_autoptr (GArray) replaced = NULL;
  gpointer added[] = { reading };
  guint last = 0;

  if (g_list_store_find (self->readings, reading, NULL))
    return;
  replaced = find_replaced (self, reading, &last);
  if (last == G_MAXUINT)
    {
      append (self, reading, count_readings (self));
      return;
    }
  if (replaced->len == 0)
    {
      append (self, reading, last + 1);
      return;
    }
  /* the oldest that goes hands on its name, and with it what the user chose */
  offprint_reading_set_id (reading, offprint_reading_get_id (get_reading (self, g_array_index (replaced, guint, 0))));
  for (guint i = 1; i < replaced->len; i++)
    if (offprint_reading_get_id (get_reading (self, g_array_index (replaced, guint, i))) != NULL)
      move_choices (self, offprint_reading_get_id (get_reading (self, g_array_index (replaced, guint, i))), offprint_reading_get_id (reading));
  if (g_array_index (replaced, guint, replaced->len - 1) == last)
    {
      g_list_store_splice (self->readings, last, 1, added, 1);
      g_array_set_size (replaced, replaced->len - 1);
    }
  else
    g_list_store_insert (self->readings, last + 1, reading);
  for (guint i = replaced->len; i > 0; i--)
    g_list_store_remove (self->readings, g_array_index (replaced, guint, i - 1));
}

/* A sample is what was shown before anything was asked: a real answer takes its place */
static void
drop_sample (OffprintWork *self)
{
  for (guint i = count_readings (self); i > 0; i--)
    if (g_str_equal (offprint_reading_get_source (get_reading (self, i - 1)), "sample"))
      g_list_store_remove (self->readings, i - 1);
}

/**
 * offprint_work_add_reading:
 * @self: a work
 * @reading: what a source said; it belongs to this work from now on
 *
 * Adds a reading, or puts it in the place of an older one of the same source about the
 * same. An older one stays, set aside, as long as the newer cannot be believed or lacks
 * what it had. The values are computed anew; “changed” is emitted once, and not at all
 * if the source says what it said before.
 */
void
offprint_work_add_reading (OffprintWork    *self,
                           OffprintReading *reading)
{
  const char *source = NULL;

  g_return_if_fail (OFFPRINT_IS_WORK (self));
  g_return_if_fail (OFFPRINT_IS_READING (reading));

  source = offprint_reading_get_source (reading);
  if (offprint_reading_get_about (reading) == OFFPRINT_READING_ABOUT_WORK && !g_str_equal (source, "sample") && !g_str_equal (source, "you"))
    drop_sample (self);
  offprint_work_place_reading (self, reading);
  offprint_work_recompute (self);
}

/*< private >
 * Drops older words of sources that are not needed any more. @removed_cb is told of each
 * with the position at which it was.
 */
void
offprint_work_prune_readings (OffprintWork *self,
                              void (*removed_cb) (OffprintReading *reading, guint position, gpointer user_data),
                              gpointer      user_data)
{
  g_autoptr (GPtrArray) readings = offprint_work_list_readings (self);
  g_autoptr (GPtrArray) voices = offprint_voices_new (readings);

  for (guint i = readings->len; i > 0; i--)
    {
      OffprintReading *reading = g_ptr_array_index (readings, i - 1);
      OffprintVoice *voice = find_voice (voices, reading);

      if (voice == NULL || voice->newer == NULL || offprint_voice_is_needed (voices, voice) || is_chosen (self, reading, voice->newer->reading))
        continue;
      removed_cb (reading, i - 1, user_data);
      g_list_store_remove (self->readings, i - 1);
    }
}
