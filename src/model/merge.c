/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From readings to one record. What stands at each place is decided in decide.c; here
 * it is put there, and beside it which reading it came from, so that the page can say
 * so and a bad source can be taken back.
 */

#include "config.h"

#include "merge.h"

#include <string.h>

#include "decide.h"
#include "json-value.h"
#include "parts-private.h"

typedef struct
{
  GPtrArray *voices;
  OffprintJudge judge;
  JsonObject *record;
  JsonObject *custom;
  JsonObject *provenance;
  GHashTable *united; /* Borrowed; nullable: JSON pointer → United */
} Merge;

/* A list that was united before, and of what. Three thousand people need not be united
 * again because somebody chooses another title. */
typedef struct
{
  /* Owned */
  GPtrArray *nodes; /* of JsonNode, kept so that no other can stand at their place in memory */
  GString *ids;     /* of the readings, in order */
  JsonNode *list;
} United;

static void
free_united (gpointer data)
{
  United *self = data;

  g_ptr_array_unref (self->nodes);
  g_string_free (self->ids, TRUE);
  json_node_unref (self->list);
  g_free (self);
}

static OffprintVoice *
get_voice (Merge *self,
           guint  index)
{
  return g_ptr_array_index (self->voices, index);
}

/* A record that was computed before may itself say where a value came from */
static void
note_source (Merge         *self,
             const char    *pointer,
             OffprintVoice *voice,
             gboolean       is_chosen)
{
  JsonObject *before = offprint_json_get_object (voice->custom, "provenance");
  JsonObject *entry = is_chosen ? NULL : offprint_json_get_object (before, pointer);

  if (entry != NULL)
    {
      json_object_set_object_member (self->provenance, pointer, offprint_json_copy_object (entry));
      return;
    }
  entry = json_object_new ();
  json_object_set_string_member (entry, "from", offprint_reading_get_id (voice->reading));
  json_object_set_string_member (entry, "by", is_chosen || offprint_voice_is_user (voice) ? "user" : "rule");
  json_object_set_object_member (self->provenance, pointer, entry);
}

static char *
make_pointer (const char *member,
              gboolean    custom)
{
  return offprint_json_pointer (custom ? "/custom/offprint" : "", member);
}

/* What readings say is never changed, so the record shares their nodes: a list of five
 * hundred works cited costs nothing when another source tells the volume. */
static void
put (Merge              *self,
     const OffprintSpot *spot,
     OffprintDecision   *decision,
     JsonNode           *node)
{
  g_autofree char *pointer = offprint_spot_dup_pointer (spot);

  json_object_set_member (spot->custom ? self->custom : self->record, spot->name, node);
  note_source (self, pointer, offprint_decision_get_winner (decision)->voice, decision->why == OFFPRINT_WHY_CHOSEN);
}

/* ISBNs and ISSNs: several in one string, parted by blanks */
static JsonNode *
unite_words (OffprintDecision *decision)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < decision->says->len; i++)
    {
      OffprintSay *say = &g_array_index (decision->says, OffprintSay, i);
      g_autofree char *text = say->counts ? offprint_json_dup_text (say->node) : NULL;
      g_auto (GStrv) parts = text != NULL ? g_strsplit (text, " ", 64) : NULL;

      for (guint j = 0; parts != NULL && parts[j] != NULL; j++)
        if (*parts[j] != '\0' && !g_ptr_array_find_with_equal_func (words, parts[j], g_str_equal, NULL))
          g_ptr_array_add (words, g_strdup (parts[j]));
    }
  if (words->len == 0)
    return NULL;
  g_ptr_array_add (words, NULL);
  joined = g_strjoinv (" ", (char **) words->pdata);

  return json_node_init_string (json_node_alloc (), joined);
}

/* The lists that count, each at the place of its voice */
static JsonArray **
collect_lists (Merge            *self,
               OffprintDecision *decision)
{
  JsonArray **lists = g_new0 (JsonArray *, self->voices->len + 1);

  for (guint i = 0; i < decision->says->len; i++)
    {
      OffprintSay *say = &g_array_index (decision->says, OffprintSay, i);
      guint place = 0;

      if (say->counts && JSON_NODE_HOLDS_ARRAY (say->node) && g_ptr_array_find (self->voices, say->voice, &place))
        lists[place] = json_node_get_array (say->node);
    }

  return lists;
}

