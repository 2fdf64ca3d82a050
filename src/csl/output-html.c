/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * HTML as the official fixtures have it. It is a writer among others: the engine
 * knows nothing of it.
 */

#include "config.h"

#include "finish.h"

#include <string.h>

#define MAX_DEPTH 256

/* What is on, by attribute: font-style, -variant, -weight, decoration, alignment */
typedef enum
{
  STYLE,
  VARIANT,
  WEIGHT,
  DECORATION,
  ALIGN,
  N_ATTRIBUTES
} Attribute;

typedef struct
{
  guint8 states[N_ATTRIBUTES]; /* CslMark + 1; 0: as without any mark */
  const char *close[N_ATTRIBUTES];
  guint n_close;
} Level;

typedef struct
{
  GString *html;
  guint n_levels;
  Level levels[MAX_DEPTH];
} Writer;

static const struct
{
  Attribute attribute;
  gboolean is_normal;
  const char *open;
  const char *close;
} tags[] = {
  [CSL_MARK_ITALIC] = { STYLE, FALSE, "<i>", "</i>" },
  [CSL_MARK_OBLIQUE] = { STYLE, FALSE, "<em>", "</em>" },
  [CSL_MARK_STYLE_NORMAL] = { STYLE, TRUE, "<span style=\"font-style:normal;\">", "</span>" },
  [CSL_MARK_SMALL_CAPS] = { VARIANT, FALSE, "<span style=\"font-variant:small-caps;\">", "</span>" },
  [CSL_MARK_VARIANT_NORMAL] = { VARIANT, TRUE, "<span style=\"font-variant:normal;\">", "</span>" },
  [CSL_MARK_BOLD] = { WEIGHT, FALSE, "<b>", "</b>" },
  [CSL_MARK_LIGHT] = { WEIGHT, FALSE, "", "" },
  [CSL_MARK_WEIGHT_NORMAL] = { WEIGHT, TRUE, "<span style=\"font-weight:normal;\">", "</span>" },
  [CSL_MARK_UNDERLINE] = { DECORATION, FALSE, "<span style=\"text-decoration:underline;\">", "</span>" },
  [CSL_MARK_DECORATION_NONE] = { DECORATION, TRUE, "<span style=\"text-decoration:none;\">", "</span>" },
  [CSL_MARK_SUP] = { ALIGN, FALSE, "<sup>", "</sup>" },
  [CSL_MARK_SUB] = { ALIGN, FALSE, "<sub>", "</sub>" },
  [CSL_MARK_BASELINE] = { ALIGN, TRUE, "<span style=\"baseline\">", "</span>" },
};

static const guint8 normals[N_ATTRIBUTES] = {
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

static const char *
find_superscript (gunichar c)
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

/* White space of any kind: the bytes that it takes; 0 if it is none */
static gsize
get_blank_length (const char *c,
                  const char *end)
{
  if (c >= end)
    return 0;
  if ((guchar) *c < 0x80)
    return g_ascii_isspace (*c) ? 1 : 0;
  return g_unichar_isspace (g_utf8_get_char (c)) ? (gsize) (g_utf8_next_char (c) - c) : 0;
}

static void
write_escaped (GString    *html,
               const char *text,
               guint       length)
{
  const char *end = text + length;
  const char *start = text;

  for (const char *c = text; c < end;)
    {
      const char *entity = NULL;
      const char *raised = NULL;
      const char *next = c + 1;
      gsize blank = get_blank_length (c, end);

      if (*c == '&')
        entity = "&#38;";
      else if (*c == '<')
        entity = "&#60;";
      else if (*c == '>')
        entity = "&#62;";
      else if (blank > 0 && get_blank_length (c + blank, end) > 0)
        {
          /* Browsers would draw several blanks as one; any two are written the same */
          entity = "\xc2\xa0 ";
          next = c + blank + get_blank_length (c + blank, end);
        }
      else if ((guchar) *c >= 0x80)
        {
          next = g_utf8_next_char (c);
          raised = find_superscript (g_utf8_get_char (c));
        }
      if (entity != NULL || raised != NULL)
        {
          g_string_append_len (html, start, c - start);
          if (raised != NULL)
            g_string_append (html, "<sup>");
          g_string_append (html, raised != NULL ? raised : entity);
          if (raised != NULL)
            g_string_append (html, "</sup>");
          start = next;
        }
      c = next;
    }
  if (end > start)
    g_string_append_len (html, start, end - start);
}

static void
put_mark (Writer *self,
          Level  *level,
          guint   mark)
{
  Attribute attribute = tags[mark].attribute;

  g_string_append (self->html, tags[mark].open);
  level->close[level->n_close++] = tags[mark].close;
  level->states[attribute] = tags[mark].is_normal ? 0 : (guint8) (mark + 1);
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
                 tags[before->what].attribute == tags[atoms->atoms[opening].what].attribute;
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
      for (guint i = 0; i < N_ATTRIBUTES; i++)
        if (level->states[i] != 0)
          put_mark (self, level, normals[i]);
    }
  else if (tags[atom->what].is_normal && atom->what != CSL_MARK_BASELINE && atom->what != CSL_MARK_DECORATION_NONE)
    {
      if (level->states[tags[atom->what].attribute] != 0 || ends_in_field_mark (atoms, index))
        put_mark (self, level, atom->what);
    }
  else if (atom->is_field && tags[atom->what].attribute != ALIGN &&
           level->states[tags[atom->what].attribute] == atom->what + 1)
    put_mark (self, level, normals[tags[atom->what].attribute]);
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
    g_string_append (self->html, level->close[i - 1]);
  self->n_levels--;
}

static void
write_display (GString       *html,
               const CslAtom *atom)
{
  static const char *const opens[] = {
    [CSL_DISPLAY_NONE] = "",
    [CSL_DISPLAY_BLOCK] = "\n\n    <div class=\"csl-block\">",
    [CSL_DISPLAY_LEFT_MARGIN] = "\n    <div class=\"csl-left-margin\">",
    [CSL_DISPLAY_RIGHT_INLINE] = "<div class=\"csl-right-inline\">",
    [CSL_DISPLAY_INDENT] = "<div class=\"csl-indent\">",
  };
  static const char *const closes[] = {
    [CSL_DISPLAY_NONE] = "",
    [CSL_DISPLAY_BLOCK] = "</div>\n",
    [CSL_DISPLAY_LEFT_MARGIN] = "</div>",
    [CSL_DISPLAY_RIGHT_INLINE] = "</div>\n  ",
    [CSL_DISPLAY_INDENT] = "</div>\n  ",
  };

  g_string_append (html, atom->kind == CSL_ATOM_DISPLAY_OPEN ? opens[atom->what] : closes[atom->what]);
}

/**
 * csl_write_html:
 * @atoms: a finished line
 * @html: takes the mark-up
 *
 * Writes a line as HTML: notes on CSL, “Output”.
 */
void
csl_write_html (const CslAtoms *atoms,
                GString        *html)
{
  Writer writer;

  writer.html = html;
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
          write_escaped (html, atom->text, atom->length);
          break;
        case CSL_ATOM_OPEN:
          open_mark (&writer, atoms, i);
          break;
        case CSL_ATOM_CLOSE:
          close_mark (&writer);
          break;
        case CSL_ATOM_DISPLAY_OPEN:
        case CSL_ATOM_DISPLAY_CLOSE:
          write_display (html, atom);
          break;
        case CSL_ATOM_LINK_OPEN:
        case CSL_ATOM_LINK_CLOSE:
          break;
        }
    }
}
