/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules of the table of fields, one place of the record at a time. What the user
 * chose counts first; then what is in doubt steps back behind what is not, and an older
 * word of a source behind its newer one; among the rest the rule of the field decides.
 */

#include "config.h"

#include "decide.h"

#include <string.h>

#include "json-value.h"

/*< private >
 * Begins to decide. @voices and @choices must outlive it.
 */
void
offprint_judge_init (OffprintJudge *self,
                     GPtrArray     *voices,
                     GHashTable    *choices)
{
  memset (self, 0, sizeof *self);
  self->voices = voices;
  self->choices = choices;
  for (guint i = 0; i < voices->len; i++)
    {
      OffprintVoice *voice = g_ptr_array_index (voices, i);

      self->has_sure_voice = self->has_sure_voice || (voice->doubt == OFFPRINT_DOUBT_NONE && !voice->is_book && !offprint_voice_is_user (voice));
    }
}

/*< private >
 * Ends it.
 */
void
offprint_judge_clear (OffprintJudge *self)
{
  g_clear_pointer (&self->title, g_free);
}

/*< private >
 * Drops what was decided.
 */
void
offprint_decision_clear (OffprintDecision *self)
{
  g_clear_pointer (&self->says, g_array_unref);
}

static OffprintSay *
get_say (OffprintDecision *self,
         guint             index)
{
  return &g_array_index (self->says, OffprintSay, index);
}

/*< private >
 * Returns: the one voice that is taken, or the first of several
 */
OffprintSay *
offprint_decision_get_winner (OffprintDecision *self)
{
  return self->first >= 0 ? get_say (self, (guint) self->first) : NULL;
}

static JsonNode *
get_node (OffprintVoice      *voice,
          const OffprintSpot *spot)
{
  JsonNode *node = offprint_voice_get (voice, spot->name, spot->custom);

  if (spot->member == NULL || node == NULL)
    return node;
  node = JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), spot->member) : NULL;

  return node != NULL && !offprint_json_is_nothing (node) ? node : NULL;
}

static gboolean
is_field (const OffprintSpot *spot,
          OffprintFieldId     id)
{
  return spot->field != NULL && spot->field->id == id;
}

/* What a work cannot lose by being read again. Offers, counts and addresses come and go. */
static gboolean
is_substance (const OffprintSpot *spot)
{
  if (spot->field == NULL || spot->field->id == OFFPRINT_FIELD_NOTICES)
    return FALSE;

  return spot->field->place == OFFPRINT_PLACE_HEADING || spot->field->place == OFFPRINT_PLACE_PAGE || spot->field->id == OFFPRINT_FIELD_ABSTRACT;
}

static const char *
get_text (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/* Each entry of a list of abstracts is no abstract */
static OffprintDoubt
doubt_abstracts (JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *text = offprint_json_get_string (offprint_json_element_object (array, i), "text");

      if (text != NULL && offprint_doubt_abstract (text) == OFFPRINT_DOUBT_NONE)
        return OFFPRINT_DOUBT_NONE;
    }

  return array != NULL ? OFFPRINT_DOUBT_PROSE : OFFPRINT_DOUBT_NONE;
}

/* Names such as “Log in”, which a page may have where it names its authors */
static OffprintDoubt
doubt_names (JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *name = offprint_json_element_object (array, i);
      const char *text = offprint_json_get_string (name, "literal");

      if (text == NULL && !json_object_has_member (name, "given"))
        text = offprint_json_get_string (name, "family");
      if (text == NULL || offprint_doubt_title (text, NULL, NULL) == OFFPRINT_DOUBT_NONE)
        return OFFPRINT_DOUBT_NONE;
    }

  return array != NULL ? OFFPRINT_DOUBT_REFUSAL : OFFPRINT_DOUBT_NONE;
}

static OffprintDoubt
doubt_value (const OffprintSpot *spot,
             JsonNode           *node)
{
  const char *text = get_text (node);

  if (is_field (spot, OFFPRINT_FIELD_ABSTRACT))
    return text != NULL ? offprint_doubt_abstract (text) : OFFPRINT_DOUBT_NONE;
  if (is_field (spot, OFFPRINT_FIELD_ABSTRACTS))
    return doubt_abstracts (node);
  if (is_field (spot, OFFPRINT_FIELD_CONTAINER_TITLE) || is_field (spot, OFFPRINT_FIELD_TITLES))
    return text != NULL ? offprint_doubt_title (text, NULL, NULL) : OFFPRINT_DOUBT_NONE;
  if (is_field (spot, OFFPRINT_FIELD_AUTHOR) || is_field (spot, OFFPRINT_FIELD_EDITOR))
    return doubt_names (node);

  return OFFPRINT_DOUBT_NONE;
}

