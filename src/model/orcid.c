/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ORCID iDs, bare or as addresses; the last character checks the others by ISO 7064
 * MOD 11-2. services.md 7.
 */

#include "config.h"

#include "identifier-private.h"

#include <string.h>

static gboolean
is_valid (const char *digits)
{
  guint total = 0;
  guint check = 0;

  for (guint i = 0; i < 15; i++)
    total = (total + (guint) g_ascii_digit_value (digits[i])) * 2 % 11;
  check = (12 - total) % 11;

  return digits[15] == (check == 10 ? 'X' : (char) ('0' + check));
}

/*< private >
 * Looks for an ORCID iD.
 */
gsize
offprint_orcid_scan (const OffprintPaste     *paste,
                     gsize                    at,
                     OffprintIdentifierKind  *kind,
                     char                   **value)
{
  char digits[17] = "";
  guint n_hyphens = 0;
  gsize end = at;

  if (strncmp (paste->text + at, "000", 3) != 0 || !offprint_paste_begins (paste, at))
    return 0;
  for (guint i = 0; i < 16; i++, end++)
    {
      if (i > 0 && i % 4 == 0 && paste->text[end] == '-')
        {
          n_hyphens++;
          end++;
        }
      digits[i] = g_ascii_toupper (paste->text[end]);
      if (!g_ascii_isdigit (digits[i]) && !(i == 15 && digits[i] == 'X'))
        return 0;
    }
  if (g_ascii_isalnum (paste->text[end]) || !is_valid (digits))
    return 0;
  if (n_hyphens != 3 && !(n_hyphens == 0 && (offprint_paste_follows (paste, at, "orcid.org") ||
                                             offprint_paste_follows (paste, at, "orcid") ||
                                             offprint_paste_is_all (paste, at, end))))
    return 0;
  *kind = OFFPRINT_IDENTIFIER_ORCID;
  *value = g_strdup_printf ("%.4s-%.4s-%.4s-%.4s", digits, digits + 4, digits + 8, digits + 12);

  return end;
}
