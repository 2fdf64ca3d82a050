/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists of several sources as one. Two entries are the same thing if one of the marks
 * of their kind agrees: a DOI, an address, the words themselves. The entry of the most
 * trusted source stands; what others know beside it is added, and all are named.
 */

#include "config.h"

#include "merge.h"

#include <string.h>

#include "json-value.h"
#include "unite.h"

#define MAX_FOLDED 4000

/* What makes two entries of a list the same: alternatives, each of up to three members
 * together, of which the first must be there */
typedef struct
{
  const char *list;
  const char *keys[3][3];
  gboolean by_place; /* equally long lists are the same list */
} Identity;

static const Identity identities[] = {
  { "isbns", { { "value" } }, FALSE },
  { "notes", { { "anchor" }, { "mark" }, { "text" } }, FALSE },
  { "references", { { "item/DOI" }, { "text" }, { "item/title" } }, TRUE },
  { "notices", { { "kind", "direction", "DOI" } }, FALSE },
  { "funders", { { "DOI" }, { "name" } }, FALSE },
  { "links", { { "url" } }, FALSE },
  { "relations", { { "DOI", "kind" }, { "url", "kind" } }, FALSE },
  { "licenses", { { "url", "applies-to" } }, FALSE },
  { "open", { { "url" } }, FALSE },
  { "translated", { { "language" }, { "text" } }, FALSE },
  { "abstracts", { { "kind", "language" }, { "text" } }, FALSE },
};

typedef struct
{
  JsonNode *node;  /* Owned */
  GArray *sources; /* of guint: which voices have part in it */
} Entry;

typedef struct
{
  const Identity *identity;
  const char *list;
  GPtrArray *voices;
  GPtrArray *entries;
  GHashTable *marks; /* key → Entry, borrowed */
} Union;

static const Identity *
find_identity (const char *list)
{
  for (gsize i = 0; i < G_N_ELEMENTS (identities); i++)
    if (g_str_equal (identities[i].list, list))
      return &identities[i];

  return NULL;
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  json_node_unref (entry->node);
  g_array_unref (entry->sources);
  g_free (entry);
}

/*< private >
 * Letters and digits in small. Marks of stored rich text are left out too.
 */
char *
offprint_fold (const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean is_tag = FALSE;

  for (const char *at = text; *at != '\0' && out->len < MAX_FOLDED; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (*at == '<' && (g_ascii_isalpha (at[1]) || at[1] == '/'))
        is_tag = strchr (at, '>') != NULL;
      else if (*at == '>')
        is_tag = FALSE;
      else if (!is_tag && g_unichar_isalnum (c))
        g_string_append_unichar (out, g_unichar_tolower (c));
    }

  return g_string_free (out, FALSE);
}

/* A member, or with a slash one of an inner object */
static const char *
get_part (JsonObject *object,
          const char *path)
{
  const char *slash = strchr (path, '/');
  g_autofree char *outer = NULL;

  if (slash == NULL)
    return offprint_json_get_string (object, path);
  outer = g_strndup (path, (gsize) (slash - path));

  return offprint_json_get_string (offprint_json_get_object (object, outer), slash + 1);
}

/* Words are compared folded, identifiers letter by letter */
static char *
fold_part (const char *path,
           const char *value)
{
  if (g_str_equal (path, "text") || g_str_equal (path, "name") || g_str_equal (path, "item/title"))
    return offprint_fold (value);

  return g_ascii_strdown (value, -1);
}

/* The first member makes the mark; the others may be missing */
static char *
make_mark (JsonObject        *object,
           const char *const *members,
           guint              which)
{
  g_autoptr (GString) mark = g_string_new (NULL);

  g_string_append_printf (mark, "%u", which);
  for (guint i = 0; i < 3 && members[i] != NULL; i++)
    {
      const char *value = get_part (object, members[i]);
      g_autofree char *folded = value != NULL ? fold_part (members[i], value) : NULL;

      if (i == 0 && (folded == NULL || *folded == '\0'))
        return NULL;
      g_string_append_c (mark, '|');
      g_string_append (mark, folded != NULL ? folded : "");
    }

  return g_string_free (g_steal_pointer (&mark), FALSE);
}

