/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A finished line as rich text, the form in which the rest of the house knows
 * citations. Decorations are turned over here, so that a run says plainly what
 * it looks like.
 */

#include "config.h"

#include "result.h"

#include <string.h>

#include "finish.h"

#define MAX_DEPTH 256

typedef struct
{
  OffprintRichTextBuilder *builder;
  OffprintRunFlags flags;
  const char *href;
  guint depth;
  OffprintRunFlags outer[MAX_DEPTH];
} Sink;

static const struct
{
  OffprintRunFlags on;
  OffprintRunFlags off;
} effects[] = {
  [CSL_MARK_ITALIC] = { OFFPRINT_RUN_ITALIC, 0 },
  [CSL_MARK_OBLIQUE] = { OFFPRINT_RUN_ITALIC, 0 },
  [CSL_MARK_STYLE_NORMAL] = { 0, OFFPRINT_RUN_ITALIC },
  [CSL_MARK_SMALL_CAPS] = { OFFPRINT_RUN_SMALL_CAPS, 0 },
  [CSL_MARK_VARIANT_NORMAL] = { 0, OFFPRINT_RUN_SMALL_CAPS },
  [CSL_MARK_BOLD] = { OFFPRINT_RUN_BOLD, 0 },
  [CSL_MARK_LIGHT] = { 0, OFFPRINT_RUN_BOLD },
  [CSL_MARK_WEIGHT_NORMAL] = { 0, OFFPRINT_RUN_BOLD },
  [CSL_MARK_UNDERLINE] = { OFFPRINT_RUN_UNDERLINE, 0 },
  [CSL_MARK_DECORATION_NONE] = { 0, OFFPRINT_RUN_UNDERLINE },
  [CSL_MARK_SUP] = { OFFPRINT_RUN_SUPERSCRIPT, OFFPRINT_RUN_SUBSCRIPT },
  [CSL_MARK_SUB] = { OFFPRINT_RUN_SUBSCRIPT, OFFPRINT_RUN_SUPERSCRIPT },
  [CSL_MARK_BASELINE] = { 0, OFFPRINT_RUN_SUPERSCRIPT | OFFPRINT_RUN_SUBSCRIPT },
  [CSL_MARK_NO_DECORATION] = { 0, OFFPRINT_RUN_ITALIC | OFFPRINT_RUN_BOLD | OFFPRINT_RUN_SMALL_CAPS | OFFPRINT_RUN_UNDERLINE },
};

static void
open_mark (Sink          *self,
           const CslAtom *atom)
{
  OffprintRunFlags on = effects[atom->what].on;

  if (self->depth < MAX_DEPTH)
    self->outer[self->depth] = self->flags;
  self->depth++;
  if (atom->is_field && on != 0 && (self->flags & on) == on && atom->what != CSL_MARK_SUP && atom->what != CSL_MARK_SUB)
    self->flags &= ~on;
  else
    self->flags = (self->flags & ~effects[atom->what].off) | on;
}

static void
close_mark (Sink *self)
{
  if (self->depth == 0)
    return;
  self->depth--;
  if (self->depth < MAX_DEPTH)
    self->flags = self->outer[self->depth];
}

static void
begin_block (Sink *self)
{
  offprint_rich_text_builder_begin_block (self->builder, OFFPRINT_BLOCK_PARAGRAPH, 0, 0);
}

/* CSL 1.0.2, “Links”: where an identifier follows its own address, “https://doi.org/”, that
 * is part of the link. Returns where it begins, or the text's length. */
static gsize
find_address (const CslAtoms *atoms,
              guint           at)
{
  const CslAtom *atom = &atoms->atoms[at];
  gsize begin = atom->length;

  if (atom->kind != CSL_ATOM_TEXT || at + 1 == atoms->n_atoms || atoms->atoms[at + 1].kind != CSL_ATOM_LINK_OPEN)
    return atom->length;
  while (begin > 0 && !g_ascii_isspace (atom->text[begin - 1]) && strchr ("([<", atom->text[begin - 1]) == NULL)
    begin--;
  if (atom->length - begin < strlen ("https://"))
    return atom->length;
  if (g_ascii_strncasecmp (atom->text + begin, "https://", strlen ("https://")) != 0 &&
      g_ascii_strncasecmp (atom->text + begin, "http://", strlen ("http://")) != 0)
    return atom->length;

  return begin;
}

static void
write_text (Sink           *self,
            const CslAtoms *atoms,
            guint           at)
{
  const CslAtom *atom = &atoms->atoms[at];
  gsize address = find_address (atoms, at);

  if (address > 0)
    offprint_rich_text_builder_add_run (self->builder, atom->text, (gssize) address, self->flags, self->href);
  if (address < atom->length)
    offprint_rich_text_builder_add_run (self->builder, atom->text + address, (gssize) (atom->length - address), self->flags, atoms->atoms[at + 1].text);
}

static void
write_display (Sink          *self,
               const CslAtom *atom)
{
  if (atom->kind == CSL_ATOM_DISPLAY_CLOSE)
    {
      if (atom->what == CSL_DISPLAY_LEFT_MARGIN)
        offprint_rich_text_builder_add_run (self->builder, " ", 1, self->flags, NULL);
      else if (atom->what == CSL_DISPLAY_BLOCK)
        begin_block (self);
    }
  else if (atom->what == CSL_DISPLAY_BLOCK || atom->what == CSL_DISPLAY_INDENT)
    begin_block (self);
}

/**
 * csl_output_to_rich_text:
 * @self: a line
 *
 * Turns a line into rich text: one paragraph, or more where a style asks for
 * blocks. DOI names and addresses are links.
 *
 * Returns: (transfer full): the rich text
 */
OffprintRichText *
csl_output_to_rich_text (const CslOutput *self)
{
  const CslAtoms *atoms = (const CslAtoms *) self;
  OffprintRichTextBuilder *builder = offprint_rich_text_builder_new ();
  Sink sink = { .builder = builder, .flags = OFFPRINT_RUN_PLAIN };

  begin_block (&sink);
  for (guint i = 0; i < atoms->n_atoms; i++)
    {
      const CslAtom *atom = &atoms->atoms[i];

      switch ((CslAtomKind) atom->kind)
        {
        case CSL_ATOM_TEXT:
        case CSL_ATOM_QUOTE_OPEN:
        case CSL_ATOM_QUOTE_CLOSE:
          if (!atom->is_spare)
            write_text (&sink, atoms, i);
          break;
        case CSL_ATOM_OPEN:
          open_mark (&sink, atom);
          break;
        case CSL_ATOM_CLOSE:
          close_mark (&sink);
          break;
        case CSL_ATOM_DISPLAY_OPEN:
        case CSL_ATOM_DISPLAY_CLOSE:
          write_display (&sink, atom);
          break;
        case CSL_ATOM_LINK_OPEN:
          sink.href = atom->text;
          break;
        case CSL_ATOM_LINK_CLOSE:
          sink.href = NULL;
          break;
        }
    }
  return offprint_rich_text_builder_end (builder);
}
