/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The outcome has one form only, so that writing and reading it again changes nothing:
 * headings have one rank and stand in no list, items are counted from one as they come,
 * and a paragraph in a list follows an item of that list.
 */

#include "config.h"

#include "collector.h"

#include "text-private.h"

typedef struct
{
  gboolean is_ordered;
  gboolean has_item;
  guint n_items;
} List;

struct _OffprintCollector
{
  OffprintRichTextBuilder *builder;

  /* Lists that are open; those past the limit are only counted */
  List lists[OFFPRINT_COLLECTOR_MAX_LISTS];
  guint n_lists;
  guint n_skipped_lists;

  /* What begins with the next text, if something does */
  gboolean has_block;
  OffprintBlockKind kind;
  gboolean has_text;

  /* White space that waits for text behind it; empty if none does */
  GString *space;
  OffprintRunFlags space_flags;
  char *space_href;
};

/**
 * offprint_collector_new:
 *
 * Makes a collector.
 *
 * Returns: (transfer full): a collector
 */
OffprintCollector *
offprint_collector_new (void)
{
  OffprintCollector *self = g_new0 (OffprintCollector, 1);

  self->builder = offprint_rich_text_builder_new ();
  self->space = g_string_new (NULL);
  self->has_block = TRUE;
  self->kind = OFFPRINT_BLOCK_PARAGRAPH;

  return self;
}

/**
 * offprint_collector_end:
 * @self: (transfer full): a collector
 *
 * Ends the text; white space at its end is dropped.
 *
 * Returns: (transfer full): the text
 */
OffprintRichText *
offprint_collector_end (OffprintCollector *self)
{
  OffprintRichText *text = offprint_rich_text_builder_end (self->builder);

  g_string_free (self->space, TRUE);
  g_free (self->space_href);
  g_free (self);

  return text;
}

static void
drop_space (OffprintCollector *self)
{
  g_string_truncate (self->space, 0);
  g_clear_pointer (&self->space_href, g_free);
}

static void
begin (OffprintCollector *self,
       OffprintBlockKind  kind)
{
  drop_space (self);
  self->has_block = TRUE;
  self->kind = kind;
}

/**
 * offprint_collector_break:
 * @self: a collector
 *
 * What follows is a paragraph of its own; at the beginning of an item, it is the item.
 */
void
offprint_collector_break (OffprintCollector *self)
{
  gboolean is_item = self->kind == OFFPRINT_BLOCK_BULLET_ITEM || self->kind == OFFPRINT_BLOCK_ORDERED_ITEM;

  begin (self, self->has_block && is_item ? self->kind : OFFPRINT_BLOCK_PARAGRAPH);
}

/**
 * offprint_collector_heading:
 * @self: a collector
 *
 * What follows is a heading; in a list, a paragraph.
 */
void
offprint_collector_heading (OffprintCollector *self)
{
  if (self->n_lists > 0)
    offprint_collector_break (self);
  else
    begin (self, OFFPRINT_BLOCK_HEADING);
}

/**
 * offprint_collector_open_list:
 * @self: a collector
 * @is_ordered: whether its items have numbers
 *
 * Opens a list, perhaps within another.
 */
void
offprint_collector_open_list (OffprintCollector *self,
                              gboolean           is_ordered)
{
  if (self->n_lists == OFFPRINT_COLLECTOR_MAX_LISTS)
    self->n_skipped_lists++;
  else
    self->lists[self->n_lists++] = (List) { .is_ordered = is_ordered };
  begin (self, OFFPRINT_BLOCK_PARAGRAPH);
}

/**
 * offprint_collector_close_list:
 * @self: a collector
 *
 * Closes the list that was opened last.
 */
void
offprint_collector_close_list (OffprintCollector *self)
{
  if (self->n_skipped_lists > 0)
    self->n_skipped_lists--;
  else if (self->n_lists > 0)
    self->n_lists--;
  begin (self, OFFPRINT_BLOCK_PARAGRAPH);
}

/**
 * offprint_collector_item:
 * @self: a collector
 *
 * What follows is an item of the list that is open; without one, a paragraph.
 */
