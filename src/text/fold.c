/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * With ICU, for GLib's normalisation takes time with the square of a run of marks, and
 * what is folded comes from files and services.
 */

#include "config.h"

#include "fold.h"

#include <string.h>

#include "icu.h"

typedef struct
{
  UChar *units; /* Owned */
  int32_t length;
} Units;

static void
apply (Units              *text,
       const UNormalizer2 *form)
{
  int32_t capacity = text->length + text->length / 2 + 64;
  UChar *result = g_new (UChar, capacity);
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = offprint_icu_common ()->unorm2_normalize (form, text->units, text->length, result, capacity, &status);

  if (status == U_BUFFER_OVERFLOW_ERROR)
    {
      status = U_ZERO_ERROR;
      capacity = length;
      result = g_renew (UChar, result, capacity);
      length = offprint_icu_common ()->unorm2_normalize (form, text->units, text->length, result, capacity, &status);
    }
  if (U_FAILURE (status))
    {
      g_free (result);
      return;
    }
  g_free (text->units);
  text->units = result;
  text->length = length;
}

static char *
drop_marks (const Units *text)
{
  g_autofree char *utf8 = g_utf16_to_utf8 ((const gunichar2 *) text->units, text->length, NULL, NULL, NULL);
  char *end = utf8;
  const char *next = NULL;

  if (utf8 == NULL)
    return g_strdup ("");
  for (const char *p = utf8; *p != '\0'; p = next)
    {
      next = g_utf8_next_char (p);
      if (g_unichar_ismark (g_utf8_get_char (p)))
        continue;
      memmove (end, p, next - p);
      end += next - p;
    }
  *end = '\0';
  return g_steal_pointer (&utf8);
}

/* ASCII, and the dashes and quotation marks that no folding changes */
static gboolean
is_simple (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);

      if (c >= 0x80 && c != 0x2013 && c != 0x2014 && c != 0x2018 && c != 0x2019 && c != 0x201c && c != 0x201d)
        return FALSE;
    }
  return TRUE;
}

/**
 * offprint_text_fold:
 * @text: valid UTF-8
 *
 * Folds a text for comparing and searching: case and compatibility forms away (Unicode’s
 * NFKC_Casefold), letters without their marks. Punctuation and blanks stay.
 *
 * Returns: (transfer full): the folded text
 */
char *
offprint_text_fold (const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *folding = NULL;
  const UNormalizer2 *decomposing = NULL;
  glong length = 0;
  Units units = { NULL, 0 };
  char *folded = NULL;

  if (is_simple (text))
    return g_ascii_strdown (text, -1);
  folding = offprint_icu_common ()->unorm2_getNFKCCasefoldInstance (&status);
  decomposing = offprint_icu_common ()->unorm2_getNFDInstance (&status);
  if (U_FAILURE (status))
    return g_ascii_strdown (text, -1);
  units.units = (UChar *) g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  if (units.units == NULL || length > G_MAXINT32 / 4)
    {
      g_free (units.units);
      return g_ascii_strdown (text, -1);
    }
  units.length = (int32_t) length;
  apply (&units, folding);
  apply (&units, decomposing);
  folded = drop_marks (&units);
  g_free (units.units);
  return folded;
}
