/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nodes and their strings lie side by side in a few blocks, so that a tree of any depth
 * is freed in a few calls and costs little more than its text; nothing here recurs.
 */

#include "config.h"

#include "tree.h"

#include "elements.h"
#include "read.h"
#include "text-private.h"

#include <string.h>

/* Most texts are a title of a node or two, some are an abstract of hundreds, a page is
 * tens of thousands */
#define FIRST_BLOCK 2048
#define MAX_BLOCK   (64 * 1024)

typedef struct _Block Block;

struct _Block
{
  Block *previous;
  gsize size;
  gsize used;
};

struct _OffprintTree
{
  /* Owned: all nodes, attributes and strings lie in blocks, of which the last is filled */
  Block *block;
  gsize total;

  OffprintTreeNode *root;
  OffprintTreeNode *open;
  guint depth;
  guint n_nodes;
};

static Block *
new_block (Block *previous,
           gsize  size)
{
  Block *block = g_malloc (sizeof (Block) + size);

  block->previous = previous;
  block->size = size;
  block->used = 0;
  return block;
}

/* @alignment: 1 for strings, that of a pointer for all else */
static gpointer
allocate (OffprintTree *self,
          gsize         size,
          gsize         alignment)
{
  gsize start = (self->block->used + alignment - 1) & ~(alignment - 1);

  if (start + size > self->block->size)
    {
      self->block = new_block (self->block, MAX (size, CLAMP (self->total / 4, FIRST_BLOCK, MAX_BLOCK)));
      start = 0;
    }
  self->block->used = start + size;
  self->total += size;
  return (char *) (self->block + 1) + start;
}

static char *
add_string (OffprintTree *self,
            const char   *text,
            gsize         length)
{
  char *copy = allocate (self, length + 1, 1);

  memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}

static char *
add_lower (OffprintTree *self,
           const char   *text,
           gsize         length)
{
  char *copy = add_string (self, text, length);

  for (gsize i = 0; i < length; i++)
    copy[i] = g_ascii_tolower (copy[i]);
  return copy;
}

/* Names that most attributes have; the same ones are stored once */
static const char *
add_attribute_name (OffprintTree *self,
                    const char   *name,
                    gsize         length)
{
  static const char *const common[] = {
    "class", "href", "id", "content", "name", "property", "rel", "type", "title", "src", "lang", "style", "role", "value", "data-test",
    "itemprop", "target", "alt", "datetime", "http-equiv"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (common); i++)
    if (common[i][0] == name[0] && strlen (common[i]) == length && memcmp (common[i], name, length) == 0)
      return common[i];
  return add_lower (self, name, length);
}

static OffprintTreeNode *
add_node (OffprintTree *self)
{
  OffprintTreeNode *node = allocate (self, sizeof (OffprintTreeNode), sizeof (gpointer));

  memset (node, 0, sizeof *node);
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

  self->block = new_block (NULL, FIRST_BLOCK);
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
  while (self->block != NULL)
    {
      Block *block = self->block;

      self->block = block->previous;
      g_free (block);
    }
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
  const OffprintElement *element = NULL;
  OffprintTreeNode *node = NULL;
  char *lower = NULL;

  if (self->depth >= OFFPRINT_TREE_MAX_DEPTH || self->n_nodes >= OFFPRINT_TREE_MAX_NODES)
    return NULL;
  node = add_node (self);
  lower = add_lower (self, name, length);
  element = offprint_element_find (lower);
  node->name = element != NULL ? element->name : lower;
  if (element != NULL)
    self->block->used -= length + 1;
  self->open = node;
  self->depth++;

  return node;
}

/*< private >
 * The same for a name that lives for ever, in small.
 */
OffprintTreeNode *
offprint_tree_open_static (OffprintTree *self,
                           const char   *name)
{
  OffprintTreeNode *node = NULL;

  if (self->depth >= OFFPRINT_TREE_MAX_DEPTH || self->n_nodes >= OFFPRINT_TREE_MAX_NODES)
    return NULL;
  node = add_node (self);
  node->name = name;
  self->open = node;
  self->depth++;

  return node;
}

/*< private >
 * Makes place for attributes that are added then, so that none moves.
 */
void
offprint_tree_reserve_attributes (OffprintTree     *self,
                                  OffprintTreeNode *node,
                                  guint             n)
{
  node->attributes = allocate (self, n * sizeof (OffprintTreeAttribute), sizeof (gpointer));
  node->n_reserved = n;
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
  guint n = node->n_attributes;

  if (n == node->n_reserved)
    {
      OffprintTreeAttribute *attributes = node->attributes;

      offprint_tree_reserve_attributes (self, node, MAX (2 * n, 2));
      for (guint i = 0; i < n; i++)
        node->attributes[i] = attributes[i];
    }
  node->attributes[n].name = add_attribute_name (self, name, name_length);
  node->attributes[n].value = add_string (self, value, strlen (value));
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
  node->text = add_string (self, text, length);
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

/* Words of one block do not run on into those of the next */
static gboolean
is_apart (const OffprintTreeNode *node)
{
  const OffprintElement *element = offprint_element_find (node->name);

  if (element == NULL)
    return FALSE;
  return element->role == OFFPRINT_ROLE_BLOCK || element->role == OFFPRINT_ROLE_HEADING || element->role == OFFPRINT_ROLE_LIST ||
         element->role == OFFPRINT_ROLE_ITEM || element->role == OFFPRINT_ROLE_CELL || element->role == OFFPRINT_ROLE_BREAK;
}

/**
 * offprint_tree_node_dup_text:
 * @self: a node
 *
 * Puts together all text in a node, as one clean line. Blocks are parted by a blank.
 *
 * Returns: (transfer full): the text, perhaps empty
 */
char *
offprint_tree_node_dup_text (const OffprintTreeNode *self)
{
  g_autoptr (GString) string = g_string_new (NULL);
  const OffprintTreeNode *node = self;

  while (node != NULL)
    {
      if (node->text != NULL)
        g_string_append (string, node->text);
      else if (node != self && is_apart (node))
        g_string_append_c (string, ' ');
      if (node->first_child != NULL)
        {
          node = node->first_child;
          continue;
        }
      while (node != self && node->next == NULL)
        {
          node = node->parent;
          if (node != self && is_apart (node))
            g_string_append_c (string, ' ');
        }
      node = node != self ? node->next : NULL;
    }
  return offprint_text_clean_line (string->str, string->len);
}
