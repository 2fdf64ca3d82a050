/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks of memory handed out from front to back and given back all at once. A
 * reset keeps the first block, so that an entry after the first costs no malloc.
 */

#include "config.h"

#include "arena.h"

#include <string.h>

#define BLOCK_SIZE (32 * 1024)
#define ALIGNMENT  8

typedef struct _Block Block;
struct _Block
{
  Block *next;
  gsize size;
  gsize used;
  guint8 data[] __attribute__ ((aligned (16)));
};

typedef struct _Adopted Adopted;
struct _Adopted
{
  Adopted *next;
  gpointer object;
  GDestroyNotify destroy;
};

struct _CslArena
{
  /* Owned; the block in use comes first, the first made comes last */
  Block *blocks;

  /* In the blocks; each destroyed before them */
  Adopted *adopted;
};

static Block *
block_new (gsize size)
{
  Block *block = g_malloc (sizeof (Block) + size);

  block->next = NULL;
  block->size = size;
  block->used = 0;
  return block;
}

static void
release_adopted (CslArena *self)
{
  for (Adopted *adopted = self->adopted; adopted != NULL; adopted = adopted->next)
    adopted->destroy (adopted->object);
  self->adopted = NULL;
}

/**
 * csl_arena_new:
 *
 * Makes an empty arena. It belongs to one thread.
 *
 * Returns: (transfer full): the arena
 */
CslArena *
csl_arena_new (void)
{
  CslArena *self = g_new0 (CslArena, 1);

  self->blocks = block_new (BLOCK_SIZE);
  return self;
}

/**
 * csl_arena_free:
 * @self: (transfer full) (nullable): an arena
 *
 * Gives back everything that came out of the arena, and the arena.
 */
void
csl_arena_free (CslArena *self)
{
  if (self == NULL)
    return;

  release_adopted (self);
  while (self->blocks != NULL)
    {
      Block *next = self->blocks->next;

      g_free (self->blocks);
      self->blocks = next;
    }
  g_free (self);
}

/**
 * csl_arena_reset:
 * @self: an arena
 *
 * Gives back everything that came out of the arena, which can be used anew.
 */
void
csl_arena_reset (CslArena *self)
{
  release_adopted (self);
  while (self->blocks->next != NULL)
    {
      Block *next = self->blocks->next;

      g_free (self->blocks);
      self->blocks = next;
    }
  self->blocks->used = 0;
}

/**
 * csl_arena_alloc:
 * @self: an arena
 * @size: bytes
 *
 * Hands out memory set to zero that lives as long as the arena is not reset.
 *
 * Returns: (transfer none): the memory
 */
gpointer
csl_arena_alloc (CslArena *self,
                 gsize     size)
{
  Block *block = self->blocks;
  gpointer data;

  size = (size + ALIGNMENT - 1) & ~(gsize) (ALIGNMENT - 1);
  if (block->size - block->used < size)
    {
      block = block_new (MAX (size, BLOCK_SIZE));
      block->next = self->blocks;
      self->blocks = block;
    }

  data = block->data + block->used;
  block->used += size;
  memset (data, 0, size);
  return data;
}

/**
 * csl_arena_copy:
 * @self: an arena
 * @data: (nullable): bytes to copy
 * @size: how many
 *
 * Copies bytes into the arena.
 *
 * Returns: (transfer none) (nullable): the copy; `NULL` if there is nothing to copy
 */
gpointer
csl_arena_copy (CslArena      *self,
                gconstpointer  data,
                gsize          size)
{
  gpointer copy;

  if (size == 0)
    return NULL;

  copy = csl_arena_alloc (self, size);
  memcpy (copy, data, size);
  return copy;
}

/**
 * csl_arena_strndup:
 * @self: an arena
 * @text: the text
 * @length: its bytes
 *
 * Copies a text into the arena.
 *
 * Returns: (transfer none): the copy, ended by a nul
 */
char *
csl_arena_strndup (CslArena   *self,
                   const char *text,
                   gsize       length)
{
  char *copy = csl_arena_alloc (self, length + 1);

  memcpy (copy, text, length);
  return copy;
}

/**
 * csl_arena_strdup:
 * @self: an arena
 * @text: (nullable): the text
 *
 * Copies a text into the arena.
 *
 * Returns: (transfer none) (nullable): the copy, `NULL` if @text is
 */
char *
csl_arena_strdup (CslArena   *self,
                  const char *text)
{
  return text == NULL ? NULL : csl_arena_strndup (self, text, strlen (text));
}

/**
 * csl_arena_concat:
 * @self: an arena
 * @first: a text
 * @second: what follows it
 *
 * Joins two texts.
 *
 * Returns: (transfer none): the joined text
 */
char *
csl_arena_concat (CslArena   *self,
                  const char *first,
                  const char *second)
{
  gsize first_length = strlen (first);
  gsize second_length = strlen (second);
  char *joined = csl_arena_alloc (self, first_length + second_length + 1);

  memcpy (joined, first, first_length);
  memcpy (joined + first_length, second, second_length);
  return joined;
}

/**
 * csl_arena_adopt:
 * @self: an arena
 * @object: (transfer full): an object from elsewhere
 * @destroy: what frees it
 *
 * Lets an object live exactly as long as what stands in the arena.
 */
void
csl_arena_adopt (CslArena       *self,
                 gpointer        object,
                 GDestroyNotify  destroy)
{
  Adopted *adopted = csl_arena_new0 (self, Adopted);

  adopted->object = object;
  adopted->destroy = destroy;
  adopted->next = self->adopted;
  self->adopted = adopted;
}

/**
 * csl_arena_take:
 * @self: an arena
 * @text: (transfer full): a text from malloc
 *
 * Moves a text into the arena.
 *
 * Returns: (transfer none): the text
 */
char *
csl_arena_take (CslArena *self,
                char     *text)
{
  char *copy = csl_arena_strdup (self, text);

  g_free (text);
  return copy;
}
