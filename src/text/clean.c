/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bytes to text. Registries hand out broken UTF-8, Windows' quotation marks as C1
 * controls, zero-width litter from word processors and, if someone is unkind,
 * marks that turn the reading direction of a whole page. Past this file there is
 * none of it, and equal texts are equal bytes (NFC).
 */

#include "config.h"

#include "read.h"

#include "icu.h"
#include "text-private.h"

#include <string.h>

/* UAX #15, “Stream-Safe Text Format”: nobody writes more marks on one letter */
#define MAX_MARKS 30

/* What Windows-1252 has at 0x80 to 0x9f; the HTML standard reads references to these alike */
static const guint16 windows_1252[32] = {
  0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
  0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd,
  0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
  0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178
};

/**
 * offprint_text_windows_1252:
 * @byte: a C1 control, 0x80 to 0x9f
 *
 * What a C1 control was meant to be.
 *
 * Returns: the character
 */
gunichar
offprint_text_windows_1252 (gunichar byte)
{
  return windows_1252[byte - 0x80];
}

/* Marks that turn the direction of the text after them (UAX #9), also past its end */
static gboolean
is_direction_control (gunichar c)
{
  return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x206f);
}

static gboolean
is_litter (gunichar c)
{
  return c == 0x00ad ||                    /* soft hyphen */
         c == 0x034f ||                    /* grapheme joiner */
         c == 0x180e || c == 0x200b ||     /* zero-width blanks */
         (c >= 0x2060 && c <= 0x2065) ||   /* word joiner, invisible operators */
         c == 0xfeff ||                    /* byte order mark */
         (c >= 0xfff9 && c <= 0xfffc) ||   /* annotations, object replacement */
         (c >= 0xe0000 && c <= 0xe0fff) || /* tags, supplementary variation selectors */
         (c >= 0xfdd0 && c <= 0xfdef) ||   /* not characters */
         (c & 0xfffe) == 0xfffe;
}

/* Joiners have a meaning in Persian, in Indic scripts and between emoji only. The
 * answer is the same for all canonical forms of what stands before. */
static gboolean
may_join (gunichar previous)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts = 0;

  if (previous == 0 || g_unichar_isspace (previous) || previous == 0x200c || previous == 0x200d)
    return FALSE;
  n_parts = g_unichar_fully_decompose (previous, FALSE, parts, G_N_ELEMENTS (parts));

  return parts[n_parts - 1] > 0x2ff;
}

/* What is to stand for @c after @previous, or 0 for nothing */
static gunichar
map_character (gunichar c,
               gunichar previous)
{
  if (c == '\t' || c == '\n')
    return c;
  if (c < 0x20 || c == 0x7f)
    return 0;
  if (c >= 0x80 && c < 0xa0)
    return windows_1252[c - 0x80];
  if (c == 0x2028 || c == 0x2029)
    return '\n';
  if (c == 0x200c || c == 0x200d)
    return may_join (previous) ? c : 0;
  if (is_direction_control (c) || is_litter (c))
    return 0;
  return c;
}

/* No more than MAX_MARKS on one letter: canonical ordering takes time with the
 * square of their number. */
static void
limit_marks (GString *string)
{
  const char *p = string->str;
  char *end = string->str;
  guint n_marks = 0;

  while (*p != '\0')
    {
      const char *next = g_utf8_next_char (p);

      n_marks = (guchar) *p >= 0xcc && g_unichar_combining_class (g_utf8_get_char (p)) != 0 ? n_marks + 1 : 0;
      if (n_marks <= MAX_MARKS)
        {
          memmove (end, p, next - p);
          end += next - p;
        }
      p = next;
    }
  g_string_truncate (string, end - string->str);
}

/* No character below U+0300 is changed by NFC, nor does it change its neighbours; nor do
 * the dashes, quotation marks and their like. */
static gboolean
may_need_normalizing (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c;

      if ((guchar) *p < 0xcc)
        continue;
      c = g_utf8_get_char (p);
      if (!(c >= 0x2010 && c <= 0x2027) && !(c >= 0x2030 && c <= 0x205e))
        return TRUE;
    }
  return FALSE;
}

