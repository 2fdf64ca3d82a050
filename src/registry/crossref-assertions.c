/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Crossmark assertions: whatever a publisher wished to say, under names of its own.
 * The few that state a fact of the record are read; the rest is kept as it came.
 */

#include "config.h"

#include "crossref-private.h"

#include <string.h>

#include "paths.h"
#include "peek.h"
#include "record.h"
#include "spellings.h"

/* Names as publishers write them, “recevied” too: records/FACTS.md */
static const struct
{
  const char *name;
  const char *event;
} dates[] = {
  { "received", "received" },
  { "recevied", "received" },
  { "revised", "revised" },
  { "accepted", "accepted" },
  { "first_online", "online" },
  { "published_online", "online" },
  { "published", "published" },
};

/* What other members say better: the notices read change_*; Elsevier repeats title,
 * journal, publisher and address. */
static const char *const repeated[] = {
  "change_date", "change_type", "change_details", "publisher", "articletitle", "journaltitle", "articlelink", "journal", "orcid", "OrCiD", NULL
};

static gboolean
has_event (JsonObject *record,
           const char *name)
{
  return offprint_peek_node (offprint_peek_object (offprint_record_get_custom (record), "dates"), name) != NULL;
}

static gboolean
read_date (JsonObject *record,
           const char *name,
           const char *value)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (OffprintDate) date = NULL;

      if (!g_str_equal (name, dates[i].name))
        continue;
      date = offprint_crossref_prose_date (value);
      if (date != NULL && !has_event (record, dates[i].event))
        offprint_record_set_event (record, dates[i].event, date);
      return date != NULL;
    }
  return FALSE;
}

static gboolean
read_copyright (JsonObject *record,
                const char *value)
{
  g_autofree char *line = offprint_plain_line (value);
  JsonObject *custom = offprint_record_get_custom (record);

  if (line == NULL)
    return FALSE;
  if (!json_object_has_member (custom, "rights"))
    json_object_set_object_member (custom, "rights", json_object_new ());
  offprint_record_set_string (json_object_get_object_member (custom, "rights"), "copyright", line);
  return TRUE;
}

static void
keep (JsonObject *record,
      guint       index,
      JsonNode   *node)
{
  g_autofree char *pointer = g_strdup_printf ("/assertion/%u", index);

  offprint_paths_keep (record, pointer, node);
}

static const char *
value_of (JsonObject *message,
          const char *wanted)
{
  for (guint i = 0; i < offprint_peek_length (message, "assertion"); i++)
    {
      JsonObject *assertion = offprint_peek_nth_object (message, "assertion", i);

      if (g_strcmp0 (offprint_peek_string (assertion, "name"), wanted) == 0)
        return offprint_peek_string (assertion, "value");
    }
  return NULL;
}

static void
set_conference_place (JsonObject *message,
                      JsonObject *record)
{
  g_autofree char *city = offprint_plain_line (value_of (message, "conference_city"));
  g_autofree char *country = offprint_plain_line (value_of (message, "conference_country"));
  g_autofree char *place = NULL;

  if (city != NULL && country != NULL)
    place = g_strdup_printf ("%s, %s", city, country);
  offprint_record_set_string (record, "event-place", place != NULL ? place : city != NULL ? city
                                                                                          : country);
}

/* The two days as an interval of EDTF, which the date type reads as a range */
static void
set_conference_date (JsonObject *message,
                     JsonObject *record)
{
  g_autoptr (OffprintDate) start = offprint_crossref_prose_date (value_of (message, "conference_start_date"));
  g_autoptr (OffprintDate) end = offprint_crossref_prose_date (value_of (message, "conference_end_date"));
  g_autoptr (OffprintDate) year = offprint_crossref_prose_date (value_of (message, "conference_year"));
  g_autoptr (OffprintDate) range = NULL;
  g_autofree char *first = start != NULL ? offprint_date_to_edtf (start) : NULL;
  g_autofree char *last = end != NULL ? offprint_date_to_edtf (end) : NULL;
  g_autofree char *interval = NULL;

  if (first != NULL && last != NULL && !g_str_equal (first, last))
    {
      interval = g_strdup_printf ("%s/%s", first, last);
      range = offprint_date_new_from_edtf (interval);
    }
  if (range != NULL)
    offprint_record_set_date (record, "event-date", range);
  else if (first != NULL)
    offprint_record_set_date (record, "event-date", start);
  else if (year != NULL)
    offprint_record_set_date (record, "event-date", year);
}

/* Springer says on a chapter of proceedings which meeting it was read at */
static void
read_conference (JsonObject *message,
                 JsonObject *record)
{
  g_autofree char *name = offprint_plain_line (value_of (message, "conference_name"));

  if (name == NULL || json_object_has_member (record, "event-title"))
    return;
  offprint_record_set_string (record, "event-title", name);
  set_conference_place (message, record);
  set_conference_date (message, record);
}

static gboolean
is_read_elsewhere (const char *name)
{
  static const char *const conference[] = {
    "conference_name", "conference_city", "conference_country", "conference_start_date", "conference_end_date", "conference_year", NULL
  };

  return g_strv_contains (repeated, name) || g_strv_contains (conference, name);
}

/**
 * offprint_crossref_read_assertions:
 * @message: Crossref's message
 * @record: the record, all else read already
 *
 * Reads history, copyright line and meeting. What is none of these stays under
 * `custom.offprint.kept`.
 */
void
offprint_crossref_read_assertions (JsonObject *message,
                                   JsonObject *record)
{
  for (guint i = 0; i < offprint_peek_length (message, "assertion"); i++)
    {
      JsonObject *assertion = offprint_peek_nth_object (message, "assertion", i);
      const char *name = offprint_peek_string (assertion, "name");
      const char *value = offprint_peek_string (assertion, "value");

      if (name != NULL && is_read_elsewhere (name))
        continue;
      if (name != NULL && read_date (record, name, value))
        continue;
      if (name != NULL && g_str_equal (name, "copyright") && read_copyright (record, value))
        continue;
      keep (record, i, offprint_peek_nth (message, "assertion", i));
    }
  read_conference (message, record);
}
