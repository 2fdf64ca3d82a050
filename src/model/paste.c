/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pasted text is full of what nobody sees: soft hyphens, zero-width blanks, ligatures
 * and the odd hyphens of a PDF, entities of a page's source. All that is made plain
 * here once, so that the files of the kinds look at ASCII where ASCII was meant.
 */

#include "config.h"

#include "identifier-private.h"

#include <string.h>

#define MAX_PASSES 3

typedef struct
{
  gunichar from;
  gunichar to;
  const char *text;
} Replacement;

/* In order of code points. “” is dropped. The dash of a sentence, U+2014, stays, for an
 * identifier ends there; so do the commas of Chinese, as blanks. */
static const Replacement replacements[] = {
  { 0x0000, 0x0008, " " },
  { 0x000e, 0x001f, " " },
  { 0x007f, 0x009f, " " },
  { 0x00a0, 0x00a0, " " },
  { 0x00ad, 0x00ad, "" },
  { 0x034f, 0x034f, "" },
  { 0x061c, 0x061c, "" },
  { 0x180e, 0x180e, "" },
  { 0x2000, 0x200a, " " },
  { 0x200b, 0x200f, "" },
  { 0x2010, 0x2013, "-" },
  { 0x2024, 0x2024, "." },
  { 0x2028, 0x2029, "\n" },
  { 0x202a, 0x202e, "" },
  { 0x202f, 0x202f, " " },
  { 0x2043, 0x2043, "-" },
  { 0x2044, 0x2044, "/" },
  { 0x205f, 0x205f, " " },
  { 0x2060, 0x2064, "" },
  { 0x2066, 0x206f, "" },
  { 0x2212, 0x2212, "-" },
  { 0x2215, 0x2215, "/" },
  { 0x3000, 0x3002, " " },
  { 0xfb00, 0xfb00, "ff" },
  { 0xfb01, 0xfb01, "fi" },
  { 0xfb02, 0xfb02, "fl" },
  { 0xfb03, 0xfb03, "ffi" },
  { 0xfb04, 0xfb04, "ffl" },
  { 0xfb05, 0xfb06, "st" },
  { 0xfe00, 0xfe0f, "" },
  { 0xfe58, 0xfe58, "-" },
  { 0xfe63, 0xfe63, "-" },
  { 0xfeff, 0xfeff, "" },
  { 0xff01, 0xff01, " " },
  { 0xff0c, 0xff0c, " " },
  { 0xff1b, 0xff1b, " " },
  { 0xff1f, 0xff1f, " " },
};

static const Replacement *
find_replacement (gunichar c)
{
  gsize low = 0;
  gsize high = G_N_ELEMENTS (replacements);

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (c > replacements[middle].to)
        low = middle + 1;
      else if (c < replacements[middle].from)
        high = middle;
      else
        return &replacements[middle];
    }

  return NULL;
}

/* @at: a soft hyphen. Returns the last character that goes with it. */
static const char *
skip_line_end (const char *at)
{
  const char *next = g_utf8_next_char (at);
  gsize length = strspn (next, " \t\r\n");

  return length > 0 && memchr (next, '\n', length) != NULL ? next + length - 1 : at;
}

static char *
make_plain (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      const Replacement *replacement = NULL;

      if (c >= 0x20 && c < 0x7f)
        {
          g_string_append_c (out, *at);
          continue;
        }
      replacement = find_replacement (c);
      if (c == 0x00ad) /* a hyphen of the line's end goes with the line's end */
        at = skip_line_end (at);
      else if (replacement != NULL)
        g_string_append (out, replacement->text);
      else if (c >= 0xff01 && c <= 0xff5e) /* full-width forms of ASCII */
        g_string_append_c (out, (char) (c - 0xff01 + '!'));
      else
        g_string_append_unichar (out, c);
    }

  return g_string_free (out, FALSE);
}

/* A blank behind a sign inside an address, not the one behind a sentence's full stop */
static gboolean
is_gap (const char *at)
{
  if ((*at != ' ' && *at != '\n') || strchr ("./-_:(", at[-1]) == NULL)
    return FALSE;

  return g_ascii_isdigit (at[1]) || g_ascii_islower (at[1]) || (g_ascii_isalpha (at[1]) && at[-1] != '.');
}

/* Some makers of PDFs put a blank behind each sign of an address, so that a line can end
 * there: “https:// doi. org/ 10. 1007/ s10994- 021- 05946-3” */
static void
close_gaps (char *text)
{
  char *begin = text;

  while ((begin = strstr (begin, "doi. org/ 10. ")) != NULL)
    {
      char *out = begin;
      char *at = begin;

      for (; *at != '\0' && (!g_ascii_isspace (*at) || is_gap (at)); at++)
        if (!g_ascii_isspace (*at))
          *out++ = *at;
      memmove (out, at, strlen (at) + 1);
      begin = out;
    }
}

