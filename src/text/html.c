/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gumbo reads HTML as browsers do, but trusts it: a page of four million open elements
 * takes it hours, and one whose formatting is never closed takes all memory. So the
 * nesting is estimated first, every block that it allocates is counted, and what it
 * built is moved into a tree of our own, node by node and without recursion.
 */

#include "config.h"

#include "html.h"

#include "html-thin.h"
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

/* Small blocks are cut from chunks and used again by their size; large ones are GLib's.
 * A chunk lies where its address is a multiple of its size, so that each block finds it. */
#define MAX_SMALL  1024
#define STEP       16
#define CHUNK_SIZE 8192

typedef union _Block Block;
typedef struct _Chunk Chunk;

/* Stands before what Gumbo asked for, and keeps its alignment */
union _Block
{
  gsize size;
  Block *next; /* of those that are free and as large */
};

typedef struct _Large Large;

struct _Large
{
  Large *previous;
  Large *next;
  gsize unused; /* keeps the alignment */
  Block block;
};

struct _Chunk
{
  Chunk *previous;
  Chunk *next;
  gsize used;
  gsize n_live; /* blocks in use */
};

typedef struct
{
  Chunk *chunk; /* the last one, from which blocks are cut */
  Large *larges;
  Block *free[MAX_SMALL / STEP + 1];
  gboolean is_ending; /* nothing is asked for any more: chunks are freed when they are empty */
  gsize size;
  gsize max_size;
  jmp_buf give_up;
} Memory;

static void *
allocate_large (Memory *self,
                size_t  size)
{
  Large *large = g_malloc (sizeof (Large) + size);

  large->block.size = size;
  large->previous = NULL;
  large->next = self->larges;
  if (self->larges != NULL)
    self->larges->previous = large;
  self->larges = large;

  return large + 1;
}

static void
free_large (Memory *self,
            Large  *large)
{
  if (large->previous != NULL)
    large->previous->next = large->next;
  else
    self->larges = large->next;
  if (large->next != NULL)
    large->next->previous = large->previous;
  g_free (large);
}

static Block *
cut_block (Memory *self,
           gsize   size)
{
  Block *block = NULL;

  if (self->chunk == NULL || self->chunk->used + size > CHUNK_SIZE)
    {
      Chunk *chunk = g_aligned_alloc (1, CHUNK_SIZE, CHUNK_SIZE);

      chunk->previous = self->chunk;
      chunk->next = NULL;
      chunk->used = sizeof (Chunk);
      chunk->n_live = 0;
      if (self->chunk != NULL)
        self->chunk->next = chunk;
      self->chunk = chunk;
    }
  block = (Block *) ((char *) self->chunk + self->chunk->used);
  self->chunk->used += size;

  return block;
}

static Chunk *
get_chunk (Block *block)
{
  return (Chunk *) ((guintptr) block & ~(guintptr) (CHUNK_SIZE - 1));
}

static void
free_chunk (Memory *self,
            Chunk  *chunk)
{
  if (chunk->previous != NULL)
    chunk->previous->next = chunk->next;
  if (chunk->next != NULL)
    chunk->next->previous = chunk->previous;
  else
    self->chunk = chunk->previous;
  g_aligned_free (chunk);
}

/* Sizes are those of a block with what stands before it, in steps */
static gsize
get_class (gsize size)
{
  return (sizeof (Block) + size + STEP - 1) / STEP;
}

static void *
allocate (void   *user_data,
          size_t  size)
{
  Memory *self = user_data;
  gsize class = get_class (size);
  Block *block = NULL;

  if (size > self->max_size - self->size)
    longjmp (self->give_up, 1);
  self->size += size;
  if (class > MAX_SMALL / STEP)
    return allocate_large (self, size);
  block = self->free[class];
  if (block != NULL)
    self->free[class] = *(Block **) (block + 1);
  else
    block = cut_block (self, class * STEP);
  block->size = size;
  get_chunk (block)->n_live++;

  return block + 1;
}

