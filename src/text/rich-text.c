/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The value itself: blocks of runs in two arrays, made once by a builder and
 * never changed after. Readers and writers stand in files of their own.
 */

#include "config.h"

#include "rich-text.h"

struct _OffprintRichText
{
  /* Owned; runs of all blocks lie behind each other in one array */
  GArray *blocks;
  GArray *runs;

  /* Owned; the strings of the runs */
  GStringChunk *strings;
};

struct _OffprintRichTextBuilder
{
  OffprintRichText *text;

  /* Where the runs of each block begin in text->runs */
  GArray *starts;

  /* The run that is still growing: joined in one buffer, for a formula comes as
   * hundreds of runs of one letter. Its address is borrowed from text->strings. */
  GString *pending;
  OffprintRunFlags pending_flags;
  const char *pending_href;
};

G_DEFINE_BOXED_TYPE (OffprintRichText, offprint_rich_text, offprint_rich_text_ref, offprint_rich_text_unref)

static void
clear_rich_text (gpointer data)
{
  OffprintRichText *self = data;

  g_array_unref (self->blocks);
  g_array_unref (self->runs);
  g_string_chunk_free (self->strings);
}

static void
flush_run (OffprintRichTextBuilder *self)
{
  OffprintRun run = { .flags = self->pending_flags, .href = self->pending_href };

  if (self->pending->len == 0)
    return;
  run.text = g_string_chunk_insert_len (self->text->strings, self->pending->str, self->pending->len);
  g_array_append_val (self->text->runs, run);
  g_string_truncate (self->pending, 0);
}

