/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ISSNs. They look like a span of years, so in running text the word must stand before
 * them. ISO 3297; services.md 7.
 */

#include "config.h"

#include "identifier-private.h"

#include <string.h>

static gboolean
is_valid (const char *digits)
{
  guint sum = 0;

  for (guint i = 0; i < 8; i++)
    {
      guint value = digits[i] == 'X' ? 10 : (guint) g_ascii_digit_value (digits[i]);

      sum += (8 - i) * value;
    }

  return sum % 11 == 0;
}

/*< private >
 * Looks for an ISSN.
 */
gsize
offprint_issn_scan (const OffprintPaste     *paste,
                    gsize                    at,
                    OffprintIdentifierKind  *kind,
                    char                   **value)
{
  char digits[9] = "";
  gboolean is_marked = FALSE;
  gboolean has_hyphen = FALSE;
  gsize end = at;

  if (!g_ascii_isdigit (paste->text[at]) || !offprint_paste_begins (paste, at))
    return 0;
  is_marked = paste->mode == OFFPRINT_PASTE_VALUE || offprint_paste_follows (paste, at, "ISSN");
  for (guint i = 0; i < 8; i++, end++)
    {
      if (i == 4 && paste->text[end] == '-')
        {
          has_hyphen = TRUE;
          end++;
        }
      digits[i] = g_ascii_toupper (paste->text[end]);
      if (!g_ascii_isdigit (digits[i]) && !(i == 7 && digits[i] == 'X'))
        return 0;
    }
  if (g_ascii_isalnum (paste->text[end]) || (paste->text[end] == '-' && g_ascii_isalnum (paste->text[end + 1])) || !is_valid (digits))
    return 0;
  if (!is_marked && !(has_hyphen && offprint_paste_is_all (paste, at, end)))
    return 0;
  *kind = OFFPRINT_IDENTIFIER_ISSN;
  *value = g_strdup_printf ("%.4s-%s", digits, digits + 4);

  return end;
}
