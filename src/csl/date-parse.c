/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates in words and in EDTF. Only what has one meaning is read: the shapes that
 * notes on CSL-JSON name and that were measured with other processors. All else
 * is left to be printed as it stands.
 */

#include "config.h"

#include "date-parse.h"

#include <string.h>

static const char *const months[] = {
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
};

static const struct
{
  const char *name;
  guint season;
} seasons[] = {
  { "spring", 1 },
  { "summer", 2 },
  { "autumn", 3 },
  { "fall", 3 },
  { "winter", 4 },
};

/**
 * csl_date_point_set_month:
 * @self: a point that has its year
 * @month: what stands in the place of the month
 * @day: what stands in the place of the day
 *
 * Takes a month, which from 13 to 24 is a season: three rows of four, of which
 * the last is EDTF's (date_VariousInvalidDates, date_SeasonRange1). What is
 * neither is as if not there, and a day without a month too.
 */
void
csl_date_point_set_month (CslDatePoint *self,
                          gint64        month,
                          gint64        day)
{
  if (month >= 1 && month <= 12)
    {
      self->month = (guint) month;
      if (day >= 1 && day <= 31)
        self->day = (guint) day;
    }
  else if (month >= 13 && month <= 24)
    {
      self->season = (guint) (month - 13) % 4 + 1;
    }
}

/* Digits, as many as asked at least and at most; moves on past them */
static gboolean
read_digits (const char **text,
             guint        at_least,
             guint        at_most,
             int         *value)
{
  guint n = 0;

  *value = 0;
  while (n < at_most && g_ascii_isdigit ((*text)[n]))
    *value = *value * 10 + ((*text)[n++] - '0');
  if (n < at_least || g_ascii_isdigit ((*text)[n]))
    return FALSE;

  *text += n;
  return TRUE;
}

static gboolean
read_mark (const char **text,
           char         mark)
{
  if (**text != mark)
    return FALSE;
  *text += 1;
  return TRUE;
}

/* 2019, 2019-05, 2019-05-03, 2019-05-03T10:00:00Z, 2019/05/03, -0300, each with ~ ? or % behind */
static gboolean
read_edtf (const char   *text,
           CslDatePoint *point,
           gboolean     *is_circa)
{
  gboolean is_negative = read_mark (&text, '-');
  int year, month = 0, day = 0;
  char separator;

  if (!read_digits (&text, 4, 4, &year))
    return FALSE;
  separator = *text;
  if ((separator == '-' || separator == '/') && read_mark (&text, separator))
    {
      if (!read_digits (&text, 1, 2, &month))
        return FALSE;
      if (read_mark (&text, separator) && !read_digits (&text, 1, 2, &day))
        return FALSE;
      if (separator == '/' && day == 0)
        return FALSE;
      if (day != 0 && *text == 'T' && g_ascii_isdigit (text[1]))
        text += strspn (text, "T0123456789:.+-Z");
    }
  if (*text == '~' || *text == '?' || *text == '%')
    {
      *is_circa = TRUE;
      text++;
    }
  if (*text != '\0' || (month == 0 && day != 0))
    return FALSE;

  point->year = is_negative ? -year : year;
  if (month != 0)
    {
      csl_date_point_set_month (point, month, day);
      return point->month != 0 || point->season != 0;
    }
  return TRUE;
}

static gboolean
read_year (const char *word,
           int        *year)
{
  return read_digits (&word, 3, 4, year) && *word == '\0';
}

/* "may", "Sept.", "December" */
static guint
read_month (const char *word)
{
  gsize length = strlen (word);

  if (length > 0 && word[length - 1] == '.')
    length--;
  if (length < 3)
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      if (g_ascii_strncasecmp (word, months[i], length) == 0)
        return i + 1;
    }

  return 0;
}

static guint
read_season (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (seasons); i++)
    {
      if (g_ascii_strcasecmp (word, seasons[i].name) == 0)
        return seasons[i].season;
    }

  return 0;
}