static void
deallocate (void *user_data,
            void *pointer)
{
  Memory *self = user_data;
  Block *block = NULL;
  gsize class = 0;

  if (pointer == NULL)
    return;
  block = (Block *) pointer - 1;
  class = get_class (block->size);
  self->size -= block->size;
  if (class > MAX_SMALL / STEP)
    {
      free_large (self, (Large *) ((char *) pointer - sizeof (Large)));
      return;
    }
  if (--get_chunk (block)->n_live == 0 && self->is_ending)
    free_chunk (self, get_chunk (block));
  else if (!self->is_ending)
    {
      *(Block **) (block + 1) = self->free[class];
      self->free[class] = block;
    }
}

/* From here on what is given back is free for others */
static void
end_memory (Memory *self)
{
  Chunk *previous = NULL;

  self->is_ending = TRUE;
  for (Chunk *chunk = self->chunk; chunk != NULL; chunk = previous)
    {
      previous = chunk->previous;
      if (chunk->n_live == 0)
        free_chunk (self, chunk);
    }
}

static void
free_all (Memory *self)
{
  while (self->larges != NULL)
    free_large (self, self->larges);
  while (self->chunk != NULL)
    free_chunk (self, self->chunk);
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

/* How often each name is open, found by its hash; names lie in the page */
typedef struct
{
  char name[32];
  guint n_open;
} OpenName;

static OpenName *
find_name (OpenName   *names,
           const char *name)
{
  guint at = g_str_hash (name) % (2 * MAX_NAMES);

  while (names[at].name[0] != '\0' && strcmp (names[at].name, name) != 0)
    at = (at + 1) % (2 * MAX_NAMES);
  return &names[at];
}

/* How many start tags are never matched by an end tag of their name, as far as a glance
 * tells; no tree can be deeper than a few times that. */
static gboolean
is_too_deep (const char *html,
             gsize       length)
{
  g_autofree OpenName *names = g_new0 (OpenName, 2 * MAX_NAMES);
  const char *end = html + length;
  guint n_names = 0;
  guint total = 0;

  for (const char *p = html; p < end && (p = memchr (p, '<', end - p)) != NULL; p++)
    {
      gboolean is_end = p + 1 < end && p[1] == '/';
      const char *start = p + 1 + is_end;
      char name[32] = "";
      OpenName *open = NULL;

      if (start >= end || !g_ascii_isalpha (*start))
        continue;
      for (p = start; p < end && !g_ascii_isspace (*p) && *p != '/' && *p != '>' && p - start < 31; p++)
        name[p - start] = g_ascii_tolower (*p);
      p--;
      if (closes_by_itself (name))
        continue;
      open = find_name (names, name);
      if (is_end && open->n_open == 0)
        continue;
      if (open->name[0] == '\0')
        {
          if (++n_names > MAX_NAMES)
            return TRUE;
          memcpy (open->name, name, sizeof name);
        }
      open->n_open = is_end ? open->n_open - 1 : open->n_open + 1;
      total = is_end ? total - 1 : total + 1;
      if (total > MAX_UNCLOSED)
        return TRUE;
    }
  return FALSE;
}

/* As it is, if it is clean; else made so in @made */
static const char *
get_clean (const char  *text,
           char       **made)
{
  gsize length = strlen (text);

  if (length <= OFFPRINT_TEXT_MAX_BYTES && offprint_text_is_clean (text, length))
    return text;
  *made = offprint_text_clean (text, (gssize) length);
  return *made;
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
    node = offprint_tree_open_static (tree, name);
  else
    {
      gumbo_tag_from_original_text (&tag);
      node = tag.length > 0 ? offprint_tree_open (tree, tag.data, tag.length) : NULL;
    }
  *was_opened = node != NULL;
  if (node != NULL && element->attributes.length > 0)
    offprint_tree_reserve_attributes (tree, node, element->attributes.length);
  for (guint i = 0; node != NULL && i < element->attributes.length; i++)
    {
      const GumboAttribute *attribute = element->attributes.data[i];
      g_autofree char *made = NULL;

      offprint_tree_add_attribute (tree, node, attribute->name, strlen (attribute->name), get_clean (attribute->value, &made));
    }
}

static const GumboVector *
get_children (const GumboNode *node)
{
  static const GumboVector none = { 0 };

  if (node->type == GUMBO_NODE_ELEMENT)
    return &node->v.element.children; /* not a template’s, which is shown to nobody */
  if (node->type == GUMBO_NODE_DOCUMENT)
    return &node->v.document.children;
  return &none;
}

static gboolean
open_node (OffprintTree    *tree,
           const GumboNode *node)
{
  gboolean was_opened = FALSE;
  g_autofree char *made = NULL;
  const char *text = NULL;

  switch (node->type)
    {
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      add_element (tree, &node->v.element, &was_opened);
      break;
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
      text = get_clean (node->v.text.text, &made);
      offprint_tree_add_text (tree, text, strlen (text));
      break;
    case GUMBO_NODE_DOCUMENT:
    case GUMBO_NODE_COMMENT:
      break;
    }
  return was_opened;
}

/* What was copied makes room for what is to be copied: two trees are never whole at once */
static void
free_node (Memory    *memory,
           GumboNode *node)
{
  if (node->type == GUMBO_NODE_ELEMENT)
    {
      GumboVector *attributes = &node->v.element.attributes;

      for (guint i = 0; i < attributes->length; i++)
        {
          GumboAttribute *attribute = attributes->data[i];

          deallocate (memory, (char *) attribute->name);
          deallocate (memory, (char *) attribute->value);
          deallocate (memory, attribute);
        }
      deallocate (memory, attributes->data);
      deallocate (memory, node->v.element.children.data);
    }
  else if (node->type != GUMBO_NODE_DOCUMENT && node->type != GUMBO_NODE_TEMPLATE)
    deallocate (memory, (char *) node->v.text.text);
  if (node->type != GUMBO_NODE_DOCUMENT)
    deallocate (memory, node);
}

/* Walks by the nodes' own links; what our tree is too small for goes into its parent */
static OffprintTree *
copy_tree (Memory    *memory,
           GumboNode *document)
{
  OffprintTree *tree = offprint_tree_new ();
  g_autoptr (GArray) opened = g_array_new (FALSE, FALSE, sizeof (gboolean));
  GumboNode *node = document;

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
          GumboNode *parent = node->parent;

          free_node (memory, node);
          node = parent;
          if (g_array_index (opened, gboolean, opened->len - 1))
            offprint_tree_close (tree);
          g_array_set_size (opened, opened->len - 1);
        }
      if (node == document)
        break;
      {
        GumboNode *next = get_children (node->parent)->data[node->index_within_parent + 1];

        free_node (memory, node);
        node = next;
      }
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
  end_memory (memory);

  return copy_tree (memory, output->document);
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
  g_autofree Memory *memory = NULL;
  g_autofree char *thin = NULL;
  gsize thin_size = 0;
  OffprintTree *tree = NULL;

  if (size > OFFPRINT_TEXT_MAX_BYTES)
    {
      g_set_error (error, OFFPRINT_TEXT_ERROR, OFFPRINT_TEXT_ERROR_TOO_LARGE,
                   _("The page has %" G_GSIZE_FORMAT " bytes; at most %d are read"), size, OFFPRINT_TEXT_MAX_BYTES);
      return NULL;
    }
  thin = offprint_html_thin (html, size, &thin_size);
  memory = g_new0 (Memory, 1);
  memory->max_size = MEMORY_BASE + MEMORY_PER_BYTE * size;
  if (!is_too_deep (thin, thin_size))
    tree = parse (memory, thin, thin_size);
  free_all (memory);
  if (tree == NULL)
    g_set_error (error, OFFPRINT_TEXT_ERROR, OFFPRINT_TEXT_ERROR_INVALID,
                 _("The page nests or repeats its elements more often than can be read"));

  return tree;
}
