/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text of a field's tokens is laid out in one line, in which words may run
 * across tags; each byte is marked with what is to happen to its letter; then
 * ICU changes the letters. The rules of title and sentence case are those of
 * CSL 1.0.2, “Text-case”, as the fixtures textcase_* read them.
 */

#include "config.h"

#include "text-case.h"

#include <string.h>

#include "case-layout.h"
#include "icu.h"

/* Marks the first letter to be raised; a digit, or a letter of another script, stays (textcase_NonEnglishChars) */
static void
raise_word (CslCaseLayout     *self,
            const CslCaseWord *word,
            gboolean           any_script)
{
  gunichar c = g_utf8_get_char (self->line->str + word->start);

  if (g_unichar_islower (c) && (any_script || g_unichar_get_script (c) == G_UNICODE_SCRIPT_LATIN))
    self->changes->data[word->start] = CSL_CASE_UPPER;
}

/* "d’Alba" and "o’clock" keep their small letter inside a title */
static gboolean
has_low_particle (CslCaseLayout     *self,
                  const CslCaseWord *word)
{
  const char *text = self->line->str + word->start;

  return csl_case_is_apostrophe (g_utf8_get_char (g_utf8_next_char (text)));
}

/* A single letter is a sign more often than a word: “What Is x”, “nothing.c” */
static gboolean
is_single (CslCaseLayout     *self,
           const CslCaseWord *word)
{
  const char *text = self->line->str + word->start;

  return (gsize) (g_utf8_next_char (text) - text) == word->end - word->start && !word->before_hyphen &&
         (word->start == 0 || text[-1] == ' ' || text[-1] == '.');
}

static gboolean
stays_low (CslCaseLayout     *self,
           const CslCaseWord *word)
{
  const char *text = self->line->str + word->start;
  gsize length = word->end - word->start;

  if (has_low_particle (self, word) || is_single (self, word))
    return TRUE;
  if (!csl_case_is_stop_word (text, length))
    return FALSE;
  /* The first part of a hyphened word rises whatever it is, parts within do not */
  return word->after_hyphen || !word->before_hyphen;
}

/* The last word; in “sl_(n+1)” that is the last with a letter, but in “Act of 1964” it is the year */
static guint
find_last (CslCaseLayout *self)
{
  const char *blank = strrchr (self->line->str, ' ');

  for (guint i = self->words->len; i > 0; i--)
    {
      const CslCaseWord *word = &g_array_index (self->words, CslCaseWord, i - 1);
      const char *text = self->line->str + word->start;

      if (blank != NULL && text < blank)
        break;
      if (g_unichar_isalpha (g_utf8_get_char (text)))
        return i - 1;
    }

  return self->words->len - 1;
}

static void
make_title (CslCaseLayout *self)
{
  guint last = find_last (self);

  for (guint i = 0; i < self->words->len; i++)
    {
      const CslCaseWord *word = &g_array_index (self->words, CslCaseWord, i);

      if (word->is_guarded || word->has_capital || word->after_ampersand)
        continue;
      if (i == 0 || (i == last && !is_single (self, word)) || word->begins_sentence || !stays_low (self, word))
        raise_word (self, word, FALSE);
    }
}

static gboolean
is_all_capitals (CslCaseLayout *self)
{
  gboolean has_capital = FALSE;

  for (const char *p = self->line->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (self->guards->data[p - self->line->str])
        continue;
      if (g_unichar_islower (c))
        return FALSE;
      has_capital |= g_unichar_isupper (c);
    }

  return has_capital;
}

static void
change_all (CslCaseLayout *self,
            gsize          start,
            CslCaseChange  change)
{
  for (gsize i = start; i < self->line->len; i++)
    {
      if (!self->guards->data[i])
        self->changes->data[i] = change;
    }
}

static void
capitalize_first (CslCaseLayout *self)
{
  const CslCaseWord *first;

  if (self->words->len == 0)
    return;

  /* "mRNA" begins as it does */
  first = &g_array_index (self->words, CslCaseWord, 0);
  if (!first->is_guarded && !first->has_inner_capital)
    raise_word (self, first, TRUE);
}

/* The first word keeps its capitals unless all have them; all others lose theirs: textcase_SentenceCapitalization */
static void
make_sentence (CslCaseLayout *self)
{
  gboolean is_capitals = is_all_capitals (self);
  gsize start = 0;

  if (self->words->len == 0)
    return;

  start = g_array_index (self->words, CslCaseWord, 0).end;
  if (is_capitals && self->words->len > 1)
    {
      const char *first = self->line->str + g_array_index (self->words, CslCaseWord, 0).start;

      start = g_utf8_next_char (first) - self->line->str;
    }
  change_all (self, start, CSL_CASE_LOWER);
  capitalize_first (self);
}