static void
add_marks (Union     *self,
           GPtrArray *marks,
           JsonNode  *node,
           guint      index,
           guint      length)
{
  JsonObject *object = NULL;
  char *mark = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autofree char *text = offprint_json_dup_text (node);

      g_ptr_array_add (marks, text != NULL ? offprint_fold (text) : g_strdup (""));
      return;
    }
  object = json_node_get_object (node);
  if (self->identity == NULL)
    {
      g_ptr_array_add (marks, offprint_json_to_string (node));
      return;
    }
  for (guint i = 0; i < 3 && self->identity->keys[i][0] != NULL; i++)
    {
      mark = make_mark (object, self->identity->keys[i], i);
      if (mark != NULL)
        g_ptr_array_add (marks, mark);
    }
  if (self->identity->by_place)
    g_ptr_array_add (marks, g_strdup_printf ("#%u/%u", index, length));
  /* an abstract of which the language is not told may be that of the main language */
  if (g_str_equal (self->list, "abstracts") && (index == 0 || !json_object_has_member (object, "language")))
    {
      const char *kind = offprint_json_get_string (object, "kind");

      g_ptr_array_add (marks, g_strdup_printf ("?%s", kind != NULL ? kind : "abstract"));
    }
}

/*< private >
 * The marks of an entry by itself, wherever it stands. One that has none is what it says.
 */
GPtrArray *
offprint_unite_marks (const char *list,
                      JsonNode   *entry)
{
  /* people are joined by their names, offers by their labels: no other two are the same */
  static const Identity by_name = { "", { { "name/family", "name/given", "role" }, { "name/literal", "role" }, { "label" } }, FALSE };
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_free);
  const Identity *identity = find_identity (list);
  Identity own = identity != NULL ? *identity : by_name;
  Union self = { .list = "", .identity = &own };

  own.by_place = FALSE;
  add_marks (&self, marks, entry, 0, 0);

  return marks;
}

static gboolean
has_source (Entry *entry,
            guint  voice)
{
  for (guint i = 0; i < entry->sources->len; i++)
    if (g_array_index (entry->sources, guint, i) == voice)
      return TRUE;

  return FALSE;
}

/* Two works cited at the same place with two DOIs are two works */
static gboolean
contradicts (Entry    *entry,
             JsonNode *node)
{
  const char *a = NULL;
  const char *b = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node) || !JSON_NODE_HOLDS_OBJECT (entry->node))
    return FALSE;
  a = get_part (json_node_get_object (entry->node), "item/DOI");
  b = get_part (json_node_get_object (node), "item/DOI");

  return a != NULL && b != NULL && g_ascii_strcasecmp (a, b) != 0;
}

static Entry *
find_entry (Union     *self,
            GPtrArray *marks,
            JsonNode  *node,
            guint      voice)
{
  for (guint i = 0; i < marks->len; i++)
    {
      Entry *entry = g_hash_table_lookup (self->marks, g_ptr_array_index (marks, i));

      if (entry != NULL && !has_source (entry, voice) && !contradicts (entry, node))
        return entry;
    }

  return NULL;
}

static gboolean
is_longer (JsonNode *node,
           JsonNode *than)
{
  g_autofree char *a = offprint_json_dup_text (node);
  g_autofree char *b = offprint_json_dup_text (than);

  return a != NULL && b != NULL && strlen (a) > strlen (b);
}

/* Adds what the other knows beside; inner objects and an abstract that was cut short too.
 * @into is ours, what stands in it is a source's: an inner object is copied to be filled. */
