/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What one reading says in one place of the record.
 */

#include "config.h"

#include "sources.h"
#include "sources-private.h"

#include <glib/gi18n-lib.h>

#include "value-text.h"

#define MAX_ENTRIES 5 /* of a list, before the rest is only counted */

struct _OffprintCandidate
{
  GObject parent_instance;

  /* Owned */
  OffprintHearing *hearing;
  char *text; /* made when it is asked for */

  /* Borrowed from the hearing */
  OffprintSpot spot;
  OffprintSay say;

  gboolean can_use;
};

G_DEFINE_FINAL_TYPE (OffprintCandidate, offprint_candidate, G_TYPE_OBJECT)

static void
offprint_candidate_finalize (GObject *object)
{
  OffprintCandidate *self = OFFPRINT_CANDIDATE (object);

  g_clear_pointer (&self->hearing, offprint_hearing_unref);
  g_free (self->text);

  G_OBJECT_CLASS (offprint_candidate_parent_class)->finalize (object);
}

static void
offprint_candidate_class_init (OffprintCandidateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = offprint_candidate_finalize;
}

static void
offprint_candidate_init (OffprintCandidate *self)
{
}

/*< private >
 * Makes the row of what a voice says.
 */
OffprintCandidate *
offprint_candidate_new (OffprintHearing    *hearing,
                        const OffprintSpot *spot,
                        const OffprintSay  *say,
                        gboolean            can_use)
{
  OffprintCandidate *self = g_object_new (OFFPRINT_TYPE_CANDIDATE, NULL);

  self->hearing = offprint_hearing_ref (hearing);
  self->spot = *spot;
  self->say = *say;
  self->can_use = can_use;

  return self;
}

/**
 * offprint_candidate_get_reading:
 * @self: a candidate
 *
 * Returns: (transfer none): who says it
 */
OffprintReading *
offprint_candidate_get_reading (OffprintCandidate *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CANDIDATE (self), NULL);

  return self->say.voice->reading;
}

/**
 * offprint_candidate_get_text:
 * @self: a candidate
 *
 * Returns: what is said, as words; a long list is shortened and says how many more
 */
const char *
offprint_candidate_get_text (OffprintCandidate *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CANDIDATE (self), NULL);

  if (self->text == NULL)
    self->text = offprint_value_dup_text (&self->spot, self->say.node, MAX_ENTRIES);

  return self->text;
}

/**
 * offprint_candidate_get_count:
 * @self: a candidate
 *
 * Returns: how many entries it has if it is a list, else 0
 */
guint
offprint_candidate_get_count (OffprintCandidate *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CANDIDATE (self), 0);

  return JSON_NODE_HOLDS_ARRAY (self->say.node) ? json_array_get_length (json_node_get_array (self->say.node)) : 0;
}

/**
 * offprint_candidate_is_winner:
 * @self: a candidate
 *
 * Returns: whether it stands in the record, alone or united with others
 */
gboolean
offprint_candidate_is_winner (OffprintCandidate *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CANDIDATE (self), FALSE);

  return self->say.counts;
}

/**
 * offprint_candidate_is_aside:
 * @self: a candidate
 *
 * Returns: whether it is not taken though its source is heard: it is in doubt, or the
 *   same source has said something newer
 */
gboolean
offprint_candidate_is_aside (OffprintCandidate *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CANDIDATE (self), FALSE);

  return !self->say.counts && (self->say.is_aside || self->say.doubt != OFFPRINT_DOUBT_NONE);
}

/**
 * offprint_candidate_get_doubt:
 * @self: a candidate
 *
 * Returns: why it is not believed
 */
OffprintDoubt
offprint_candidate_get_doubt (OffprintCandidate *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CANDIDATE (self), OFFPRINT_DOUBT_NONE);

  return self->say.doubt;
}

/**
 * offprint_candidate_dup_reason:
 * @self: a candidate
 *
 * Returns: (transfer full) (nullable): why it is set aside, for people
 */
char *
offprint_candidate_dup_reason (OffprintCandidate *self)
{
  const char *doubt = NULL;

  g_return_val_if_fail (OFFPRINT_IS_CANDIDATE (self), NULL);

  if (!offprint_candidate_is_aside (self))
    return NULL;
  doubt = offprint_doubt_get_reason (self->say.doubt);
  if (doubt != NULL)
    /* Translators: why a value is not taken: “Set aside: is the name of the site” */
    return g_strdup_printf (_("Set aside: %s"), doubt);

  return g_strdup (_("Set aside: the same source has said something newer"));
}

/**
 * offprint_candidate_can_use:
 * @self: a candidate
 *
 * Returns: whether choosing it would change anything
 */
gboolean
offprint_candidate_can_use (OffprintCandidate *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CANDIDATE (self), FALSE);

  return self->can_use;
}