/* ICU's, for GLib's takes time with the square of the length */
static char *
compose (const char *text,
         gsize       length)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = offprint_icu_common ()->unorm2_getNFCInstance (&status);
  glong n_units = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, length, NULL, &n_units, NULL);
  int32_t capacity = n_units + 64;
  g_autofree gunichar2 *composed = g_new (gunichar2, capacity);
  int32_t n_composed = offprint_icu_common ()->unorm2_normalize (nfc, (const UChar *) units, n_units, (UChar *) composed, capacity, &status);

  /* few texts become longer */
  if (status == U_BUFFER_OVERFLOW_ERROR)
    {
      status = U_ZERO_ERROR;
      capacity = n_composed;
      g_free (composed);
      composed = g_new (gunichar2, capacity);
      n_composed = offprint_icu_common ()->unorm2_normalize (nfc, (const UChar *) units, n_units, (UChar *) composed, capacity, &status);
    }
  if (U_FAILURE (status))
    return g_strndup (text, length);

  return g_utf16_to_utf8 (composed, n_composed, NULL, NULL, NULL);
}

static void
normalize (GString *string)
{
  g_autofree char *composed = NULL;

  if (!may_need_normalizing (string->str))
    return;
  limit_marks (string);
  composed = compose (string->str, string->len);
  g_string_assign (string, composed);
  limit_marks (string);
}

/* Letters that stand alone: no mark joins them, NFC keeps them and no table maps them.
 * Nearly all text of pages and records is made of these. */
static gboolean
is_plain_character (gunichar c)
{
  if (c < 0x300)
    return c >= 0xa0 && c != 0xad;
  if (c >= 0x388 && c < 0x460)
    return c != 0x38b && c != 0x38d && c != 0x3a2;
  if (c >= 0x2002 && c <= 0x200a)
    return TRUE;
  if (c >= 0x2010 && c <= 0x205e)
    return !(c >= 0x2028 && c <= 0x202e);
  if (c >= 0x2070 && c <= 0x22ff)
    return c != 0x2126 && c != 0x212a && c != 0x212b;
  return (c >= 0x3041 && c <= 0x3096) || (c >= 0x30a1 && c <= 0x30fa) || (c >= 0x4e00 && c < 0xa000);
}

/*< private >
 * Whether cleaning would change nothing, as far as a glance tells.
 */
gboolean
offprint_text_is_clean (const char *text,
                        gsize       length)
{
  const char *end = text + length;

  while (text < end)
    {
      gunichar c = (guchar) *text;

      if (c < 0x80)
        {
          if ((c < 0x20 && c != '\t' && c != '\n') || c == 0x7f)
            return FALSE;
          text++;
          continue;
        }
      c = g_utf8_get_char_validated (text, end - text);
      if (c == (gunichar) -1 || c == (gunichar) -2 || !is_plain_character (c))
        return FALSE;
      text = g_utf8_next_char (text);
    }
  return TRUE;
}

static void
append_clean (GString    *string,
              const char *text,
              gsize       length)
{
  const char *end = length > 0 ? text + length : text;
  gunichar previous = 0;

  while (text < end)
    {
      gunichar c = (guchar) *text;

      if (c < 0x80)
        text++;
      else
        {
          c = g_utf8_get_char_validated (text, end - text);
          if (c == (gunichar) -1 || c == (gunichar) -2)
            {
              c = 0xfffd;
              text++;
            }
          else
            text = g_utf8_next_char (text);
        }
      if (c == '\r')
        {
          if (text < end && *text == '\n')
            continue;
          c = '\n';
        }
      c = map_character (c, previous);
      if (c != 0)
        {
          g_string_append_unichar (string, c);
          previous = c;
        }
    }
}

/**
 * offprint_text_bound:
 * @text: (nullable): bytes
 * @length: how many, or -1 if they end in a nul
 *
 * How many of the bytes are read: never more than `OFFPRINT_TEXT_MAX_BYTES`, and no
 * part of a character at the end.
 *
 * Returns: bytes of @text
 */
gsize
offprint_text_bound (const char *text,
                     gssize      length)
{
  gsize bound = text == NULL ? 0 : length < 0 ? strlen (text)
                                              : (gsize) length;

  if (bound <= OFFPRINT_TEXT_MAX_BYTES)
    return bound;
  bound = OFFPRINT_TEXT_MAX_BYTES;
  for (guint i = 0; i < 3 && ((guchar) text[bound] & 0xc0) == 0x80; i++)
    bound--;

  return bound;
}

