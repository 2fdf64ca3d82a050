/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nodes lie in blocks and strings in a chunk, so that a tree of any depth is freed
 * in a few calls; nothing here recurs.
 */

#include "config.h"

#include "tree.h"

#include "read.h"

#include <string.h>

/* Most texts are a title of a node or two, some are an abstract of hundreds */
#define NODES_IN_FIRST_BLOCK 8
#define NODES_PER_BLOCK      256

struct _OffprintTree
{
  /* Owned */
  GPtrArray *blocks;
  GPtrArray *attributes;
  GStringChunk *strings;

  OffprintTreeNode *root;
  OffprintTreeNode *open;
  OffprintTreeNode *next; /* in the last block */
  guint depth;
  guint n_nodes;
  guint n_free; /* nodes in the last block */
};

static OffprintTreeNode *
add_node (OffprintTree *self)
{
  OffprintTreeNode *node = NULL;
  guint size = self->n_nodes == 0 ? NODES_IN_FIRST_BLOCK : NODES_PER_BLOCK;

  if (self->n_free == 0)
    {
      self->next = g_new0 (OffprintTreeNode, size);
      g_ptr_array_add (self->blocks, self->next);
      self->n_free = size;
    }
  node = self->next++;
  self->n_free--;
  self->n_nodes++;
  node->parent = self->open;
  if (node->parent == NULL)
    return node;
  if (node->parent->last_child != NULL)
    node->parent->last_child->next = node;
  else
    node->parent->first_child = node;
  node->parent->last_child = node;

  return node;
}

/**
 * offprint_tree_new:
 *
 * Makes a tree of a nameless root, which is open.
 *
 * Returns: (transfer full): a tree
 */
OffprintTree *
offprint_tree_new (void)
{
  OffprintTree *self = g_new0 (OffprintTree, 1);

  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->attributes = g_ptr_array_new_with_free_func (g_free);
  self->strings = g_string_chunk_new (1024);
  self->root = add_node (self);
  self->root->name = "";
  self->open = self->root;

  return self;
}

/**
 * offprint_tree_free:
 * @self: (transfer full): a tree
 *
 * Frees a tree with all its nodes.
 */
void
offprint_tree_free (OffprintTree *self)
{
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->attributes);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * offprint_tree_get_root:
 * @self: a tree
 *
 * Returns: (transfer none): the root; it lives as long as @self
 */
const OffprintTreeNode *
offprint_tree_get_root (OffprintTree *self)
{
  return self->root;
}

/**
 * offprint_tree_open:
 * @self: a tree
 * @name: an element's name; lower case is made of it
 * @length: bytes in @name
 *
 * Opens an element within the one that is open. It must be closed if it was opened.
 *
 * Returns: (transfer none) (nullable): the element, or `NULL` if the tree is too deep or
 *   too large for it
 */
OffprintTreeNode *
offprint_tree_open (OffprintTree *self,
                    const char   *name,
                    gsize         length)
{
  OffprintTreeNode *node = NULL;
  g_autofree char *lower = NULL;

  if (self->depth >= OFFPRINT_TREE_MAX_DEPTH || self->n_nodes >= OFFPRINT_TREE_MAX_NODES)
    return NULL;
  node = add_node (self);
  lower = g_ascii_strdown (name, length);
  node->name = g_string_chunk_insert_const (self->strings, lower);
  self->open = node;
  self->depth++;

  return node;
}

/**
 * offprint_tree_add_attribute:
 * @self: a tree
 * @node: an element of it
 * @name: the attribute's name; lower case is made of it
 * @name_length: bytes in @name
 * @value: its value
 *
 * Adds an attribute; of two with one name the first counts.
 */
void
offprint_tree_add_attribute (OffprintTree     *self,
                             OffprintTreeNode *node,
                             const char       *name,
                             gsize             name_length,
                             const char       *value)
{
  g_autofree char *lower = g_ascii_strdown (name, name_length);
  guint n = node->n_attributes;

  /* the array grows where the number is a power of two */
  if ((n & (n - 1)) == 0)
    {
      OffprintTreeAttribute *attributes = g_new0 (OffprintTreeAttribute, MAX (2 * n, 1));

      for (guint i = 0; i < n; i++)
        attributes[i] = node->attributes[i];
      node->attributes = attributes;
      g_ptr_array_add (self->attributes, attributes);
    }
  node->attributes[n].name = g_string_chunk_insert_const (self->strings, lower);
  node->attributes[n].value = g_string_chunk_insert (self->strings, value);
  node->n_attributes++;
}

/**
 * offprint_tree_add_text:
 * @self: a tree
 * @text: valid UTF-8
 * @length: bytes in @text
 *
 * Adds text to the element that is open.
 */
void
offprint_tree_add_text (OffprintTree *self,
                        const char   *text,
                        gsize         length)
{
  OffprintTreeNode *node = NULL;

  if (length == 0 || self->n_nodes >= OFFPRINT_TREE_MAX_NODES)
    return;
  node = add_node (self);
  node->text = g_string_chunk_insert_len (self->strings, text, length);
}