static OffprintDoubt
find_doubt (const OffprintSpot *spot,
            OffprintVoice      *voice,
            JsonNode           *node)
{
  if (offprint_voice_is_user (voice))
    return OFFPRINT_DOUBT_NONE;
  if (voice->doubt != OFFPRINT_DOUBT_NONE)
    return is_field (spot, OFFPRINT_FIELD_TITLE) ? voice->doubt : OFFPRINT_DOUBT_READING;

  return doubt_value (spot, node);
}

/* An older word of a source speaks only where its newer ones are silent on what cannot
 * be lost, or say what cannot be believed */
static gboolean
is_aside (const OffprintSpot *spot,
          OffprintVoice      *voice)
{
  for (OffprintVoice *newer = voice->newer; newer != NULL; newer = newer->newer)
    {
      JsonNode *node = get_node (newer, spot);

      if (newer->doubt != OFFPRINT_DOUBT_NONE)
        continue;
      if (node != NULL && find_doubt (spot, newer, node) == OFFPRINT_DOUBT_NONE)
        return TRUE;
      if (node == NULL && (!offprint_voice_is_page (voice) || !is_substance (spot)))
        return TRUE;
    }

  return FALSE;
}

static OffprintDecision decide_rule (OffprintJudge      *self,
                                     const OffprintSpot *spot);

/* The parts of a title belong to the title that won, not to another's */
static gboolean
may_speak (OffprintJudge      *self,
           const OffprintSpot *spot,
           OffprintVoice      *voice)
{
  const char *own = NULL;
  g_autofree char *folded = NULL;

  if (!is_field (spot, OFFPRINT_FIELD_TITLES) || (g_strcmp0 (spot->member, "main") != 0 && g_strcmp0 (spot->member, "subtitle") != 0))
    return TRUE;
  if (!self->has_title)
    {
      const OffprintSpot title = offprint_spot_of_field (offprint_field_get (OFFPRINT_FIELD_TITLE), NULL);
      g_auto (OffprintDecision) decision = decide_rule (self, &title);
      OffprintSay *winner = offprint_decision_get_winner (&decision);

      self->has_title = TRUE;
      self->title = winner != NULL && get_text (winner->node) != NULL ? offprint_fold (get_text (winner->node)) : NULL;
    }
  own = offprint_json_get_string (voice->record, "title");
  folded = own != NULL ? offprint_fold (own) : NULL;

  return g_strcmp0 (self->title, folded) == 0;
}

static void
collect (OffprintJudge      *self,
         const OffprintSpot *spot,
         OffprintDecision   *decision)
{
  decision->says = g_array_new (FALSE, TRUE, sizeof (OffprintSay));
  decision->first = -1;
  decision->why = OFFPRINT_WHY_NONE;
  for (guint i = 0; i < self->voices->len; i++)
    {
      OffprintVoice *voice = g_ptr_array_index (self->voices, i);
      OffprintSay say = { .voice = voice, .node = get_node (voice, spot) };

      if (say.node != NULL && may_speak (self, spot, voice))
        g_array_append_val (decision->says, say);
    }
  for (guint i = 0; i < decision->says->len; i++)
    {
      OffprintSay *say = get_say (decision, i);

      say->is_aside = is_aside (spot, say->voice);
      /* where only one speaks there is nothing to prefer to it */
      if (decision->says->len > 1 || say->voice->doubt != OFFPRINT_DOUBT_NONE)
        say->doubt = find_doubt (spot, say->voice, say->node);
    }
}

/* Two that say nearly the same vouch for each other: a paper on cookies is about them */
static void
clear_doubts (const OffprintSpot *spot,
              OffprintDecision   *decision)
{
  if (!is_field (spot, OFFPRINT_FIELD_ABSTRACT))
    return;
  for (guint i = 0; i < decision->says->len; i++)
    for (guint j = 0; j < decision->says->len; j++)
      {
        OffprintSay *say = get_say (decision, i);
        OffprintSay *other = get_say (decision, j);

        if (i != j && say->doubt == OFFPRINT_DOUBT_PROSE && say->voice->newer != other->voice && other->voice->newer != say->voice &&
            offprint_is_like (get_text (say->node), get_text (other->node)))
          say->doubt = OFFPRINT_DOUBT_NONE;
      }
}

/* A page of another work, or the front page of a site */
static gboolean
is_elsewhere (OffprintVoice *voice)
{
  return voice->doubt == OFFPRINT_DOUBT_UNLIKE || voice->doubt == OFFPRINT_DOUBT_SITE;
}

/* A value in doubt is better than one of a reading in doubt */
static guint
get_doubtfulness (OffprintSay *say)
{
  if (say->doubt == OFFPRINT_DOUBT_NONE)
    return 0;

  return say->voice->doubt == OFFPRINT_DOUBT_NONE ? 1 : 2;
}

/* Marks what may be taken at all. What is in doubt is taken where nobody else says
 * anything; what comes of something else altogether, only if nothing is known of the
 * work itself. */
