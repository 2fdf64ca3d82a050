/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of nesting is fixed by the target's rules; a run that needs less than its
 * neighbour closes only what it must.
 */

#include "config.h"

#include "nest.h"

#include <string.h>

typedef struct
{
  GString *string;
  const OffprintNestRules *rules;

  /* Open around the run that was written last, from the outside in */
  const char *href;
  OffprintRunFlags flags;

  /* Lists that are open, each with an open item */
  struct
  {
    gboolean is_ordered;
    guint number;
  } lists[OFFPRINT_NEST_MAX_LISTS];
  guint n_lists;
} Writer;

static void
close_from (Writer *self,
            gsize   rule)
{
  gsize n = 0;

  while (self->rules->runs[n].flags != 0)
    n++;
  while (n-- > rule)
    {
      if ((self->flags & self->rules->runs[n].flags) != 0)
        g_string_append (self->string, self->rules->runs[n].close);
      self->flags &= ~self->rules->runs[n].flags;
    }
}

static void
close_runs (Writer *self)
{
  close_from (self, 0);
  if (self->href != NULL && self->rules->open_link != NULL)
    g_string_append (self->string, self->rules->close_link);
  self->href = NULL;
}

static void
move_to (Writer            *self,
         const OffprintRun *run)
{
  const OffprintNestRule *runs = self->rules->runs;
  gsize same = 0;

  if (self->rules->open_link != NULL && g_strcmp0 (self->href, run->href) != 0)
    {
      close_runs (self);
      if (run->href != NULL)
        self->rules->open_link (self->string, run->href);
      self->href = run->href;
    }
  while (runs[same].flags != 0 && (self->flags & runs[same].flags) == (run->flags & runs[same].flags))
    same++;
  close_from (self, same);
  for (gsize i = same; runs[i].flags != 0; i++)
    {
      if ((run->flags & runs[i].flags) == 0)
        continue;
      g_string_append (self->string, runs[i].open);
      self->flags |= runs[i].flags;
    }
}

static void
close_lists (Writer *self,
             guint   level)
{
  while (self->n_lists > level)
    {
      gboolean is_ordered = self->lists[--self->n_lists].is_ordered;

      g_string_append (self->string, self->rules->close_item);
      g_string_append (self->string, is_ordered ? self->rules->close_numbers : self->rules->close_bullets);
    }
}

/* An item goes on in the list that is open at its level if it is of its kind and next in
 * number; lists around it that nothing opened are opened with it. */
static void
open_item (Writer              *self,
           const OffprintBlock *block)
{
  gboolean is_ordered = block->kind == OFFPRINT_BLOCK_ORDERED_ITEM;
  guint max = self->rules->max_lists > 0 ? self->rules->max_lists : OFFPRINT_NEST_MAX_LISTS;
  guint level = CLAMP (block->level, 1, max);

  close_lists (self, level);
  if (self->n_lists == level &&
      (self->lists[level - 1].is_ordered != is_ordered || (is_ordered && self->lists[level - 1].number + 1 != block->number)))
    close_lists (self, level - 1);
  if (self->n_lists == level)
    {
      g_string_append (self->string, self->rules->close_item);
      g_string_append (self->string, self->rules->open_item);
    }
  while (self->n_lists < level)
    {
      guint number = self->n_lists + 1 == level ? block->number : 1;

      self->rules->open_list (self->string, is_ordered, number);
      g_string_append (self->string, self->rules->open_item);
      self->lists[self->n_lists].is_ordered = is_ordered;
      self->lists[self->n_lists].number = 0;
      self->n_lists++;
    }
  self->lists[level - 1].number = block->number;
}

static void
write_runs (Writer              *self,
            const OffprintBlock *block)
{
  for (gsize i = 0; i < block->n_runs; i++)
    {
      move_to (self, &block->runs[i]);
      self->rules->append_text (self->string, block->runs[i].text);
    }
  close_runs (self);
}

static void
write_block (Writer              *self,
             const OffprintBlock *block)
{
  const char *close = NULL;

  switch (block->kind)
    {
    case OFFPRINT_BLOCK_PARAGRAPH:
      close_lists (self, block->level);
      g_string_append (self->string, self->rules->open_paragraph);
      close = self->rules->close_paragraph;
      break;
    case OFFPRINT_BLOCK_HEADING:
      close_lists (self, 0);
      g_string_append (self->string, self->rules->open_heading);
      close = self->rules->close_heading;
      break;
    case OFFPRINT_BLOCK_BULLET_ITEM:
    case OFFPRINT_BLOCK_ORDERED_ITEM:
      open_item (self, block);
      break;
    }
  write_runs (self, block);
  if (close != NULL)
    g_string_append (self->string, close);
}

/**
 * offprint_nest_write:
 * @text: a text
 * @rules: what the target opens and closes
 *
 * Writes a text with nested elements.
 *
 * Returns: (transfer full): the mark-up
 */
char *
offprint_nest_write (OffprintRichText        *text,
                     const OffprintNestRules *rules)
{
  Writer writer = { .string = g_string_new (NULL), .rules = rules };

  for (gsize i = 0; i < offprint_rich_text_get_n_blocks (text); i++)
    write_block (&writer, offprint_rich_text_get_block (text, i));
  close_lists (&writer, 0);

  return g_string_free (writer.string, FALSE);
}

/**
 * offprint_nest_write_runs:
 * @string: where to
 * @block: a block
 * @rules: what the target opens and closes
 *
 * Writes the runs of one block, without what stands around it.
 */
void
offprint_nest_write_runs (GString                 *string,
                          const OffprintBlock     *block,
                          const OffprintNestRules *rules)
{
  Writer writer = { .string = string, .rules = rules };

  write_runs (&writer, block);
}

static gboolean
is_item (const OffprintBlock *block)
{
  return block->kind == OFFPRINT_BLOCK_BULLET_ITEM || block->kind == OFFPRINT_BLOCK_ORDERED_ITEM;
}

/**
 * offprint_nest_write_lines:
 * @text: a text
 * @rules: what the target opens and closes; those for lists are not used
 *
 * Writes a text for a target that has no lists: signs and numbers stand before items, and
 * empty lines between blocks.
 *
 * Returns: (transfer full): the mark-up
 */
char *
offprint_nest_write_lines (OffprintRichText        *text,
                           const OffprintNestRules *rules)
{
  GString *string = g_string_new (NULL);
  gboolean was_item = FALSE;

  for (gsize i = 0; i < offprint_rich_text_get_n_blocks (text); i++)
    {
      const OffprintBlock *block = offprint_rich_text_get_block (text, i);
      gboolean is_heading = block->kind == OFFPRINT_BLOCK_HEADING;

      if (i > 0)
        g_string_append (string, was_item && is_item (block) ? "\n" : "\n\n");
      for (guint level = 1; !is_heading && level < MIN (block->level, OFFPRINT_NEST_MAX_LISTS); level++)
        g_string_append (string, "  ");
      if (block->kind == OFFPRINT_BLOCK_BULLET_ITEM)
        g_string_append (string, "• ");
      else if (block->kind == OFFPRINT_BLOCK_ORDERED_ITEM)
        g_string_append_printf (string, "%u. ", block->number);
      g_string_append (string, is_heading ? rules->open_heading : rules->open_paragraph);
      offprint_nest_write_runs (string, block, rules);
      g_string_append (string, is_heading ? rules->close_heading : rules->close_paragraph);
      was_item = is_item (block);
    }
  return g_string_free (string, FALSE);
}
