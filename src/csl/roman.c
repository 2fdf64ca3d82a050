/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Roman numerals, read and written.
 */

#include "config.h"

#include "number.h"

#include <string.h>

/* The largest number that roman numerals write without a bar */
#define MAX_ROMAN 3999

/**
 * csl_number_is_roman:
 * @text: any text; need not end in a nul
 * @length: bytes in @text
 *
 * Says whether a text is a number from i to mmmcmxcix in small letters and in
 * the one right way, so that “civil” is a word.
 *
 * Returns: whether it is
 */
gboolean
csl_number_is_roman (const char *text,
                     gsize       length)
{
  static const char *const digits[4][10] = {
    { "", "m", "mm", "mmm" },
    { "", "c", "cc", "ccc", "cd", "d", "dc", "dcc", "dccc", "cm" },
    { "", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc" },
    { "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix" },
  };
  const char *end = text + length;
  gboolean is_any = length > 0;

  for (guint place = 0; place < 4; place++)
    {
      gsize best = 0;

      for (guint i = 0; i < 10 && digits[place][i] != NULL; i++)
        {
          gsize n = strlen (digits[place][i]);

          if (n > best && n <= (gsize) (end - text) && memcmp (text, digits[place][i], n) == 0)
            best = n;
        }
      text += best;
    }

  return is_any && text == end;
}

/**
 * csl_number_format_roman:
 * @value: a number
 *
 * Writes a number in small roman numerals.
 *
 * Returns: (transfer full): the numerals; digits for 0 and above 3999
 */
char *
csl_number_format_roman (guint value)
{
  static const struct
  {
    guint value;
    const char *text;
  } steps[] = {
    { 1000, "m" },
    { 900, "cm" },
    { 500, "d" },
    { 400, "cd" },
    { 100, "c" },
    { 90, "xc" },
    { 50, "l" },
    { 40, "xl" },
    { 10, "x" },
    { 9, "ix" },
    { 5, "v" },
    { 4, "iv" },
    { 1, "i" },
  };
  GString *out = g_string_new (NULL);

  if (value == 0 || value > MAX_ROMAN)
    {
      g_string_append_printf (out, "%u", value);
      return g_string_free_and_steal (out);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      while (value >= steps[i].value)
        {
          g_string_append (out, steps[i].text);
          value -= steps[i].value;
        }
    }

  return g_string_free_and_steal (out);
}
