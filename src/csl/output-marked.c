/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which mark is on, and what a mark turns over, is the same in every language of
 * marks; only its words differ.
 */

#include "config.h"

#include "output-marked.h"

#include <string.h>

#define MAX_DEPTH 256

typedef struct
{
  guint8 states[CSL_N_MARK_KINDS]; /* CslMark + 1; 0: as without any mark */
  const char *close[CSL_N_MARK_KINDS];
  guint n_close;
} Level;

typedef struct
{
  GString *text;
  const CslMarkup *markup;
  guint n_levels;
  Level levels[MAX_DEPTH];
} Writer;

static const struct
{
  CslMarkKind kind;
  gboolean is_normal;
} marks[CSL_N_MARKS] = {
  [CSL_MARK_ITALIC] = { CSL_MARK_KIND_STYLE, FALSE },
  [CSL_MARK_OBLIQUE] = { CSL_MARK_KIND_STYLE, FALSE },
  [CSL_MARK_STYLE_NORMAL] = { CSL_MARK_KIND_STYLE, TRUE },
  [CSL_MARK_SMALL_CAPS] = { CSL_MARK_KIND_VARIANT, FALSE },
  [CSL_MARK_VARIANT_NORMAL] = { CSL_MARK_KIND_VARIANT, TRUE },
  [CSL_MARK_BOLD] = { CSL_MARK_KIND_WEIGHT, FALSE },
  [CSL_MARK_LIGHT] = { CSL_MARK_KIND_WEIGHT, FALSE },
  [CSL_MARK_WEIGHT_NORMAL] = { CSL_MARK_KIND_WEIGHT, TRUE },
  [CSL_MARK_UNDERLINE] = { CSL_MARK_KIND_DECORATION, FALSE },
  [CSL_MARK_DECORATION_NONE] = { CSL_MARK_KIND_DECORATION, TRUE },
  [CSL_MARK_SUP] = { CSL_MARK_KIND_ALIGN, FALSE },
  [CSL_MARK_SUB] = { CSL_MARK_KIND_ALIGN, FALSE },
  [CSL_MARK_BASELINE] = { CSL_MARK_KIND_ALIGN, TRUE },
};

static const guint8 normals[CSL_N_MARK_KINDS] = {
  CSL_MARK_STYLE_NORMAL, CSL_MARK_VARIANT_NORMAL, CSL_MARK_WEIGHT_NORMAL, CSL_MARK_DECORATION_NONE, CSL_MARK_BASELINE
};

/* Letters that Unicode has raised: fixture magic_SuperscriptChars */
static const struct
{
  gunichar raised;
  const char *plain;
} superscripts[] = {
  { 0x00aa, "a" },
  { 0x00b2, "2" },
  { 0x00b3, "3" },
  { 0x00b9, "1" },
  { 0x00ba, "o" },
  { 0x02b0, "h" },
  { 0x02b1, "ɦ" },
  { 0x02b2, "j" },
  { 0x02b3, "r" },
  { 0x02b4, "ɹ" },
  { 0x02b5, "ɻ" },
  { 0x02b6, "ʁ" },
  { 0x02b7, "w" },
  { 0x02b8, "y" },
  { 0x02c0, "ʔ" },
  { 0x02c1, "ʕ" },
  { 0x02e0, "ɣ" },
  { 0x02e1, "l" },
  { 0x02e2, "s" },
  { 0x02e3, "x" },
  { 0x02e4, "ʕ" },
  { 0x06e5, "و" },
  { 0x06e6, "ي" },
  { 0x1d2c, "A" },
  { 0x1d2d, "Æ" },
  { 0x1d2e, "B" },
  { 0x1d30, "D" },
  { 0x1d31, "E" },
  { 0x1d32, "Ǝ" },
  { 0x1d33, "G" },
  { 0x1d34, "H" },
  { 0x1d35, "I" },
  { 0x1d36, "J" },
  { 0x1d37, "K" },
  { 0x1d38, "L" },
  { 0x1d39, "M" },
  { 0x1d3a, "N" },
  { 0x1d3c, "O" },
  { 0x1d3d, "Ȣ" },
  { 0x1d3e, "P" },
  { 0x1d3f, "R" },
  { 0x1d40, "T" },
  { 0x1d41, "U" },
  { 0x1d42, "W" },
  { 0x1d43, "a" },
  { 0x1d44, "ɐ" },
  { 0x1d45, "ɑ" },
  { 0x1d46, "ᴂ" },
  { 0x1d47, "b" },
  { 0x1d48, "d" },
  { 0x1d49, "e" },
  { 0x1d4a, "ə" },
  { 0x1d4b, "ɛ" },
  { 0x1d4c, "ɜ" },
  { 0x1d4d, "g" },
  { 0x1d4f, "k" },
  { 0x1d50, "m" },
  { 0x1d51, "ŋ" },
  { 0x1d52, "o" },
  { 0x1d53, "ɔ" },
  { 0x1d54, "ᴖ" },
  { 0x1d55, "ᴗ" },
  { 0x1d56, "p" },
  { 0x1d57, "t" },
  { 0x1d58, "u" },
  { 0x1d59, "ᴝ" },
  { 0x1d5a, "ɯ" },
  { 0x1d5b, "v" },
  { 0x1d5c, "ᴥ" },
  { 0x1d5d, "β" },
  { 0x1d5e, "γ" },
  { 0x1d5f, "δ" },
  { 0x1d60, "φ" },
  { 0x1d61, "χ" },
  { 0x2070, "0" },
  { 0x2071, "i" },
  { 0x2074, "4" },
  { 0x2075, "5" },
  { 0x2076, "6" },
  { 0x2077, "7" },
  { 0x2078, "8" },
  { 0x2079, "9" },
  { 0x207a, "+" },
  { 0x207b, "−" },
  { 0x207c, "=" },
  { 0x207d, "(" },
  { 0x207e, ")" },
  { 0x207f, "n" },
  { 0x2120, "SM" },
  { 0x2122, "TM" },
  { 0x3192, "一" },
  { 0x3193, "二" },
  { 0x3194, "三" },
  { 0x3195, "四" },
  { 0x3196, "上" },
  { 0x3197, "中" },
  { 0x3198, "下" },
  { 0x3199, "甲" },
  { 0x319a, "乙" },
  { 0x319b, "丙" },
  { 0x319c, "丁" },
  { 0x319d, "天" },
  { 0x319e, "地" },
  { 0x319f, "人" },
};

