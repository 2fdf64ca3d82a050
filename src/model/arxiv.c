/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * arXiv's identifiers: “YYMM.NNNNN” since April 2007, “archive/YYMMNNN” before. The
 * forms are those of arXiv's own page “Understanding the arXiv identifier”.
 */

#include "config.h"

#include "identifier-private.h"

#include <string.h>

static const char *const archives[] = {
  "acc-phys",
  "adap-org",
  "alg-geom",
  "ao-sci",
  "astro-ph",
  "atom-ph",
  "bayes-an",
  "chao-dyn",
  "chem-ph",
  "cmp-lg",
  "comp-gas",
  "cond-mat",
  "cs",
  "dg-ga",
  "funct-an",
  "gr-qc",
  "hep-ex",
  "hep-lat",
  "hep-ph",
  "hep-th",
  "math",
  "math-ph",
  "mtrl-th",
  "nlin",
  "nucl-ex",
  "nucl-th",
  "patt-sol",
  "physics",
  "plasm-ph",
  "q-alg",
  "q-bio",
  "quant-ph",
  "solv-int",
  "stat",
  "supr-con",
};

static gsize
skip_version (const char *text)
{
  gsize digits = *text == 'v' || *text == 'V' ? strspn (text + 1, "0123456789") : 0;

  return digits > 0 && digits < 4 ? digits + 1 : 0;
}

static gboolean
is_month (const char *digits)
{
  int month = g_ascii_digit_value (digits[0]) * 10 + g_ascii_digit_value (digits[1]);

  return month >= 1 && month <= 12;
}

/* Four digits behind the dot until December 2014, then five */
static gsize
scan_new (const char *text)
{
  gsize stem = strspn (text, "0123456789");
  gsize number = stem == 4 && text[4] == '.' ? strspn (text + 5, "0123456789") : 0;
  int year = stem == 4 ? g_ascii_digit_value (text[0]) * 10 + g_ascii_digit_value (text[1]) : 0;

  if (number == 0 || !is_month (text + 2) || year < 7 || number != (year < 15 ? 4 : 5))
    return 0;

  return 5 + number;
}

static gsize
scan_old (const char *text)
{
  gsize stem = strspn (text, "abcdefghijklmnopqrstuvwxyz-");
  gsize subject = 0;
  gboolean is_known = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (archives); i++)
    is_known = is_known || (strlen (archives[i]) == stem && memcmp (archives[i], text, stem) == 0);
  if (!is_known)
    return 0;
  if (text[stem] == '.' && g_ascii_isalpha (text[stem + 1]) && g_ascii_isalpha (text[stem + 2]))
    subject = 3;
  if (text[stem + subject] != '/' || strspn (text + stem + subject + 1, "0123456789") != 7 || !is_month (text + stem + subject + 3))
    return 0;

  return stem + subject + 8;
}

/* “arXiv:”, or an address of arXiv or of what mirrors it under its paths */
static gboolean
is_marked (const OffprintPaste *paste,
           gsize                at)
{
  static const char *const paths[] = { "/abs/", "/pdf/", "/html/", "/ps/", "/format/", "/src/", "/e-print/" };

  if (paste->mode == OFFPRINT_PASTE_VALUE || offprint_paste_follows (paste, at, "arXiv"))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      gsize length = strlen (paths[i]);
      gsize floor = at > length + 60 ? at - length - 60 : 0;

      if (at < length || memcmp (paste->text + at - length, paths[i], length) != 0)
        continue;
      for (gsize begin = at - length; begin > floor && !g_ascii_isspace (paste->text[begin]); begin--)
        if (g_ascii_strncasecmp (paste->text + begin, "arxiv", 5) == 0)
          return TRUE;
    }

  return FALSE;
}

/*< private >
 * Looks for an arXiv identifier.
 */
gsize
offprint_arxiv_scan (const OffprintPaste     *paste,
                     gsize                    at,
                     OffprintIdentifierKind  *kind,
                     char                   **value)
{
  const char *text = paste->text + at;
  gsize length = 0;

  if (!offprint_paste_begins (paste, at) || (at > 0 && strchr (".-", paste->text[at - 1]) != NULL))
    return 0;
  length = g_ascii_isdigit (*text) ? scan_new (text) : scan_old (text);
  if (length == 0)
    return 0;
  length += skip_version (text + length);
  if (g_ascii_isalnum (text[length]))
    return 0;
  if (!is_marked (paste, at) && !offprint_paste_is_all (paste, at, at + length))
    return 0;
  *kind = OFFPRINT_IDENTIFIER_ARXIV;
  *value = g_strndup (text, length);

  return at + length;
}
