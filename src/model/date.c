/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A date as sources give it: a year alone, a season, a span, “forthcoming”. It keeps
 * exactly as much as was said, in the two forms that the record has: CSL's and EDTF.
 */

#include "config.h"

#include "date.h"
#include "date-private.h"

#include <string.h>

#include "json-value.h"
#include "read.h"

#define MAX_YEAR   999999
#define MAX_LENGTH 200

G_DEFINE_BOXED_TYPE (OffprintDate, offprint_date, offprint_date_ref, offprint_date_unref)

static const guint days_of_month[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

/* Drops what cannot be: a thirteenth month, the thirtieth of February. EDTF's seasons
 * (21 to 24) and citeproc's (13 to 16) stand in the month's place. */
static gboolean
set_parts (OffprintDateParts *parts,
           gint64             year,
           gint64             month,
           gint64             day)
{
  *parts = (OffprintDateParts) { 0 };
  if (year == 0 || year > MAX_YEAR || year < -MAX_YEAR)
    return FALSE;
  parts->year = (int) year;
  if ((month >= 13 && month <= 16) || (month >= 21 && month <= 24))
    parts->season = month > 20 ? month - 20 : month - 12;
  if (month < 1 || month > 12)
    return TRUE;
  parts->month = (guint) month;
  if (day >= 1 && day <= days_of_month[month - 1])
    parts->day = (guint) day;

  return TRUE;
}

static OffprintDate *
new_literal (const char *text)
{
  g_autofree char *clean = offprint_text_clean_line (text, strnlen (text, MAX_LENGTH));
  OffprintDate *self = NULL;

  if (*clean == '\0')
    return NULL;
  self = g_atomic_rc_box_new0 (OffprintDate);
  self->literal = g_steal_pointer (&clean);

  return self;
}

/**
 * offprint_date_new:
 * @year: the year, negative before our era; 0 if not known
 * @month: 1 to 12; 0 if not known
 * @day: 1 to 31; 0 if not known
 *
 * Makes a date. What cannot be is left out.
 *
 * Returns: (transfer full): the date
 */
OffprintDate *
offprint_date_new (int   year,
                   guint month,
                   guint day)
{
  OffprintDate *self = g_atomic_rc_box_new0 (OffprintDate);

  set_parts (&self->start, year, month, day);

  return self;
}

/* One number of date-parts: CSL-JSON allows strings too, and sources write floats */
static gint64
get_number (JsonArray *array,
            guint      index)
{
  JsonNode *node = index < json_array_get_length (array) ? json_array_get_element (array, index) : NULL;
  g_autofree char *text = node != NULL ? offprint_json_dup_text (node) : NULL;
  gint64 value = 0;

  if (text == NULL || !g_ascii_string_to_signed (g_strstrip (text), 10, -MAX_YEAR, MAX_YEAR, &value, NULL))
    return 0;

  return value;
}

static gboolean
read_parts (JsonArray         *dates,
            guint              index,
            OffprintDateParts *parts)
{
  JsonNode *node = index < json_array_get_length (dates) ? json_array_get_element (dates, index) : NULL;
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL)
    return FALSE;

  return set_parts (parts, get_number (array, 0), get_number (array, 1), get_number (array, 2));
}

/* [[2019], [0]] is “since 2019”: the official fixture date_TextFormYeardateYearRangeOpen */
static gboolean
is_open_end (JsonNode *node)
{
  g_autofree char *text = NULL;

  if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) != 1)
    return FALSE;
  text = offprint_json_dup_text (json_array_get_element (json_node_get_array (node), 0));

  return g_strcmp0 (text, "0") == 0;
}

static gboolean
is_true (JsonNode *node)
{
  g_autofree char *text = NULL;

  if (node == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);
  text = offprint_json_dup_text (node);

  return text != NULL && !g_str_equal (text, "0") && g_ascii_strcasecmp (text, "false") != 0;
}

/* CSL 1.0.2 says 1 to 4; files have names and Zotero's 21 to 24 too */
static guint
read_season (JsonNode *node)
{
  static const char *const names[] = { "spring", "summer", "autumn", "winter", "fall" };
  g_autofree char *text = node != NULL ? offprint_json_dup_text (node) : NULL;
  guint64 number = 0;

  if (text == NULL)
    return 0;
  if (g_ascii_string_to_unsigned (text, 10, 1, 24, &number, NULL))
    return number <= 4 ? number : number >= 21                 ? number - 20
                                : number >= 13 && number <= 16 ? number - 12
                                                               : 0;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (text, names[i]) == 0)
      return i == 4 ? 3 : i + 1;

  return 0;
}

