/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The numbers of PubMed and PubMed Central. A PMID is digits like any others: it counts
 * only behind its word, in an address of PubMed, or typed alone.
 */

#include "config.h"

#include "identifier-private.h"

#include <string.h>

static gboolean
is_marked_pmid (const OffprintPaste *paste,
                gsize                at)
{
  return paste->mode == OFFPRINT_PASTE_VALUE || offprint_paste_follows (paste, at, "pmid") || offprint_paste_follows (paste, at, "pubmed") ||
         offprint_paste_follows (paste, at, "pubmed.ncbi.nlm.nih.gov");
}

/* A year typed alone is a word of a title, so five digits at least */
static gsize
scan_pmid (const OffprintPaste *paste,
           gsize                at)
{
  gsize length = strspn (paste->text + at, "0123456789");
  char next = paste->text[at + length];

  if (length == 0 || length > 8 || paste->text[at] == '0' || g_ascii_isalnum (next) ||
      (next == '.' && g_ascii_isdigit (paste->text[at + length + 1])))
    return 0;
  if (!is_marked_pmid (paste, at) && !(length >= 5 && offprint_paste_is_all (paste, at, at + length)))
    return 0;

  return length;
}

/*< private >
 * Looks for a PMID or a PMCID.
 */
gsize
offprint_pubmed_scan (const OffprintPaste     *paste,
                      gsize                    at,
                      OffprintIdentifierKind  *kind,
                      char                   **value)
{
  const char *text = paste->text + at;
  gsize digits = 0;

  if (!offprint_paste_begins (paste, at))
    return 0;
  if (g_ascii_strncasecmp (text, "PMC", 3) == 0 || offprint_paste_follows (paste, at, "PMCID"))
    {
      gsize skip = g_ascii_isdigit (*text) ? 0 : 3;

      digits = g_ascii_isalnum (*text) ? strspn (text + skip, "0123456789") : 0;
      if (digits < 4 || digits > 9 || g_ascii_isalnum (text[skip + digits]))
        return 0;
      *kind = OFFPRINT_IDENTIFIER_PMCID;
      *value = g_strdup_printf ("PMC%.*s", (int) digits, text + skip);
      return at + skip + digits;
    }
  digits = scan_pmid (paste, at);
  if (digits == 0)
    return 0;
  *kind = OFFPRINT_IDENTIFIER_PMID;
  *value = g_strndup (text, digits);

  return at + digits;
}
