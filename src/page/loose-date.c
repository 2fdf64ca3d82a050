/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every site writes dates in its own way: 2011/1/25, Apr 22, 2019, January 03 2013,
 * 2014 Jun, 15. Mai 2020, 11/01/2012. The parts are told apart by what they are, not by
 * where they stand; what cannot be told apart is left out, so that no date here says
 * more than the page did.
 */

#include "config.h"

#include "loose-date.h"

#include <stdlib.h>
#include <string.h>

#define MAX_BYTES 100

typedef struct
{
  int numbers[4];
  guint digits[4];
  guint n_numbers;
  guint month;
} Parts;

/* The first letters of the months in the languages that most journals are printed in;
 * longer ones first where one begins as another does */
static const struct
{
  const char *start;
  guint month;
} months[] = {
  { "jan", 1 },
  { "ene", 1 },
  { "gen", 1 },
  { "янв", 1 },
  { "feb", 2 },
  { "fév", 2 },
  { "fev", 2 },
  { "фев", 2 },
  { "märz", 3 },
  { "mär", 3 },
  { "mar", 3 },
  { "мар", 3 },
  { "apr", 4 },
  { "avr", 4 },
  { "abr", 4 },
  { "апр", 4 },
  { "may", 5 },
  { "mai", 5 },
  { "mag", 5 },
  { "мая", 5 },
  { "май", 5 },
  { "juin", 6 },
  { "jun", 6 },
  { "giu", 6 },
  { "июн", 6 },
  { "juil", 7 },
  { "jul", 7 },
  { "lug", 7 },
  { "июл", 7 },
  { "aug", 8 },
  { "aoû", 8 },
  { "aou", 8 },
  { "ago", 8 },
  { "авг", 8 },
  { "sep", 9 },
  { "set", 9 },
  { "сен", 9 },
  { "oct", 10 },
  { "okt", 10 },
  { "out", 10 },
  { "ott", 10 },
  { "окт", 10 },
  { "nov", 11 },
  { "ноя", 11 },
  { "dec", 12 },
  { "déc", 12 },
  { "dez", 12 },
  { "dic", 12 },
  { "дек", 12 },
};

static guint
month_of_word (const char *word,
               gsize       length)
{
  g_autofree char *folded = g_utf8_strdown (word, (gssize) length);

  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_has_prefix (folded, months[i].start))
      return months[i].month;
  return 0;
}

static gsize
word_length (const char *text)
{
  const char *end = text;

  while (*end != '\0' && g_unichar_isalpha (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return (gsize) (end - text);
}

/* Numbers and the month's name in their order; a time of day ends a date */
static gboolean
take_apart (const char *text,
            Parts      *parts)
{
  const char *p = text;

  while (*p != '\0')
    {
      gsize length = word_length (p);

      if (g_ascii_isdigit (*p))
        {
          gsize digits = strspn (p, "0123456789");

          if (p[digits] == ':')
            break;
          if (parts->n_numbers == G_N_ELEMENTS (parts->numbers) || digits > 8)
            return FALSE;
          parts->numbers[parts->n_numbers] = atoi (p);
          parts->digits[parts->n_numbers++] = (guint) digits;
          p += digits;
          if (*p == 'T' && g_ascii_isdigit (p[1]))
            break;
          continue;
        }
      if (length >= 3 && parts->month == 0)
        parts->month = month_of_word (p, length);
      p = length > 0 ? p + length : g_utf8_next_char (p);
    }
  return parts->n_numbers > 0;
}

static OffprintDate *
new_checked (int year,
             int month,
             int day)
{
  if (year < 1000 || year > 2200)
    return NULL;
  if (month < 1 || month > 12)
    return offprint_date_new (year, 0, 0);
  if (day < 1 || day > g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year))
    return offprint_date_new (year, (guint) month, 0);
  return offprint_date_new (year, (guint) month, (guint) day);
}

/* 3 March 2020, March 3 2020, 2020 Mar 3, March 2020 */
static OffprintDate *
with_named_month (const Parts *parts)
{
  int year = 0;
  int day = 0;

  for (guint i = 0; i < parts->n_numbers; i++)
    if (parts->digits[i] == 4 && year == 0)
      year = parts->numbers[i];
    else if (parts->digits[i] <= 2 && day == 0)
      day = parts->numbers[i];
  return new_checked (year, (int) parts->month, day);
}

/* Two numbers before a year: which of them is the month is clear only if the other
 * cannot be one, or if both are the same */
static OffprintDate *
year_last (const Parts *parts)
{
  int first = parts->numbers[0];
  int second = parts->numbers[1];
  int year = parts->numbers[2];

  if (first > 12 || first == second)
    return new_checked (year, second, first);
  if (second > 12)
    return new_checked (year, first, second);
  return new_checked (year, 0, 0);
}

static OffprintDate *
from_numbers (const Parts *parts)
{
  int first = parts->numbers[0];

  if (parts->digits[0] == 8)
    return new_checked (first / 10000, first / 100 % 100, first % 100);
  if (parts->digits[0] == 4 && parts->n_numbers >= 3 && parts->digits[1] <= 2 && parts->digits[2] <= 2)
    return new_checked (first, parts->numbers[1], parts->numbers[2]);
  if (parts->digits[0] == 4)
    return new_checked (first, parts->n_numbers >= 2 && parts->digits[1] <= 2 ? parts->numbers[1] : 0, 0);
  if (parts->n_numbers >= 3 && parts->digits[2] == 4)
    return year_last (parts);
  if (parts->n_numbers == 2 && parts->digits[1] == 4)
    return new_checked (parts->numbers[1], first, 0);
  return NULL;
}

/**
 * offprint_loose_date:
 * @text: (nullable): a date as a page has it
 *
 * Reads a date with the month in numbers or by name, year first or last, with or without
 * a time behind it. 02/03/2020 is the year alone, for nobody knows its month.
 *
 * Returns: (transfer full) (nullable): the date as far as it is known; `NULL` if there is
 *   no year in it
 */
OffprintDate *
offprint_loose_date (const char *text)
{
  Parts parts = { 0 };

  if (text == NULL || strlen (text) > MAX_BYTES || !take_apart (text, &parts))
    return NULL;
  return parts.month > 0 ? with_named_month (&parts) : from_numbers (&parts);
}