/* Each word rises, and so does what follows a full stop within one: "u.s." */
static void
capitalize_all (CslCaseLayout *self)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      const CslCaseWord *word = &g_array_index (self->words, CslCaseWord, i);
      const char *end = self->line->str + word->end;

      if (word->is_guarded || word->has_inner_capital)
        continue;
      raise_word (self, word, TRUE);
      for (const char *p = self->line->str + word->start; p < end; p++)
        {
          if (*p == '.' && p + 1 < end && !self->guards->data[p + 1 - self->line->str])
            self->changes->data[p + 1 - self->line->str] = CSL_CASE_UPPER;
        }
    }
}

static void
mark_changes (CslCaseLayout *self,
              CslTextCase    text_case)
{
  csl_case_layout_find_words (self, text_case == CSL_TEXT_CASE_TITLE);

  switch (text_case)
    {
    case CSL_TEXT_CASE_NONE:
      break;

    case CSL_TEXT_CASE_LOWERCASE:
      change_all (self, 0, CSL_CASE_LOWER);
      break;

    case CSL_TEXT_CASE_UPPERCASE:
      change_all (self, 0, CSL_CASE_UPPER);
      break;

    case CSL_TEXT_CASE_CAPITALIZE_FIRST:
      capitalize_first (self);
      break;

    case CSL_TEXT_CASE_CAPITALIZE_ALL:
      capitalize_all (self);
      break;

    case CSL_TEXT_CASE_SENTENCE:
      make_sentence (self);
      break;

    case CSL_TEXT_CASE_TITLE:
      make_title (self);
      break;
    }
}

/* What knows the capitals of a language; ICU's map is made for the first letter that needs it */
typedef struct
{
  const char *language;
  UCaseMap *map;
} CaseMapper;

/* Letters of ASCII, dashes and quotation marks, outside the languages that dot them otherwise */
static gboolean
is_simple (CaseMapper *self,
           const char *text,
           gsize       length)
{
  static const char *const others[] = { "tr", "az", "lt" };
  const char *end = text + length;

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      if (g_ascii_strncasecmp (self->language, others[i], 2) == 0)
        return FALSE;
    }
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      if ((guchar) *p >= 0x80 && (g_utf8_get_char (p) < 0x2010 || g_utf8_get_char (p) > 0x205e))
        return FALSE;
    }
  return TRUE;
}

static UCaseMap *
get_map (CaseMapper *self)
{
  UErrorCode status = U_ZERO_ERROR;

  if (self->map == NULL)
    self->map = offprint_icu_common ()->ucasemap_open (self->language, 0, &status);

  return self->map;
}

static void
append_ascii (GString       *out,
              const char    *text,
              gsize          length,
              CslCaseChange  change)
{
  gsize start = out->len;

  g_string_append_len (out, text, length);
  for (gsize i = start; i < out->len; i++)
    out->str[i] = change == CSL_CASE_LOWER ? g_ascii_tolower (out->str[i]) : g_ascii_toupper (out->str[i]);
}

/* Changes one stretch of letters alike */
static void
append_changed (GString       *out,
                CaseMapper    *mapper,
                const char    *text,
                gsize          length,
                CslCaseChange  change)
{
  UErrorCode status = U_ZERO_ERROR;
  gsize start = out->len;
  gsize room = length * 3 + 16; /* no letter grows more */
  UCaseMap *map = NULL;
  int32_t written;

  if (change != CSL_CASE_KEEP && is_simple (mapper, text, length))
    {
      append_ascii (out, text, length, change);
      return;
    }
  if (change != CSL_CASE_KEEP)
    map = get_map (mapper);
  if (map == NULL)
    {
      g_string_append_len (out, text, length);
      return;
    }

  g_string_set_size (out, start + room);
  if (change == CSL_CASE_LOWER)
    written = offprint_icu_common ()->ucasemap_utf8ToLower (map, out->str + start, (int32_t) room, text, (int32_t) length, &status);
  else
    written = offprint_icu_common ()->ucasemap_utf8ToUpper (map, out->str + start, (int32_t) room, text, (int32_t) length, &status);

  if (U_FAILURE (status) || (gsize) written > room)
    {
      g_string_truncate (out, start);
      g_string_append_len (out, text, length);
    }
  else
    {
      g_string_set_size (out, start + written);
    }
}

/* The bytes of one token: letters that change alike go to ICU together */
static void
append_token (GString            *out,
              CaseMapper         *mapper,
              CslCaseLayout      *layout,
              gsize               offset,
              const CslRichToken *token)
{
  const char *text = token->text;
  const char *end = text + token->length;

  while (text < end)
    {
      const char *next = text;
      CslCaseChange change = (CslCaseChange) layout->changes->data[offset + (text - token->text)];

      while (next < end && layout->changes->data[offset + (next - token->text)] == change)
        {
          next = g_utf8_next_char (next);
          if (next - text > 1 << 16)
            break;
        }
      append_changed (out, mapper, text, next - text, change);
      text = next;
    }
}

