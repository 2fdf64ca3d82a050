/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A look-up belongs to the place that it fills, never to the window: what comes
 * late fills a place that nobody looks at, and cannot stand where another work
 * is shown. Beginning again or stopping cancels what is under way.
 */

#include "config.h"

#include "visit-private.h"

#include "choice.h"
#include "differences.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

G_DEFINE_FINAL_TYPE (OffprintVisit, offprint_visit, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REFRESHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/*< private >
 * Tells that something of the visit is another now.
 */
void
offprint_visit_changed (OffprintVisit *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/*< private >
 * Returns: (transfer full): what an answer to the present look-up is known by
 */
OffprintErrand *
offprint_errand_new (OffprintVisit *self)
{
  OffprintErrand *errand = g_new0 (OffprintErrand, 1);

  errand->visit = g_object_ref (self);
  errand->cancellable = g_object_ref (self->cancellable);
  return errand;
}

/*< private >
 * Frees it.
 */
void
offprint_errand_free (OffprintErrand *errand)
{
  g_object_unref (errand->visit);
  g_object_unref (errand->cancellable);
  g_free (errand);
}

/*< private >
 * Returns: whether the look-up that @errand was for is still under way
 */
gboolean
offprint_errand_is_current (OffprintErrand *errand)
{
  return errand->visit->cancellable == errand->cancellable;
}

/*< private >
 * Takes another work, or `NULL`, and follows its changes.
 */
void
offprint_visit_set_work (OffprintVisit *self,
                         OffprintWork  *work)
{
  if (self->work == work)
    return;

  if (self->work != NULL)
    g_signal_handlers_disconnect_by_func (self->work, offprint_visit_changed, self);
  g_set_object (&self->work, work);
  if (work != NULL)
    g_signal_connect_object (work, "changed", G_CALLBACK (offprint_visit_changed), self, G_CONNECT_SWAPPED);
}

/* What a look-up that was repeated has brought. One that failed and brought nothing is
 * told of by its error. */
static void
compare (OffprintVisit *self,
         const GError  *error)
{
  g_autoptr (OffprintSnapshot) before = g_steal_pointer (&self->before);
  g_autoptr (OffprintSnapshot) after = NULL;
  g_autoptr (GListModel) changes = NULL;

  if (before == NULL || self->work == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  after = offprint_work_dup_snapshot (self->work);
  changes = offprint_differences_new (before, after);
  if (error != NULL && g_list_model_get_n_items (changes) == 0)
    return;
  g_set_object (&self->changes, changes);
  g_signal_emit (self, signals[SIGNAL_REFRESHED], 0);
}

/*< private >
 * Ends what is under way, with @error or without.
 */
void
offprint_visit_end (OffprintVisit      *self,
                    OffprintVisitState  state,
                    const GError       *error)
{
  compare (self, error);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->progress, g_free);
  g_clear_error (&self->error);
  if (error != NULL)
    self->error = g_error_copy (error);
  self->state = state;
  offprint_visit_changed (self);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (OffprintVisit) self = user_data;
  g_autoptr (GError) error = NULL;

  if (offprint_store_store_finish (OFFPRINT_STORE (source), result, &error))
    return;

  g_debug ("%s", error->message);
  if (self->state == OFFPRINT_VISIT_DONE)
    {
      g_prefix_error (&error, "%s: ", _("This work could not be kept in the library"));
      offprint_visit_end (self, OFFPRINT_VISIT_FAILED, error);
    }
}

/**
 * offprint_visit_keep:
 * @self: the visit
 *
 * Keeps the work in the library as it is now. What the registries gave, the resolver has
 * kept already.
 */
void
offprint_visit_keep (OffprintVisit *self)
{
  if (self->work == NULL || offprint_work_is_empty (self->work) || offprint_work_is_sample (self->work))
    return;

  offprint_store_store_async (offprint_services_get_store (self->services), self->work, NULL,
                              kept_cb, g_object_ref (self));
}

/* --- what a text means --- */

/*< private >
 * Offers a list to choose from.
 */
void
offprint_visit_set_choices (OffprintVisit *self,
                            GListModel *choices,
                            char *heading) /* (transfer full) */
{
  g_set_object (&self->choices, choices);
  g_free (self->heading);
  self->heading = heading;
}

static void
offer_identifiers (OffprintVisit *self,
                   GPtrArray     *identifiers)
{
  g_autoptr (GListStore) choices = g_list_store_new (OFFPRINT_TYPE_CHOICE);

  for (guint i = 0; i < identifiers->len; i++)
    {
      g_autoptr (OffprintChoice) choice = NULL;

      choice = offprint_choice_new_for_identifier (g_ptr_array_index (identifiers, i));
      g_list_store_append (choices, choice);
    }
  offprint_visit_set_choices (self, G_LIST_MODEL (choices),
                              g_strdup_printf (ngettext ("%u work is named in the text", "%u works are named in the text",
                                                         identifiers->len),
                                               identifiers->len));
  self->state = OFFPRINT_VISIT_DONE;
}

/*< private >
 * Goes where a text leads.
 */
void
offprint_visit_take_meaning (OffprintVisit   *self,
                             OffprintMeaning *meaning)
{
  g_autofree char *shown = NULL;

  if (meaning->identifier != NULL)
    {
      shown = offprint_identifier_dup_shown (meaning->identifier);
      g_set_str (&self->address, shown);
      self->identifier = offprint_identifier_ref (meaning->identifier);
    }
  else if (meaning->identifiers != NULL)
    offer_identifiers (self, meaning->identifiers);
  else
    {
      g_set_str (&self->address, meaning->words);
      self->error = g_steal_pointer (&meaning->error);
      if (self->error != NULL)
        self->state = OFFPRINT_VISIT_FAILED;
      else
        self->words = g_strdup (meaning->words);
    }
}

/* --- the class --- */

static void
offprint_visit_dispose (GObject *object)
{
  OffprintVisit *self = OFFPRINT_VISIT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  offprint_visit_set_work (self, NULL);
  g_clear_object (&self->choices);
  g_clear_object (&self->changes);
  g_clear_pointer (&self->before, offprint_snapshot_unref);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (offprint_visit_parent_class)->dispose (object);
}

static void
offprint_visit_finalize (GObject *object)
{
  OffprintVisit *self = OFFPRINT_VISIT (object);

  g_clear_pointer (&self->identifier, offprint_identifier_unref);
  g_clear_pointer (&self->kept_id, g_free);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->readings, g_ptr_array_unref);
  g_clear_pointer (&self->html, g_bytes_unref);
  g_clear_pointer (&self->pasted, g_free);
  g_clear_pointer (&self->heading, g_free);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->progress, g_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (offprint_visit_parent_class)->finalize (object);
}

static void
offprint_visit_class_init (OffprintVisitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = offprint_visit_dispose;
  object_class->finalize = offprint_visit_finalize;

  /**
   * OffprintVisit::changed:
   * @self: the visit
   *
   * Some of what the visit says is another now.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", OFFPRINT_TYPE_VISIT, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * OffprintVisit::refreshed:
   * @self: the visit
   *
   * A look-up that was repeated is over, and what it changed is known.
   */
  signals[SIGNAL_REFRESHED] = g_signal_new ("refreshed", OFFPRINT_TYPE_VISIT, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
offprint_visit_init (OffprintVisit *self)
{
}

/**
 * offprint_visit_begin:
 * @self: the visit
 * @flags: whether to ask again for what is known
 *
 * Looks up what the visit is for. What is under way is cancelled; what is known stays.
 */
void
offprint_visit_begin (OffprintVisit        *self,
                      OffprintResolveFlags  flags)
{
  g_autoptr (OffprintIdentifier) doi = NULL;

  g_return_if_fail (OFFPRINT_IS_VISIT (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  self->cancellable = g_cancellable_new ();
  self->state = OFFPRINT_VISIT_RUNNING;
  g_clear_pointer (&self->before, offprint_snapshot_unref);
  if ((flags & OFFPRINT_RESOLVE_REFRESH) != 0 && offprint_visit_get_work (self) != NULL && !offprint_work_is_sample (self->work))
    self->before = offprint_work_dup_snapshot (self->work);

  if (offprint_visit_get_work (self) != NULL && offprint_work_get_doi (self->work) != NULL)
    doi = offprint_identifier_new (OFFPRINT_IDENTIFIER_DOI, offprint_work_get_doi (self->work), NULL);

  if (doi != NULL)
    offprint_visit_ask_registries (self, doi, flags);
  else if (self->kept_id != NULL && self->work == NULL)
    offprint_visit_look_up (self);
  else if (self->identifier != NULL)
    offprint_visit_ask_registries (self, self->identifier, flags);
  else if (self->words != NULL)
    offprint_visit_ask_for_words (self);
  else if (self->files != NULL)
    offprint_visit_load_files (self);
  else if (self->html != NULL || self->pasted != NULL)
    offprint_visit_read_pasted (self);
  else if (self->readings != NULL)
    offprint_visit_unite (self, self->readings);
  else
    offprint_visit_end (self, OFFPRINT_VISIT_DONE, NULL);
  offprint_visit_changed (self);
}

/**
 * offprint_visit_stop:
 * @self: the visit
 *
 * Cancels what is under way; what is known stays.
 */
void
offprint_visit_stop (OffprintVisit *self)
{
  g_return_if_fail (OFFPRINT_IS_VISIT (self));

  if (self->state != OFFPRINT_VISIT_RUNNING)
    return;

  g_cancellable_cancel (self->cancellable);
  offprint_visit_end (self, offprint_visit_get_work (self) != NULL ? OFFPRINT_VISIT_DONE : OFFPRINT_VISIT_STOPPED, NULL);
}

/**
 * offprint_visit_get_state:
 * @self: the visit
 *
 * Returns: how far it is
 */
OffprintVisitState
offprint_visit_get_state (OffprintVisit *self)
{
  g_return_val_if_fail (OFFPRINT_IS_VISIT (self), OFFPRINT_VISIT_FAILED);

  return self->state;
}

/**
 * offprint_visit_get_work:
 * @self: the visit
 *
 * Returns: (transfer none) (nullable): the work, once anything is known of it
 */
OffprintWork *
offprint_visit_get_work (OffprintVisit *self)
{
  g_return_val_if_fail (OFFPRINT_IS_VISIT (self), NULL);

  return self->work != NULL && !offprint_work_is_empty (self->work) ? self->work : NULL;
}

/**
 * offprint_visit_get_choices:
 * @self: the visit
 *
 * Returns: (transfer none) (nullable): the #OffprintChoice that may be meant
 */
GListModel *
offprint_visit_get_choices (OffprintVisit *self)
{
  g_return_val_if_fail (OFFPRINT_IS_VISIT (self), NULL);

  return self->choices;
}

/**
 * offprint_visit_get_heading:
 * @self: the visit
 *
 * Returns: (nullable): what stands over the choices
 */
const char *
offprint_visit_get_heading (OffprintVisit *self)
{
  g_return_val_if_fail (OFFPRINT_IS_VISIT (self), NULL);

  return self->heading;
}

/**
 * offprint_visit_get_address:
 * @self: the visit
 *
 * Returns: what stands in the address field
 */
const char *
offprint_visit_get_address (OffprintVisit *self)
{
  g_return_val_if_fail (OFFPRINT_IS_VISIT (self), NULL);

  return self->address;
}

/**
 * offprint_visit_get_progress:
 * @self: the visit
 *
 * Returns: (nullable): a sentence that says whom we ask at the moment
 */
const char *
offprint_visit_get_progress (OffprintVisit *self)
{
  g_return_val_if_fail (OFFPRINT_IS_VISIT (self), NULL);

  return self->progress;
}

/**
 * offprint_visit_get_error:
 * @self: the visit
 *
 * Returns: (nullable): what went wrong the last time
 */
const GError *
offprint_visit_get_error (OffprintVisit *self)
{
  g_return_val_if_fail (OFFPRINT_IS_VISIT (self), NULL);

  return self->error;
}

/**
 * offprint_visit_get_changes:
 * @self: the visit
 *
 * Returns: (transfer none) (nullable): the #OffprintDifference that the last repeated
 *   look-up brought; empty if it brought none
 */
GListModel *
offprint_visit_get_changes (OffprintVisit *self)
{
  g_return_val_if_fail (OFFPRINT_IS_VISIT (self), NULL);

  return self->changes;
}

/**
 * offprint_visit_can_refresh:
 * @self: the visit
 *
 * Returns: whether anybody can be asked again
 */
gboolean
offprint_visit_can_refresh (OffprintVisit *self)
{
  OffprintWork *work;

  g_return_val_if_fail (OFFPRINT_IS_VISIT (self), FALSE);

  work = offprint_visit_get_work (self);
  return self->identifier != NULL || self->words != NULL || self->files != NULL ||
         (work != NULL && offprint_work_get_doi (work) != NULL);
}

/**
 * offprint_visit_is_of_files:
 * @self: the visit
 *
 * Returns: whether files or a page that was pasted are read here, and no service is asked
 */
gboolean
offprint_visit_is_of_files (OffprintVisit *self)
{
  g_return_val_if_fail (OFFPRINT_IS_VISIT (self), FALSE);

  return self->identifier == NULL && self->words == NULL && self->work == NULL &&
         (self->files != NULL || self->html != NULL || self->pasted != NULL);
}
