/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ISBNs of ten and thirteen digits, with whatever hyphens a printer used, to thirteen
 * digits; and back to the hyphens that people read. ISO 2108; services.md 7.
 */

#include "config.h"

#include "identifier-private.h"

#include <string.h>

static gboolean
is_valid_10 (const char *digits)
{
  guint sum = 0;

  for (guint i = 0; i < 10; i++)
    {
      guint value = digits[i] == 'X' ? 10 : (guint) g_ascii_digit_value (digits[i]);

      if (digits[i] == 'X' && i < 9)
        return FALSE;
      sum += (10 - i) * value;
    }

  return sum % 11 == 0;
}

static char
check_digit_13 (const char *digits)
{
  guint sum = 0;

  for (guint i = 0; i < 12; i++)
    sum += (i % 2 == 0 ? 1 : 3) * (guint) g_ascii_digit_value (digits[i]);

  return (char) ('0' + (10 - sum % 10) % 10);
}

static gboolean
is_valid_13 (const char *digits)
{
  return (g_str_has_prefix (digits, "978") || g_str_has_prefix (digits, "979")) && strchr (digits, 'X') == NULL &&
         digits[12] == check_digit_13 (digits);
}

/* Digits with at most one hyphen or blank between. Returns where they end, or 0. */
static gsize
read_digits (const OffprintPaste *paste,
             gsize                at,
             guint                n,
             char                *digits)
{
  guint found = 0;

  while (found < n)
    {
      char c = g_ascii_toupper (paste->text[at]);

      if (g_ascii_isdigit (c) || (c == 'X' && found == 9 && n == 10))
        digits[found++] = c;
      else if ((c != '-' && c != ' ') || found == 0 || !g_ascii_isalnum (paste->text[at + 1]))
        return 0;
      at++;
    }
  digits[n] = '\0';
  if (g_ascii_isalnum (paste->text[at]) || (paste->text[at] == '-' && g_ascii_isdigit (paste->text[at + 1])))
    return 0;

  return at;
}

/*< private >
 * Looks for an ISBN. Ten digits are chance unless the word stands before them.
 */
gsize
offprint_isbn_scan (const OffprintPaste     *paste,
                    gsize                    at,
                    OffprintIdentifierKind  *kind,
                    char                   **value)
{
  char digits[14] = "978";
  gsize end = 0;

  if (!g_ascii_isdigit (paste->text[at]) || !offprint_paste_begins (paste, at))
    return 0;
  *kind = OFFPRINT_IDENTIFIER_ISBN;
  end = read_digits (paste, at, 13, digits);
  if (end > 0 && is_valid_13 (digits))
    {
      *value = g_strdup (digits);
      return end;
    }
  end = read_digits (paste, at, 10, digits + 3);
  if (end == 0 || !is_valid_10 (digits + 3))
    return 0;
  if (!offprint_paste_follows (paste, at, "ISBN") && !offprint_paste_is_all (paste, at, end))
    return 0;
  memcpy (digits, "978", 3);
  digits[12] = check_digit_13 (digits);
  *value = g_strdup (digits);

  return end;
}

typedef struct
{
  const char *group; /* prefix and registration group */
  guint low;         /* first and last registrant of this length, */
  guint high;
  guint n; /* in digits */
} Range;

/* The registrants of the larger groups, as far as they are known for sure: what the
 * International ISBN Agency gave since is left without hyphens. */
