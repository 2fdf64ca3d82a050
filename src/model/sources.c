/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of all values with their sources. It follows the work: a row whose place
 * stays keeps its object, so that what is open on the screen stays open.
 */

#include "config.h"

#include "sources.h"
#include "sources-private.h"

#include "json-value.h"
#include "work-values.h"

struct _OffprintSourceList
{
  GObject parent_instance;

  /* Owned */
  OffprintWork *work;
  OffprintHearing *hearing;
  GPtrArray *rows; /* of OffprintFieldSources */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OffprintSourceList, offprint_source_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/*< private >
 * Hears all readings of a work as they are now.
 */
OffprintHearing *
offprint_hearing_new (OffprintWork *work)
{
  OffprintHearing *self = g_rc_box_new0 (OffprintHearing);

  self->readings = offprint_work_list_readings (work);
  self->voices = offprint_voices_new (self->readings);
  self->choices = g_hash_table_ref (work->choices);
  self->record = json_node_new (JSON_NODE_OBJECT);
  json_node_set_object (self->record, work->record);
  offprint_judge_init (&self->judge, self->voices, self->choices);

  return self;
}

static void
clear_hearing (gpointer data)
{
  OffprintHearing *self = data;

  offprint_judge_clear (&self->judge);
  g_ptr_array_unref (self->voices);
  g_ptr_array_unref (self->readings);
  g_hash_table_unref (self->choices);
  json_node_unref (self->record);
}

/*< private >
 * Returns: (transfer full): @self
 */
OffprintHearing *
offprint_hearing_ref (OffprintHearing *self)
{
  return g_rc_box_acquire (self);
}

/*< private >
 * Lets go of it.
 */
void
offprint_hearing_unref (OffprintHearing *self)
{
  g_rc_box_release_full (self, clear_hearing);
}

static GType
get_item_type (GListModel *model)
{
  return OFFPRINT_TYPE_FIELD_SOURCES;
}

static guint
get_n_items (GListModel *model)
{
  return OFFPRINT_SOURCE_LIST (model)->rows->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  OffprintSourceList *self = OFFPRINT_SOURCE_LIST (model);

  return position < self->rows->len ? g_object_ref (g_ptr_array_index (self->rows, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* What is shown as one value is not shown twice; what only tells when something was seen
 * is no value */
static gboolean
is_shown (OffprintHearing    *hearing,
          const OffprintSpot *spot)
{
  static const struct
  {
    OffprintFieldId plain;
    const char *shown;
  } twins[] = {
    { OFFPRINT_FIELD_ABSTRACT, "/custom/offprint/abstracts" },
    { OFFPRINT_FIELD_KEYWORD, "/custom/offprint/keywords" },
    { OFFPRINT_FIELD_ISBN, "/custom/offprint/isbns" },
  };

  for (gsize i = 0; spot->field != NULL && i < G_N_ELEMENTS (twins); i++)
    if (spot->field->id == twins[i].plain && offprint_json_get_at (hearing->record, twins[i].shown) != NULL)
      return FALSE;

  return !g_str_equal (spot->name, "kept") && g_strcmp0 (spot->member, "seen") != 0 && g_strcmp0 (spot->member, "checked") != 0;
}

static guint
get_order (const OffprintSpot *spot)
{
  OffprintFieldPlace place = spot->field != NULL ? spot->field->place : OFFPRINT_PLACE_NONE;

  switch (place)
    {
    case OFFPRINT_PLACE_HEADING:
      return 0;
    case OFFPRINT_PLACE_PAGE:
      return 1;
    case OFFPRINT_PLACE_GET_IT:
      return 2;
    case OFFPRINT_PLACE_ABOUT:
      return 3;
    case OFFPRINT_PLACE_NONE:
      return 4;
    }

  return 4;
}

/* Of the old rows, that of the same place */
static OffprintFieldSources *
find_row (GHashTable         *old,
          OffprintHearing    *hearing,
          const OffprintSpot *spot)
{
  g_autofree char *pointer = offprint_spot_dup_pointer (spot);
  OffprintFieldSources *row = g_hash_table_lookup (old, pointer);

  return row != NULL ? g_object_ref (row) : offprint_field_sources_new (hearing, spot);
}

static GPtrArray *
make_rows (OffprintSourceList *self,
           GHashTable         *old,
           GArray             *spots)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) all = offprint_spots_new (self->hearing->voices);

  for (guint order = 0; order <= 4; order++)
    for (guint i = 0; i < all->len; i++)
      {
        const OffprintSpot *spot = &g_array_index (all, OffprintSpot, i);

        if (get_order (spot) != order || !is_shown (self->hearing, spot))
          continue;
        g_ptr_array_add (rows, find_row (old, self->hearing, spot));
        g_array_append_vals (spots, spot, 1);
      }

  return rows;
}

static guint
count_same (GPtrArray *a,
            GPtrArray *b,
            gboolean   from_end,
            guint      limit)
{
  guint n = 0;

  while (n < limit && g_ptr_array_index (a, from_end ? a->len - 1 - n : n) == g_ptr_array_index (b, from_end ? b->len - 1 - n : n))
    n++;

  return n;
}

static void
hear (OffprintSourceList *self)
{
  g_autoptr (GHashTable) old = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) spots = g_array_new (FALSE, TRUE, sizeof (OffprintSpot));
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->rows);
  OffprintHearing *heard = self->hearing;
  guint head = 0;
  guint tail = 0;

