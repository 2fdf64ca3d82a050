/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each range is taken apart into the letters before the digits and the digits,
 * made whole (“321-8” is 321 to 328) and shortened again as the style wants.
 * What is no range of two like numbers keeps its plain hyphen.
 */

#include "config.h"

#include "page-range.h"

#include <string.h>

#include "number.h"

/* One end of a range, as in "n123" or "8n11564" */
typedef struct
{
  const char *prefix;
  gsize prefix_length;
  const char *digits;
  gsize n_digits;
} End;

typedef struct
{
  const char *start;
  gsize length;
} Slice;

static Slice
strip (const char *start,
       const char *end)
{
  while (start < end && g_ascii_isspace (*start))
    start++;
  while (end > start && g_ascii_isspace (end[-1]))
    end--;
  return (Slice) { start, end - start };
}

/* Bytes of the dash that stands at text, or 0: hyphen (in BibTeX two), en dash, figure dash or non-breaking hyphen */
static gsize
dash_length (const char *text)
{
  static const char *const dashes[] = { "--", "-", "–", "‒", "‑", "‐" };

  for (gsize i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      if (g_str_has_prefix (text, dashes[i]))
        return strlen (dashes[i]);
    }

  return 0;
}

/* Digits at the end, and before them anything of letters and digits that ends in a letter */
static gboolean
read_end (Slice  slice,
          End   *end)
{
  gsize n = slice.length;

  while (n > 0 && g_ascii_isdigit (slice.start[n - 1]))
    n--;
  if (n == slice.length)
    return FALSE;

  for (gsize i = 0; i < n; i++)
    {
      if (!g_ascii_isalnum (slice.start[i]))
        return FALSE;
    }

  *end = (End) { slice.start, n, slice.start + n, slice.length - n };
  return TRUE;
}

static gboolean
is_roman (Slice slice)
{
  for (gsize i = 0; i < slice.length; i++)
    {
      if (strchr ("ivxlcdmIVXLCDM", slice.start[i]) == NULL)
        return FALSE;
    }

  return slice.length > 0;
}

/* Compares digits as numbers, of any length */
static int
compare_digits (const char *a,
                gsize       a_length,
                const char *b,
                gsize       b_length)
{
  while (a_length > 1 && *a == '0')
    a++, a_length--;
  while (b_length > 1 && *b == '0')
    b++, b_length--;
  if (a_length != b_length)
    return a_length < b_length ? -1 : 1;
  return memcmp (a, b, a_length);
}

/* How many digits of the second number's end are to be shown */
static gsize
count_shown (CslPageRangeFormat  format,
             const char         *first,
             const char         *last,
             gsize               n)
{
  gsize changed = n;

  while (changed > 1 && first[n - changed] == last[n - changed])
    changed--;

  switch (format)
    {
    case CSL_PAGE_RANGE_NONE:
    case CSL_PAGE_RANGE_EXPANDED:
      return n;

    case CSL_PAGE_RANGE_MINIMAL:
      return changed;

    case CSL_PAGE_RANGE_MINIMAL_TWO:
      return MIN (n, MAX (changed, 2));

    case CSL_PAGE_RANGE_CHICAGO_15:
    case CSL_PAGE_RANGE_CHICAGO_16:
      /* Below 100 and full hundreds: everything; x01 to x09: what changes; else two digits or more */
      if (n < 3 || (first[n - 1] == '0' && first[n - 2] == '0'))
        return n;
      if (first[n - 2] == '0')
        return changed;
      if (format == CSL_PAGE_RANGE_CHICAGO_15 && n == 4 && changed >= 3)
        return n;
      return MAX (changed, 2);
    }

  return n;
}

static void
append_range (GString            *out,
              CslPageRangeFormat  format,
              End                 first,
              End                 last,
              const char         *delimiter)
{
  g_autofree char *whole = NULL;
  gsize n_shown = last.n_digits;
  gsize prefix_length = last.prefix_length;
  const char *digits = last.digits;
  gsize n = last.n_digits;

  if (format != CSL_PAGE_RANGE_NONE && last.n_digits <= first.n_digits)
    {
      gsize missing = first.n_digits - last.n_digits;

      whole = g_strdup_printf ("%.*s%.*s", (int) missing, first.digits, (int) last.n_digits, last.digits);
      if (compare_digits (first.digits, first.n_digits, whole, first.n_digits) < 0)
        {
          digits = whole;
          n = first.n_digits;
          n_shown = count_shown (format, first.digits, whole, n);
          if (format != CSL_PAGE_RANGE_EXPANDED)
            prefix_length = 0;
        }
    }

  g_string_append_len (out, first.prefix, first.prefix_length + first.n_digits);
  g_string_append (out, delimiter);
  g_string_append_len (out, last.prefix, prefix_length);
  g_string_append_len (out, digits + n - n_shown, n_shown);
}

