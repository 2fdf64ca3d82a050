/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When what happened to it: typed dates, ranges among them, with times that no
 * citation wants.
 */

#include "config.h"

#include "datacite-private.h"

#include <string.h>

#include "date.h"
#include "peek.h"
#include "record.h"

/* “2019-08-02T17:41:25.000Z” has a time that no citation wants; “2000/2019” is a range */
static OffprintDate *
parse_date (const char *text)
{
  g_auto (GStrv) sides = NULL;
  g_autofree char *joined = NULL;

  if (text == NULL || strlen (text) > 80)
    return NULL;
  sides = g_strsplit (text, "/", 3);
  for (guint i = 0; sides[i] != NULL; i++)
    {
      g_strstrip (sides[i]);
      sides[i][strcspn (sides[i], "T ")] = '\0';
    }
  if (g_strv_length (sides) == 2 && g_str_equal (sides[0], sides[1]))
    return offprint_date_new_from_edtf (sides[0]);
  joined = g_strjoinv ("/", sides);
  return offprint_date_new_from_edtf (joined);
}

static const char *
event_of_type (const char *type)
{
  static const char *const events[][2] = {
    { "Accepted", "accepted" },
    { "Available", "available" },
    { "Collected", "collected" },
    { "Copyrighted", "copyrighted" },
    { "Coverage", "coverage" },
    { "Created", "created" },
    { "Issued", "issued" },
    { "Submitted", "received" },
    { "Updated", "updated" },
    { "Valid", "valid" },
    { "Withdrawn", "withdrawn" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (events) && type != NULL; i++)
    if (g_str_equal (type, events[i][0]))
      return events[i][1];
  return NULL;
}

static void
read_withdrawal (JsonObject   *record,
                 OffprintDate *date)
{
  JsonObject *notice = json_object_new ();
  g_autofree char *edtf = offprint_date_to_edtf (date);

  offprint_record_set_string (notice, "kind", "withdrawal");
  offprint_record_set_string (notice, "direction", "about-this");
  offprint_record_set_string (notice, "date", edtf);
  offprint_record_set_string (notice, "source", "publisher");
  offprint_record_append (record, "notices", notice);
}

static void
read_date (JsonObject *source,
           JsonObject *record)
{
  const char *event = event_of_type (offprint_peek_string (source, "dateType"));
  g_autofree char *text = offprint_peek_dup_plain (source, "date");
  g_autoptr (OffprintDate) date = event != NULL ? parse_date (text) : NULL;
  JsonObject *dates = offprint_peek_object (offprint_record_get_custom (record), "dates");

  if (date == NULL)
    return;
  if (g_str_equal (event, "issued"))
    {
      if (!json_object_has_member (record, "issued"))
        offprint_record_set_date (record, "issued", date);
      return;
    }
  if (g_str_equal (event, "withdrawn"))
    read_withdrawal (record, date);
  if (offprint_peek_node (dates, event) == NULL)
    offprint_record_set_event (record, event, date);
}

/**
 * offprint_datacite_read_dates:
 * @attributes: the attributes of a DOI
 * @record: the record
 *
 * Reads when it came out (issued, else the year of publication) and what else
 * happened when; withdrawn is a notice too. When DataCite registered it is no date of the work.
 */
void
offprint_datacite_read_dates (JsonObject *attributes,
                              JsonObject *record)
{
  gint64 year = 0;

  for (guint i = 0; i < offprint_peek_length (attributes, "dates"); i++)
    {
      JsonObject *date = offprint_peek_nth_object (attributes, "dates", i);

      if (date != NULL)
        read_date (date, record);
    }
  if (json_object_has_member (record, "issued") || !offprint_peek_integer (attributes, "publicationYear", &year))
    return;
  if (year >= 1000 && year <= 9998)
    {
      g_autoptr (OffprintDate) date = offprint_date_new ((int) year, 0, 0);

      offprint_record_set_date (record, "issued", date);
    }
}