static void
admit (OffprintJudge    *self,
       OffprintDecision *decision)
{
  guint best = G_MAXUINT;

  for (guint i = 0; i < decision->says->len; i++)
    if (!get_say (decision, i)->is_aside)
      best = MIN (best, get_doubtfulness (get_say (decision, i)));
  for (guint i = 0; i < decision->says->len; i++)
    {
      OffprintSay *say = get_say (decision, i);

      say->counts = !say->is_aside && get_doubtfulness (say) == best && !(self->has_sure_voice && is_elsewhere (say->voice));
    }
}

static gboolean
take_chosen (OffprintJudge      *self,
             const OffprintSpot *spot,
             OffprintDecision   *decision)
{
  g_autofree char *pointer = NULL;
  const char *id = NULL;

  if (self->choices == NULL || g_hash_table_size (self->choices) == 0)
    return FALSE;
  pointer = offprint_spot_dup_pointer (spot);
  id = g_hash_table_lookup (self->choices, pointer);
  for (guint i = 0; id != NULL && i < decision->says->len; i++)
    if (g_strcmp0 (offprint_reading_get_id (get_say (decision, i)->voice->reading), id) == 0)
      {
        decision->first = (int) i;
        decision->why = OFFPRINT_WHY_CHOSEN;
        return TRUE;
      }

  return FALSE;
}

static int
find_first (OffprintDecision *decision)
{
  for (guint i = 0; i < decision->says->len; i++)
    if (get_say (decision, i)->counts)
      return (int) i;

  return -1;
}

/* “document” is what a type is when nothing is known of it */
static int
find_type (OffprintDecision *decision)
{
  int first = find_first (decision);

  if (first < 0 || g_strcmp0 (get_text (get_say (decision, (guint) first)->node), "document") != 0)
    return first;
  for (guint i = 0; i < decision->says->len; i++)
    {
      OffprintSay *say = get_say (decision, i);

      if (say->counts && get_text (say->node) != NULL && !g_str_equal (get_text (say->node), "document"))
        return (int) i;
    }

  return first;
}

/* The imprint on the book is what one cites; registries name the member who pays. So a
 * page of the publisher is asked first, be it the book's. */
static int
find_imprint (OffprintDecision *decision)
{
  for (guint i = 0; i < decision->says->len; i++)
    {
      OffprintSay *say = get_say (decision, i);

      if (say->counts && (offprint_voice_is_user (say->voice) || offprint_voice_is_page (say->voice)))
        return (int) i;
    }

  return -1;
}

static int
find_longest (OffprintDecision *decision)
{
  int best = -1;
  gsize length = 0;

  for (guint i = 0; i < decision->says->len; i++)
    {
      OffprintSay *say = get_say (decision, i);
      g_autofree char *text = say->counts ? offprint_json_dup_text (say->node) : NULL;

      if (text == NULL || strlen (text) <= length)
        continue;
      length = strlen (text);
      best = (int) i;
      if (offprint_voice_is_user (say->voice))
        break;
    }

  return best;
}

static void
keep_only (OffprintDecision *decision,
           int               index)
{
  for (guint i = 0; i < decision->says->len; i++)
    get_say (decision, i)->counts = (int) i == index;
}

/* All that is said is united, but not beyond what the user typed */
static void
unite (OffprintDecision *decision)
{
  gboolean is_over = FALSE;
  guint n = 0;

  for (guint i = 0; i < decision->says->len; i++)
    {
      OffprintSay *say = get_say (decision, i);

      say->counts = say->counts && !is_over;
      n += say->counts ? 1 : 0;
      is_over = is_over || (say->counts && offprint_voice_is_user (say->voice));
    }
  decision->first = find_first (decision);
  decision->why = n > 1 ? OFFPRINT_WHY_UNION : OFFPRINT_WHY_TRUSTED;
}

