/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page says the same thing in five places. For a single fact the first layer that has
 * it is believed, the most exact first; a list is taken whole from the layer that has the
 * best one, for two lists of one page are the same list twice; and what any layer knows of
 * a person goes to that person.
 */

#include "config.h"

#include "join-private.h"

#include <string.h>

#include "date.h"
#include "json-value.h"
#include "merge.h"
#include "record.h"

/* An abstract that the page shows is better than a tag’s, if it is about as long */
#define ENOUGH_PERCENT 70

static const char *const roles[] = { "author", "editor", "translator", "collection-editor", NULL };

/* Not joined member by member, but below */
static const char *const special[] = { "custom", "author", "editor", "translator", "collection-editor", "abstract", "ISBN", "ISSN", "issued", "type", "title", NULL };

/* Lists under custom.offprint that are taken whole */
static const char *const whole_lists[] = { "keywords", "references", "packages", "notes", "notices", "funders", "relations" };

static JsonObject *
get_custom (JsonObject *layer)
{
  return layer != NULL ? offprint_json_get_object (offprint_json_get_object (layer, "custom"), "offprint") : NULL;
}

/*< private >
 * A list under `custom.offprint`; `NULL` if the layer has none.
 */
JsonArray *
offprint_join_list (JsonObject *layer,
                    const char *name)
{
  JsonObject *custom = get_custom (layer);

  return custom != NULL ? offprint_json_get_array (custom, name) : NULL;
}

/*< private >
 * How long a list is that may not be there.
 */
guint
offprint_join_count (JsonArray *list)
{
  return list != NULL ? json_array_get_length (list) : 0;
}

/*< private >
 * Adds the members that are not there.
 */
void
offprint_join_fill (JsonObject *into,
                    JsonObject *from)
{
  JsonObjectIter iter;
  const char *name = NULL;
  JsonNode *node = NULL;

  json_object_iter_init_ordered (&iter, from);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!json_object_has_member (into, name))
      json_object_set_member (into, name, json_node_ref (node));
}

static void
join_members (JsonObject  *record,
              JsonObject **layers)
{
  for (guint i = 0; i < OFFPRINT_N_LAYERS; i++)
    {
      JsonObjectIter iter;
      const char *name = NULL;
      JsonNode *node = NULL;

      if (layers[i] == NULL)
        continue;
      json_object_iter_init_ordered (&iter, layers[i]);
      while (json_object_iter_next_ordered (&iter, &name, &node))
        if (!g_strv_contains (special, name) && !json_object_has_member (record, name))
          json_object_set_member (record, name, json_node_ref (node));
    }
}

static guint
get_precision (JsonObject *layer,
               int        *year)
{
  g_autoptr (OffprintDate) date = layer != NULL ? offprint_date_new_from_csl (json_object_get_member (layer, "issued")) : NULL;

  if (date == NULL || offprint_date_get_year (date) == 0)
    return 0;
  *year = offprint_date_get_year (date);
  return 1 + (offprint_date_get_month (date) > 0) + (offprint_date_get_day (date) > 0);
}

/* A year alone gives way to a day of the same year, but for books, which are dated by their
 * title pages. What an adapter says is only made more exact by the tags. */
static gboolean
may_refine (JsonObject     *record,
            JsonObject    **layers,
            JsonObject     *best,
            OffprintLayer   layer)
{
  const char *type = offprint_json_get_string (record, "type");

  if (g_strcmp0 (type, "chapter") == 0 || g_strcmp0 (type, "book") == 0 || g_strcmp0 (type, "entry-encyclopedia") == 0)
    return FALSE;
  return best != layers[OFFPRINT_LAYER_ADAPTER] || layer == OFFPRINT_LAYER_HIGHWIRE;
}

/* Search engines are told when the page went online, so JSON-LD is asked late */
static void
join_issued (JsonObject  *record,
             JsonObject **layers)
{
  static const OffprintLayer order[] = {
    OFFPRINT_LAYER_ADAPTER, OFFPRINT_LAYER_HIGHWIRE, OFFPRINT_LAYER_DUBLIN, OFFPRINT_LAYER_JSON_LD, OFFPRINT_LAYER_BODY
  };
  JsonObject *best = NULL;
  guint precision = 0;
  int year = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      int own_year = 0;
      guint own = get_precision (layers[order[i]], &own_year);

      if (own == 0)
        continue;
      if (best != NULL && !(precision == 1 && own > 1 && own_year == year && may_refine (record, layers, best, order[i])))
        continue;
      best = layers[order[i]];
      precision = own;
      year = own_year;
    }
  if (best != NULL)
    json_object_set_member (record, "issued", json_node_ref (json_object_get_member (best, "issued")));
}

static void
join_type (JsonObject  *record,
           JsonObject **layers)
{
  for (guint i = 0; i < OFFPRINT_N_LAYERS; i++)
    {
      const char *type = layers[i] != NULL ? offprint_json_get_string (layers[i], "type") : NULL;

      if (type == NULL || g_str_equal (type, "document"))
        continue;
      json_object_set_string_member (record, "type", type);
      return;
    }
  json_object_set_string_member (record, "type", json_object_has_member (record, "container-title") ? "article-journal" : "document");
}