static void
fill (Union      *self,
      JsonObject *into,
      JsonObject *from)
{
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *node = NULL;

  json_object_iter_init_ordered (&iter, from);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      JsonNode *known = json_object_get_member (into, name);

      if (g_str_equal (name, "from"))
        continue;
      if (known == NULL || (g_str_equal (self->list, "abstracts") && g_str_equal (name, "text") && is_longer (node, known)))
        json_object_set_member (into, name, json_node_ref (node));
      else if (JSON_NODE_HOLDS_OBJECT (known) && JSON_NODE_HOLDS_OBJECT (node) && !json_node_equal (known, node))
        {
          JsonObject *inner = offprint_json_copy_top (json_node_get_object (known));

          fill (self, inner, json_node_get_object (node));
          json_object_set_object_member (into, name, inner);
        }
    }
}

/* Who said it: the reading, or those that the entry itself names already */
static void
add_from (Entry         *entry,
          OffprintVoice *voice,
          JsonObject    *said)
{
  JsonObject *object = json_node_get_object (entry->node);
  JsonArray *from = offprint_json_get_array (object, "from");
  JsonArray *named = offprint_json_get_array (said, "from");

  if (from == NULL)
    {
      from = json_array_new ();
      json_object_set_array_member (object, "from", from);
    }
  if (named == NULL || json_array_get_length (named) == 0)
    json_array_add_string_element (from, offprint_reading_get_id (voice->reading));
  for (guint i = 0; named != NULL && i < json_array_get_length (named); i++)
    if (offprint_json_element_string (named, i) != NULL)
      json_array_add_string_element (from, offprint_json_element_string (named, i));
}

static void
add_entry (Union    *self,
           JsonNode *node,
           guint     index,
           guint     length,
           guint     voice)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_free);
  OffprintVoice *speaker = g_ptr_array_index (self->voices, voice);
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  Entry *entry = NULL;

  add_marks (self, marks, node, index, length);
  entry = find_entry (self, marks, node, voice);
  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->node = object != NULL ? offprint_json_wrap_object (offprint_json_copy_top (object)) : json_node_ref (node);
      entry->sources = g_array_new (FALSE, FALSE, sizeof (guint));
      if (object != NULL && json_object_has_member (object, "from"))
        json_object_remove_member (json_node_get_object (entry->node), "from");
      g_ptr_array_add (self->entries, entry);
    }
  else if (object != NULL && JSON_NODE_HOLDS_OBJECT (entry->node))
    fill (self, json_node_get_object (entry->node), object);
  g_array_append_val (entry->sources, voice);
  if (object != NULL && JSON_NODE_HOLDS_OBJECT (entry->node))
    add_from (entry, speaker, object);
  for (guint i = 0; i < marks->len; i++)
    if (!g_hash_table_contains (self->marks, g_ptr_array_index (marks, i)))
      g_hash_table_insert (self->marks, g_strdup (g_ptr_array_index (marks, i)), entry);
}

static JsonArray *
finish (Union *self)
{
  JsonArray *array = json_array_sized_new (self->entries->len);

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      json_array_add_element (array, json_node_ref (entry->node));
    }

  return array;
}

/*< private >
 * Unites what several voices say of one list. If only one speaks, its list is taken
 * as it is, not to be changed.
 */
JsonArray *
offprint_unite_lists (const char  *list,
                      GPtrArray   *voices,
                      JsonArray  **lists,
                      guint       *n_sources)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (free_entry);
  g_autoptr (GHashTable) marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Union self = { .list = list, .voices = voices, .entries = entries, .marks = marks };
  JsonArray *only = NULL;

  *n_sources = 0;
  for (guint i = 0; i < voices->len; i++)
    {
      if (lists[i] == NULL || json_array_get_length (lists[i]) == 0)
        continue;
      only = lists[i];
      *n_sources += 1;
      if (offprint_voice_is_user (g_ptr_array_index (voices, i)))
        break;
    }
  if (*n_sources == 0)
    return NULL;
  if (*n_sources == 1)
    return json_array_ref (only);
  self.identity = find_identity (list);
  for (guint i = 0; i < voices->len; i++)
    for (guint j = 0; lists[i] != NULL && j < json_array_get_length (lists[i]); j++)
      add_entry (&self, json_array_get_element (lists[i], j), j, json_array_get_length (lists[i]), i);

  return finish (&self);
}