static const struct
{
  const char *name;
  gunichar character;
} entities[] = {
  { "lt", '<' },
  { "gt", '>' },
  { "amp", '&' },
  { "quot", '"' },
  { "apos", '\'' },
  { "nbsp", ' ' },
  { "shy", 0xad },
  { "sol", '/' },
  { "colon", ':' },
  { "semi", ';' },
  { "period", '.' },
  { "lpar", '(' },
  { "rpar", ')' },
  { "lsqb", '[' },
  { "rsqb", ']' },
  { "lowbar", '_' },
  { "hyphen", '-' },
  { "ndash", '-' },
  { "percnt", '%' },
  { "num", '#' },
  { "plus", '+' },
  { "ensp", ' ' },
  { "emsp", ' ' },
  { "thinsp", ' ' },
  { "zwnj", 0x200c },
  { "zwj", 0x200d },
};

/* What "&…;" stands for, or 0 */
static gunichar
read_entity (const char *name,
             gsize       length)
{
  g_autofree char *copy = g_strndup (name, length);
  guint64 number = 0;

  if (copy[0] == '#')
    {
      gboolean is_hex = copy[1] == 'x' || copy[1] == 'X';

      if (!g_ascii_string_to_unsigned (copy + (is_hex ? 2 : 1), is_hex ? 16 : 10, 1, 0x10ffff, &number, NULL) ||
          !g_unichar_validate ((gunichar) number))
        return 0;
      return (gunichar) number;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_ascii_strcasecmp (copy, entities[i].name) == 0)
      return entities[i].character;

  return 0;
}

static char *
decode_once (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  while (*text != '\0')
    {
      gsize length = *text == '&' ? strcspn (text + 1, ";& \t\n<>") : 0;
      gunichar c = length > 0 && length < 12 && text[1 + length] == ';' ? read_entity (text + 1, length) : 0;

      if (c != 0)
        {
          g_string_append_unichar (out, c);
          text += length + 2;
        }
      else
        g_string_append_c (out, *text++);
    }

  return g_string_free (out, FALSE);
}

/*< private >
 * Decodes the entities that can stand in an identifier, however often they were encoded.
 */
char *
offprint_paste_decode_entities (const char *text)
{
  char *current = g_strdup (text);

  for (guint i = 0; i < MAX_PASSES && strchr (current, '&') != NULL; i++)
    {
      char *next = decode_once (current);
      gboolean is_same = g_str_equal (current, next);

      g_free (current);
      current = next;
      if (is_same)
        break;
    }

  return current;
}

/* What people's hands or a sentence put around an identifier */
static void
find_core (OffprintPaste *self)
{
  static const char opening[] = " \t\r\n<([{\"'`*";
  static const char closing[] = " \t\r\n>)]}\"'`*.,;:!?/";

  while (self->start < self->length && strchr (opening, self->text[self->start]) != NULL)
    self->start++;
  self->end = self->length;
  while (self->end > self->start && strchr (closing, self->text[self->end - 1]) != NULL)
    self->end--;
}

/* Where a text that is too long ends: not inside a word, which would be another one */
static gsize
find_end (const char *text,
          gsize       size,
          gsize       limit)
{
  gsize end = limit;

  if (size <= limit)
    return size;
  while (end > limit / 2 && strchr (" \t\n\r,;", text[end]) == NULL)
    end--;

  return end;
}

/*< private >
 * Makes text plain to look at; what lies behind @limit bytes is not looked at.
 */
OffprintPaste *
offprint_paste_new (const char        *text,
                    gssize             length,
                    gsize              limit,
                    OffprintPasteMode  mode)
{
  OffprintPaste *self = g_new0 (OffprintPaste, 1);
  g_autofree char *valid = NULL;
  g_autofree char *decoded = NULL;
  gsize size = length >= 0 ? (gsize) length : strlen (text);

  valid = g_utf8_make_valid (text, (gssize) find_end (text, size, limit));
  decoded = offprint_paste_decode_entities (valid);
  self->mode = mode;
  self->text = make_plain (decoded);
  close_gaps (self->text);
  self->length = strlen (self->text);
  find_core (self);

  return self;
}

/*< private >
 * Frees a pasted text.
 */
void
offprint_paste_free (OffprintPaste *self)
{
  g_free (self->text);
  g_free (self);
}

/*< private >
 * Whether a word stands before a place, so that what follows is no chance.
 */
gboolean
offprint_paste_follows (const OffprintPaste *self,
                        gsize                at,
                        const char          *word)
{
  gsize length = strlen (word);
  gsize floor = at > 16 ? at - 16 : 0;

  while (at > floor && strchr (" \t\n:=#/-.()[]\"'", self->text[at - 1]) != NULL)
    at--;
  /* "ISBN-13: 978…", "ISBN (10) …" */
  if (at >= 2 && g_ascii_isdigit (self->text[at - 1]) && self->text[at - 2] == '1')
    {
      at -= 2;
      while (at > floor && strchr (" -([", self->text[at - 1]) != NULL)
        at--;
    }

  return at >= length && g_ascii_strncasecmp (self->text + at - length, word, length) == 0;
}

/*< private >
 * Whether nothing else was typed.
 */
gboolean
offprint_paste_is_all (const OffprintPaste *self,
                       gsize                at,
                       gsize                end)
{
  return self->mode != OFFPRINT_PASTE_TEXT && at <= self->start && end >= self->end;
}

/*< private >
 * Whether a word can begin at a place.
 */
gboolean
offprint_paste_begins (const OffprintPaste *self,
                       gsize                at)
{
  return at == 0 || !g_ascii_isalnum (self->text[at - 1]);
}
