/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a page has no machine’s date beside the reader’s, and in the text of a page, a
 * day is three words in one of two orders. No more of it is taken than is there.
 */

#include "config.h"

#include "prose-date.h"

#include <string.h>

static guint
month_of (const char *word)
{
  static const char *const names[] = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strncasecmp (word, names[i], 3) == 0)
      return i + 1;

  return 0;
}

/**
 * offprint_prose_date_read:
 * @text: a day
 *
 * Reads a day, month or year.
 *
 * Returns: (transfer full) (nullable): the date as far as it is said
 */
OffprintDate *
offprint_prose_date_read (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,.", 12);
  gint64 year = 0;
  guint month = 0;
  guint day = 0;

  if (strlen (text) >= 8 && strspn (text, "0123456789-") == strlen (text))
    return offprint_date_new_from_edtf (text);
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize digits = strspn (words[i], "0123456789");

      if (*words[i] == '\0')
        continue;
      if (digits == 4 && words[i][4] == '\0' && year == 0)
        year = g_ascii_strtoll (words[i], NULL, 10);
      else if (digits > 0 && digits <= 2 && words[i][digits] == '\0' && day == 0)
        day = (guint) g_ascii_strtoull (words[i], NULL, 10);
      else if (digits == 0 && month == 0 && month_of (words[i]) > 0)
        month = month_of (words[i]);
      else
        return NULL;
    }
  if (year < 1000)
    return NULL;
  if (month == 0 || day < 1 || day > g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year))
    day = 0;

  return offprint_date_new ((int) year, month, day);
}
