/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing and taking back. An edit remembers what it removed and which choices it
 * changed, no more: to undo it touches nothing that has come from elsewhere since.
 */

#include "config.h"

#include "work-edit.h"
#include "work-values.h"

#include "decide.h"
#include "json-value.h"
#include "reading-private.h"
#include "sameness.h"

typedef struct
{
  OffprintReading *reading; /* Owned */
  char *id;                 /* Owned */
  guint position;
} Removed;

struct _OffprintWorkEdit
{
  /* Owned */
  GPtrArray *removed;     /* of Removed: in the order of removal */
  OffprintReading *added; /* nullable */
  GHashTable *before;     /* the choices, pointer → id */
  GHashTable *after;
};

G_DEFINE_BOXED_TYPE (OffprintWorkEdit, offprint_work_edit, offprint_work_edit_ref, offprint_work_edit_unref)

/* What a reader sees as one value stands in two places: as CSL has it and richer */
static const struct
{
  const char *shown;
  const char *plain;
} twins[] = {
  { "/custom/offprint/abstracts", "/abstract" },
  { "/custom/offprint/keywords", "/keyword" },
  { "/custom/offprint/isbns", "/ISBN" },
};

static void
free_removed (gpointer data)
{
  Removed *self = data;

  g_object_unref (self->reading);
  g_free (self->id);
  g_free (self);
}

static GHashTable *
copy_choices (GHashTable *choices)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer pointer = NULL;
  gpointer id = NULL;

  g_hash_table_iter_init (&iter, choices);
  while (g_hash_table_iter_next (&iter, &pointer, &id))
    g_hash_table_insert (copy, g_strdup (pointer), g_strdup (id));

  return copy;
}

static OffprintWorkEdit *
begin (OffprintWork *work)
{
  OffprintWorkEdit *self = g_atomic_rc_box_new0 (OffprintWorkEdit);

  self->removed = g_ptr_array_new_with_free_func (free_removed);
  self->before = copy_choices (work->choices);

  return self;
}

static void
removed_cb (OffprintReading *reading,
            guint            position,
            gpointer         user_data)
{
  OffprintWorkEdit *self = user_data;
  Removed *removed = g_new0 (Removed, 1);

  removed->reading = g_object_ref (reading);
  removed->id = g_strdup (offprint_reading_get_id (reading));
  removed->position = position;
  g_ptr_array_add (self->removed, removed);
}

/* What is not needed any more goes along with the edit, and comes back with it */
static OffprintWorkEdit *
end (OffprintWork     *work,
     OffprintWorkEdit *self)
{
  offprint_work_prune_readings (work, removed_cb, self);
  self->after = copy_choices (work->choices);
  offprint_work_recompute (work);

  return self;
}

static void
clear_edit (gpointer data)
{
  OffprintWorkEdit *self = data;

  g_clear_pointer (&self->removed, g_ptr_array_unref);
  g_clear_object (&self->added);
  g_clear_pointer (&self->before, g_hash_table_unref);
  g_clear_pointer (&self->after, g_hash_table_unref);
}

/**
 * offprint_work_edit_ref:
 * @self: an edit
 *
 * Returns: (transfer full): @self
 */
