/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words run across tags, so a field's tokens are laid out in one line before
 * anybody looks for them; what mark-up protects is kept beside each byte.
 */

#include "config.h"

#include "case-layout.h"

#include <string.h>

/**
 * csl_case_is_apostrophe:
 * @c: a character
 *
 * Says whether a mark may stand in a word.
 *
 * Returns: whether it may
 */
gboolean
csl_case_is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == '`' || c == 0x02BC;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011;
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/**
 * csl_case_layout_new:
 * @tokens: (array length=n_tokens): a field's tokens
 * @n_tokens: how many
 * @text_case: what case is to be given; title case protects more than others
 *
 * Lays a field out. No letter is to change yet.
 *
 * Returns: (transfer full): the layout
 */
CslCaseLayout *
csl_case_layout_new (const CslRichToken *tokens,
                     guint               n_tokens,
                     CslTextCase         text_case)
{
  CslCaseLayout *self = g_new0 (CslCaseLayout, 1);
  guint guarded = 0;

  self->line = g_string_new (NULL);
  self->changes = g_byte_array_new ();
  self->guards = g_byte_array_new ();
  self->words = g_array_new (FALSE, TRUE, sizeof (CslCaseWord));

  for (guint i = 0; i < n_tokens; i++)
    {
      CslRichMark mark = tokens[i].mark;
      gboolean guards = mark == CSL_RICH_MARK_NO_CASE || mark == CSL_RICH_MARK_NO_DECORATION ||
                        (text_case == CSL_TEXT_CASE_TITLE &&
                         (mark == CSL_RICH_MARK_SMALL_CAPS || mark == CSL_RICH_MARK_SUPERSCRIPT ||
                          mark == CSL_RICH_MARK_SUBSCRIPT)); /* textcase_ImplicitNocase */
      gsize start = self->line->len;

      if (guards && tokens[i].kind == CSL_RICH_OPEN)
        guarded++;
      else if (guards && tokens[i].kind == CSL_RICH_CLOSE)
        guarded--;

      g_string_append_len (self->line, tokens[i].text, tokens[i].length);
      g_byte_array_set_size (self->guards, self->line->len);
      if (self->line->len > start)
        memset (self->guards->data + start, guarded > 0, self->line->len - start);
    }

  g_byte_array_set_size (self->changes, self->line->len);
  if (self->line->len > 0)
    memset (self->changes->data, CSL_CASE_KEEP, self->line->len);

  return self;
}

/**
 * csl_case_layout_free:
 * @self: (transfer full): a layout
 *
 * Frees a layout.
 */
void
csl_case_layout_free (CslCaseLayout *self)
{
  g_string_free (self->line, TRUE);
  g_byte_array_unref (self->changes);
  g_byte_array_unref (self->guards);
  g_array_unref (self->words);
  g_free (self);
}

/* Letters run on over apostrophes between them, and over full stops as in "A.N." unless they part words */
static const char *
find_word_end (const char *start,
               gboolean    stops_part)
{
  const char *p = start;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (!is_letter (c) && !((csl_case_is_apostrophe (c) || (c == '.' && !stops_part)) && is_letter (g_utf8_get_char (next))))
        break;
      p = next;
    }

  return p;
}

static void
add_word (CslCaseLayout *self,
          const char    *start,
          const char    *end,
          const char    *before)
{
  CslCaseWord word = { .start = start - self->line->str, .end = end - self->line->str };
  gboolean has_mark = FALSE;
  gboolean has_blank = FALSE;

  for (const char *p = before; p < start; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ':' || c == '?' || c == '!')
        has_mark = TRUE;
      else if (has_mark && g_unichar_isspace (c))
        has_blank = TRUE;
    }
  word.begins_sentence = has_mark && has_blank;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      if (g_unichar_isupper (g_utf8_get_char (p)) && !self->guards->data[p - self->line->str])
        {
          word.has_capital = TRUE;
          word.has_inner_capital |= p > start;
        }
    }

  word.is_guarded = self->guards->data[word.start];
  word.after_hyphen = start - before == 1 && is_hyphen (*before);
  word.after_ampersand = start > before && start[-1] == '&';
  word.before_hyphen = is_hyphen (g_utf8_get_char (end)) && is_letter (g_utf8_get_char (g_utf8_next_char (end)));
  g_array_append_val (self->words, word);
}

/**
 * csl_case_layout_find_words:
 * @self: a layout
 * @stops_part: whether a full stop between letters parts two words
 *
 * Finds the words.
 */
void
csl_case_layout_find_words (CslCaseLayout *self,
                            gboolean       stops_part)
{
  const char *p = self->line->str;
  const char *before = p;

  while (*p != '\0')
    {
      const char *end;

      if (!is_letter (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      end = find_word_end (p, stops_part);
      add_word (self, p, end, before);
      p = before = end;
    }
}