/**
 * csl_find_superscript:
 * @c: a character
 *
 * Gives the letter that a raised letter stands for.
 *
 * Returns: (nullable): the letter; `NULL` if @c is not raised
 */
const char *
csl_find_superscript (gunichar c)
{
  guint low = 0;
  guint high = G_N_ELEMENTS (superscripts);

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (superscripts[middle].raised == c)
        return superscripts[middle].plain;
      if (c < superscripts[middle].raised)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

static void
put_mark (Writer *self,
          Level  *level,
          guint   mark)
{
  CslMarkKind kind = marks[mark].kind;

  g_string_append (self->text, self->markup->marks[mark].open);
  level->close[level->n_close++] = self->markup->marks[mark].close;
  level->states[kind] = marks[mark].is_normal ? 0 : (guint8) (mark + 1);
}

/* Does this end with something that would be turned over? Then what it is turned to is
 * said: measured with the reference engine */
static gboolean
ends_in_field_mark (const CslAtoms *atoms,
                    guint           opening)
{
  guint depth = 0;

  for (guint i = opening + 1; i < atoms->n_atoms; i++)
    {
      const CslAtom *atom = &atoms->atoms[i];

      if (atom->kind == CSL_ATOM_OPEN)
        depth++;
      else if (atom->kind == CSL_ATOM_CLOSE && depth-- == 0)
        {
          const CslAtom *before = &atoms->atoms[i - 1];

          return before->kind == CSL_ATOM_CLOSE && before->is_field && before->what != CSL_MARK_NO_DECORATION &&
                 marks[before->what].kind == marks[atoms->atoms[opening].what].kind;
        }
    }
  return FALSE;
}

static void
open_mark (Writer         *self,
           const CslAtoms *atoms,
           guint           index)
{
  const CslAtom *atom = &atoms->atoms[index];
  Level *level;

  if (self->n_levels + 1 >= MAX_DEPTH)
    return;

  level = &self->levels[self->n_levels + 1];
  memcpy (level->states, self->levels[self->n_levels].states, sizeof level->states);
  level->n_close = 0;
  self->n_levels++;

  if (atom->what == CSL_MARK_NO_DECORATION)
    {
      for (guint i = 0; i < CSL_N_MARK_KINDS; i++)
        if (level->states[i] != 0)
          put_mark (self, level, normals[i]);
    }
  else if (marks[atom->what].is_normal && atom->what != CSL_MARK_BASELINE && atom->what != CSL_MARK_DECORATION_NONE)
    {
      if (level->states[marks[atom->what].kind] != 0 || ends_in_field_mark (atoms, index))
        put_mark (self, level, atom->what);
    }
  else if (atom->is_field && marks[atom->what].kind != CSL_MARK_KIND_ALIGN &&
           level->states[marks[atom->what].kind] == atom->what + 1)
    put_mark (self, level, normals[marks[atom->what].kind]);
  else
    put_mark (self, level, atom->what);
}

static void
close_mark (Writer *self)
{
  Level *level = &self->levels[self->n_levels];

  if (self->n_levels == 0)
    return;
  for (guint i = level->n_close; i > 0; i--)
    g_string_append (self->text, level->close[i - 1]);
  self->n_levels--;
}

/**
 * csl_write_marked:
 * @atoms: a finished line
 * @markup: a language of marks
 * @text: takes the line
 *
 * Writes a line with its marks.
 */
void
csl_write_marked (const CslAtoms  *atoms,
                  const CslMarkup *markup,
                  GString         *text)
{
  Writer writer;

  writer.text = text;
  writer.markup = markup;
  writer.n_levels = 0;
  memset (&writer.levels[0], 0, sizeof writer.levels[0]);
  for (guint i = 0; i < atoms->n_atoms; i++)
    {
      const CslAtom *atom = &atoms->atoms[i];

      switch ((CslAtomKind) atom->kind)
        {
        case CSL_ATOM_TEXT:
        case CSL_ATOM_QUOTE_OPEN:
        case CSL_ATOM_QUOTE_CLOSE:
          markup->escape (text, atom->text, atom->length);
          break;
        case CSL_ATOM_OPEN:
          open_mark (&writer, atoms, i);
          break;
        case CSL_ATOM_CLOSE:
          close_mark (&writer);
          break;
        case CSL_ATOM_DISPLAY_OPEN:
          g_string_append (text, markup->displays[atom->what].open);
          break;
        case CSL_ATOM_DISPLAY_CLOSE:
          g_string_append (text, markup->displays[atom->what].close);
          break;
        case CSL_ATOM_LINK_OPEN:
        case CSL_ATOM_LINK_CLOSE:
          break;
        }
    }
}