OffprintWorkEdit *
offprint_work_edit_ref (OffprintWorkEdit *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * offprint_work_edit_unref:
 * @self: (transfer full): an edit
 *
 * Lets go of it.
 */
void
offprint_work_edit_unref (OffprintWorkEdit *self)
{
  g_atomic_rc_box_release_full (self, clear_edit);
}

/* Whether a decision falls at @pointer, and this reading has a say in it */
static gboolean
may_choose (OffprintReading *reading,
            const char      *pointer)
{
  g_autoptr (GPtrArray) readings = g_ptr_array_new ();
  g_autoptr (GPtrArray) voices = NULL;
  g_autoptr (GArray) spots = NULL;

  g_ptr_array_add (readings, reading);
  voices = offprint_voices_new (readings);
  spots = offprint_spots_new (voices);
  for (guint i = 0; i < spots->len; i++)
    {
      g_autofree char *at = offprint_spot_dup_pointer (&g_array_index (spots, OffprintSpot, i));

      if (g_str_equal (at, pointer))
        return TRUE;
    }

  return FALSE;
}

static void
set_choice (OffprintWork *work,
            const char   *pointer,
            const char   *id)
{
  if (id != NULL)
    g_hash_table_insert (work->choices, g_strdup (pointer), g_strdup (id));
  else
    g_hash_table_remove (work->choices, pointer);
}

static void
choose_both (OffprintWork    *work,
             const char      *pointer,
             OffprintReading *reading)
{
  const char *id = reading != NULL ? offprint_reading_get_id (reading) : NULL;

  set_choice (work, pointer, id);
  for (gsize i = 0; i < G_N_ELEMENTS (twins); i++)
    if (g_str_equal (twins[i].shown, pointer) && (reading == NULL || may_choose (reading, twins[i].plain)))
      set_choice (work, twins[i].plain, id);
}

/**
 * offprint_work_choose:
 * @self: a work
 * @pointer: a JSON pointer to a value: a field, or a member of one that is merged by
 *   member (“/title”, “/custom/offprint/dates/online”)
 * @reading_id: the reading of which the value shall be taken
 *
 * Takes a value of one reading, whatever the rules say; record.md, “Provenance”. It stays
 * so when the work is kept, when others are read, and when that source is read again.
 *
 * Returns: (transfer full) (nullable): what undoes it; `NULL` if that reading says
 *   nothing there, or is chosen already
 */
OffprintWorkEdit *
offprint_work_choose (OffprintWork *self,
                      const char   *pointer,
                      const char   *reading_id)
{
  g_autoptr (OffprintReading) reading = NULL;
  OffprintWorkEdit *edit = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);
  g_return_val_if_fail (pointer != NULL, NULL);
  g_return_val_if_fail (reading_id != NULL, NULL);

  reading = offprint_work_dup_reading (self, reading_id);
  if (reading == NULL || g_strcmp0 (offprint_work_get_choice (self, pointer), reading_id) == 0 || !may_choose (reading, pointer))
    return NULL;
  edit = begin (self);
  choose_both (self, pointer, reading);

  return end (self, edit);
}

/* Before the newer ones of its source, which are all that are not among @older */
static void
put_back (OffprintWork    *work,
          OffprintReading *reading,
          const char      *id,
          guint            position,
          GPtrArray       *older)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (work->readings));
  g_autoptr (OffprintReading) taken = id != NULL ? offprint_work_dup_reading (work, id) : NULL;
  g_autofree char *fresh = id == NULL || taken != NULL ? offprint_work_make_reading_id (work) : g_strdup (id);

  position = MIN (position, n);
  for (guint i = 0; i < position; i++)
    {
      g_autoptr (OffprintReading) other = g_list_model_get_item (G_LIST_MODEL (work->readings), i);

      if (g_str_equal (offprint_reading_get_source (other), offprint_reading_get_source (reading)) &&
          offprint_reading_get_about (other) == offprint_reading_get_about (reading) &&
          (older == NULL || !g_ptr_array_find (older, other, NULL)))
        position = i;
    }
  offprint_reading_set_id (reading, fresh);
  g_list_store_insert (work->readings, position, reading);
}

/**
 * offprint_work_choose_former:
 * @self: a work
 * @pointer: a JSON pointer to a value
 * @former: a reading that was in the work before its source was asked again
 *
 * Takes a value as it was. The former reading comes back, set aside, for as long as it
 * is chosen for something.
 *
 * Returns: (transfer full) (nullable): what undoes it; `NULL` if that reading says
 *   nothing there
 */