  self->hearing = offprint_hearing_new (self->work);
  for (guint i = 0; i < before->len; i++)
    g_hash_table_insert (old, (gpointer) offprint_field_sources_get_pointer (g_ptr_array_index (before, i)), g_ptr_array_index (before, i));
  self->rows = make_rows (self, old, spots);
  head = count_same (before, self->rows, FALSE, MIN (before->len, self->rows->len));
  tail = count_same (before, self->rows, TRUE, MIN (before->len, self->rows->len) - head);
  if (before->len - head - tail > 0 || self->rows->len - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, before->len - head - tail, self->rows->len - head - tail);
  for (guint i = 0; i < self->rows->len; i++)
    if (g_hash_table_contains (old, offprint_field_sources_get_pointer (g_ptr_array_index (self->rows, i))))
      offprint_field_sources_set (g_ptr_array_index (self->rows, i), self->hearing, &g_array_index (spots, OffprintSpot, i));
  g_clear_pointer (&heard, offprint_hearing_unref);
}

static void
offprint_source_list_finalize (GObject *object)
{
  OffprintSourceList *self = OFFPRINT_SOURCE_LIST (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->hearing, offprint_hearing_unref);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (offprint_source_list_parent_class)->finalize (object);
}

static void
offprint_source_list_class_init (OffprintSourceListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = offprint_source_list_finalize;
}

static void
offprint_source_list_init (OffprintSourceList *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * offprint_source_list_new:
 * @work: a work
 *
 * Returns: (transfer full): a list of OffprintFieldSources, one for each value of which
 *   some reading speaks, in the order of the page
 */
OffprintSourceList *
offprint_source_list_new (OffprintWork *work)
{
  OffprintSourceList *self = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);

  self = g_object_new (OFFPRINT_TYPE_SOURCE_LIST, NULL);
  self->work = g_object_ref (work);
  hear (self);
  g_signal_connect_object (work, "notify::record", G_CALLBACK (hear), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * offprint_source_list_get_work:
 * @self: the list
 *
 * Returns: (transfer none): the work that it follows
 */
OffprintWork *
offprint_source_list_get_work (OffprintSourceList *self)
{
  g_return_val_if_fail (OFFPRINT_IS_SOURCE_LIST (self), NULL);

  return self->work;
}

/**
 * offprint_source_list_get_doubt:
 * @self: the list
 * @reading: a reading of the work
 *
 * Returns: why nothing that it says is believed
 */
OffprintDoubt
offprint_source_list_get_doubt (OffprintSourceList *self,
                                OffprintReading    *reading)
{
  g_return_val_if_fail (OFFPRINT_IS_SOURCE_LIST (self), OFFPRINT_DOUBT_NONE);
  g_return_val_if_fail (OFFPRINT_IS_READING (reading), OFFPRINT_DOUBT_NONE);

  for (guint i = 0; i < self->hearing->voices->len; i++)
    {
      OffprintVoice *voice = g_ptr_array_index (self->hearing->voices, i);

      if (voice->reading == reading)
        return self->hearing->judge.has_sure_voice ? voice->doubt : OFFPRINT_DOUBT_NONE;
    }

  return OFFPRINT_DOUBT_NONE;
}

/**
 * offprint_source_list_count_values:
 * @self: the list
 * @reading: a reading of the work
 *
 * Returns: of how many values it is the source, alone or among others
 */
guint
offprint_source_list_count_values (OffprintSourceList *self,
                                   OffprintReading    *reading)
{
  guint n = 0;

  g_return_val_if_fail (OFFPRINT_IS_SOURCE_LIST (self), 0);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GListModel *candidates = offprint_field_sources_get_candidates (g_ptr_array_index (self->rows, i));

      for (guint j = 0; j < g_list_model_get_n_items (candidates); j++)
        {
          g_autoptr (OffprintCandidate) candidate = g_list_model_get_item (candidates, j);

          n += offprint_candidate_get_reading (candidate) == reading && offprint_candidate_is_winner (candidate) ? 1 : 0;
        }
    }

  return n;
}
