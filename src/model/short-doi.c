/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Short DOIs: an alias that the resolver knows. They look like a fraction or a date, so
 * something must say that they are none. services.md 1.2.
 */

#include "config.h"

#include "identifier-private.h"

#include <string.h>

/* "10/abc" may be a date or a fraction, so a word must stand before it, or nothing else */
static gsize
scan_short_name (const OffprintPaste *paste,
                 gsize                at,
                 gsize               *begin)
{
  const char *text = paste->text + at;
  gsize length = 0;
  gboolean is_marked = FALSE;

  if (strncmp (text, "10/", 3) == 0)
    {
      *begin = at + 3;
      is_marked = offprint_paste_follows (paste, at, "doi") || offprint_paste_follows (paste, at, "doi.org") ||
                  paste->mode == OFFPRINT_PASTE_VALUE;
    }
  else if (g_ascii_strncasecmp (text, "doi.org/", strlen ("doi.org/")) == 0 ||
           g_ascii_strncasecmp (text, "shortdoi.org/", strlen ("shortdoi.org/")) == 0)
    {
      *begin = at + (gsize) (strchr (text, '/') - text) + 1;
      is_marked = TRUE;
    }
  else
    return 0;
  text = paste->text + *begin;
  while (g_ascii_isalnum (text[length]))
    length++;
  if (length < 2 || length > 10 || (text[length] != '\0' && strchr ("/.-_%:", text[length]) != NULL && g_ascii_isalnum (text[length + 1])))
    return 0;
  if (is_marked)
    return length;

  return length >= 3 && strspn (text, "0123456789") < length && offprint_paste_is_all (paste, at, *begin + length) ? length : 0;
}

/*< private >
 * Looks for a short DOI, “10/abc” or “doi.org/abc”, which the resolver knows as an alias.
 */
gsize
offprint_short_doi_scan (const OffprintPaste     *paste,
                         gsize                    at,
                         OffprintIdentifierKind  *kind,
                         char                   **value)
{
  g_autofree char *name = NULL;
  gsize begin = 0;
  gsize length = 0;

  if (at > 0 && (g_ascii_isalnum (paste->text[at - 1]) || paste->text[at - 1] == '-'))
    return 0;
  length = scan_short_name (paste, at, &begin);
  if (length == 0)
    return 0;
  name = g_ascii_strdown (paste->text + begin, (gssize) length);
  *value = g_strconcat ("10/", name, NULL);
  *kind = OFFPRINT_IDENTIFIER_SHORT_DOI;

  return begin + length;
}