OffprintWorkEdit *
offprint_work_choose_former (OffprintWork    *self,
                             const char      *pointer,
                             OffprintReading *former)
{
  OffprintWorkEdit *edit = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);
  g_return_val_if_fail (pointer != NULL, NULL);
  g_return_val_if_fail (OFFPRINT_IS_READING (former), NULL);

  if (g_list_store_find (self->readings, former, NULL))
    return offprint_work_choose (self, pointer, offprint_reading_get_id (former));
  if (!may_choose (former, pointer))
    return NULL;
  edit = begin (self);
  edit->added = g_object_ref (former);
  put_back (self, former, NULL, G_MAXUINT, NULL);
  choose_both (self, pointer, former);

  return end (self, edit);
}

/**
 * offprint_work_unchoose:
 * @self: a work
 * @pointer: a JSON pointer to a value
 *
 * Lets the rules decide again.
 *
 * Returns: (transfer full) (nullable): what undoes it; `NULL` if nothing was chosen there
 */
OffprintWorkEdit *
offprint_work_unchoose (OffprintWork *self,
                        const char   *pointer)
{
  OffprintWorkEdit *edit = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);
  g_return_val_if_fail (pointer != NULL, NULL);

  if (offprint_work_get_choice (self, pointer) == NULL)
    return NULL;
  edit = begin (self);
  choose_both (self, pointer, NULL);

  return end (self, edit);
}

/**
 * offprint_work_take_back_reading:
 * @self: a work
 * @id: the reading's name: "r1"
 *
 * Takes a source's word back: the values are what the others say, and what was chosen of
 * it is chosen no more.
 *
 * Returns: (transfer full) (nullable): what undoes it; `NULL` if there is no such reading
 */
OffprintWorkEdit *
offprint_work_take_back_reading (OffprintWork *self,
                                 const char   *id)
{
  g_autoptr (OffprintReading) reading = NULL;
  OffprintWorkEdit *edit = NULL;
  GHashTableIter iter;
  gpointer chosen = NULL;
  guint position = 0;

  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  reading = offprint_work_dup_reading (self, id);
  if (reading == NULL || !g_list_store_find (self->readings, reading, &position))
    return NULL;
  edit = begin (self);
  removed_cb (reading, position, edit);
  g_list_store_remove (self->readings, position);
  g_hash_table_iter_init (&iter, self->choices);
  while (g_hash_table_iter_next (&iter, NULL, &chosen))
    if (g_str_equal (chosen, id))
      g_hash_table_iter_remove (&iter);

  return end (self, edit);
}

/* A choice that the edit changed, and nobody since */
static void
restore_choice (OffprintWork     *work,
                OffprintWorkEdit *edit,
                const char       *pointer)
{
  const char *before = g_hash_table_lookup (edit->before, pointer);
  const char *after = g_hash_table_lookup (edit->after, pointer);
  const char *now = offprint_work_get_choice (work, pointer);

  if (g_strcmp0 (before, after) == 0 || g_strcmp0 (now, after) != 0)
    return;
  /* a reading that was put back may have another name now */
  for (guint i = 0; before != NULL && i < edit->removed->len; i++)
    {
      Removed *removed = g_ptr_array_index (edit->removed, i);

      if (g_str_equal (removed->id, before))
        before = offprint_reading_get_id (removed->reading);
    }
  set_choice (work, pointer, before);
}

static void
restore_choices (OffprintWork     *work,
                 OffprintWorkEdit *edit,
                 GHashTable       *choices)
{
  GHashTableIter iter;
  gpointer pointer = NULL;

  g_hash_table_iter_init (&iter, choices);
  while (g_hash_table_iter_next (&iter, &pointer, NULL))
    restore_choice (work, edit, pointer);
}

/**
 * offprint_work_undo:
 * @self: the work that was edited
 * @edit: what was done
 *
 * Undoes an edit: readings that it removed come back to their places with their names,
 * choices are what they were. What has come from elsewhere meanwhile stays.
 */
