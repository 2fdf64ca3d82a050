/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Given names are walked word by word: a full name gives its first letter, what
 * is an initial or an abbreviation already keeps its letters, a particle stays
 * as it is. Tags in the name are carried along where they stood. The tables
 * that this meets are the fixtures name_Initials*, name_CeltsAndToffs*,
 * name_LongAbbreviation and name_InTextMarkup*.
 */

#include "config.h"

#include "initials.h"

#include <string.h>

typedef struct
{
  /* Borrowed; where the next tag or character of the name stands */
  const char *rest;

  const char *ending; /* what follows an initial, without the blanks at its end */
  gsize ending_length;
  const char *blanks; /* and those blanks */
  gboolean initialize;
  gboolean with_hyphen;

  GString *out;
  gboolean owes_blanks; /* after an initial: its blanks, unless the name is over */
  gboolean owes_space;  /* after a whole word */
  gboolean owes_hyphen; /* a hyphen stood in the name, and something must follow it */
  gboolean after_initial;
} Writer;

/* One word of the name: letters between blanks, hyphens and full stops */
typedef struct
{
  const char *start;
  const char *end;
  gboolean has_period;
} Word;

static gsize
tag_length (const char *text)
{
  static const char *const names[] = { "i", "b", "sup", "sub", "sc", "span" };
  const char *name = text + 1;
  const char *end;

  if (*text != '<')
    return 0;
  if (*name == '/')
    name++;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize length = strlen (names[i]);

      if (strncmp (name, names[i], length) != 0 || (name[length] != '>' && name[length] != ' '))
        continue;
      end = strchr (name, '>');
      return end != NULL ? (gsize) (end - text) + 1 : 0;
    }

  return 0;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011;
}

/* Letters of scripts without case can stand for a name like capitals do */
static gboolean
can_begin_initial (gunichar c)
{
  return g_unichar_isalpha (c) && !g_unichar_islower (c);
}

static void
pay_debts (Writer *self)
{
  if (self->owes_hyphen)
    g_string_append_c (self->out, '-');
  else if (self->owes_blanks)
    g_string_append (self->out, self->blanks);
  else if (self->owes_space)
    g_string_append_c (self->out, ' ');

  self->owes_hyphen = self->owes_blanks = self->owes_space = FALSE;
}

/* Tags go out in their place: one that closes right after the letter, one that opens before the next */
static void
pass_tags (Writer *self)
{
  gsize length;

  while ((length = tag_length (self->rest)) > 0)
    {
      if (self->rest[1] != '/')
        pay_debts (self);
      g_string_append_len (self->out, self->rest, length);
      self->rest += length;
    }
}

/* Copies, or with keep false drops, one character of the name */
static void
pass_character (Writer   *self,
                gboolean  keep,
                gboolean  lower)
{
  gunichar c;

  pass_tags (self);
  if (*self->rest == '\0')
    return;

  c = g_utf8_get_char (self->rest);
  self->rest = g_utf8_next_char (self->rest);
  if (keep)
    {
      pay_debts (self);
      g_string_append_unichar (self->out, lower ? g_unichar_tolower (c) : c);
    }
}

/* The next character past any tags, or 0 at the end */
static gunichar
peek (const char *text)
{
  gsize length;

  while ((length = tag_length (text)) > 0)
    text += length;
  return g_utf8_get_char (text);
}

static const char *
next_visible (const char *text)
{
  gsize length;

  while ((length = tag_length (text)) > 0)
    text += length;
  return *text == '\0' ? text : g_utf8_next_char (text);
}

static Word
find_word (const char *text)
{
  Word word = { text, text, FALSE };
  gunichar c;

  while ((c = peek (word.end)) != 0 && !g_unichar_isspace (c) && !is_hyphen (c))
    {
      word.end = next_visible (word.end);
      if (c == '.')
        {
          word.has_period = TRUE;
          break;
        }
    }

  return word;
}

/* Letters of a word that are capitals, from its first on; and whether there are others behind */
static guint
count_capitals (Word      word,
                gboolean *only)
{
  guint n = 0;
  const char *p = word.start;

  *only = TRUE;
  while (p < word.end)
    {
      gunichar c = peek (p);

      p = next_visible (p);
      if (*only && can_begin_initial (c))
        n++;
      else if (g_unichar_isalpha (c))
        *only = FALSE;
    }

  return n;
}

static void
end_initial (Writer *self)
{
  g_string_append_len (self->out, self->ending, self->ending_length);
  self->owes_blanks = TRUE;
  self->after_initial = TRUE;
}

/* Keeps all letters of a word: an initial or abbreviation gets the ending in place of its full stop */
static void
write_abbreviation (Writer *self,
                    Word    word)
{
  while (self->rest < word.end)
    {
      gunichar c = peek (self->rest);

      pass_character (self, c != '.', FALSE);
    }
  end_initial (self);
}