/* No target can hold control characters, so none gets past here. */
static void
append_printable (GString    *string,
                  const char *text,
                  gsize       length)
{
  gsize start = 0;

  for (gsize i = 0; i < length; i++)
    {
      guchar byte = text[i];
      gsize width = 0;

      if ((byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7f)
        width = 1;
      else if (byte == 0xc2 && i + 1 < length && (guchar) text[i + 1] < 0xa0)
        width = 2;
      if (width == 0)
        continue;
      g_string_append_len (string, text + start, i - start);
      start = i + width;
      i += width - 1;
    }
  g_string_append_len (string, text + start, length - start);
}

/**
 * offprint_rich_text_builder_new:
 *
 * Begins a rich text.
 *
 * Returns: (transfer full): a builder without a block
 */
OffprintRichTextBuilder *
offprint_rich_text_builder_new (void)
{
  OffprintRichTextBuilder *self = g_new0 (OffprintRichTextBuilder, 1);

  self->text = g_atomic_rc_box_new0 (OffprintRichText);
  self->text->blocks = g_array_new (FALSE, TRUE, sizeof (OffprintBlock));
  self->text->runs = g_array_new (FALSE, TRUE, sizeof (OffprintRun));
  self->text->strings = g_string_chunk_new (512);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->pending = g_string_new (NULL);

  return self;
}

/**
 * offprint_rich_text_builder_free:
 * @self: (transfer full): a builder
 *
 * Drops a builder that was not ended.
 */
void
offprint_rich_text_builder_free (OffprintRichTextBuilder *self)
{
  if (self->text != NULL)
    offprint_rich_text_unref (self->text);
  g_array_unref (self->starts);
  g_string_free (self->pending, TRUE);
  g_free (self);
}

/**
 * offprint_rich_text_builder_begin_block:
 * @self: a builder
 * @kind: what the block is
 * @level: a heading's level, 1 to 6; else how many lists the block stands in, 0 for none
 * @number: an ordered item's number, else 0
 *
 * Begins a block; the runs that follow are its. A block that gets no text is left
 * out at the end.
 */
void
offprint_rich_text_builder_begin_block (OffprintRichTextBuilder *self,
                                        OffprintBlockKind        kind,
                                        guint                    level,
                                        guint                    number)
{
  OffprintBlock block = { .kind = kind, .level = level, .number = number };
  gsize start = 0;

  flush_run (self);
  start = self->text->runs->len;
  if (self->text->blocks->len > 0 && g_array_index (self->starts, gsize, self->starts->len - 1) == start)
    {
      g_array_set_size (self->text->blocks, self->text->blocks->len - 1);
      g_array_set_size (self->starts, self->starts->len - 1);
    }
  g_array_append_val (self->text->blocks, block);
  g_array_append_val (self->starts, start);
}

/**
 * offprint_rich_text_builder_add_run:
 * @self: a builder
 * @text: valid UTF-8; need not end in a nul
 * @length: bytes in @text, or -1 if it ends in a nul
 * @flags: how it is set
 * @href: (nullable): an http, https or mailto address that it leads to
 *
 * Adds text to the block that was begun last, or to a paragraph if there is none.
 * Neighbours that are set alike become one run. Control characters other than the
 * tabulator and the line feed are left out.
 */
void
offprint_rich_text_builder_add_run (OffprintRichTextBuilder *self,
                                    const char              *text,
                                    gssize                   length,
                                    OffprintRunFlags         flags,
                                    const char              *href)
{
  if (length < 0)
    length = strlen (text);
  if (length == 0)
    return;
  if (self->text->blocks->len == 0)
    offprint_rich_text_builder_begin_block (self, OFFPRINT_BLOCK_PARAGRAPH, 0, 0);

  if (self->pending->len > 0 && (self->pending_flags != flags || g_strcmp0 (self->pending_href, href) != 0))
    flush_run (self);
  if (self->pending->len == 0)
    {
      self->pending_flags = flags;
      self->pending_href = href != NULL ? g_string_chunk_insert_const (self->text->strings, href) : NULL;
    }
  append_printable (self->pending, text, length);
}

/**
 * offprint_rich_text_builder_end:
 * @self: (transfer full): a builder
 *
 * Ends a rich text; the builder is gone afterwards.
 *
 * Returns: (transfer full): the text
 */
OffprintRichText *
offprint_rich_text_builder_end (OffprintRichTextBuilder *self)
{
  OffprintRichText *text = NULL;

  /* drops a last block without a run */
  offprint_rich_text_builder_begin_block (self, OFFPRINT_BLOCK_PARAGRAPH, 0, 0);
  g_array_set_size (self->text->blocks, self->text->blocks->len - 1);

  for (guint i = 0; i < self->text->blocks->len; i++)
    {
      OffprintBlock *block = &g_array_index (self->text->blocks, OffprintBlock, i);
      gsize start = g_array_index (self->starts, gsize, i);
      gsize end = g_array_index (self->starts, gsize, i + 1);

      block->runs = &g_array_index (self->text->runs, OffprintRun, start);
      block->n_runs = end - start;
    }
  text = g_steal_pointer (&self->text);
  offprint_rich_text_builder_free (self);

  return text;
}

/**
 * offprint_rich_text_new_plain:
 * @text: valid UTF-8
 *
 * One plain run in one paragraph; no text gives no block.
 *
 * Returns: (transfer full): the text
 */
OffprintRichText *
offprint_rich_text_new_plain (const char *text)
{
  OffprintRichTextBuilder *builder = offprint_rich_text_builder_new ();

  offprint_rich_text_builder_add_run (builder, text, -1, OFFPRINT_RUN_PLAIN, NULL);

  return offprint_rich_text_builder_end (builder);
}

/**
 * offprint_rich_text_ref:
 * @self: a text
 *
 * Returns: (transfer full): @self; texts may be shared between threads
 */
OffprintRichText *
offprint_rich_text_ref (OffprintRichText *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * offprint_rich_text_unref:
 * @self: (transfer full): a text
 *
 * Lets go of a text.
 */
void
offprint_rich_text_unref (OffprintRichText *self)
{
  g_atomic_rc_box_release_full (self, clear_rich_text);
}

/**
 * offprint_rich_text_get_n_blocks:
 * @self: a text
 *
 * Returns: how many blocks it has
 */
gsize
offprint_rich_text_get_n_blocks (OffprintRichText *self)
{
  return self->blocks->len;
}

/**
 * offprint_rich_text_get_block:
 * @self: a text
 * @index: less than the number of blocks
 *
 * Returns: (transfer none): the block; it lives as long as @self
 */
const OffprintBlock *
offprint_rich_text_get_block (OffprintRichText *self,
                              gsize             index)
{
  g_return_val_if_fail (index < self->blocks->len, NULL);

  return &g_array_index (self->blocks, OffprintBlock, index);
}

/**
 * offprint_rich_text_is_empty:
 * @self: a text
 *
 * Returns: whether there is nothing to read
 */
gboolean
offprint_rich_text_is_empty (OffprintRichText *self)
{
  return self->blocks->len == 0;
}

/**
 * offprint_rich_text_equal:
 * @self: a text
 * @other: another
 *
 * Returns: whether both have the same blocks of the same runs
 */
gboolean
offprint_rich_text_equal (OffprintRichText *self,
                          OffprintRichText *other)
{
  if (self == other)
    return TRUE;
  if (self->blocks->len != other->blocks->len || self->runs->len != other->runs->len)
    return FALSE;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const OffprintBlock *a = offprint_rich_text_get_block (self, i);
      const OffprintBlock *b = offprint_rich_text_get_block (other, i);

      if (a->kind != b->kind || a->level != b->level || a->number != b->number || a->n_runs != b->n_runs)
        return FALSE;
    }
  for (guint i = 0; i < self->runs->len; i++)
    {
      const OffprintRun *a = &g_array_index (self->runs, OffprintRun, i);
      const OffprintRun *b = &g_array_index (other->runs, OffprintRun, i);

      if (a->flags != b->flags || g_strcmp0 (a->text, b->text) != 0 || g_strcmp0 (a->href, b->href) != 0)
        return FALSE;
    }
  return TRUE;
}