static gboolean
read_day (const char *word,
          int        *day)
{
  return read_digits (&word, 1, 2, day) && *word == '\0' && *day >= 1 && *day <= 31;
}

/* "May 3, 2019", "3 May 2019", "May 2019", "Spring 2019", "circa 1850", in this or that order */
static gboolean
read_words (const char   *text,
            CslDatePoint *point,
            gboolean     *is_circa)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,", 16);
  gboolean has_year = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      int number;

      if (*words[i] == '\0')
        continue;
      else if (g_ascii_strcasecmp (words[i], "circa") == 0 || g_ascii_strcasecmp (words[i], "ca.") == 0 ||
               g_ascii_strcasecmp (words[i], "c.") == 0)
        *is_circa = TRUE;
      else if (!has_year && read_year (words[i], &number))
        point->year = number, has_year = TRUE;
      else if (point->day == 0 && point->season == 0 && read_day (words[i], &number))
        point->day = (guint) number;
      else if (point->month == 0 && point->season == 0 && read_month (words[i]) != 0)
        point->month = read_month (words[i]);
      else if (point->month == 0 && point->season == 0 && point->day == 0 && read_season (words[i]) != 0)
        point->season = read_season (words[i]);
      else
        return FALSE;
    }

  return has_year && (point->day == 0 || point->month != 0);
}

static gboolean
read_point (const char   *start,
            gsize         length,
            CslDatePoint *point,
            gboolean     *is_circa)
{
  g_autofree char *text = g_strstrip (g_strndup (start, length));
  CslDatePoint nothing = { 0 };

  if (*text == '\0' || strlen (text) > 64)
    return FALSE;
  if (read_edtf (text, point, is_circa))
    return TRUE;

  *point = nothing;
  return read_words (text, point, is_circa);
}

/* Where the two ends of a range may meet: each mark in turn */
static const char *
find_range (const char *text,
            gsize      *length)
{
  static const char *const marks[] = { "/", "–", " - ", "--" };
  const char *found;

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      found = strstr (text, marks[i]);
      if (found != NULL && found != text)
        {
          *length = strlen (marks[i]);
          return found;
        }
    }

  /* 1850-1860, where a month would have two digits */
  found = strchr (text, '-');
  if (found != NULL && found - text >= 3 && strlen (found) >= 5 && strspn (found + 1, "0123456789") == strlen (found + 1))
    {
      *length = 1;
      return found;
    }

  return NULL;
}

/**
 * csl_date_parse:
 * @text: a date in words or in EDTF
 * @date: (out caller-allocates): what to fill
 *
 * Reads a date that has only one meaning: EDTF, level 0 and the signs of level
 * 1, and English dates with the year in full. A year before Christ is given
 * with a minus.
 *
 * Returns: whether it could be read; if not, @date is empty
 */
gboolean
csl_date_parse (const char *text,
                CslDate    *date)
{
  CslDate nothing = { 0 };
  gboolean is_circa = FALSE;
  const char *mark;
  gsize length = 0;

  *date = nothing;
  if (read_point (text, strlen (text), &date->points[0], &is_circa))
    {
      date->n_points = 1;
      date->is_circa = is_circa;
      return TRUE;
    }

  *date = nothing;
  mark = find_range (text, &length);
  if (mark == NULL || !read_point (text, mark - text, &date->points[0], &is_circa))
    {
      *date = nothing;
      return FALSE;
    }

  if (mark[length] == '\0' || strcmp (mark + length, "..") == 0)
    {
      date->is_open = TRUE;
      date->n_points = 1;
    }
  else if (read_point (mark + length, strlen (mark + length), &date->points[1], &is_circa))
    {
      date->n_points = 2;
    }
  else
    {
      *date = nothing;
      return FALSE;
    }

  date->is_circa = is_circa;
  return TRUE;
}