void
offprint_work_undo (OffprintWork     *self,
                    OffprintWorkEdit *edit)
{
  guint position = 0;

  g_return_if_fail (OFFPRINT_IS_WORK (self));
  g_return_if_fail (edit != NULL);

  for (guint i = edit->removed->len; i > 0; i--)
    {
      Removed *removed = g_ptr_array_index (edit->removed, i - 1);

      if (!g_list_store_find (self->readings, removed->reading, NULL))
        put_back (self, removed->reading, removed->id, removed->position, NULL);
    }
  restore_choices (self, edit, edit->before);
  restore_choices (self, edit, edit->after);
  if (edit->added != NULL && g_list_store_find (self->readings, edit->added, &position))
    g_list_store_remove (self->readings, position);
  offprint_work_recompute (self);
}

/* The reading of @work that says the same as one of another work */
static OffprintReading *
find_like (OffprintWork    *work,
           OffprintReading *reading)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (work->readings)); i++)
    {
      g_autoptr (OffprintReading) other = g_list_model_get_item (G_LIST_MODEL (work->readings), i);

      if (other == reading)
        return other; /* the list keeps it */
      if (g_str_equal (offprint_reading_get_source (other), offprint_reading_get_source (reading)) &&
          offprint_reading_get_about (other) == offprint_reading_get_about (reading) &&
          offprint_json_is_same_object (offprint_reading_get_record (other), offprint_reading_get_record (reading)))
        return other;
    }

  return NULL;
}

static void
join_choices (OffprintWork *self,
              OffprintWork *kept,
              GHashTable   *places)
{
  GHashTableIter iter;
  gpointer pointer = NULL;
  gpointer id = NULL;

  g_hash_table_iter_init (&iter, kept->choices);
  while (g_hash_table_iter_next (&iter, &pointer, &id))
    {
      OffprintReading *reading = g_hash_table_lookup (places, id);

      if (reading != NULL && !g_hash_table_contains (self->choices, pointer))
        set_choice (self, pointer, offprint_reading_get_id (reading));
    }
}

static void
ignore_removed (OffprintReading *reading,
                guint            position,
                gpointer         user_data)
{
}

/**
 * offprint_work_join:
 * @self: a work of which something may have come already
 * @kept: the same work, as it was kept; its readings belong to @self from now on
 *
 * Puts what is kept of a work beneath what has come of it: readings stand before newer
 * ones of their source, in their order and with their names where these are free, and
 * what the user chose is chosen. The values are computed anew once.
 */
void
offprint_work_join (OffprintWork *self,
                    OffprintWork *kept)
{
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_if_fail (OFFPRINT_IS_WORK (self));
  g_return_if_fail (OFFPRINT_IS_WORK (kept));

  readings = offprint_work_list_readings (kept);
  for (guint i = 0; i < readings->len; i++)
    {
      OffprintReading *reading = g_ptr_array_index (readings, i);
      g_autofree char *id = g_strdup (offprint_reading_get_id (reading));
      OffprintReading *like = find_like (self, reading);

      if (like == NULL)
        put_back (self, reading, id, G_MAXUINT, readings);
      if (id != NULL)
        g_hash_table_insert (places, g_steal_pointer (&id), like != NULL ? like : reading);
    }
  join_choices (self, kept, places);
  offprint_work_prune_readings (self, ignore_removed, NULL);
  offprint_work_recompute (self);
}

/**
 * offprint_work_get_choice:
 * @self: a work
 * @pointer: a JSON pointer to a value
 *
 * Returns: (nullable): the id of the reading that the user chose for it
 */
const char *
offprint_work_get_choice (OffprintWork *self,
                          const char   *pointer)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);
  g_return_val_if_fail (pointer != NULL, NULL);

  return g_hash_table_lookup (self->choices, pointer);
}