static CslRichField *
rewrite (CslCaseLayout      *layout,
         const CslRichToken *tokens,
         guint               n_tokens,
         const char         *language)
{
  g_autofree CslRichToken *changed = g_memdup2 (tokens, MAX (n_tokens, 1) * sizeof *tokens);
  g_autoptr (GString) out = g_string_new (NULL);
  CaseMapper mapper = { language != NULL ? language : "", NULL };
  gsize offset = 0;
  gsize start = 0;

  for (guint i = 0; i < n_tokens; i++)
    {
      append_token (out, &mapper, layout, offset, &tokens[i]);
      offset += tokens[i].length;
      changed[i].length = out->len - start;
      start = out->len;
    }
  if (mapper.map != NULL)
    offprint_icu_common ()->ucasemap_close (mapper.map);

  start = 0;
  for (guint i = 0; i < n_tokens; i++)
    {
      changed[i].text = out->str + start;
      start += changed[i].length;
    }

  return csl_rich_field_new_tokens (changed, n_tokens);
}

static gboolean
has_changes (CslCaseLayout *self)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      if (self->changes->data[i] != CSL_CASE_KEEP)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_english (const char *language)
{
  gsize length = language != NULL ? strspn (language, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") : 0;

  return (length == 2 && g_ascii_strncasecmp (language, "en", 2) == 0) ||
         (length == 3 && g_ascii_strncasecmp (language, "eng", 3) == 0);
}

/**
 * csl_text_case_parse:
 * @name: a value of the attribute `text-case`; need not end in a nul
 * @length: bytes in @name, or -1 if it ends in a nul
 *
 * Looks a case up by its name: CSL 1.0.2, “Text-case”.
 *
 * Returns: the case, or `CSL_TEXT_CASE_NONE` if there is no such
 */
CslTextCase
csl_text_case_parse (const char *name,
                     gssize      length)
{
  static const char *const names[] = {
    [CSL_TEXT_CASE_NONE] = "",
    [CSL_TEXT_CASE_LOWERCASE] = "lowercase",
    [CSL_TEXT_CASE_UPPERCASE] = "uppercase",
    [CSL_TEXT_CASE_CAPITALIZE_FIRST] = "capitalize-first",
    [CSL_TEXT_CASE_CAPITALIZE_ALL] = "capitalize-all",
    [CSL_TEXT_CASE_SENTENCE] = "sentence",
    [CSL_TEXT_CASE_TITLE] = "title",
  };
  gsize size = length < 0 ? strlen (name) : (gsize) length;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (strlen (names[i]) == size && memcmp (names[i], name, size) == 0)
        return (CslTextCase) i;
    }

  return CSL_TEXT_CASE_NONE;
}

/**
 * csl_text_case_apply:
 * @text_case: what case to give
 * @field: a field
 * @language: (nullable): the language tag whose rules hold; title case changes
 *   English only
 *
 * Changes the case of a field. What stands in `nocase` (and in title case, in
 * small capitals and behind or below the line) stays as it is.
 *
 * Returns: (transfer full): the field; @field itself if nothing changes
 */
CslRichField *
csl_text_case_apply (CslTextCase   text_case,
                     CslRichField *field,
                     const char   *language)
{
  g_autoptr (CslCaseLayout) layout = NULL;
  const CslRichToken *tokens;
  guint n_tokens;

  if (text_case == CSL_TEXT_CASE_NONE || (text_case == CSL_TEXT_CASE_TITLE && !is_english (language)))
    return csl_rich_field_ref (field);

  tokens = csl_rich_field_get_tokens (field, &n_tokens);
  layout = csl_case_layout_new (tokens, n_tokens, text_case);
  mark_changes (layout, text_case);
  if (!has_changes (layout))
    return csl_rich_field_ref (field);

  return rewrite (layout, tokens, n_tokens, language);
}

/**
 * csl_text_case_apply_plain:
 * @text_case: what case to give
 * @text: any text, UTF-8; need not end in a nul
 * @length: bytes in @text, or -1 if it ends in a nul
 * @language: (nullable): the language tag whose rules hold
 *
 * Changes the case of a text without mark-up.
 *
 * Returns: (transfer full): the text
 */
char *
csl_text_case_apply_plain (CslTextCase  text_case,
                           const char  *text,
                           gssize       length,
                           const char  *language)
{
  g_autoptr (CslRichField) field = csl_rich_field_new_plain (text, length);
  g_autoptr (CslRichField) changed = csl_text_case_apply (text_case, field, language);

  return csl_rich_field_dup_plain (changed);
}

/**
 * csl_text_case_choose_language:
 * @item_language: (nullable): the variable `language` of an item
 * @style_language: (nullable): the language that the style is used in
 *
 * Chooses whose rules of case hold: the item's, if it says a language and not
 * just words (locale_TitleCaseGarbageLangNonEnglishLocale).
 *
 * Returns: (nullable): one of the two
 */
const char *
csl_text_case_choose_language (const char *item_language,
                               const char *style_language)
{
  gsize length;

  if (item_language == NULL)
    return style_language;

  length = 0;
  while (g_ascii_isalpha (item_language[length]))
    length++;
  if (length < 2 || length > 3)
    return style_language;
  for (const char *p = item_language + length; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) && *p != '-' && *p != '_' && *p != '@')
        return style_language;
    }

  return item_language;
}