static JsonNode *
unite_list_anew (Merge              *self,
                 const OffprintSpot *spot,
                 OffprintDecision   *decision)
{
  g_autofree JsonArray **lists = collect_lists (self, decision);
  JsonArray *united = NULL;
  guint n_sources = 0;

  if (spot->field != NULL && spot->field->id == OFFPRINT_FIELD_PEOPLE)
    united = offprint_unite_people (self->record, self->voices, lists);
  else
    united = offprint_unite_lists (spot->member != NULL ? spot->member : spot->name, self->voices, lists, &n_sources);

  return united != NULL ? offprint_json_wrap_array (united) : NULL;
}

/* What a union depends on: the lists, whose they are, and of people the names that won */
static United *
new_united (Merge              *self,
            const OffprintSpot *spot,
            OffprintDecision   *decision)
{
  United *united = g_new0 (United, 1);

  united->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  united->ids = g_string_new (NULL);
  for (guint i = 0; i < decision->says->len; i++)
    {
      OffprintSay *say = &g_array_index (decision->says, OffprintSay, i);

      if (!say->counts)
        continue;
      g_ptr_array_add (united->nodes, json_node_ref (say->node));
      g_string_append_printf (united->ids, "%s%s ", offprint_reading_get_id (say->voice->reading), offprint_voice_is_user (say->voice) ? "!" : "");
    }
  for (guint id = 0; spot->field != NULL && spot->field->id == OFFPRINT_FIELD_PEOPLE && id < OFFPRINT_N_FIELDS; id++)
    if (offprint_field_get (id)->kind == OFFPRINT_FIELD_KIND_NAMES && json_object_has_member (self->record, offprint_field_get (id)->name))
      g_ptr_array_add (united->nodes, json_node_ref (json_object_get_member (self->record, offprint_field_get (id)->name)));

  return united;
}

static gboolean
is_of_the_same (United *a,
                United *b)
{
  if (a->nodes->len != b->nodes->len || !g_string_equal (a->ids, b->ids))
    return FALSE;
  for (guint i = 0; i < a->nodes->len; i++)
    if (g_ptr_array_index (a->nodes, i) != g_ptr_array_index (b->nodes, i))
      return FALSE;

  return TRUE;
}

static JsonNode *
unite_list (Merge              *self,
            const OffprintSpot *spot,
            OffprintDecision   *decision)
{
  g_autofree char *pointer = offprint_spot_dup_pointer (spot);
  United *before = self->united != NULL ? g_hash_table_lookup (self->united, pointer) : NULL;
  United *united = new_united (self, spot, decision);

  if (before != NULL && is_of_the_same (before, united))
    united->list = json_node_ref (before->list);
  else
    united->list = unite_list_anew (self, spot, decision);
  if (united->list == NULL)
    united->list = json_node_new (JSON_NODE_NULL);
  if (self->united == NULL)
    {
      JsonNode *list = json_node_ref (united->list);

      free_united (united);
      return list;
    }
  g_hash_table_insert (self->united, g_steal_pointer (&pointer), united);

  return json_node_ref (united->list);
}

static void
merge_field (Merge               *self,
             const OffprintField *field)
{
  const OffprintSpot spot = offprint_spot_of_field (field, NULL);
  g_auto (OffprintDecision) decision = { NULL };
  OffprintSay *winner = NULL;
  JsonNode *node = NULL;

  offprint_decide (&self->judge, &spot, &decision);
  winner = offprint_decision_get_winner (&decision);
  if (winner == NULL)
    return;
  if (field->merge != OFFPRINT_MERGE_UNION)
    node = json_node_ref (winner->node);
  else if (field->custom)
    node = unite_list (self, &spot, &decision);
  else
    node = unite_words (&decision);
  if (node != NULL && !JSON_NODE_HOLDS_NULL (node))
    put (self, &spot, &decision, node);
  else
    g_clear_pointer (&node, json_node_unref);
}

static void
note_members (Merge      *self,
              const char *member,
              GArray     *decisions,
              GPtrArray  *names)
{
  g_autofree char *pointer = make_pointer (member, TRUE);
  OffprintVoice *first = offprint_decision_get_winner (&g_array_index (decisions, OffprintDecision, 0))->voice;
  gboolean is_of_one = TRUE;

  for (guint i = 0; i < decisions->len; i++)
    {
      OffprintDecision *decision = &g_array_index (decisions, OffprintDecision, i);

      is_of_one = is_of_one && decision->why != OFFPRINT_WHY_CHOSEN && offprint_decision_get_winner (decision)->voice == first;
    }
  if (is_of_one)
    {
      note_source (self, pointer, first, FALSE);
      return;
    }
  for (guint i = 0; i < decisions->len; i++)
    {
      OffprintDecision *decision = &g_array_index (decisions, OffprintDecision, i);
      g_autofree char *inner = offprint_json_pointer (pointer, g_ptr_array_index (names, i));

      note_source (self, inner, offprint_decision_get_winner (decision)->voice, decision->why == OFFPRINT_WHY_CHOSEN);
    }
}