/**
 * offprint_text_strip:
 * @text: bytes that claim to be UTF-8
 * @length: how many
 *
 * The same as [func@Offprint.text_clean], but does not compose letters and their marks:
 * for text that was cleaned before it was cut into runs.
 *
 * Returns: (transfer full): the text, perhaps empty
 */
char *
offprint_text_strip (const char *text,
                     gsize       length)
{
  GString *string = g_string_sized_new (length + 1);

  append_clean (string, text, length);

  return g_string_free (string, FALSE);
}

/**
 * offprint_text_clean:
 * @text: (nullable): bytes that claim to be UTF-8; need not end in a nul
 * @length: bytes in @text, or -1 if it ends in a nul; what comes after 20 MB is not read
 *
 * Makes text of bytes: valid UTF-8 in NFC (UAX #15), U+FFFD for what is none, line feeds
 * only, without control characters, marks of direction and zero-width litter. Cleaning
 * twice changes nothing.
 *
 * Returns: (transfer full): the text, perhaps empty
 */
char *
offprint_text_clean (const char *text,
                     gssize      length)
{
  g_autoptr (GString) string = NULL;
  gsize bound = offprint_text_bound (text, length);

  if (bound > 0 && offprint_text_is_clean (text, bound))
    return g_strndup (text, bound);
  string = g_string_sized_new (bound + 1);
  append_clean (string, text, bound);
  normalize (string);

  return g_string_free_and_steal (g_steal_pointer (&string));
}

/* Clean ASCII with single blanks between words: a glance at what most names and titles are */
static gboolean
is_line (const char *text,
         gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] <= ' ' || text[i] == 0x7f || (text[i] & 0x80) != 0)
      {
        if (text[i] != ' ' || i == 0 || i + 1 == length || text[i + 1] == ' ')
          return FALSE;
      }
  return TRUE;
}

/**
 * offprint_text_clean_line:
 * @text: (nullable): bytes that claim to be UTF-8; need not end in a nul
 * @length: bytes in @text, or -1 if it ends in a nul; what comes after 20 MB is not read
 *
 * The same as [func@Offprint.text_clean] in one line: a run of white space becomes one
 * blank, and none stands at the ends. A single no-break or thin blank between words stays.
 *
 * Returns: (transfer full): the text, perhaps empty
 */
char *
offprint_text_clean_line (const char *text,
                          gssize      length)
{
  gsize bound = offprint_text_bound (text, length);
  g_autofree char *clean = NULL;
  GString *line = NULL;

  if (bound > 0 && is_line (text, bound))
    return g_strndup (text, bound);
  clean = offprint_text_clean (text, length);
  line = g_string_sized_new (strlen (clean) + 1);

  for (const char *p = clean; *p != '\0';)
    {
      const char *next = offprint_text_skip_space (p);

      if (next == p)
        {
          next = g_utf8_next_char (p);
          g_string_append_len (line, p, next - p);
        }
      else if (line->len > 0 && *next != '\0')
        offprint_text_append_space (line, p, next);
      p = next;
    }

  return g_string_free (line, FALSE);
}

/**
 * offprint_text_skip_space:
 * @text: valid UTF-8
 *
 * Returns: (transfer none): the first place in @text that is no white space
 */
const char *
offprint_text_skip_space (const char *text)
{
  while (*text != '\0')
    {
      if ((guchar) *text < 0x80 ? !g_ascii_isspace (*text) : !g_unichar_isspace (g_utf8_get_char (text)))
        return text;
      text = g_utf8_next_char (text);
    }
  return text;
}

/**
 * offprint_text_append_space:
 * @line: where to
 * @start: the beginning of a run of white space
 * @end: its end
 *
 * Appends what a run of white space becomes in a line: one blank, but a single
 * special one (no-break, thin) itself.
 */
void
offprint_text_append_space (GString    *line,
                            const char *start,
                            const char *end)
{
  if ((guchar) *start >= 0x80 && g_utf8_next_char (start) == end)
    g_string_append_len (line, start, end - start);
  else
    g_string_append_c (line, ' ');
}
