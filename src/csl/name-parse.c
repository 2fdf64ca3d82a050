/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * CSL-JSON has fields for particles and suffixes, but most data has them inside
 * “family” and “given”. What the fixtures name_Parsed*, name_Particle* and
 * magic_NameSuffix* expect of such data is done here: words in lower case at the
 * end of a given name drop, those at the start of a family name do not, and what
 * follows a comma in the given name is a suffix.
 */

#include "config.h"

#include "name-parse.h"

#include <string.h>

/* A particle of this many letters or fewer may be glued on: "al-", "dell’" */
#define MAX_GLUED_LETTERS 5

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC;
}

/* Letters in lower case, and nothing but marks besides: "van", "v.d.", "’t", "d’" */
static gboolean
is_lower_word (const char *start,
               const char *end)
{
  gboolean has_letter = FALSE;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c))
        has_letter = TRUE;
      else if (!is_apostrophe (c) && c != '.' && c != '-')
        return FALSE;
    }

  return has_letter;
}

static const char *
skip_blanks (const char *p)
{
  while (*p == ' ')
    p++;
  return p;
}

static const char *
word_end (const char *p)
{
  return p + strcspn (p, " ");
}

/* Where a particle glued to the name ends, as in "d’Alba" and "al-Bari"; or @start */
static const char *
glued_end (const char *start)
{
  const char *p = start;
  guint n = 0;

  while (n <= MAX_GLUED_LETTERS && g_unichar_islower (g_utf8_get_char (p)))
    {
      p = g_utf8_next_char (p);
      n++;
    }

  if (n == 0 || n > MAX_GLUED_LETTERS || (*p != '-' && !is_apostrophe (g_utf8_get_char (p))))
    return start;

  p = g_utf8_next_char (p);
  return g_unichar_isupper (g_utf8_get_char (p)) ? p : start;
}

/* "van der Berg" to "van der" and "Berg"; one word at least stays the family name */
static void
split_family (CslNameParts *self)
{
  const char *family = self->family;
  const char *rest = family;
  const char *particle_end = family;
  g_autofree char *whole = NULL;

  for (;;)
    {
      const char *end = word_end (rest);

      if (*end == '\0' || *skip_blanks (end) == '\0' || !is_lower_word (rest, end))
        break;
      particle_end = end;
      rest = skip_blanks (end);
    }

  if (glued_end (rest) != rest)
    {
      particle_end = glued_end (rest);
      rest = particle_end;
    }
  if (rest == family)
    return;

  whole = self->family;
  self->non_dropping_particle = g_strndup (family, particle_end - family);
  self->particle_apart = particle_end != rest;
  self->family = g_strdup (rest);
}

/* "Jean de" to "Jean" and "de"; one word at least stays the given name */
static void
split_given (CslNameParts *self)
{
  char *given = self->given;
  char *start = given + strlen (given);

  for (;;)
    {
      char *end = start;
      char *word;

      while (end > given && end[-1] == ' ')
        end--;
      word = end;
      while (word > given && word[-1] != ' ')
        word--;
      if (word == given || !is_lower_word (word, end) || (end - word == 2 && end[-1] == '.'))
        break;
      start = word;
    }

  if (*start == '\0')
    return;

  self->dropping_particle = g_strchomp (g_strdup (start));
  *start = '\0';
  g_strchomp (given);
}

/* "John, III" to "John" and "III"; "John,! Jr." asks for the comma to be printed too */
static void
split_suffix (CslNameParts *self)
{
  char *comma = strchr (self->given, ',');
  const char *rest;

  if (comma == NULL || comma == self->given)
    return;

  rest = comma + 1;
  if (*rest == '!')
    rest++;
  if (*skip_blanks (rest) == '\0')
    return;

  self->comma_suffix = comma[1] == '!';
  self->suffix = g_strstrip (g_strdup (rest));
  *comma = '\0';
  g_strchomp (self->given);
}

/**
 * csl_name_parts_split:
 * @self: the parts as the data gives them
 *
 * Finds particles and a suffix in the family and given name.
 *
 * What the data gives itself is not looked for. A family name in double quotes
 * is taken as it is, without them (bugreports_parseName).
 */
void
csl_name_parts_split (CslNameParts *self)
{
  gsize length = self->family != NULL ? strlen (self->family) : 0;
  gboolean has_particle = self->dropping_particle != NULL || self->non_dropping_particle != NULL;

  if (length > 2 && self->family[0] == '"' && self->family[length - 1] == '"')
    {
      self->family[length - 1] = '\0';
      memmove (self->family, self->family + 1, length - 1);
    }
  else if (length > 0 && !has_particle)
    {
      split_family (self);
    }

  if (self->given == NULL)
    return;
  if (self->family != NULL && !has_particle)
    split_given (self);
  if (self->family != NULL && self->suffix == NULL)
    split_suffix (self);
}

/**
 * csl_name_parts_clear:
 * @self: parts of a name
 *
 * Frees the strings.
 */
void
csl_name_parts_clear (CslNameParts *self)
{
  g_clear_pointer (&self->family, g_free);
  g_clear_pointer (&self->given, g_free);
  g_clear_pointer (&self->dropping_particle, g_free);
  g_clear_pointer (&self->non_dropping_particle, g_free);
  g_clear_pointer (&self->suffix, g_free);
}

/* -1: letters that part family and given with a blank, 1: letters that do not, 0: no letters */
static int
judge_script (const char *text)
{
  int verdict = 0;

  if (text == NULL)
    return 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeScript script = g_unichar_get_script (c);

      if (script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA ||
          script == G_UNICODE_SCRIPT_KATAKANA || script == G_UNICODE_SCRIPT_HANGUL ||
          script == G_UNICODE_SCRIPT_BOPOMOFO)
        verdict = 1;
      else if (g_unichar_isalpha (c) && script != G_UNICODE_SCRIPT_COMMON)
        return -1;
    }

  return verdict;
}

/**
 * csl_name_parts_is_cjk:
 * @self: parts of a name
 *
 * Says whether a name is written in Chinese, Japanese or Korean letters
 * throughout, so that family and given name run together in that order.
 *
 * Returns: whether it is
 */
gboolean
csl_name_parts_is_cjk (CslNameParts *self)
{
  int family = judge_script (self->family);
  int given = judge_script (self->given);

  return family >= 0 && given >= 0 && family + given > 0;
}