/*< private >
 * Whether two texts have the same letters and digits.
 */
gboolean
offprint_join_is_same_text (const char *first,
                            const char *second)
{
  g_autofree char *a = offprint_fold (first);
  g_autofree char *b = offprint_fold (second);

  return g_str_equal (a, b);
}

/* “A title that was cut …”: whether the one is the beginning of the other */
static gboolean
is_cut (const char *title,
        const char *whole)
{
  g_autofree char *a = offprint_fold (title);
  g_autofree char *b = offprint_fold (whole);
  gboolean has_dots = g_str_has_suffix (title, "…") || g_str_has_suffix (title, "...");

  return has_dots && strlen (a) > 20 && strlen (a) < strlen (b) && g_str_has_prefix (b, a);
}

static void
take_titles (JsonObject *record,
             JsonObject *layer)
{
  JsonObject *titles = offprint_json_get_object (get_custom (layer), "titles");

  if (titles != NULL)
    json_object_set_object_member (offprint_record_get_custom (record), "titles", json_object_ref (titles));
}

/* The first layer’s; a later one’s if it is the same with italics, or the whole of it */
static void
join_title (JsonObject  *record,
            JsonObject **layers)
{
  const char *best = NULL;
  JsonObject *source = NULL;

  for (guint i = 0; i < OFFPRINT_N_LAYERS; i++)
    {
      const char *title = layers[i] != NULL ? offprint_json_get_string (layers[i], "title") : NULL;

      if (title == NULL)
        continue;
      if (best == NULL || is_cut (best, title) ||
          (strchr (best, '<') == NULL && strchr (title, '<') != NULL && offprint_join_is_same_text (best, title) && offprint_join_list (source, "titles") == NULL))
        {
          best = title;
          source = layers[i];
        }
    }
  if (best == NULL)
    return;
  json_object_set_string_member (record, "title", best);
  for (guint i = 0; i < OFFPRINT_N_LAYERS; i++)
    if (layers[i] != NULL && offprint_json_get_object (get_custom (layers[i]), "titles") != NULL &&
        g_strcmp0 (offprint_json_get_string (layers[i], "title"), best) == 0)
      {
        take_titles (record, layers[i]);
        return;
      }
}

/* Identifiers in one string, parted by blanks: all of them */
static void
join_words (JsonObject  *record,
            JsonObject **layers,
            const char  *member)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < OFFPRINT_N_LAYERS; i++)
    {
      const char *text = layers[i] != NULL ? offprint_json_get_string (layers[i], member) : NULL;
      g_auto (GStrv) parts = text != NULL ? g_strsplit (text, " ", 64) : NULL;

      for (guint j = 0; parts != NULL && parts[j] != NULL; j++)
        if (*parts[j] != '\0' && !g_ptr_array_find_with_equal_func (words, parts[j], g_str_equal, NULL))
          g_ptr_array_add (words, g_strdup (parts[j]));
    }
  if (words->len == 0)
    return;
  g_ptr_array_add (words, NULL);
  joined = g_strjoinv (" ", (char **) words->pdata);
  json_object_set_string_member (record, member, joined);
}

static gsize
measure_abstracts (JsonObject *layer)
{
  JsonArray *list = offprint_join_list (layer, "abstracts");
  const char *text = NULL;

  if (offprint_join_count (list) == 0)
    return 0;
  text = offprint_json_get_string (offprint_json_element_object (list, 0), "text");
  return text != NULL ? strlen (text) : 0;
}

static void
join_abstracts (JsonObject  *record,
                JsonObject **layers)
{
  guint best = OFFPRINT_LAYER_ADAPTER;
  JsonNode *list = NULL;
  gsize longest = 0;

  if (measure_abstracts (layers[OFFPRINT_LAYER_ADAPTER]) == 0)
    for (guint i = 0; i < OFFPRINT_N_LAYERS; i++)
      if (measure_abstracts (layers[i]) > longest && i != OFFPRINT_LAYER_BODY)
        {
          longest = measure_abstracts (layers[i]);
          best = i;
        }
  if (best != OFFPRINT_LAYER_ADAPTER || longest == 0)
    if (measure_abstracts (layers[OFFPRINT_LAYER_ADAPTER]) == 0 &&
        measure_abstracts (layers[OFFPRINT_LAYER_BODY]) * 100 > longest * ENOUGH_PERCENT)
      best = OFFPRINT_LAYER_BODY;
  if (offprint_join_count (offprint_join_list (layers[best], "abstracts")) == 0)
    return;
  list = json_object_get_member (get_custom (layers[best]), "abstracts");
  json_object_set_member (offprint_record_get_custom (record), "abstracts", json_node_ref (list));
  if (json_object_has_member (layers[best], "abstract"))
    json_object_set_member (record, "abstract", json_node_ref (json_object_get_member (layers[best], "abstract")));
}

