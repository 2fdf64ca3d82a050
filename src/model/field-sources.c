/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One value and where it comes from. Its words, the decision and the candidates are made
 * when a row asks for them.
 */

#include "config.h"

#include "sources.h"
#include "sources-private.h"

#include <glib/gi18n-lib.h>

#include "json-value.h"
#include "sameness.h"
#include "value-text.h"

#define MAX_ENTRIES 5

struct _OffprintFieldSources
{
  GObject parent_instance;

  /* Owned; the last four are made when asked for */
  OffprintHearing *hearing;
  char *label;
  char *pointer;
  char *text;
  char *reason;
  GListStore *candidates;
  OffprintDecision decision;

  OffprintSpot spot; /* Borrowed from the hearing */
};

G_DEFINE_FINAL_TYPE (OffprintFieldSources, offprint_field_sources, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
forget (OffprintFieldSources *self)
{
  offprint_decision_clear (&self->decision);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->hearing, offprint_hearing_unref);
}

static void
offprint_field_sources_finalize (GObject *object)
{
  OffprintFieldSources *self = OFFPRINT_FIELD_SOURCES (object);

  g_clear_object (&self->candidates);
  forget (self);
  g_free (self->label);
  g_free (self->pointer);

  G_OBJECT_CLASS (offprint_field_sources_parent_class)->finalize (object);
}

