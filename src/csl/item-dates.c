/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates of an item: from date-parts, from words, and from what else stands
 * there.
 */

#include "config.h"

#include "item-private.h"

#include <string.h>

#include "date-parse.h"

#define MAX_LITERAL 4096
#define MAX_YEAR    999999

/* Whole numbers come as 2019, 2019.0 and "2019" */
static gboolean
read_integer (const CslValue *from,
              gint64         *value)
{
  g_autofree char *text = csl_item_dup_scalar (from);

  return text != NULL && g_ascii_string_to_signed (g_strstrip (text), 10, -MAX_YEAR, MAX_YEAR, value, NULL);
}

/* The number of the next element; 0 if there is none */
static gint64
take_integer (const CslValue **element)
{
  const CslValue *from = *element;
  gint64 value = 0;

  if (from == NULL)
    return 0;
  *element = from->next;
  return read_integer (from, &value) ? value : 0;
}

static gboolean
read_point (const CslValue *from,
            CslDatePoint   *point)
{
  const CslValue *part = from->of.first;
  gint64 month = 0;

  if (from->kind != CSL_VALUE_LIST)
    return FALSE;

  point->year = (int) take_integer (&part);
  month = take_integer (&part);
  csl_date_point_set_month (point, month, take_integer (&part));
  return point->year != 0 || point->month != 0 || point->season != 0;
}

static void
read_points (const CslValue *from,
             CslDate        *date)
{
  const CslValue *first = from->kind == CSL_VALUE_LIST ? from->of.first : NULL;
  const CslValue *second = first != NULL ? first->next : NULL;

  if (first == NULL || !read_point (first, &date->points[0]))
    return;

  date->n_points = 1;
  if (second == NULL)
    return;

  /* An end that is nothing, [0], leaves the range open: date_TextFormYeardateYearRangeOpen */
  if (read_point (second, &date->points[1]))
    date->n_points = 2;
  else if (second->kind == CSL_VALUE_LIST)
    date->is_open = TRUE;
}

static gboolean
is_true (const CslValue *value)
{
  g_autofree char *text = NULL;

  if (value->kind == CSL_VALUE_BOOLEAN)
    return value->of.boolean;

  text = csl_item_dup_scalar (value);
  return text != NULL && *text != '\0' && strcmp (text, "0") != 0 && g_ascii_strcasecmp (text, "false") != 0;
}

/* 1 to 4, or its English name, in place of the month */
static void
read_season (const CslValue *from,
             CslDate        *date)
{
  g_autofree char *text = csl_item_dup_scalar (from);
  g_autofree char *words = NULL;
  CslDate named;
  gint64 number;

  if (text == NULL || date->n_points == 0 || date->points[0].month != 0 || date->points[0].season != 0)
    return;

  if (g_ascii_string_to_signed (g_strstrip (text), 10, 1, 24, &number, NULL))
    {
      if (number <= 4)
        date->points[0].season = (guint) number;
      else if (number >= 13)
        date->points[0].season = (guint) (number - 13) % 4 + 1;
      return;
    }

  words = g_strdup_printf ("%.32s 2000", text);
  if (csl_date_parse (words, &named))
    date->points[0].season = named.points[0].season;
}

/* Words that are a date are read as one; others are printed as they stand */
static void
read_words (CslItem    *self,
            const char *text,
            CslDate    *date)
{
  if (strlen (text) > MAX_LITERAL || csl_date_parse (text, date))
    return;

  date->literal = csl_item_add_string (self, text);
}

static void
read_object (CslItem        *self,
             const CslValue *object,
             CslDate        *date)
{
  const CslValue *member;
  g_autofree char *raw = NULL;
  g_autofree char *literal = NULL;

  if ((member = csl_value_get (object, "date-parts")) != NULL)
    read_points (member, date);
  if (date->n_points == 0 && (member = csl_value_get (object, "raw")) != NULL)
    raw = csl_item_dup_scalar (member);
  if (raw != NULL)
    read_words (self, g_strstrip (raw), date);
  if ((member = csl_value_get (object, "season")) != NULL)
    read_season (member, date);
  if ((member = csl_value_get (object, "circa")) != NULL && is_true (member))
    date->is_circa = TRUE;

  /* A literal stands alone only where there is nothing else */
  if (date->n_points == 0 && (member = csl_value_get (object, "literal")) != NULL)
    literal = csl_item_dup_scalar (member);
  if (literal != NULL && strlen (literal) <= MAX_LITERAL)
    date->literal = csl_item_add_string (self, literal);
}

/* An object as the schema has it, or a string or number: EDTF, a date in words, a year */
gboolean
csl_item_read_date (CslItem        *self,
                    CslVariable     variable,
                    const CslValue *from)
{
  CslDate date = { 0 };
  CslItemValue *value;

  if (from->kind == CSL_VALUE_OBJECT)
    {
      read_object (self, from, &date);
    }
  else if (from->kind == CSL_VALUE_LIST)
    {
      read_points (from, &date);
    }
  else if (from->kind != CSL_VALUE_NULL)
    {
      g_autofree char *text = csl_item_dup_scalar (from);

      if (text != NULL)
        read_words (self, g_strstrip (text), &date);
    }

  if (date.n_points == 0 && date.literal == NULL)
    return FALSE;

  value = csl_item_add_value (self, variable);
  g_free (value->date);
  value->date = g_memdup2 (&date, sizeof date);
  return TRUE;
}