static OffprintDate *
new_from_parts (JsonObject *object,
                JsonArray  *dates)
{
  g_autoptr (OffprintDate) self = g_atomic_rc_box_new0 (OffprintDate);
  guint season = read_season (json_object_get_member (object, "season"));

  /* [2020, 5] where [[2020, 5]] is meant */
  if (json_array_get_length (dates) > 0 && !JSON_NODE_HOLDS_ARRAY (json_array_get_element (dates, 0)))
    {
      if (!set_parts (&self->start, get_number (dates, 0), get_number (dates, 1), get_number (dates, 2)))
        return NULL;
    }
  else if (!read_parts (dates, 0, &self->start))
    return NULL;
  else if (json_array_get_length (dates) > 1)
    self->is_range = read_parts (dates, 1, &self->end) || is_open_end (json_array_get_element (dates, 1));
  if (season != 0 && self->start.month == 0)
    self->start.season = season;
  self->is_circa = is_true (json_object_get_member (object, "circa"));

  return g_steal_pointer (&self);
}

/**
 * offprint_date_new_from_csl:
 * @node: a CSL date: an object with `date-parts`, `raw` or `literal`, or a string of EDTF
 *
 * Reads a date of CSL-JSON, with numbers as strings, seasons by name and what else
 * occurs in files: CSL-JSON 1.0.2.
 *
 * Returns: (transfer full) (nullable): the date, or `NULL` if it says nothing
 */
OffprintDate *
offprint_date_new_from_csl (JsonNode *node)
{
  g_autofree char *text = NULL;
  JsonObject *object = NULL;
  OffprintDate *self = NULL;

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      text = offprint_json_dup_text (node);
      self = text != NULL ? offprint_date_new_from_edtf (text) : NULL;
      return self != NULL || text == NULL ? self : new_literal (text);
    }
  object = json_node_get_object (node);
  if (offprint_json_get_array (object, "date-parts") != NULL)
    self = new_from_parts (object, offprint_json_get_array (object, "date-parts"));
  if (self == NULL && offprint_json_get_string (object, "raw") != NULL)
    {
      const char *raw = offprint_json_get_string (object, "raw");

      self = offprint_date_new_from_edtf (raw);
      if (self == NULL)
        self = new_literal (raw);
    }
  if (self == NULL && offprint_json_get_string (object, "literal") != NULL)
    self = new_literal (offprint_json_get_string (object, "literal"));

  return self;
}

/* Digits of which the last may be X: 19XX is 1900 to 1999. Advances @at. */
static gboolean
read_digits (const char **at,
             guint        length,
             gint64      *low,
             gint64      *high)
{
  *low = *high = 0;
  for (guint i = 0; i < length; i++, (*at)++)
    {
      if (g_ascii_isdigit (**at) && *low == *high)
        {
          *low = *low * 10 + g_ascii_digit_value (**at);
          *high = *low;
        }
      else if (**at == 'X' || **at == 'u')
        {
          *low = *low * 10;
          *high = *high * 10 + 9;
        }
      else
        return FALSE;
    }

  return TRUE;
}

/* EDTF counts astronomically: its year 0 is 1 BC */
static gint64
from_astronomical (gint64 year)
{
  return year <= 0 ? year - 1 : year;
}

static gboolean
skip_qualifier (const char **at,
                gboolean    *circa)
{
  if (**at != '?' && **at != '~' && **at != '%')
    return FALSE;
  *circa = TRUE;
  (*at)++;

  return TRUE;
}

/* One date of an interval; @last becomes its end when digits are left open */
static gboolean
read_edtf_date (const char        *text,
                OffprintDateParts *first,
                OffprintDateParts *last,
                gboolean          *circa)
{
  const char *at = text;
  gboolean negative = FALSE;
  gint64 low = 0;
  gint64 high = 0;
  gint64 month = 0;
  gint64 day = 0;
  gint64 unused = 0;

  if (*at == 'Y')
    at++;
  negative = *at == '-';
  if (negative)
    at++;
  if (!read_digits (&at, *text == 'Y' ? MIN (6, strspn (at, "0123456789")) : 4, &low, &high))
    return FALSE;
  if (low == high && negative)
    low = high = -low;
  else if (negative)
    return FALSE;
  skip_qualifier (&at, circa);
  if (*at == '-')
    {
      at++;
      if (!read_digits (&at, 2, &month, &unused))
        return FALSE;
      month = month == unused ? month : 0;
      skip_qualifier (&at, circa);
    }
  if (*at == '-')
    {
      at++;
      if (!read_digits (&at, 2, &day, &unused))
        return FALSE;
      day = day == unused ? day : 0;
      skip_qualifier (&at, circa);
    }
  /* the time of day says nothing here */
  if (*at != '\0' && !(*at == 'T' && day != 0))
    return FALSE;
  if (month > 12 && (month < 21 || month > 24))
    return FALSE;
  if (day > 31)
    return FALSE;
  set_parts (last, from_astronomical (high), 0, 0);

  return set_parts (first, from_astronomical (low), month, day);
}

