/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON-LD says what it says in many shapes: one object, a list, an @graph of objects that
 * refer to each other, a page with its main entity, in one script or in five. Past this
 * file it is one set of objects, of which one is the work.
 */

#include "config.h"

#include "json-ld.h"

#include <string.h>

#include "merge.h"
#include "peek.h"
#include "script.h"

#define MAX_SCRIPTS 50
#define MAX_OBJECTS 2000
#define MAX_DEPTH   12

/* What may be a work, the surest first */
static const struct
{
  const char *type;
  const char *csl;
  guint rank;
} works[] = {
  { "Chapter", "chapter", 0 },
  { "ScholarlyArticle", "article-journal", 0 },
  { "MedicalScholarlyArticle", "article-journal", 0 },
  { "Thesis", "thesis", 0 },
  { "Dataset", "dataset", 1 },
  { "Report", "report", 1 },
  { "SoftwareSourceCode", "software", 1 },
  { "Book", "book", 2 },
  { "TechArticle", "article-journal", 3 },
  { "Article", "article-journal", 3 },
  { "NewsArticle", "article-newspaper", 3 },
  { "CreativeWork", "document", 4 },
};

static void
add_object (OffprintGraph *self,
            JsonNode      *node,
            guint          depth)
{
  JsonObject *object = offprint_node_object (node);

  if (depth > 3 || self->objects->len >= MAX_OBJECTS || node == NULL)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        add_object (self, json_array_get_element (array, i), depth + 1);
      return;
    }
  if (object == NULL)
    return;
  g_ptr_array_add (self->objects, object);
  add_object (self, json_object_get_member (object, "@graph"), depth + 1);
  add_object (self, json_object_get_member (object, "mainEntity"), depth + 1);
  add_object (self, json_object_get_member (object, "mainEntityOfPage"), depth + 1);
}

/* Every object with an @id that says more than its @id */
static void
index_ids (OffprintGraph *self,
           JsonNode      *node,
           guint          depth)
{
  JsonObject *object = offprint_node_object (node);
  JsonObjectIter iter;
  JsonNode *member = NULL;

  if (depth > MAX_DEPTH || g_hash_table_size (self->by_id) >= MAX_OBJECTS)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      index_ids (self, json_array_get_element (json_node_get_array (node), i), depth + 1);
  if (object == NULL)
    return;
  if (offprint_peek_string (object, "@id") != NULL && json_object_get_size (object) > 1)
    g_hash_table_insert (self->by_id, (gpointer) offprint_peek_string (object, "@id"), object);
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, NULL, &member))
    if (JSON_NODE_HOLDS_OBJECT (member) || JSON_NODE_HOLDS_ARRAY (member))
      index_ids (self, member, depth + 1);
}

/**
 * offprint_graph_new:
 * @page: a page
 *
 * Reads all JSON-LD of a page.
 *
 * Returns: (transfer full): its objects, perhaps none
 */
OffprintGraph *
offprint_graph_new (OffprintPage *page)
{
  OffprintGraph *self = g_new0 (OffprintGraph, 1);
  gsize n = 0;
  const OffprintTreeNode *const *scripts = offprint_page_get_scripts (page, &n);

  self->roots = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  self->objects = g_ptr_array_new ();
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (gsize i = 0; i < n && self->roots->len < MAX_SCRIPTS; i++)
    {
      const char *type = offprint_tree_node_get_attribute (scripts[i], "type");
      const char *text = scripts[i]->first_child->text;
      JsonNode *json = NULL;

      if (text == NULL || type == NULL || strcasestr (type, "ld+json") == NULL)
        continue;
      json = offprint_script_parse (text);
      if (json == NULL)
        continue;
      g_ptr_array_add (self->roots, json);
      add_object (self, json, 0);
      index_ids (self, json, 0);
    }
  return self;
}

/**
 * offprint_graph_free:
 * @self: (transfer full): the objects of a page
 *
 * Frees them.
 */