/* "John" to "J"; a second capital counts with it unless all are: "TSerendorjiin" to "Ts" */
static void
write_initial (Writer *self,
               Word    word)
{
  gboolean only;
  guint n = count_capitals (word, &only);
  guint written = 0;

  while (self->rest < word.end)
    {
      gunichar c = peek (self->rest);
      gboolean keep = can_begin_initial (c) && (written == 0 || (!only && written < n));

      if (written == 0 && !keep && g_unichar_isalpha (c))
        written = n;
      pass_character (self, keep, written > 0);
      if (keep)
        written++;
      if (keep && (only || written >= n))
        end_initial (self);
    }
}

static void
write_whole (Writer *self,
             Word    word)
{
  if (self->after_initial && !self->owes_hyphen)
    {
      self->owes_blanks = FALSE;
      self->owes_space = TRUE;
    }
  while (self->rest < word.end)
    pass_character (self, TRUE, FALSE);
  self->owes_space = TRUE;
  self->after_initial = FALSE;
}

static void
drop_word (Writer *self,
           Word    word)
{
  while (self->rest < word.end)
    pass_character (self, FALSE, FALSE);
  self->owes_hyphen = FALSE;
}

static void
write_word (Writer   *self,
            Word      word,
            gboolean  after_hyphen)
{
  gboolean only;
  guint n_capitals = count_capitals (word, &only);
  const char *first = word.start;
  gunichar c = peek (first);

  /* An apostrophe or bracket before the letter does not count */
  while (c != 0 && first < word.end && !g_unichar_isalnum (c))
    {
      first = next_visible (first);
      c = peek (first);
    }

  if (word.has_period && n_capitals > 0)
    write_abbreviation (self, word);
  else if (!self->initialize && only && n_capitals == 1)
    write_abbreviation (self, word);
  else if (!self->initialize)
    write_whole (self, word);
  else if (can_begin_initial (c) && first < word.end)
    write_initial (self, word);
  else if (after_hyphen)
    drop_word (self, word);
  else
    write_whole (self, word);
}

static void
write_separator (Writer   *self,
                 gboolean *after_hyphen)
{
  gunichar c = peek (self->rest);

  if (is_hyphen (c))
    {
      *after_hyphen = TRUE;
      self->owes_hyphen = self->with_hyphen || !self->initialize;
    }
  else if (!self->owes_hyphen && !self->after_initial)
    {
      self->owes_space = self->out->len > 0;
    }

  pass_character (self, FALSE, FALSE);
}

static gboolean
has_cased_or_alphabetic (const char *given)
{
  for (const char *p = given; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      switch ((int) g_unichar_get_script (c))
        {
        case G_UNICODE_SCRIPT_HAN:
        case G_UNICODE_SCRIPT_HIRAGANA:
        case G_UNICODE_SCRIPT_KATAKANA:
        case G_UNICODE_SCRIPT_HANGUL:
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * csl_initials_format:
 * @given: a given name; may carry tags, which stay
 * @initialize_with: the ending of an initial as the style gives it, such as “. ”
 * @initialize: whether full names become initials; else only what already is
 *   an initial gets the ending
 * @with_hyphen: whether a hyphen between two names stays: “J.-L.”
 *
 * Shortens a given name to its initials.
 *
 * CSL 1.0.2, “Name”, attributes `initialize`, `initialize-with` and
 * `initialize-with-hyphen`. Names in Chinese, Japanese or Korean letters are
 * left alone.
 *
 * Returns: (transfer full): the initials
 */
char *
csl_initials_format (const char *given,
                     const char *initialize_with,
                     gboolean    initialize,
                     gboolean    with_hyphen)
{
  Writer self = { 0 };
  gboolean after_hyphen = FALSE;

  g_return_val_if_fail (given != NULL, NULL);
  g_return_val_if_fail (initialize_with != NULL, NULL);

  if (!has_cased_or_alphabetic (given))
    return g_strdup (given);

  self.rest = given;
  self.initialize = initialize;
  self.with_hyphen = with_hyphen;
  self.out = g_string_new (NULL);
  self.ending = initialize_with;
  self.ending_length = strlen (initialize_with);
  while (self.ending_length > 0)
    {
      const char *last = g_utf8_find_prev_char (initialize_with, initialize_with + self.ending_length);

      if (last == NULL || !g_unichar_isspace (g_utf8_get_char (last)))
        break;
      self.ending_length = last - initialize_with;
    }
  self.blanks = initialize_with + self.ending_length;

  while (peek (self.rest) != 0)
    {
      gunichar c = peek (self.rest);

      if (g_unichar_isspace (c) || is_hyphen (c))
        {
          write_separator (&self, &after_hyphen);
        }
      else
        {
          write_word (&self, find_word (self.rest), after_hyphen);
          after_hyphen = FALSE;
        }
    }
  pass_tags (&self);

  return g_string_free_and_steal (self.out);
}