static const Range ranges[] = {
  { "9780", 0, 19, 2 },
  { "9780", 200, 227, 3 },
  { "9780", 2280, 2289, 4 },
  { "9780", 229, 368, 3 },
  { "9780", 3690, 3699, 4 },
  { "9780", 370, 638, 3 },
  { "9780", 6390, 6397, 4 },
  { "9780", 640, 644, 3 },
  { "9780", 646, 647, 3 },
  { "9780", 649, 654, 3 },
  { "9780", 6550, 6559, 4 },
  { "9780", 656, 699, 3 },
  { "9780", 7000, 8499, 4 },
  { "9780", 85000, 89999, 5 },
  { "9780", 900000, 949999, 6 },
  { "9780", 9500000, 9999999, 7 },

  { "9781", 0, 9, 3 },
  { "9781", 1, 2, 2 },
  { "9781", 30, 34, 3 },
  { "9781", 350, 399, 4 },
  { "9781", 40, 49, 3 },
  { "9781", 5, 6, 2 },
  { "9781", 700, 999, 4 },
  { "9781", 100, 397, 3 },
  { "9781", 4000, 5499, 4 },
  { "9781", 55000, 64999, 5 },
  { "9781", 6500, 6799, 4 },
  { "9781", 68000, 68599, 5 },
  { "9781", 6860, 7139, 4 },
  { "9781", 714, 716, 3 },
  { "9781", 7170, 7319, 4 },
  { "9781", 74000, 77499, 5 },
  { "9781", 77540, 77639, 5 },
  { "9781", 77650, 77699, 5 },
  { "9781", 78300, 78999, 5 },
  { "9781", 7900, 7999, 4 },
  { "9781", 80500, 83799, 5 },
  { "9781", 83850, 86719, 5 },
  { "9781", 8672, 8675, 4 },
  { "9781", 86760, 86979, 5 },
  { "9781", 869800, 915999, 6 },

  { "9782", 0, 19, 2 },
  { "9782", 200, 349, 3 },
  { "9782", 35000, 39999, 5 },
  { "9782", 400, 486, 3 },
  { "9782", 497, 527, 3 },
  { "9782", 530, 699, 3 },
  { "9782", 7000, 8399, 4 },
  { "9782", 84000, 89999, 5 },
  { "9782", 900000, 919799, 6 },
  { "9782", 920000, 949999, 6 },
  { "9782", 9500000, 9999999, 7 },

  { "9783", 0, 2, 2 },
  { "9783", 30, 33, 3 },
  { "9783", 340, 369, 4 },
  { "9783", 3700, 3999, 5 },
  { "9783", 4, 19, 2 },
  { "9783", 200, 389, 3 },
  { "9783", 400, 699, 3 },
  { "9783", 7000, 8499, 4 },
  { "9783", 85000, 89999, 5 },
  { "9783", 900000, 949999, 6 },
  { "9783", 9500000, 9539999, 7 },
  { "9783", 95400, 96999, 5 },

  { "9784", 0, 19, 2 },
  { "9784", 200, 699, 3 },
  { "9784", 7000, 8499, 4 },
  { "9784", 85000, 89999, 5 },
  { "9784", 900000, 949999, 6 },
  { "9784", 9500000, 9999999, 7 },

  { "9785", 1, 19, 2 },
  { "9785", 200, 361, 3 },
  { "9785", 363, 420, 3 },
  { "9785", 450, 603, 3 },
  { "9785", 605, 696, 3 },
  { "9785", 7000, 8499, 4 },
  { "9785", 85000, 89999, 5 },

  { "9787", 0, 9, 2 },
  { "9787", 100, 499, 3 },
  { "9787", 5000, 7999, 4 },
  { "9787", 80000, 89999, 5 },
  { "9787", 900000, 999999, 6 },

  { "97882", 0, 19, 2 },
  { "97882", 200, 689, 3 },
  { "97882", 690000, 699999, 6 },
  { "97882", 7000, 8999, 4 },
  { "97882", 90000, 98999, 5 },
  { "97882", 990000, 999999, 6 },
  { "97883", 0, 19, 2 },
  { "97883", 200, 599, 3 },
  { "97883", 60000, 69999, 5 },
  { "97883", 7000, 8499, 4 },
  { "97883", 85000, 89999, 5 },
  { "97883", 900000, 999999, 6 },
  { "97884", 200, 699, 3 },
  { "97884", 7000, 8499, 4 },
  { "97884", 85000, 89999, 5 },
  { "97887", 0, 29, 2 },
  { "97887", 400, 649, 3 },
  { "97887", 7000, 7999, 4 },
  { "97887", 85000, 94999, 5 },
  { "97887", 970000, 999999, 6 },
  { "97888", 0, 19, 2 },
  { "97888", 6000, 8499, 4 },
  { "97888", 85000, 89999, 5 },
  { "97888", 900000, 909999, 6 },
  { "97890", 0, 19, 2 },
  { "97890", 200, 499, 3 },
  { "97890", 5000, 6999, 4 },
  { "97890", 70000, 79999, 5 },
  { "97890", 800000, 849999, 6 },
  { "97890", 8500, 8999, 4 },
  { "97891", 0, 1, 1 },
  { "97891", 20, 49, 2 },
  { "97891", 500, 649, 3 },
  { "97891", 7000, 7999, 4 },
  { "97891", 85000, 94999, 5 },
  { "97891", 970000, 999999, 6 },
};

/*< private >
 * Puts the hyphens of an ISBN, or gives NULL where the registrant's length is not known.
 */
char *
offprint_isbn_hyphenate (const char *value)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      const Range *range = &ranges[i];
      gsize group = strlen (range->group);
      g_autofree char *registrant = NULL;
      guint64 number = 0;

      if (strlen (value) != 13 || !g_str_has_prefix (value, range->group))
        continue;
      registrant = g_strndup (value + group, range->n);
      if (!g_ascii_string_to_unsigned (registrant, 10, range->low, range->high, &number, NULL))
        continue;
      return g_strdup_printf ("%.3s-%s-%s-%.*s-%c", value, range->group + 3, registrant,
                              (int) (12 - group - range->n), value + group + range->n, value[12]);
    }

  return NULL;
}
