/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gumbo reads HTML as browsers do, but trusts it: a page of four million open elements
 * takes it hours, and one whose formatting is never closed takes all memory. So the
 * nesting is estimated first, every block that it allocates is counted, and what it
 * built is copied into a tree of our own and freed block by block, without recursion.
 */

#include "config.h"

#include "html.h"

#include "read.h"
#include "text-private.h"

#include <glib/gi18n-lib.h>
#include <gumbo.h>
#include <setjmp.h>
#include <string.h>

/* Elements that no end tag closes; real pages forget hundreds, hostile ones millions */
#define MAX_UNCLOSED 2000
#define MAX_NAMES    512
/* Gumbo takes about 30 bytes for each of a page */
#define MEMORY_BASE     (32 * 1024 * 1024)
#define MEMORY_PER_BYTE 40

typedef union _Block Block;

/* Stands before what Gumbo asked for, and keeps its alignment */
union _Block
{
  struct
  {
    Block *previous;
    Block *next;
    gsize size;
  };
  max_align_t alignment;
};

typedef struct
{
  Block *blocks;
  gsize size;
  gsize max_size;
  jmp_buf give_up;
} Memory;

static void *
allocate (void   *user_data,
          size_t  size)
{
  Memory *self = user_data;
  Block *block = NULL;

  if (size > self->max_size - self->size)
    longjmp (self->give_up, 1);
  block = g_malloc (sizeof (Block) + size);
  block->size = size;
  block->previous = NULL;
  block->next = self->blocks;
  if (self->blocks != NULL)
    self->blocks->previous = block;
  self->blocks = block;
  self->size += size;

  return block + 1;
}

static void
deallocate (void *user_data,
            void *pointer)
{
  Memory *self = user_data;
  Block *block = NULL;

  if (pointer == NULL)
    return;
  block = (Block *) pointer - 1;
  if (block->previous != NULL)
    block->previous->next = block->next;
  else
    self->blocks = block->next;
  if (block->next != NULL)
    block->next->previous = block->previous;
  self->size -= block->size;
  g_free (block);
}

static void
free_all (Memory *self)
{
  while (self->blocks != NULL)
    {
      Block *block = self->blocks;

      self->blocks = block->next;
      g_free (block);
    }
}

/* Elements that have no end tag, or that HTML closes where the next one begins */
static gboolean
closes_by_itself (const char *name)
{
  static const char *const names[] = {
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p", "param",
    "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (strcmp (names[i], name) == 0)
        return TRUE;
    }
  return FALSE;
}

/* How many start tags are never matched by an end tag of their name, as far as a glance
 * tells; no tree can be deeper than a few times that. */
static gboolean
is_too_deep (const char *html,
             gsize       length)
{
  g_autoptr (GHashTable) unclosed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *end = html + length;
  guint total = 0;

  for (const char *p = html; p < end && (p = memchr (p, '<', end - p)) != NULL; p++)
    {
      gboolean is_end = p + 1 < end && p[1] == '/';
      const char *start = p + 1 + is_end;
      g_autofree char *name = NULL;
      guint n = 0;

      if (start >= end || !g_ascii_isalpha (*start))
        continue;
      for (p = start; p < end && !g_ascii_isspace (*p) && *p != '/' && *p != '>' && p - start < 32; p++)
        ;
      name = g_ascii_strdown (start, p - start);
      p--;
      if (closes_by_itself (name))
        continue;
      n = GPOINTER_TO_UINT (g_hash_table_lookup (unclosed, name));
      if (is_end && n == 0)
        continue;
      if (!is_end && n == 0 && g_hash_table_size (unclosed) >= MAX_NAMES)
        return TRUE;
      total = is_end ? total - 1 : total + 1;
      if (total > MAX_UNCLOSED)
        return TRUE;
      g_hash_table_insert (unclosed, g_steal_pointer (&name), GUINT_TO_POINTER (is_end ? n - 1 : n + 1));
    }
  return FALSE;
}

static void
add_element (OffprintTree       *tree,
             const GumboElement *element,
             gboolean           *was_opened)
{
  GumboStringPiece tag = element->original_tag;
  const char *name = gumbo_normalized_tagname (element->tag);
  OffprintTreeNode *node = NULL;

  if (element->tag != GUMBO_TAG_UNKNOWN)
    node = offprint_tree_open (tree, name, strlen (name));
  else
    {
      gumbo_tag_from_original_text (&tag);
      node = tag.length > 0 ? offprint_tree_open (tree, tag.data, tag.length) : NULL;
    }
  *was_opened = node != NULL;
  for (guint i = 0; node != NULL && i < element->attributes.length; i++)
    {
      const GumboAttribute *attribute = element->attributes.data[i];
      g_autofree char *value = offprint_text_clean (attribute->value, -1);

      offprint_tree_add_attribute (tree, node, attribute->name, strlen (attribute->name), value);
    }
}

