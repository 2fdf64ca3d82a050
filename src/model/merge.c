/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From readings to one record. Each field is computed by the rule in its row of the
 * table of fields; beside each value stands which reading it came from, so that the
 * page can say so and a bad source can be taken back.
 */

#include "config.h"

#include "merge.h"

#include <string.h>

#include "json-value.h"
#include "parts-private.h"

typedef struct
{
  GPtrArray *voices;
  JsonObject *record;
  JsonObject *custom;
  JsonObject *provenance;
} Merge;

/* Lists inside objects that are united too, when several sources have them */
static const struct
{
  const char *object;
  const char *list;
} inner_lists[] = {
  { "rights", "licenses" },
  { "access", "open" },
  { "titles", "translated" },
};

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
             OffprintVoice *voice)
{
  JsonObject *before = offprint_json_get_object (voice->custom, "provenance");
  JsonObject *entry = offprint_json_get_object (before, pointer);

  if (entry != NULL)
    {
      json_object_set_object_member (self->provenance, pointer, offprint_json_copy_object (entry));
      return;
    }
  entry = json_object_new ();
  json_object_set_string_member (entry, "from", offprint_reading_get_id (voice->reading));
  json_object_set_string_member (entry, "by", offprint_voice_is_user (voice) ? "user" : "rule");
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
take (Merge         *self,
      const char    *member,
      gboolean       custom,
      JsonNode      *node,
      OffprintVoice *voice)
{
  g_autofree char *pointer = make_pointer (member, custom);

  json_object_set_member (custom ? self->custom : self->record, member, json_node_ref (node));
  note_source (self, pointer, voice);
}

static void
merge_first (Merge      *self,
             const char *member,
             gboolean    custom)
{
  for (guint i = 0; i < self->voices->len; i++)
    {
      JsonNode *node = offprint_voice_get (get_voice (self, i), member, custom);

      if (node == NULL)
        continue;
      take (self, member, custom, node, get_voice (self, i));
      return;
    }
}

/* “document” is what a type is when nothing is known of it */
static void
merge_type (Merge *self)
{
  merge_first (self, "type", FALSE);
  if (g_strcmp0 (offprint_json_get_string (self->record, "type"), "document") != 0)
    return;
  for (guint i = 0; i < self->voices->len; i++)
    {
      const char *type = offprint_json_get_string (get_voice (self, i)->record, "type");

      if (type == NULL || g_str_equal (type, "document"))
        continue;
      take (self, "type", FALSE, json_object_get_member (get_voice (self, i)->record, "type"), get_voice (self, i));
      return;
    }
}

/* The imprint on the book is what one cites; registries name the member who pays. So a
 * page of the publisher is asked first, be it the book's. */
static void
merge_imprint (Merge      *self,
               const char *member)
{
  for (guint i = 0; i < self->voices->len; i++)
    {
      OffprintVoice *voice = get_voice (self, i);
      JsonNode *node = offprint_voice_get (voice, member, FALSE);

      if (node == NULL || voice->is_suspicious ||
          !(offprint_voice_is_user (voice) || g_str_equal (offprint_reading_get_source (voice->reading), "page")))
        continue;
      take (self, member, FALSE, node, voice);
      return;
    }
  merge_first (self, member, FALSE);
}

static void
merge_longest (Merge      *self,
               const char *member,
               gboolean    custom)
{
  OffprintVoice *best = NULL;
  JsonNode *longest = NULL;
  gsize length = 0;

  for (guint i = 0; i < self->voices->len; i++)
    {
      JsonNode *node = offprint_voice_get (get_voice (self, i), member, custom);
      g_autofree char *text = node != NULL ? offprint_json_dup_text (node) : NULL;

      if (text == NULL || strlen (text) <= length || (best != NULL && get_voice (self, i)->is_suspicious))
        continue;
      length = strlen (text);
      longest = node;
      best = get_voice (self, i);
      if (offprint_voice_is_user (best))
        break;
    }
  if (best != NULL)
    take (self, member, custom, longest, best);
}

/* ISBNs and ISSNs: several in one string, parted by blanks */
static void
merge_words (Merge      *self,
             const char *member)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  OffprintVoice *first = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; i < self->voices->len; i++)
    {
      const char *text = offprint_json_get_string (get_voice (self, i)->record, member);
      g_auto (GStrv) parts = text != NULL ? g_strsplit (text, " ", 64) : NULL;

      for (guint j = 0; parts != NULL && parts[j] != NULL; j++)
        if (*parts[j] != '\0' && !g_ptr_array_find_with_equal_func (words, parts[j], g_str_equal, NULL))
          g_ptr_array_add (words, g_strdup (parts[j]));
      if (text != NULL && first == NULL)
        first = get_voice (self, i);
      if (text != NULL && offprint_voice_is_user (get_voice (self, i)))
        break;
    }
  if (first == NULL || words->len == 0)
    return;
  g_ptr_array_add (words, NULL);
  joined = g_strjoinv (" ", (char **) words->pdata);
  take (self, member, FALSE, json_object_get_member (first->record, member), first);
  json_object_set_string_member (self->record, member, joined);
}

