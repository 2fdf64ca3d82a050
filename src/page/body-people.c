/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who wrote it, for pages that say so to readers alone: links of the kind “author”,
 * microdata, and the classes that such lists have.
 */

#include "config.h"

#include "body.h"

#include <string.h>

#include "byline.h"
#include "json-value.h"
#include "prune.h"
#include "record.h"
#include "sections.h"

#define MAX_AUTHORS    1000
#define MAX_NAME_BYTES 120

/* Each marks one person; tried in this order, the first that finds any is taken */
static const struct
{
  const char *attribute;
  const char *value;
} marks[] = {
  { "itemprop", "author" },
  { "property", "author" },
  { "property", "schema:author" },
  { "rel", "author" },
  { "class", "author-name" },
  { "class", "authorName" },
  { "class", "contrib-author" },
  { "class", "ltx_personname" },
  { "class", "authors__name" },
  { "class", "author" },
};

/* Each marks a whole line of names */
static const char *const lists[] = { "authors", "authorGroup", "author-list", "authorlist", "auths", "byline", "contributors", "AuthorNames", "citation-authors" };

static gboolean
has_value (const OffprintTreeNode *node,
           const char             *attribute,
           const char             *value)
{
  const char *found = offprint_tree_node_get_attribute (node, attribute);

  if (found == NULL)
    return FALSE;
  return g_str_equal (attribute, "class") ? offprint_tree_node_has_class (node, value) : g_ascii_strcasecmp (found, value) == 0;
}

/* The name within microdata, or all the words */
static char *
dup_name (const OffprintTreeNode *node)
{
  const OffprintTreeNode *name = offprint_tree_node_find (node, NULL, NULL, "itemprop", "name");
  g_autoptr (OffprintTree) tree = NULL;
  const char *content = NULL;

  if (name != NULL)
    node = name;
  content = offprint_tree_node_get_attribute (node, "content");
  if (content != NULL)
    return g_strdup (content);
  tree = offprint_prune (node->first_child, NULL, OFFPRINT_PRUNE_DEFAULT);
  return offprint_tree_node_dup_text (offprint_tree_get_root (tree));
}

static gboolean
is_known (JsonObject *record,
          JsonObject *name)
{
  JsonArray *authors = offprint_json_get_array (record, "author");

  for (guint i = 0; authors != NULL && i < json_array_get_length (authors); i++)
    if (json_object_equal (json_array_get_object_element (authors, i), name))
      return TRUE;
  return FALSE;
}

static void
add_name (JsonObject *record,
          const char *text)
{
  g_autoptr (JsonObject) name = offprint_byline_name (text);

  if (json_object_get_size (name) > 0 && !is_known (record, name))
    offprint_record_add_person (record, "author", json_object_ref (name), NULL);
}

static void
read_marked (OffprintBody *self,
             JsonObject   *record,
             const char   *attribute,
             const char   *value)
{
  const OffprintTreeNode *root = offprint_page_get_root (self->page);
  const OffprintTreeNode *node = NULL;
  guint n = 0;

  while (n < MAX_AUTHORS && (node = offprint_tree_node_find (root, node, NULL, attribute, NULL)) != NULL)
    {
      g_autofree char *text = NULL;

      if (!has_value (node, attribute, value) || offprint_section_is_aside (node))
        continue;
      if (node == self->references)
        return;
      text = offprint_section_measure (node, MAX_NAME_BYTES) <= MAX_NAME_BYTES ? dup_name (node) : NULL;
      if (text == NULL)
        continue;
      add_name (record, text);
      n++;
    }
}

static void
read_lists (OffprintBody *self,
            JsonObject   *record)
{
  const OffprintTreeNode *root = offprint_page_get_root (self->page);

  for (gsize i = 0; i < G_N_ELEMENTS (lists) && !json_object_has_member (record, "author"); i++)
    {
      const OffprintTreeNode *node = offprint_tree_node_find (root, NULL, NULL, "class", lists[i]);
      g_autofree char *text = node != NULL && !offprint_section_is_aside (node) ? dup_name (node) : NULL;
      g_autoptr (GPtrArray) names = text != NULL && strlen (text) < 8000 ? offprint_byline_split (text) : NULL;

      for (guint j = 0; names != NULL && j < names->len; j++)
        add_name (record, names->pdata[j]);
    }
}

/**
 * offprint_body_read_people:
 * @self: what was found in the page
 * @record: the record
 *
 * Reads the authors that a page shows.
 */
void
offprint_body_read_people (OffprintBody *self,
                           JsonObject   *record)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks) && !json_object_has_member (record, "author"); i++)
    read_marked (self, record, marks[i].attribute, marks[i].value);
  read_lists (self, record);
}