void
offprint_collector_item (OffprintCollector *self)
{
  List *list = self->n_lists > 0 ? &self->lists[self->n_lists - 1] : NULL;

  if (list != NULL)
    list->has_item = FALSE;
  if (list == NULL)
    begin (self, OFFPRINT_BLOCK_PARAGRAPH);
  else
    begin (self, list->is_ordered ? OFFPRINT_BLOCK_ORDERED_ITEM : OFFPRINT_BLOCK_BULLET_ITEM);
}

static void
begin_block (OffprintCollector *self)
{
  List *list = self->n_lists > 0 ? &self->lists[self->n_lists - 1] : NULL;
  OffprintBlockKind kind = self->kind;
  guint number = 0;

  self->has_block = FALSE;
  if (list == NULL)
    {
      offprint_rich_text_builder_begin_block (self->builder, kind, kind == OFFPRINT_BLOCK_HEADING ? 1 : 0, 0);
      return;
    }
  if (!list->has_item)
    kind = list->is_ordered ? OFFPRINT_BLOCK_ORDERED_ITEM : OFFPRINT_BLOCK_BULLET_ITEM;
  list->has_item = TRUE;
  if (kind == OFFPRINT_BLOCK_ORDERED_ITEM)
    number = ++list->n_items;
  offprint_rich_text_builder_begin_block (self->builder, kind, self->n_lists, number);
}

static void
add_run (OffprintCollector *self,
         const char        *text,
         gsize              length,
         OffprintRunFlags   flags,
         const char        *href)
{
  if (self->has_block)
    begin_block (self);
  else if (self->space->len > 0)
    offprint_rich_text_builder_add_run (self->builder, self->space->str, self->space->len, self->space_flags, self->space_href);
  drop_space (self);
  offprint_rich_text_builder_add_run (self->builder, text, length, flags, href);
  self->has_text = TRUE;
}

static void
add_space (OffprintCollector *self,
           const char        *start,
           const char        *end,
           OffprintRunFlags   flags,
           const char        *href)
{
  if (self->has_block)
    return;
  if (self->space->len > 0)
    {
      /* of two blanks in a row, the one outside the emphasis or the link stays */
      g_string_assign (self->space, " ");
      self->space_flags &= flags;
      if (g_strcmp0 (self->space_href, href) != 0)
        g_clear_pointer (&self->space_href, g_free);
      return;
    }
  offprint_text_append_space (self->space, start, end);
  self->space_flags = flags;
  self->space_href = g_strdup (href);
}

/**
 * offprint_collector_space:
 * @self: a collector
 *
 * Parts what follows from what stands before by a blank, unless one does already.
 */
void
offprint_collector_space (OffprintCollector *self)
{
  if (self->space->len == 0)
    add_space (self, " ", NULL, OFFPRINT_RUN_PLAIN, NULL);
}

/**
 * offprint_collector_text:
 * @self: a collector
 * @text: valid UTF-8
 * @length: bytes in @text, or -1 if it ends in a nul
 * @flags: how it is set
 * @href: (nullable): where it leads
 *
 * Adds text; a run of white space becomes one blank, also where it goes over into what
 * comes next, and none stands at the ends of a block.
 */
void
offprint_collector_text (OffprintCollector *self,
                         const char        *text,
                         gssize             length,
                         OffprintRunFlags   flags,
                         const char        *href)
{
  g_autofree char *copy = length >= 0 ? g_strndup (text, length) : NULL;
  const char *p = copy != NULL ? copy : text;
  const char *start = p;

  while (*p != '\0')
    {
      const char *next = offprint_text_skip_space (p);

      if (next == p)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      if (p > start)
        add_run (self, start, p - start, flags, href);
      add_space (self, p, next, flags, href);
      p = start = next;
    }
  if (p > start)
    add_run (self, start, p - start, flags, href);
}

/**
 * offprint_collector_has_text:
 * @self: a collector
 *
 * Returns: whether anything was added that is not white space
 */
gboolean
offprint_collector_has_text (OffprintCollector *self)
{
  return self->has_text;
}