/* Lists inside objects that are united too, when several sources have them */
static gboolean
is_inner_list (const OffprintSpot *spot)
{
  static const struct
  {
    OffprintFieldId object;
    const char *list;
  } inner_lists[] = {
    { OFFPRINT_FIELD_RIGHTS, "licenses" },
    { OFFPRINT_FIELD_ACCESS, "open" },
    { OFFPRINT_FIELD_TITLES, "translated" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (inner_lists); i++)
    if (is_field (spot, inner_lists[i].object) && g_strcmp0 (spot->member, inner_lists[i].list) == 0)
      return TRUE;

  return FALSE;
}

static OffprintMergeRule
get_rule (const OffprintSpot *spot)
{
  if (spot->field == NULL || spot->field->merge == OFFPRINT_MERGE_MEMBERS)
    return is_inner_list (spot) ? OFFPRINT_MERGE_UNION : OFFPRINT_MERGE_FIRST;

  return spot->field->merge;
}

static void
apply_rule (const OffprintSpot *spot,
            OffprintDecision   *decision)
{
  OffprintMergeRule rule = get_rule (spot);

  decision->why = OFFPRINT_WHY_TRUSTED;
  switch (rule)
    {
    case OFFPRINT_MERGE_FIRST:
    case OFFPRINT_MERGE_MEMBERS:
      decision->first = is_field (spot, OFFPRINT_FIELD_TYPE) ? find_type (decision) : find_first (decision);
      break;
    case OFFPRINT_MERGE_IMPRINT:
      decision->first = find_imprint (decision);
      if (decision->first >= 0)
        decision->why = OFFPRINT_WHY_IMPRINT;
      else
        decision->first = find_first (decision);
      break;
    case OFFPRINT_MERGE_LONGEST:
      decision->first = find_longest (decision);
      decision->why = OFFPRINT_WHY_LONGEST;
      break;
    case OFFPRINT_MERGE_UNION:
      unite (decision);
      return;
    }
  keep_only (decision, decision->first);
}

static void
name_reason (OffprintDecision *decision)
{
  OffprintSay *winner = offprint_decision_get_winner (decision);

  if (winner == NULL)
    decision->why = OFFPRINT_WHY_NONE;
  else if (decision->why == OFFPRINT_WHY_CHOSEN)
    return;
  else if (decision->says->len == 1)
    decision->why = OFFPRINT_WHY_ONLY;
  if (winner != NULL && decision->why != OFFPRINT_WHY_UNION && offprint_voice_is_user (winner->voice))
    decision->why = OFFPRINT_WHY_TYPED;
}

/* Without a look at other places */
static OffprintDecision
decide_rule (OffprintJudge      *self,
             const OffprintSpot *spot)
{
  OffprintDecision decision = { NULL };

  collect (self, spot, &decision);
  clear_doubts (spot, &decision);
  if (take_chosen (self, spot, &decision))
    {
      keep_only (&decision, decision.first);
      return decision;
    }
  admit (self, &decision);
  apply_rule (spot, &decision);
  name_reason (&decision);

  return decision;
}

/* Registries give book and series of a chapter in either order (records/FACTS.md); the
 * book's own record knows which is which. */
static void
settle_containers (OffprintJudge    *self,
                   OffprintDecision *decision)
{
  const OffprintSpot place = offprint_spot_of_field (offprint_field_get (OFFPRINT_FIELD_CONTAINER_TITLE), NULL);
  g_auto (OffprintDecision) container = decide_rule (self, &place);
  OffprintSay *winner = offprint_decision_get_winner (&container);
  const char *title = winner != NULL ? get_text (winner->node) : NULL;
  g_autofree char *folded = title != NULL ? offprint_fold (title) : NULL;

  if (folded == NULL || container.why == OFFPRINT_WHY_CHOSEN || decision->why == OFFPRINT_WHY_CHOSEN)
    return;
  for (guint i = 0; i < decision->says->len; i++)
    {
      OffprintSay *say = get_say (decision, i);
      const char *series = offprint_json_get_string (say->voice->record, "collection-title");
      g_autofree char *folded_series = series != NULL ? offprint_fold (series) : NULL;

      if (!say->voice->is_book || say->is_aside || g_strcmp0 (folded, folded_series) != 0 || offprint_voice_get (say->voice, "container-title", FALSE) == NULL)
        continue;
      decision->first = (int) i;
      decision->why = OFFPRINT_WHY_BOOK;
      keep_only (decision, decision->first);
      return;
    }
}

/*< private >
 * Decides what stands at one place of the record. @decision is to be cleared.
 */
void
offprint_decide (OffprintJudge      *self,
                 const OffprintSpot *spot,
                 OffprintDecision   *decision)
{
  *decision = decide_rule (self, spot);
  if (is_field (spot, OFFPRINT_FIELD_CONTAINER_TITLE) || is_field (spot, OFFPRINT_FIELD_COLLECTION_TITLE))
    settle_containers (self, decision);
}

/*< private >
 * Whether the work would lose something if this older word of a source were dropped.
 */
gboolean
offprint_voice_is_needed (GPtrArray     *voices,
                          OffprintVoice *self)
{
  g_autoptr (GArray) spots = NULL;

  if (self->newer == NULL)
    return TRUE;
  if (self->doubt != OFFPRINT_DOUBT_NONE)
    return FALSE;
  spots = offprint_spots_new (voices);
  for (guint i = 0; i < spots->len; i++)
    {
      const OffprintSpot *spot = &g_array_index (spots, OffprintSpot, i);
      JsonNode *node = get_node (self, spot);

      if (node != NULL && !is_aside (spot, self) && doubt_value (spot, node) == OFFPRINT_DOUBT_NONE)
        return TRUE;
    }

  return FALSE;
}