/**
 * offprint_tree_close:
 * @self: a tree
 *
 * Closes the element that is open.
 */
void
offprint_tree_close (OffprintTree *self)
{
  g_return_if_fail (self->open->parent != NULL);

  self->open = self->open->parent;
  self->depth--;
}

/**
 * offprint_tree_get_open:
 * @self: a tree
 *
 * Returns: (transfer none): the element that is open, at least the root
 */
OffprintTreeNode *
offprint_tree_get_open (OffprintTree *self)
{
  return self->open;
}

/**
 * offprint_tree_node_next_outside:
 * @self: a node
 * @top: where the walk stays within
 *
 * Returns: (transfer none) (nullable): the first node in the order of the document
 *   behind @self with all that it holds, or `NULL` at the end of @top
 */
const OffprintTreeNode *
offprint_tree_node_next_outside (const OffprintTreeNode *self,
                                 const OffprintTreeNode *top)
{
  while (self != NULL && self != top)
    {
      if (self->next != NULL)
        return self->next;
      self = self->parent;
    }
  return NULL;
}

/**
 * offprint_tree_node_next:
 * @self: a node
 * @top: where the walk stays within
 *
 * Returns: (transfer none) (nullable): the next node in the order of the document, or
 *   `NULL` at the end of @top
 */
const OffprintTreeNode *
offprint_tree_node_next (const OffprintTreeNode *self,
                         const OffprintTreeNode *top)
{
  if (self->first_child != NULL)
    return self->first_child;
  return offprint_tree_node_next_outside (self, top);
}

/**
 * offprint_tree_node_get_attribute:
 * @self: a node
 * @name: a name in lower case, without a prefix
 *
 * Returns: (transfer none) (nullable): the value
 */
const char *
offprint_tree_node_get_attribute (const OffprintTreeNode *self,
                                  const char             *name)
{
  for (guint i = 0; i < self->n_attributes; i++)
    {
      if (strcmp (self->attributes[i].name, name) == 0)
        return self->attributes[i].value;
    }
  return NULL;
}

/**
 * offprint_tree_node_has_class:
 * @self: a node
 * @name: one class
 *
 * Returns: whether the attribute `class` has @name among its words
 */
gboolean
offprint_tree_node_has_class (const OffprintTreeNode *self,
                              const char             *name)
{
  const char *value = offprint_tree_node_get_attribute (self, "class");
  gsize length = strlen (name);

  for (const char *p = value; length > 0 && p != NULL && (p = strstr (p, name)) != NULL; p++)
    {
      gboolean starts = p == value || g_ascii_isspace (p[-1]);
      gboolean ends = p[length] == '\0' || g_ascii_isspace (p[length]);

      if (starts && ends)
        return TRUE;
    }
  return FALSE;
}

/**
 * offprint_tree_node_is:
 * @self: (nullable): a node
 * @name: an element's name in lower case
 *
 * Returns: whether @self is such an element
 */
gboolean
offprint_tree_node_is (const OffprintTreeNode *self,
                       const char             *name)
{
  return self != NULL && self->name != NULL && strcmp (self->name, name) == 0;
}

/**
 * offprint_tree_node_find:
 * @top: where to look
 * @after: (nullable): a node in @top behind which to begin, e.g. what was found last
 * @element: (nullable): the name that it must have
 * @attribute: (nullable): the attribute that it must have
 * @value: (nullable): the value that this must have; for `class`, one of its words
 *
 * Finds an element.
 *
 * Returns: (transfer none) (nullable): the first one in the order of the document
 */
const OffprintTreeNode *
offprint_tree_node_find (const OffprintTreeNode *top,
                         const OffprintTreeNode *after,
                         const char             *element,
                         const char             *attribute,
                         const char             *value)
{
  const OffprintTreeNode *node = after != NULL ? after : top;

  while ((node = offprint_tree_node_next (node, top)) != NULL)
    {
      const char *found = NULL;

      if (node->name == NULL || (element != NULL && strcmp (node->name, element) != 0))
        continue;
      if (attribute == NULL)
        return node;
      found = offprint_tree_node_get_attribute (node, attribute);
      if (found == NULL)
        continue;
      if (value == NULL || strcmp (found, value) == 0)
        return node;
      if (strcmp (attribute, "class") == 0 && offprint_tree_node_has_class (node, value))
        return node;
    }
  return NULL;
}

/**
 * offprint_tree_node_dup_text:
 * @self: a node
 *
 * Puts together all text in a node, as one clean line.
 *
 * Returns: (transfer full): the text, perhaps empty
 */
char *
offprint_tree_node_dup_text (const OffprintTreeNode *self)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (const OffprintTreeNode *node = self; node != NULL; node = offprint_tree_node_next (node, self))
    {
      if (node->text != NULL)
        g_string_append (string, node->text);
    }
  return offprint_text_clean_line (string->str, string->len);
}