static void
merge_list (Merge      *self,
            const char *member)
{
  g_autofree JsonArray **lists = g_new0 (JsonArray *, self->voices->len + 1);
  g_autofree char *pointer = make_pointer (member, TRUE);
  JsonArray *united = NULL;
  guint n_sources = 0;

  for (guint i = 0; i < self->voices->len; i++)
    lists[i] = offprint_json_get_array (get_voice (self, i)->custom, member);
  if (g_str_equal (member, "people"))
    united = offprint_unite_people (self->record, self->voices, lists);
  else
    united = offprint_unite_lists (member, self->voices, lists, &n_sources);
  if (united == NULL)
    return;
  json_object_set_array_member (self->custom, member, united);
  for (guint i = 0; i < self->voices->len; i++)
    if (lists[i] != NULL && json_array_get_length (lists[i]) > 0)
      {
        note_source (self, pointer, get_voice (self, i));
        return;
      }
}

/* The parts of a title belong to the title that won, not to another's */
static gboolean
may_speak (Merge         *self,
           const char    *object,
           const char    *member,
           OffprintVoice *voice)
{
  const char *title = offprint_json_get_string (self->record, "title");
  const char *own = offprint_json_get_string (voice->record, "title");
  g_autofree char *folded = NULL;
  g_autofree char *folded_own = NULL;

  if (!g_str_equal (object, "titles") || (!g_str_equal (member, "main") && !g_str_equal (member, "subtitle")))
    return TRUE;
  if (title == NULL || own == NULL)
    return title == own;
  folded = offprint_fold (title);
  folded_own = offprint_fold (own);

  return g_str_equal (folded, folded_own);
}

static void
note_members (Merge          *self,
              const char     *member,
              JsonObject     *object,
              OffprintVoice **sources,
              guint           n)
{
  g_autofree char *pointer = make_pointer (member, TRUE);
  g_autoptr (GList) names = json_object_get_members (object);
  gboolean is_of_one = TRUE;
  guint i = 0;

  for (guint j = 1; j < n; j++)
    is_of_one = is_of_one && sources[j] == sources[0];
  if (is_of_one)
    {
      note_source (self, pointer, sources[0]);
      return;
    }
  for (GList *at = names; at != NULL; at = at->next, i++)
    {
      g_autofree char *inner = offprint_json_pointer (pointer, at->data);

      note_source (self, inner, sources[i]);
    }
}

static void
unite_inner (Merge      *self,
             const char *member,
             JsonObject *object)
{
  for (gsize i = 0; i < G_N_ELEMENTS (inner_lists); i++)
    {
      g_autofree JsonArray **lists = g_new0 (JsonArray *, self->voices->len + 1);
      JsonArray *united = NULL;
      guint n_sources = 0;

      if (!g_str_equal (inner_lists[i].object, member))
        continue;
      for (guint j = 0; j < self->voices->len; j++)
        lists[j] = offprint_json_get_array (offprint_json_get_object (get_voice (self, j)->custom, member), inner_lists[i].list);
      united = offprint_unite_lists (inner_lists[i].list, self->voices, lists, &n_sources);
      if (united != NULL)
        json_object_set_array_member (object, inner_lists[i].list, united);
    }
}