static void
offprint_field_sources_class_init (OffprintFieldSourcesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = offprint_field_sources_finalize;

  /**
   * OffprintFieldSources::changed:
   *
   * Some of what it says is another now.
   */
  signals[CHANGED] = g_signal_new ("changed", OFFPRINT_TYPE_FIELD_SOURCES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
offprint_field_sources_init (OffprintFieldSources *self)
{
}

static OffprintDecision *
ensure_decision (OffprintFieldSources *self)
{
  if (self->decision.says == NULL)
    offprint_decide (&self->hearing->judge, &self->spot, &self->decision);

  return &self->decision;
}

static JsonNode *
get_node (OffprintFieldSources *self)
{
  return offprint_json_get_at (self->hearing->record, self->pointer);
}

static void
fill_candidates (OffprintFieldSources *self)
{
  OffprintDecision *decision = ensure_decision (self);
  JsonNode *node = get_node (self);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < decision->says->len; i++)
    {
      const OffprintSay *say = &g_array_index (decision->says, OffprintSay, i);
      gboolean is_alone = say->counts && decision->why != OFFPRINT_WHY_UNION;
      gboolean can_use = !is_alone && (node == NULL || !offprint_json_is_same (node, say->node));

      g_ptr_array_add (rows, offprint_candidate_new (self->hearing, &self->spot, say, can_use));
    }
  g_list_store_splice (self->candidates, 0, g_list_model_get_n_items (G_LIST_MODEL (self->candidates)), rows->pdata, rows->len);
}

/*< private >
 * Makes the row of one place.
 */
OffprintFieldSources *
offprint_field_sources_new (OffprintHearing    *hearing,
                            const OffprintSpot *spot)
{
  OffprintFieldSources *self = g_object_new (OFFPRINT_TYPE_FIELD_SOURCES, NULL);

  self->hearing = offprint_hearing_ref (hearing);
  self->spot = *spot;
  self->label = offprint_spot_dup_label (spot);
  self->pointer = offprint_spot_dup_pointer (spot);

  return self;
}

/*< private >
 * The readings are others now: the place is the same.
 */
void
offprint_field_sources_set (OffprintFieldSources *self,
                            OffprintHearing      *hearing,
                            const OffprintSpot   *spot)
{
  forget (self);
  self->hearing = offprint_hearing_ref (hearing);
  self->spot = *spot;
  if (self->candidates != NULL)
    fill_candidates (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * offprint_field_sources_get_label:
 * @self: a value
 *
 * Returns: what it is, for people: “Title”
 */
const char *
offprint_field_sources_get_label (OffprintFieldSources *self)
{
  g_return_val_if_fail (OFFPRINT_IS_FIELD_SOURCES (self), NULL);

  return self->label;
}

/**
 * offprint_field_sources_get_pointer:
 * @self: a value
 *
 * Returns: its JSON pointer in the record
 */
const char *
offprint_field_sources_get_pointer (OffprintFieldSources *self)
{
  g_return_val_if_fail (OFFPRINT_IS_FIELD_SOURCES (self), NULL);

  return self->pointer;
}

/**
 * offprint_field_sources_get_place:
 * @self: a value
 *
 * Returns: where it stands in the window
 */
OffprintFieldPlace
offprint_field_sources_get_place (OffprintFieldSources *self)
{
  g_return_val_if_fail (OFFPRINT_IS_FIELD_SOURCES (self), OFFPRINT_PLACE_NONE);

  return self->spot.field != NULL ? self->spot.field->place : OFFPRINT_PLACE_NONE;
}

/**
 * offprint_field_sources_get_text:
 * @self: a value
 *
 * Returns: (nullable): the value as words, a long list shortened; `NULL` if nobody who
 *   names it is believed
 */
const char *
offprint_field_sources_get_text (OffprintFieldSources *self)
{
  JsonNode *node = NULL;

  g_return_val_if_fail (OFFPRINT_IS_FIELD_SOURCES (self), NULL);

  node = get_node (self);
  if (self->text == NULL && node != NULL)
    self->text = offprint_value_dup_text (&self->spot, node, MAX_ENTRIES);

  return self->text;
}

/**
 * offprint_field_sources_get_count:
 * @self: a value
 *
 * Returns: how many entries it has if it is a list, else 0
 */
guint
offprint_field_sources_get_count (OffprintFieldSources *self)
{
  JsonNode *node = NULL;

  g_return_val_if_fail (OFFPRINT_IS_FIELD_SOURCES (self), 0);

  node = get_node (self);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_array_get_length (json_node_get_array (node)) : 0;
}

/**
 * offprint_field_sources_get_source:
 * @self: a value
 *
 * Returns: (nullable): who gave it, for people; of several the most trusted
 */
const char *
offprint_field_sources_get_source (OffprintFieldSources *self)
{
  OffprintSay *winner = NULL;

  g_return_val_if_fail (OFFPRINT_IS_FIELD_SOURCES (self), NULL);

  winner = offprint_decision_get_winner (ensure_decision (self));

  return winner != NULL ? offprint_reading_get_source_name (winner->voice->reading) : NULL;
}

static guint
count_united (OffprintDecision *decision)
{
  guint n = 0;

  for (guint i = 0; i < decision->says->len; i++)
    n += g_array_index (decision->says, OffprintSay, i).counts ? 1 : 0;

  return n;
}

static char *
say_why (OffprintDecision *decision)
{
  guint n = decision->says->len;

  switch (decision->why)
    {
    case OFFPRINT_WHY_NONE:
      return g_strdup (_("not believed by itself"));
    case OFFPRINT_WHY_ONLY:
      return g_strdup (_("the only one to say so"));
    case OFFPRINT_WHY_TRUSTED:
      /* Translators: at least 2 */
      return g_strdup_printf (ngettext ("the most trusted of %u", "the most trusted of %u", n), n);
    case OFFPRINT_WHY_IMPRINT:
      return g_strdup (_("the publisher’s own page names the imprint"));
    case OFFPRINT_WHY_LONGEST:
      /* Translators: at least 2 */
      return g_strdup_printf (ngettext ("the longest of %u", "the longest of %u", n), n);
    case OFFPRINT_WHY_UNION:
      n = count_united (decision);
      /* Translators: at least 2 */
      return g_strdup_printf (ngettext ("united with %u other", "united with %u others", n - 1), n - 1);
    case OFFPRINT_WHY_BOOK:
      return g_strdup (_("the book’s own record knows the book from its series"));
    case OFFPRINT_WHY_CHOSEN:
      return g_strdup (_("chosen by you"));
    case OFFPRINT_WHY_TYPED:
      return g_strdup (_("typed by you"));
    }

  return NULL;
}

/**
 * offprint_field_sources_get_reason:
 * @self: a value
 *
 * Returns: why it is that source’s, for people: “the longest of 3”
 */
const char *
offprint_field_sources_get_reason (OffprintFieldSources *self)
{
  g_return_val_if_fail (OFFPRINT_IS_FIELD_SOURCES (self), NULL);

  if (self->reason == NULL)
    self->reason = say_why (ensure_decision (self));

  return self->reason;
}

/**
 * offprint_field_sources_is_chosen:
 * @self: a value
 *
 * Returns: whether the user chose its source
 */
gboolean
offprint_field_sources_is_chosen (OffprintFieldSources *self)
{
  g_return_val_if_fail (OFFPRINT_IS_FIELD_SOURCES (self), FALSE);

  return ensure_decision (self)->why == OFFPRINT_WHY_CHOSEN;
}

/**
 * offprint_field_sources_has_aside:
 * @self: a value
 *
 * Returns: whether something that is said of it is set aside
 */
gboolean
offprint_field_sources_has_aside (OffprintFieldSources *self)
{
  OffprintDecision *decision = NULL;

  g_return_val_if_fail (OFFPRINT_IS_FIELD_SOURCES (self), FALSE);

  decision = ensure_decision (self);
  for (guint i = 0; i < decision->says->len; i++)
    {
      const OffprintSay *say = &g_array_index (decision->says, OffprintSay, i);

      if (!say->counts && (say->is_aside || say->doubt != OFFPRINT_DOUBT_NONE))
        return TRUE;
    }

  return FALSE;
}

/**
 * offprint_field_sources_get_candidates:
 * @self: a value
 *
 * Returns: (transfer none): a list of OffprintCandidate, the most trusted first; it lives
 *   as long as @self
 */
GListModel *
offprint_field_sources_get_candidates (OffprintFieldSources *self)
{
  g_return_val_if_fail (OFFPRINT_IS_FIELD_SOURCES (self), NULL);

  if (self->candidates == NULL)
    {
      self->candidates = g_list_store_new (OFFPRINT_TYPE_CANDIDATE);
      fill_candidates (self);
    }

  return G_LIST_MODEL (self->candidates);
}