/* Every member that somebody names, in the order of trust */
static void
collect_members (Merge      *self,
                 const char *member,
                 GPtrArray  *names)
{
  for (guint i = 0; i < self->voices->len; i++)
    {
      JsonObject *said = offprint_json_get_object (get_voice (self, i)->custom, member);
      JsonObjectIter iter;
      const char *name = NULL;

      if (said == NULL)
        continue;
      json_object_iter_init_ordered (&iter, said);
      while (json_object_iter_next_ordered (&iter, &name, NULL))
        if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
          g_ptr_array_add (names, (gpointer) name);
    }
}

static void
merge_members (Merge               *self,
               const char          *member,
               const OffprintField *field)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();
  g_autoptr (GArray) decisions = g_array_new (FALSE, TRUE, sizeof (OffprintDecision));

  g_array_set_clear_func (decisions, (GDestroyNotify) offprint_decision_clear);
  collect_members (self, member, names);
  for (guint i = 0; i < names->len; i++)
    {
      const OffprintSpot spot = { .field = field, .name = member, .custom = TRUE, .member = g_ptr_array_index (names, i) };
      g_auto (OffprintDecision) decision = { NULL };
      JsonNode *node = NULL;

      offprint_decide (&self->judge, &spot, &decision);
      if (offprint_decision_get_winner (&decision) == NULL)
        continue;
      if (decision.why == OFFPRINT_WHY_UNION)
        node = unite_list (self, &spot, &decision);
      if (node == NULL || JSON_NODE_HOLDS_NULL (node))
        {
          g_clear_pointer (&node, json_node_unref);
          node = json_node_ref (offprint_decision_get_winner (&decision)->node);
        }
      json_object_set_member (object, spot.member, node);
      g_ptr_array_add (taken, (gpointer) spot.member);
      g_array_append_val (decisions, decision);
      memset (&decision, 0, sizeof decision);
    }
  if (taken->len == 0)
    return;
  note_members (self, member, decisions, taken);
  json_object_set_object_member (self->custom, member, g_steal_pointer (&object));
}

static void
merge_variable (Merge      *self,
                const char *name,
                gboolean    custom)
{
  const OffprintSpot spot = { .name = name, .custom = custom };
  g_auto (OffprintDecision) decision = { NULL };

  offprint_decide (&self->judge, &spot, &decision);
  if (offprint_decision_get_winner (&decision) != NULL)
    put (self, &spot, &decision, json_node_ref (offprint_decision_get_winner (&decision)->node));
}

/* What the table has no row for: CSL's other variables, newer members, what others put
 * under custom. */
static void
merge_rest (Merge    *self,
            gboolean  custom)
{
  static const char *const own[] = { "id", "custom", "version", "readings", "provenance", NULL };

  for (guint i = 0; i < self->voices->len; i++)
    {
      OffprintVoice *voice = get_voice (self, i);
      JsonObject *object = custom ? voice->custom : voice->record;
      JsonObjectIter iter;
      const char *name = NULL;
      JsonNode *node = NULL;

      if (object == NULL)
        continue;
      json_object_iter_init_ordered (&iter, object);
      while (json_object_iter_next_ordered (&iter, &name, &node))
        {
          if (offprint_field_find (name, custom) != NULL || json_object_has_member (custom ? self->custom : self->record, name))
            continue;
          if (g_strv_contains (own, name))
            continue;
          if (custom && g_str_equal (name, "kept"))
            merge_members (self, name, NULL);
          else if (!offprint_json_is_nothing (node))
            merge_variable (self, name, custom);
        }
    }
}

static void
merge_foreign (Merge      *self,
               JsonObject *into)
{
  for (guint i = 0; i < self->voices->len; i++)
    {
      JsonObject *custom = offprint_json_get_object (get_voice (self, i)->record, "custom");
      JsonObjectIter iter;
      const char *name = NULL;
      JsonNode *node = NULL;

      if (custom == NULL)
        continue;
      json_object_iter_init_ordered (&iter, custom);
      while (json_object_iter_next_ordered (&iter, &name, &node))
        if (!g_str_equal (name, "offprint") && !json_object_has_member (into, name))
          json_object_set_member (into, name, json_node_ref (node));
    }
}