static const GumboVector *
get_children (const GumboNode *node)
{
  static const GumboVector none = { 0 };

  if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE)
    return &node->v.element.children;
  if (node->type == GUMBO_NODE_DOCUMENT)
    return &node->v.document.children;
  return &none;
}

static gboolean
open_node (OffprintTree    *tree,
           const GumboNode *node)
{
  gboolean was_opened = FALSE;
  g_autofree char *text = NULL;

  switch (node->type)
    {
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      add_element (tree, &node->v.element, &was_opened);
      break;
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
      text = offprint_text_clean (node->v.text.text, -1);
      offprint_tree_add_text (tree, text, strlen (text));
      break;
    case GUMBO_NODE_DOCUMENT:
    case GUMBO_NODE_COMMENT:
      break;
    }
  return was_opened;
}

/* Walks by the nodes' own links; what our tree is too small for goes into its parent */
static OffprintTree *
copy_tree (const GumboNode *document)
{
  OffprintTree *tree = offprint_tree_new ();
  g_autoptr (GArray) opened = g_array_new (FALSE, FALSE, sizeof (gboolean));
  const GumboNode *node = document;

  while (node != NULL)
    {
      const GumboVector *children = get_children (node);
      gboolean was_opened = open_node (tree, node);

      if (children->length > 0)
        {
          g_array_append_val (opened, was_opened);
          node = children->data[0];
          continue;
        }
      if (was_opened)
        offprint_tree_close (tree);
      while (node != document && node->index_within_parent + 1 >= get_children (node->parent)->length)
        {
          node = node->parent;
          if (g_array_index (opened, gboolean, opened->len - 1))
            offprint_tree_close (tree);
          g_array_set_size (opened, opened->len - 1);
        }
      node = node != document ? get_children (node->parent)->data[node->index_within_parent + 1] : NULL;
    }
  return tree;
}

/* Apart, for what a function has in registers when Gumbo is given up is lost */
static OffprintTree *
parse (Memory     *memory,
       const char *html,
       gsize       length)
{
  GumboOptions options = kGumboDefaultOptions;
  GumboOutput *output = NULL;

  options.allocator = allocate;
  options.deallocator = deallocate;
  options.userdata = memory;
  options.max_errors = 0;
  if (setjmp (memory->give_up) != 0)
    return NULL;
  output = gumbo_parse_with_options (&options, html, length);

  return copy_tree (output->document);
}

/**
 * offprint_html_parse:
 * @html: a page in UTF-8; need not end in a nul
 * @length: bytes in @html, or -1 if it ends in a nul
 * @error: return location for an error of the domain `OFFPRINT_TEXT_ERROR`
 *
 * Reads a page as browsers do (HTML Standard, “Parsing HTML documents”). The root of the
 * tree holds the element `html`. Text and values are clean.
 *
 * Returns: (transfer full): the tree, or `NULL` with @error set if the page has over 20 MB
 *   or was made to exhaust its reader
 */
OffprintTree *
offprint_html_parse (const char  *html,
                     gssize       length,
                     GError     **error)
{
  gsize size = length < 0 ? strlen (html) : (gsize) length;
  Memory memory = { 0 };
  OffprintTree *tree = NULL;

  if (size > OFFPRINT_TEXT_MAX_BYTES)
    {
      g_set_error (error, OFFPRINT_TEXT_ERROR, OFFPRINT_TEXT_ERROR_TOO_LARGE,
                   _("The page has %" G_GSIZE_FORMAT " bytes; at most %d are read"), size, OFFPRINT_TEXT_MAX_BYTES);
      return NULL;
    }
  memory.max_size = MEMORY_BASE + MEMORY_PER_BYTE * size;
  if (!is_too_deep (html, size))
    tree = parse (&memory, html, size);
  free_all (&memory);
  if (tree == NULL)
    g_set_error (error, OFFPRINT_TEXT_ERROR, OFFPRINT_TEXT_ERROR_INVALID,
                 _("The page nests or repeats its elements more often than can be read"));

  return tree;
}
