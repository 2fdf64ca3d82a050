/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates on their way out: to the record's two forms and to people.
 */

#include "config.h"

#include "date.h"
#include "date-private.h"

#include <glib/gi18n-lib.h>

#include "json-value.h"

static JsonArray *
parts_to_csl (const OffprintDateParts *parts)
{
  JsonArray *array = json_array_new ();

  json_array_add_int_element (array, parts->year);
  if (parts->month != 0)
    json_array_add_int_element (array, parts->month);
  if (parts->day != 0)
    json_array_add_int_element (array, parts->day);

  return array;
}

/* CSL's season belongs to the whole date, so a span from one season to another has
 * its years only. An open end is a span to year 0, as citeproc reads it. */
static JsonObject *
known_to_csl (OffprintDate *self)
{
  JsonObject *object = json_object_new ();
  JsonArray *dates = json_array_new ();

  json_array_add_array_element (dates, parts_to_csl (self->start.year != 0 ? &self->start : &self->end));
  if (self->is_range && self->start.year != 0)
    json_array_add_array_element (dates, parts_to_csl (&self->end));
  json_object_set_array_member (object, "date-parts", dates);
  if (self->start.season != 0 && !self->is_range)
    json_object_set_int_member (object, "season", self->start.season);
  if (self->is_circa)
    json_object_set_boolean_member (object, "circa", TRUE);

  return object;
}

/**
 * offprint_date_to_csl:
 * @self: a date
 *
 * Returns: (transfer full): the date as CSL-JSON 1.0.2 has it
 */
JsonNode *
offprint_date_to_csl (OffprintDate *self)
{
  JsonObject *object = NULL;

  if (self->start.year != 0 || self->end.year != 0)
    return offprint_json_wrap_object (known_to_csl (self));
  object = json_object_new ();
  json_object_set_string_member (object, "literal", self->literal != NULL ? self->literal : "");

  return offprint_json_wrap_object (object);
}

static void
append_edtf (GString                 *out,
             const OffprintDateParts *parts)
{
  int year = parts->year < 0 ? parts->year + 1 : parts->year;

  if (parts->year == 0)
    {
      g_string_append (out, "..");
      return;
    }
  if (ABS (year) > 9999)
    g_string_append_printf (out, "Y%d", year);
  else
    g_string_append_printf (out, "%s%04d", year < 0 ? "-" : "", ABS (year));
  if (parts->season != 0)
    g_string_append_printf (out, "-%u", 20 + parts->season);
  if (parts->month != 0)
    g_string_append_printf (out, "-%02u", parts->month);
  if (parts->day != 0)
    g_string_append_printf (out, "-%02u", parts->day);
}

/**
 * offprint_date_to_edtf:
 * @self: a date
 *
 * Returns: (transfer full) (nullable): the date in EDTF, or `NULL` if it is known in
 *   words only
 */
char *
offprint_date_to_edtf (OffprintDate *self)
{
  GString *out = NULL;

  if (self->start.year == 0 && self->end.year == 0)
    return NULL;
  out = g_string_new (NULL);
  append_edtf (out, &self->start);
  if (self->is_circa)
    g_string_append_c (out, '~');
  if (self->is_range)
    {
      g_string_append_c (out, '/');
      append_edtf (out, &self->end);
    }

  return g_string_free (out, FALSE);
}

static char *
show_year (int year)
{
  if (year >= 0)
    return g_strdup_printf ("%d", year);

  /* Translators: a year before our era, as in “44 BC” */
  return g_strdup_printf (_("%d BC"), -year);
}

static char *
show_season (guint       season,
             const char *year)
{
  switch (season)
    {
    case 1:
      /* Translators: the season and the year in which a work came out, as in “Spring 2019” */
      return g_strdup_printf (_("Spring %s"), year);
    case 2:
      /* Translators: the season and the year in which a work came out */
      return g_strdup_printf (_("Summer %s"), year);
    case 3:
      /* Translators: the season and the year in which a work came out */
      return g_strdup_printf (_("Autumn %s"), year);
    default:
      /* Translators: the season and the year in which a work came out */
      return g_strdup_printf (_("Winter %s"), year);
    }
}

static char *
show_parts (const OffprintDateParts *parts)
{
  g_autofree char *year = show_year (parts->year);
  g_autofree char *month = NULL;
  g_autofree char *day = NULL;
  g_autoptr (GDateTime) date = NULL;

  if (parts->season != 0)
    return show_season (parts->season, year);
  if (parts->month == 0)
    return g_steal_pointer (&year);

  /* a leap year, for GDateTime knows no year before the first */
  date = g_date_time_new_utc (2000, (int) parts->month, MAX (1, (int) parts->day), 0, 0, 0);
  if (parts->day == 0)
    {
      /* Translators: the form in which a month stands without a day, for g_date_time_format():
       * “%OB” where your language writes it otherwise than with a day, else “%B” */
      month = g_date_time_format (date, C_("month alone", "%OB"));
      /* Translators: a month and a year, as in “May 2022” */
      return g_strdup_printf (C_("month and year", "%1$s %2$s"), month, year);
    }
  /* Translators: the form of a month after a day, for g_date_time_format() */
  month = g_date_time_format (date, C_("month after day", "%B"));
  day = g_strdup_printf ("%u", parts->day);

  /* Translators: day, month and year, as in “1 May 2022”; put them in the order of your
   * language, as in “%2$s %1$s, %3$s” */
  return g_strdup_printf (C_("day, month and year", "%1$s %2$s %3$s"), day, month, year);
}

/**
 * offprint_date_dup_shown:
 * @self: a date
 *
 * Writes a date for people, in the language of the locale and never better known than
 * it is: “1 May 2022”, “Spring 2019”, “c. 1850”, “2019–2020”.
 *
 * Returns: (transfer full): the date; empty if nothing is known
 */
char *
offprint_date_dup_shown (OffprintDate *self)
{
  g_autofree char *start = self->start.year != 0 ? show_parts (&self->start) : g_strdup ("");
  g_autofree char *end = self->end.year != 0 ? show_parts (&self->end) : g_strdup ("");
  g_autofree char *span = NULL;

  if (self->start.year == 0 && self->end.year == 0)
    return g_strdup (self->literal != NULL ? self->literal : "");
  if (!self->is_range)
    span = g_steal_pointer (&start);
  else if (self->start.season == 0 && self->start.month == 0 && self->end.month == 0)
    /* Translators: a span of years, as in “2019–2020”; one of the two may be missing */
    span = g_strdup_printf (C_("span of years", "%1$s–%2$s"), start, end);
  else
    /* Translators: a span of dates, as in “May 2019 – June 2020”; one of the two may be missing */
    span = g_strdup_printf (C_("span of dates", "%1$s – %2$s"), start, end);

  /* Translators: a date that is known roughly, as in “c. 1850” */
  return self->is_circa ? g_strdup_printf (_("c. %s"), span) : g_steal_pointer (&span);
}