/**
 * offprint_date_new_from_edtf:
 * @text: a date in EDTF
 *
 * Reads level 0 and what occurs of level 1: seasons, `?`, `~` and `%`, open digits,
 * intervals with an open end: Extended Date/Time Format, Library of Congress, 2019.
 *
 * Returns: (transfer full) (nullable): the date, or `NULL` if @text is none
 */
OffprintDate *
offprint_date_new_from_edtf (const char *text)
{
  g_autoptr (OffprintDate) self = NULL;
  g_autofree char *copy = NULL;
  OffprintDateParts last = { 0 };
  OffprintDateParts unused = { 0 };
  char *slash = NULL;
  gboolean has_start = TRUE;

  if (text == NULL || strnlen (text, MAX_LENGTH) == MAX_LENGTH)
    return NULL;
  copy = g_strstrip (g_strdup (text));
  self = g_atomic_rc_box_new0 (OffprintDate);
  slash = strchr (copy, '/');
  if (slash != NULL)
    {
      *slash = '\0';
      self->is_range = TRUE;
      if (slash[1] != '\0' && !g_str_equal (slash + 1, "..") &&
          !read_edtf_date (slash + 1, &self->end, &unused, &self->is_circa))
        return NULL;
      has_start = *copy != '\0' && !g_str_equal (copy, "..");
      if (!has_start && self->end.year == 0)
        return NULL;
    }
  if (has_start && !read_edtf_date (copy, &self->start, &last, &self->is_circa))
    return NULL;
  if (slash == NULL && last.year != self->start.year)
    {
      self->is_range = TRUE;
      self->end = last;
    }

  return g_steal_pointer (&self);
}

/**
 * offprint_date_ref:
 * @self: a date
 *
 * Returns: (transfer full): @self
 */
OffprintDate *
offprint_date_ref (OffprintDate *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_date (gpointer data)
{
  OffprintDate *self = data;

  g_free (self->literal);
}

/**
 * offprint_date_unref:
 * @self: (transfer full): a date
 *
 * Lets go of a date.
 */
void
offprint_date_unref (OffprintDate *self)
{
  g_atomic_rc_box_release_full (self, clear_date);
}

/**
 * offprint_date_get_year:
 * @self: a date
 *
 * Returns: the year, of a span the first; negative before our era; 0 if not known
 */
int
offprint_date_get_year (OffprintDate *self)
{
  return self->start.year;
}

/**
 * offprint_date_get_month:
 * @self: a date
 *
 * Returns: 1 to 12, or 0 if not known
 */
guint
offprint_date_get_month (OffprintDate *self)
{
  return self->start.month;
}

/**
 * offprint_date_get_day:
 * @self: a date
 *
 * Returns: 1 to 31, or 0 if not known
 */
guint
offprint_date_get_day (OffprintDate *self)
{
  return self->start.day;
}

static int
compare_parts (const OffprintDateParts *a,
               const OffprintDateParts *b)
{
  /* a season stands after the months that it begins with */
  guint a_month = a->season != 0 ? a->season * 3 : a->month;
  guint b_month = b->season != 0 ? b->season * 3 : b->month;

  if (a->year != b->year)
    return a->year < b->year ? -1 : 1;
  if (a_month != b_month)
    return a_month < b_month ? -1 : 1;
  if (a->day != b->day)
    return a->day < b->day ? -1 : 1;

  return 0;
}

/**
 * offprint_date_compare:
 * @self: a date
 * @other: another
 *
 * Orders dates; what is less known stands before what is better known, and what is
 * no date after all dates.
 *
 * Returns: less than 0, 0 or more than 0
 */
int
offprint_date_compare (OffprintDate *self,
                       OffprintDate *other)
{
  int order = 0;

  if ((self->literal != NULL) != (other->literal != NULL))
    return self->literal != NULL ? 1 : -1;
  if (self->literal != NULL)
    return strcmp (self->literal, other->literal);
  order = compare_parts (&self->start, &other->start);
  if (order != 0)
    return order;
  if (self->is_range != other->is_range)
    return self->is_range ? 1 : -1;
  order = compare_parts (&self->end, &other->end);
  if (order != 0)
    return order;

  return (int) self->is_circa - (int) other->is_circa;
}
