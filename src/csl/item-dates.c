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
read_integer (JsonNode *node,
              gint64   *value)
{
  g_autofree char *text = csl_item_dup_scalar (node);

  return text != NULL && g_ascii_string_to_signed (g_strstrip (text), 10, -MAX_YEAR, MAX_YEAR, value, NULL);
}

static gint64
get_integer (JsonArray *list,
             guint      index)
{
  gint64 value = 0;

  if (index >= json_array_get_length (list) || !read_integer (json_array_get_element (list, index), &value))
    return 0;
  return value;
}

static gboolean
read_point (JsonNode     *node,
            CslDatePoint *point)
{
  JsonArray *parts;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;

  parts = json_node_get_array (node);
  point->year = (int) get_integer (parts, 0);
  csl_date_point_set_month (point, get_integer (parts, 1), get_integer (parts, 2));
  return point->year != 0 || point->month != 0 || point->season != 0;
}

static void
read_points (JsonNode *node,
             CslDate  *date)
{
  JsonArray *list;
  guint length;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return;

  list = json_node_get_array (node);
  length = json_array_get_length (list);
  if (length == 0 || !read_point (json_array_get_element (list, 0), &date->points[0]))
    return;

  date->n_points = 1;
  if (length < 2)
    return;

  /* An end that is nothing, [0], leaves the range open: date_TextFormYeardateYearRangeOpen */
  if (read_point (json_array_get_element (list, 1), &date->points[1]))
    date->n_points = 2;
  else if (JSON_NODE_HOLDS_ARRAY (json_array_get_element (list, 1)))
    date->is_open = TRUE;
}

static gboolean
is_true (JsonNode *node)
{
  g_autofree char *text = NULL;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);

  text = csl_item_dup_scalar (node);
  return text != NULL && *text != '\0' && strcmp (text, "0") != 0 && g_ascii_strcasecmp (text, "false") != 0;
}

/* 1 to 4, or its English name, in place of the month */
static void
read_season (JsonNode *node,
             CslDate  *date)
{
  g_autofree char *text = csl_item_dup_scalar (node);
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
read_object (CslItem    *self,
             JsonObject *object,
             CslDate    *date)
{
  JsonNode *node;
  g_autofree char *raw = NULL;
  g_autofree char *literal = NULL;

  if ((node = json_object_get_member (object, "date-parts")) != NULL)
    read_points (node, date);
  if (date->n_points == 0 && (node = json_object_get_member (object, "raw")) != NULL)
    raw = csl_item_dup_scalar (node);
  if (raw != NULL)
    read_words (self, g_strstrip (raw), date);
  if ((node = json_object_get_member (object, "season")) != NULL)
    read_season (node, date);
  if ((node = json_object_get_member (object, "circa")) != NULL && is_true (node))
    date->is_circa = TRUE;

  /* A literal stands alone only where there is nothing else */
  if (date->n_points == 0 && (node = json_object_get_member (object, "literal")) != NULL)
    literal = csl_item_dup_scalar (node);
  if (literal != NULL && strlen (literal) <= MAX_LITERAL)
    date->literal = csl_item_add_string (self, literal);
}

/* An object as the schema has it, or a string or number: EDTF, a date in words, a year */
gboolean
csl_item_read_date (CslItem     *self,
                    CslVariable  variable,
                    JsonNode    *node)
{
  CslDate date = { 0 };
  CslItemValue *value;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      read_object (self, json_node_get_object (node), &date);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      read_points (node, &date);
    }
  else if (!JSON_NODE_HOLDS_NULL (node))
    {
      g_autofree char *text = csl_item_dup_scalar (node);

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