void
offprint_graph_free (OffprintGraph *self)
{
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->objects);
  g_ptr_array_unref (self->roots);
  g_free (self);
}

/**
 * offprint_graph_follow:
 * @self: the objects of a page
 * @node: (nullable): an object, or a reference to one
 *
 * Returns: (transfer none) (nullable): the object
 */
JsonObject *
offprint_graph_follow (OffprintGraph *self,
                       JsonNode      *node)
{
  JsonObject *object = offprint_node_object (node);
  const char *id = object != NULL ? offprint_peek_string (object, "@id") : NULL;
  JsonObject *other = NULL;

  if (id == NULL || json_object_get_size (object) > 2)
    return object;
  other = g_hash_table_lookup (self->by_id, id);
  return other != NULL ? other : object;
}

/**
 * offprint_graph_is:
 * @object: (nullable): an object
 * @type: a type of schema.org
 *
 * Returns: whether it is one of the object’s types, with or without its vocabulary
 */
gboolean
offprint_graph_is (JsonObject *object,
                   const char *type)
{
  for (guint i = 0; i < offprint_peek_length (object, "@type"); i++)
    {
      const char *name = offprint_peek_nth_string (object, "@type", i);
      const char *end = name != NULL ? name + strlen (name) : NULL;

      while (end != NULL && end > name && strchr ("/#:", end[-1]) == NULL)
        end--;
      if (end != NULL && g_str_equal (end, type))
        return TRUE;
    }
  return FALSE;
}

static gsize
find_kind (JsonObject *object)
{
  for (gsize i = 0; i < G_N_ELEMENTS (works); i++)
    if (offprint_graph_is (object, works[i].type))
      return i;
  return G_N_ELEMENTS (works);
}

static const char *
get_title (JsonObject *object)
{
  const char *name = offprint_peek_string (object, "name");

  return name != NULL ? name : offprint_peek_string (object, "headline");
}

/* Whether the page’s own title begins as the object’s does, or holds it */
static gboolean
is_titled_as (JsonObject   *object,
              OffprintPage *page)
{
  const OffprintTreeNode *root = offprint_page_get_root (page);
  const OffprintTreeNode *title = offprint_tree_node_find (root, NULL, "title", NULL, NULL);
  g_autofree char *shown = title != NULL ? offprint_tree_node_dup_text (title) : NULL;
  g_autofree char *folded = shown != NULL ? offprint_fold (shown) : NULL;
  g_autofree char *own = get_title (object) != NULL ? offprint_fold (get_title (object)) : NULL;

  return folded != NULL && own != NULL && *own != '\0' && (strstr (folded, own) != NULL || (*folded != '\0' && strstr (own, folded) != NULL));
}

/**
 * offprint_graph_find_work:
 * @self: the objects of a page
 * @page: the page
 * @type: (out): CSL’s type for it
 *
 * Finds the object that the page is about: the surest kind of work; of several, that
 * which the page is titled as. A list of works has none.
 *
 * Returns: (transfer none) (nullable): the object
 */
JsonObject *
offprint_graph_find_work (OffprintGraph  *self,
                          OffprintPage   *page,
                          const char    **type)
{
  JsonObject *best = NULL;
  guint rank = G_MAXUINT;
  guint n_best = 0;

  for (guint i = 0; i < self->objects->len; i++)
    {
      JsonObject *object = self->objects->pdata[i];
      gsize kind = find_kind (object);

      if (kind == G_N_ELEMENTS (works) || get_title (object) == NULL || works[kind].rank > rank)
        continue;
      if (best != NULL && works[kind].rank == rank)
        {
          n_best += g_strcmp0 (get_title (best), get_title (object)) != 0;
          if (is_titled_as (best, page) || !is_titled_as (object, page))
            continue;
        }
      else
        n_best = 1;
      best = object;
      rank = works[kind].rank;
      *type = works[kind].csl;
    }
  if (n_best > 1 && !is_titled_as (best, page))
    return NULL;
  return best;
}