/* Two lists of equal length are one: the printed lines of the one to the parts of the other */
static void
fill_list (JsonArray *into,
           JsonArray *from)
{
  for (guint i = 0; i < offprint_join_count (into) && offprint_join_count (into) == offprint_join_count (from); i++)
    {
      JsonObject *entry = offprint_json_element_object (into, i);
      JsonObject *other = offprint_json_element_object (from, i);
      JsonObject *item = entry != NULL ? offprint_json_get_object (entry, "item") : NULL;
      JsonObject *other_item = other != NULL ? offprint_json_get_object (other, "item") : NULL;

      if (entry == NULL || other == NULL)
        continue;
      offprint_join_fill (entry, other);
      if (item != NULL && other_item != NULL)
        {
          if (json_object_get_size (other_item) > json_object_get_size (item) && g_strcmp0 (offprint_json_get_string (item, "type"), "document") == 0)
            json_object_remove_member (item, "type");
          offprint_join_fill (item, other_item);
        }
    }
}

static void
join_whole_list (JsonObject  *record,
                 JsonObject **layers,
                 const char  *name)
{
  guint best = OFFPRINT_N_LAYERS;
  JsonNode *list = NULL;

  for (guint i = 0; i < OFFPRINT_N_LAYERS; i++)
    {
      guint n = offprint_join_count (offprint_join_list (layers[i], name));

      if (n > 0 && (best == OFFPRINT_N_LAYERS || (g_str_equal (name, "references") && best != OFFPRINT_LAYER_ADAPTER &&
                                                  n > offprint_join_count (offprint_join_list (layers[best], name)))))
        best = i;
    }
  if (best == OFFPRINT_N_LAYERS)
    return;
  list = json_node_ref (json_object_get_member (get_custom (layers[best]), name));
  for (guint i = 0; i < OFFPRINT_N_LAYERS && g_str_equal (name, "references"); i++)
    if (i != best)
      fill_list (json_node_get_array (list), offprint_join_list (layers[i], name));
  json_object_set_member (offprint_record_get_custom (record), name, list);
}

static gboolean
has_entry (JsonArray  *list,
           const char *key,
           JsonObject *entry)
{
  const char *value = offprint_json_get_string (entry, key);

  for (guint i = 0; i < offprint_join_count (list); i++)
    {
      JsonObject *other = offprint_json_element_object (list, i);

      if (value != NULL && other != NULL && g_strcmp0 (offprint_json_get_string (other, key), value) == 0)
        {
          offprint_join_fill (other, entry);
          return TRUE;
        }
    }
  return FALSE;
}

static void
join_keyed_list (JsonObject  *record,
                 JsonObject **layers,
                 const char  *name,
                 const char  *key)
{
  for (guint i = 0; i < OFFPRINT_N_LAYERS; i++)
    for (guint j = 0; j < offprint_join_count (offprint_join_list (layers[i], name)); j++)
      {
        JsonObject *entry = offprint_json_element_object (offprint_join_list (layers[i], name), j);

        if (entry != NULL && !has_entry (offprint_join_list (record, name), key, entry))
          offprint_record_append (record, name, json_object_ref (entry));
      }
}

/* dates, access, rights, counts, book …: each member from the first layer that has it */
static void
join_objects (JsonObject  *record,
              JsonObject **layers)
{
  JsonObject *into = offprint_record_get_custom (record);

  for (guint i = 0; i < OFFPRINT_N_LAYERS; i++)
    {
      JsonObject *custom = get_custom (layers[i]);
      JsonObjectIter iter;
      const char *name = NULL;
      JsonNode *node = NULL;

      if (custom == NULL)
        continue;
      json_object_iter_init_ordered (&iter, custom);
      while (json_object_iter_next_ordered (&iter, &name, &node))
        {
          JsonNode *known = json_object_get_member (into, name);

          if (JSON_NODE_HOLDS_ARRAY (node) || g_str_equal (name, "titles"))
            continue;
          if (known == NULL)
            json_object_set_member (into, name, json_node_ref (node));
          else if (JSON_NODE_HOLDS_OBJECT (known) && JSON_NODE_HOLDS_OBJECT (node))
            offprint_join_fill (json_node_get_object (known), json_node_get_object (node));
        }
    }
}

/**
 * offprint_join:
 * @layers: (array fixed-size=6): what each layer found, nullable; the most exact first
 *
 * Makes one record of what the layers of a page found.
 *
 * Returns: (transfer full): the record, perhaps empty
 */
JsonObject *
offprint_join (JsonObject **layers)
{
  JsonObject *record = offprint_record_new ();

  join_members (record, layers);
  join_type (record, layers);
  join_issued (record, layers);
  join_title (record, layers);
  join_words (record, layers, "ISBN");
  join_words (record, layers, "ISSN");
  for (gsize i = 0; roles[i] != NULL; i++)
    {
      offprint_join_names (record, layers, roles[i]);
      offprint_join_people (record, layers, roles[i]);
    }
  join_abstracts (record, layers);
  for (gsize i = 0; i < G_N_ELEMENTS (whole_lists); i++)
    join_whole_list (record, layers, whole_lists[i]);
  join_keyed_list (record, layers, "isbns", "value");
  join_keyed_list (record, layers, "links", "url");
  join_objects (record, layers);
  return record;
}
