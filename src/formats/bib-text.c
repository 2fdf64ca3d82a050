/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text for BibTeX: UTF-8, with TeX's own characters escaped. BibTeX counts braces even
 * behind a backslash, so those of the text get names. Styles set titles in lower case:
 * what must keep its capitals stands in braces, and the rest does not, or no style could.
 */

#include "config.h"

#include "bib.h"

#include "read.h"

#include <string.h>

static const struct
{
  const char *text;
  const char *command;
} escapes[] = {
  { "\\", "\\textbackslash{}" },
  { "{", "\\textbraceleft{}" },
  { "}", "\\textbraceright{}" },
  { "#", "\\#" },
  { "$", "\\$" },
  { "%", "\\%" },
  { "&", "\\&" },
  { "_", "\\_" },
  { "^", "\\textasciicircum{}" },
  { "~", "\\textasciitilde{}" },
  { "<", "\\textless{}" },
  { ">", "\\textgreater{}" },
  { "`", "\\`{}" },
  { "\n", " " },
  { "\302\240", "~" },
  { "–", "--" },
  { "—", "---" },
};

static void
append_escaped (GString    *string,
                const char *text,
                gsize       length)
{
  for (const char *p = text; p < text + length;)
    {
      gsize i = 0;

      while (i < G_N_ELEMENTS (escapes) && !g_str_has_prefix (p, escapes[i].text))
        i++;
      if (i < G_N_ELEMENTS (escapes))
        {
          g_string_append (string, escapes[i].command);
          p += strlen (escapes[i].text);
          continue;
        }
      g_string_append_len (string, p, g_utf8_next_char (p) - p);
      /* or TeX would join two hyphens into a dash */
      if (*p == '-' && p[1] == '-')
        g_string_append (string, "{}");
      p = g_utf8_next_char (p);
    }
}

/**
 * offprint_bib_escape:
 * @text: plain text
 *
 * Returns: (transfer full): the same in TeX
 */
char *
offprint_bib_escape (const char *text)
{
  GString *string = g_string_new (NULL);

  append_escaped (string, text, strlen (text));

  return g_string_free (string, FALSE);
}

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '\'' || c == 0x2019;
}

/* “U.S” is one word, and so is “10.1000” */
static const char *
find_word_end (const char *word)
{
  const char *start = word;

  while (*word != '\0')
    {
      gboolean is_point = *word == '.' && word > start && is_word_character (g_utf8_get_char (word + 1));

      if (!is_point && !is_word_character (g_utf8_get_char (word)))
        break;
      word = g_utf8_next_char (word);
    }
  return word;
}

/* Whether a word has a capital behind its first letter: DNA, iPad, McLeod */
static gboolean
has_inner_capital (const char *word,
                   const char *end)
{
  for (const char *p = g_utf8_next_char (word); p < end; p = g_utf8_next_char (p))
    {
      if (g_unichar_isupper (g_utf8_get_char (p)))
        return TRUE;
    }
  return FALSE;
}

/* A title in which most longer words have a capital is set in title case, and its capitals
 * mean nothing; in another they are those of names. */
static gboolean
is_title_case (OffprintRichText *text)
{
  const OffprintBlock *block = offprint_rich_text_get_block (text, 0);
  guint n_capitals = 0;
  guint n_words = 0;

  for (gsize i = 0; i < block->n_runs; i++)
    {
      for (const char *p = block->runs[i].text; *p != '\0';)
        {
          const char *end = find_word_end (p);

          if (end == p)
            {
              p = g_utf8_next_char (p);
              continue;
            }
          if (end - p >= 5 && g_unichar_isalpha (g_utf8_get_char (p)))
            {
              n_words++;
              n_capitals += g_unichar_isupper (g_utf8_get_char (p));
            }
          p = end;
        }
    }
  return n_words == 0 || 3 * n_capitals > 2 * n_words;
}

typedef struct
{
  GString *string;
  gboolean is_title_case;
  /* Whether the next word begins the title or what follows a colon */
  gboolean is_first;
} Writer;

/* Words one by one; nothing is put in braces that stand in braces already */
static void
append_words (Writer     *self,
              const char *text,
              gboolean    is_protected)
{
  while (*text != '\0')
    {
      const char *end = find_word_end (text);
      gunichar c = g_utf8_get_char (text);
      gboolean keeps = FALSE;

      if (end == text)
        {
          end = g_utf8_next_char (text);
          append_escaped (self->string, text, end - text);
          self->is_first = self->is_first || c == ':' || c == '?' || c == '!';
          text = end;
          continue;
        }
      keeps = has_inner_capital (text, end) || (g_unichar_isupper (c) && !self->is_title_case && !self->is_first);
      if (keeps && !is_protected)
        g_string_append_c (self->string, '{');
      append_escaped (self->string, text, end - text);
      if (keeps && !is_protected)
        g_string_append_c (self->string, '}');
      self->is_first = FALSE;
      text = end;
    }
}

static const struct
{
  OffprintRunFlags flags;
  const char *command;
} commands[] = {
  { OFFPRINT_RUN_BOLD, "\\textbf{" },
  { OFFPRINT_RUN_ITALIC | OFFPRINT_RUN_UNDERLINE, "\\emph{" },
  { OFFPRINT_RUN_SMALL_CAPS, "\\textsc{" },
  { OFFPRINT_RUN_SUPERSCRIPT, "\\textsuperscript{" },
  { OFFPRINT_RUN_SUBSCRIPT, "\\textsubscript{" },
  { OFFPRINT_RUN_NO_CASE, "{" },
};

/**
 * offprint_bib_title:
 * @text: a title of one block
 * @is_english: whether it may be in title case, which is English's alone
 *
 * Returns: (transfer full): the title in TeX, its capitals kept where they must be
 */
char *
offprint_bib_title (OffprintRichText *text,
                    gboolean          is_english)
{
  const OffprintBlock *block = offprint_rich_text_get_block (text, 0);
  Writer writer = { g_string_new (NULL), is_english && is_title_case (text), TRUE };

  for (gsize i = 0; i < block->n_runs; i++)
    {
      const OffprintRun *run = &block->runs[i];
      guint n_open = 0;

      for (gsize j = 0; j < G_N_ELEMENTS (commands); j++)
        {
          if ((run->flags & commands[j].flags) == 0)
            continue;
          g_string_append (writer.string, commands[j].command);
          n_open++;
        }
      append_words (&writer, run->text, n_open > 0);
      while (n_open-- > 0)
        g_string_append_c (writer.string, '}');
    }
  return g_string_free (writer.string, FALSE);
}