/* One piece between commas and the like: a page, a range, or anything */
static void
append_piece (GString            *out,
              CslPageRangeFormat  format,
              Slice               piece,
              const char         *delimiter)
{
  const char *end = piece.start + piece.length;
  const char *dash = NULL;
  gsize n_dash = 0;
  guint n_dashes = 0;
  Slice left, right;
  End first, last;

  for (const char *p = piece.start; p < end; p += n_dash > 0 && dash == p ? n_dash : (gsize) g_utf8_skip[(guchar) *p])
    {
      gsize length = dash_length (p);

      if (length == 0)
        continue;
      n_dashes++;
      dash = p;
      n_dash = length;
    }

  if (n_dashes != 1 || dash == piece.start || dash[-1] == '\\')
    {
      /* Nothing, several, or one that was escaped */
      for (const char *p = piece.start; p < end; p++)
        {
          if (*p != '\\' || p[1] != '-')
            g_string_append_c (out, *p);
        }
      return;
    }

  left = strip (piece.start, dash);
  right = strip (dash + n_dash, end);
  if (read_end (left, &first) && read_end (right, &last))
    {
      if (first.prefix_length == last.prefix_length && memcmp (first.prefix, last.prefix, first.prefix_length) == 0)
        append_range (out, format, first, last, delimiter);
      else
        g_string_append_printf (out, "%.*s-%.*s", (int) left.length, left.start, (int) right.length, right.start);
    }
  else if ((is_roman (left) || read_end (left, &first)) && (is_roman (right) || read_end (right, &last)))
    {
      g_string_append_printf (out, "%.*s%s%.*s", (int) left.length, left.start, delimiter, (int) right.length, right.start);
    }
  else
    {
      g_string_append_len (out, piece.start, piece.length);
    }
}

/* The symbol stands between blanks, whether "&" did or not */
static void
append_and (GString    *out,
            const char *symbol,
            const char *rest)
{
  if (out->len > 0 && out->str[out->len - 1] != ' ')
    g_string_append_c (out, ' ');
  g_string_append (out, symbol);
  if (*rest != ' ')
    g_string_append_c (out, ' ');
}

/**
 * csl_page_range_format_parse:
 * @name: a value of the attribute `page-range-format`; need not end in a nul
 * @length: bytes in @name, or -1 if it ends in a nul
 *
 * Looks a format up by its name. `chicago` is what it was in CSL 1.0.1, the
 * same as `chicago-15`.
 *
 * Returns: the format, or `CSL_PAGE_RANGE_NONE` if there is no such
 */
CslPageRangeFormat
csl_page_range_format_parse (const char *name,
                             gssize      length)
{
  static const struct
  {
    const char *name;
    CslPageRangeFormat format;
  } formats[] = {
    { "expanded", CSL_PAGE_RANGE_EXPANDED },
    { "minimal", CSL_PAGE_RANGE_MINIMAL },
    { "minimal-two", CSL_PAGE_RANGE_MINIMAL_TWO },
    { "chicago", CSL_PAGE_RANGE_CHICAGO_15 },
    { "chicago-15", CSL_PAGE_RANGE_CHICAGO_15 },
    { "chicago-16", CSL_PAGE_RANGE_CHICAGO_16 },
  };
  gsize size = length < 0 ? strlen (name) : (gsize) length;

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (strlen (formats[i].name) == size && memcmp (formats[i].name, name, size) == 0)
        return formats[i].format;
    }

  return CSL_PAGE_RANGE_NONE;
}

/**
 * csl_page_range_format:
 * @format: how ranges are to look
 * @text: pages, ranges of them, or lists of both
 * @delimiter: what stands between the two ends, the locale's term
 *   `page-range-delimiter`
 * @and_symbol: (nullable): what stands for “&” between numbers, the symbol form
 *   of the locale's term `and`, or `NULL` to keep it
 *
 * Writes ranges of pages in a style's way: CSL 1.0.2, Appendix V, “Page Range
 * Formats”.
 *
 * Even without a format the hyphen of a range becomes @delimiter
 * (page_NoOption). A hyphen between numbers with unlike letters before them
 * stays, and so does one that was escaped as “\-”.
 *
 * Returns: (transfer full): the pages to print
 */
char *
csl_page_range_format (CslPageRangeFormat  format,
                       const char         *text,
                       const char         *delimiter,
                       const char         *and_symbol)
{
  GString *out;
  const char *start = text;
  gboolean has_and;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (delimiter != NULL, NULL);

  has_and = and_symbol != NULL && strchr (text, '&') != NULL && csl_number_text_is_numeric (text);
  out = g_string_new (NULL);
  while (*start != '\0')
    {
      const char *end = start + strcspn (start, ",;&");
      Slice piece = strip (start, end);

      g_string_append_len (out, start, piece.start - start);
      append_piece (out, format, piece, delimiter);
      g_string_append_len (out, piece.start + piece.length, end - piece.start - piece.length);
      if (*end == '&' && has_and)
        append_and (out, and_symbol, ++end);
      else if (*end != '\0')
        g_string_append_c (out, *end++);
      start = end;
    }

  return g_string_free_and_steal (out);
}