/* A notice registered in place names the DOI of the work itself, which is then no notice
 * about another: services.md 4, “Traps”. */
static void
settle_own_notices (Merge *self)
{
  const char *doi = offprint_json_get_string (self->record, "DOI");
  JsonArray *notices = offprint_json_get_array (self->custom, "notices");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonArray *settled = NULL;

  if (notices == NULL)
    return;
  settled = json_array_new ();
  for (guint i = 0; i < json_array_get_length (notices); i++)
    {
      JsonObject *said = offprint_json_element_object (notices, i);
      const char *other = offprint_json_get_string (said, "DOI");
      const char *kind = offprint_json_get_string (said, "kind");
      g_autoptr (JsonObject) notice = said != NULL ? offprint_json_copy_object (said) : NULL;

      if (notice == NULL)
        continue;
      if (doi != NULL && other != NULL && g_ascii_strcasecmp (doi, other) == 0)
        {
          json_object_set_string_member (notice, "direction", "about-this");
          if (!g_hash_table_add (seen, g_strdup (kind != NULL ? kind : "")))
            continue;
        }
      json_array_add_object_element (settled, g_steal_pointer (&notice));
    }
  json_object_set_array_member (self->custom, "notices", settled);
}

static gboolean
has_notice_like (JsonArray  *notices,
                 JsonObject *like)
{
  g_autoptr (OffprintNotice) mark = offprint_notice_new (like);

  for (guint i = 0; notices != NULL && i < json_array_get_length (notices); i++)
    {
      g_autoptr (OffprintNotice) notice = offprint_notice_new (json_array_get_object_element (notices, i));

      if (offprint_notice_is_about_this (notice) == offprint_notice_is_about_this (mark) &&
          (!offprint_notice_is_about_this (mark) || offprint_notice_get_severity (notice) == offprint_notice_get_severity (mark)))
        return TRUE;
    }

  return FALSE;
}

/* Only where no registry knows better */
static void
add_title_notice (Merge *self)
{
  const char *title = offprint_json_get_string (self->record, "title");
  g_autofree char *plain = title != NULL ? offprint_inline_to_plain (title) : NULL;
  g_autoptr (JsonObject) notice = plain != NULL ? offprint_title_notice (plain) : NULL;
  JsonObject *source = offprint_json_get_object (self->provenance, "/title");
  JsonArray *notices = offprint_json_get_array (self->custom, "notices");

  if (notice == NULL || has_notice_like (notices, notice))
    return;
  if (notices == NULL)
    {
      notices = json_array_new ();
      json_object_set_array_member (self->custom, "notices", notices);
      if (source != NULL)
        json_object_set_object_member (self->provenance, "/custom/offprint/notices", offprint_json_copy_object (source));
    }
  json_array_add_object_element (notices, g_steal_pointer (&notice));
}

/*< private >
 * What was united is remembered here from merge to merge.
 */
GHashTable *
offprint_united_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_united);
}

/*< private >
 * Computes a record from readings, each of which must have an id.
 */
JsonObject *
offprint_merge_readings (GPtrArray  *readings,
                         GHashTable *choices,
                         GHashTable *united)
{
  g_autoptr (GPtrArray) voices = offprint_voices_new (readings);
  JsonObject *record = json_object_new ();
  JsonObject *wrapper = json_object_new ();
  Merge self = { .voices = voices, .record = record, .custom = json_object_new (), .provenance = json_object_new (), .united = united };

  offprint_judge_init (&self.judge, voices, choices);
  for (guint id = 0; id < OFFPRINT_N_FIELDS; id++)
    if (offprint_field_get (id)->merge == OFFPRINT_MERGE_MEMBERS)
      merge_members (&self, offprint_field_get (id)->name, offprint_field_get (id));
    else
      merge_field (&self, offprint_field_get (id));
  merge_rest (&self, FALSE);
  merge_rest (&self, TRUE);
  settle_own_notices (&self);
  add_title_notice (&self);
  offprint_judge_clear (&self.judge);

  if (json_object_get_size (self.provenance) > 0)
    json_object_set_object_member (self.custom, "provenance", self.provenance);
  else
    json_object_unref (self.provenance);
  json_object_set_object_member (wrapper, "offprint", self.custom);
  merge_foreign (&self, wrapper);
  json_object_set_object_member (record, "custom", wrapper);

  return record;
}