static void
merge_members (Merge      *self,
               const char *member)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();

  for (guint i = 0; i < self->voices->len; i++)
    {
      OffprintVoice *voice = get_voice (self, i);
      JsonObject *said = offprint_json_get_object (voice->custom, member);
      JsonObjectIter iter;
      const char *name = NULL;
      JsonNode *node = NULL;

      if (said == NULL)
        continue;
      json_object_iter_init_ordered (&iter, said);
      while (json_object_iter_next_ordered (&iter, &name, &node))
        {
          if (json_object_has_member (object, name) || offprint_json_is_nothing (node) || !may_speak (self, member, name, voice))
            continue;
          json_object_set_member (object, name, json_node_ref (node));
          g_ptr_array_add (sources, voice);
        }
    }
  if (sources->len == 0)
    return;
  unite_inner (self, member, object);
  note_members (self, member, object, (OffprintVoice **) sources->pdata, sources->len);
  json_object_set_object_member (self->custom, member, g_steal_pointer (&object));
}

static void
merge_field (Merge               *self,
             const OffprintField *field)
{
  if (field->id == OFFPRINT_FIELD_TYPE)
    {
      merge_type (self);
      return;
    }
  switch (field->merge)
    {
    case OFFPRINT_MERGE_FIRST:
      merge_first (self, field->name, field->custom);
      break;
    case OFFPRINT_MERGE_IMPRINT:
      merge_imprint (self, field->name);
      break;
    case OFFPRINT_MERGE_LONGEST:
      merge_longest (self, field->name, field->custom);
      break;
    case OFFPRINT_MERGE_UNION:
      if (field->custom)
        merge_list (self, field->name);
      else
        merge_words (self, field->name);
      break;
    case OFFPRINT_MERGE_MEMBERS:
      merge_members (self, field->name);
      break;
    }
}

/* Registries give book and series of a chapter in either order (records/FACTS.md); the
 * book's own record knows which is which. */
static void
settle_containers (Merge *self)
{
  const char *container = offprint_json_get_string (self->record, "container-title");
  g_autofree char *folded = container != NULL ? offprint_fold (container) : NULL;

  for (guint i = 0; folded != NULL && i < self->voices->len; i++)
    {
      OffprintVoice *voice = get_voice (self, i);
      const char *series = offprint_json_get_string (voice->record, "collection-title");
      g_autofree char *folded_series = series != NULL ? offprint_fold (series) : NULL;

      if (!voice->is_book || g_strcmp0 (folded, folded_series) != 0 || offprint_voice_get (voice, "container-title", FALSE) == NULL)
        continue;
      take (self, "container-title", FALSE, offprint_voice_get (voice, "container-title", FALSE), voice);
      take (self, "collection-title", FALSE, offprint_voice_get (voice, "collection-title", FALSE), voice);
      return;
    }
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
            merge_members (self, name);
          else if (!offprint_json_is_nothing (node))
            take (self, name, custom, node, voice);
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
 * Computes a record from readings, each of which must have an id.
 */
JsonObject *
offprint_merge_readings (GPtrArray *readings)
{
  g_autoptr (GPtrArray) voices = offprint_voices_new (readings);
  JsonObject *record = json_object_new ();
  JsonObject *wrapper = json_object_new ();
  Merge self = { .voices = voices, .record = record, .custom = json_object_new (), .provenance = json_object_new () };

  for (guint id = 0; id < OFFPRINT_N_FIELDS; id++)
    merge_field (&self, offprint_field_get (id));
  merge_rest (&self, FALSE);
  merge_rest (&self, TRUE);
  settle_containers (&self);
  settle_own_notices (&self);
  add_title_notice (&self);

  if (json_object_get_size (self.provenance) > 0)
    json_object_set_object_member (self.custom, "provenance", self.provenance);
  else
    json_object_unref (self.provenance);
  json_object_set_object_member (wrapper, "offprint", self.custom);
  merge_foreign (&self, wrapper);
  json_object_set_object_member (record, "custom", wrapper);

  return record;
}
