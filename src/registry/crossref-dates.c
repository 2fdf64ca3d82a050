/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Crossref writes a date as a list of up to three numbers, any of which may be
 * missing, null or wrong; publishers' assertions write it in prose. Never more of
 * a date leaves here than the source said.
 */

#include "config.h"

#include "crossref-private.h"

#include <stdio.h>
#include <string.h>

#include "peek.h"
#include "record.h"

#define MAX_LITERAL 60

static gint64
nth_number (JsonArray *parts,
            guint      index)
{
  gint64 number = 0;

  if (index >= json_array_get_length (parts) ||
      !offprint_node_integer (json_array_get_element (parts, index), &number))
    return 0;
  return number;
}

static OffprintDate *
date_new_checked (gint64 year,
                  gint64 month,
                  gint64 day)
{
  if (year == 0 || year < -9999 || year > 9999)
    return NULL;
  if (month < 1 || month > 12)
    return offprint_date_new ((int) year, 0, 0);
  if (day < 1 || day > g_date_get_days_in_month ((GDateMonth) month, (GDateYear) (year > 0 ? year : 4)))
    return offprint_date_new ((int) year, (guint) month, 0);
  return offprint_date_new ((int) year, (guint) month, (guint) day);
}

/**
 * offprint_crossref_date:
 * @holder: (nullable): the object with the date
 * @member: the name of the date
 *
 * Reads `{"date-parts": [[2018, 9, 18]]}`. `[[null]]`, `[[]]` and `[]` say nothing;
 * a month or day that no calendar has is as good as not said.
 *
 * Returns: (transfer full) (nullable): the date as far as it is known
 */
OffprintDate *
offprint_crossref_date (JsonObject *holder,
                        const char *member)
{
  JsonNode *parts = offprint_peek_node (offprint_peek_object (holder, member), "date-parts");
  JsonArray *numbers = NULL;

  if (parts == NULL || !JSON_NODE_HOLDS_ARRAY (parts))
    return NULL;
  numbers = json_node_get_array (parts);
  if (json_array_get_length (numbers) == 0)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (json_array_get_element (numbers, 0)))
    numbers = json_node_get_array (json_array_get_element (numbers, 0));
  return date_new_checked (nth_number (numbers, 0), nth_number (numbers, 1), nth_number (numbers, 2));
}

static guint
month_of_name (const char *name)
{
  static const char *const names[] = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strncasecmp (name, names[i], 3) == 0)
      return i + 1;
  return 0;
}

static OffprintDate *
literal_date (const char *text)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, json_object_new ());
  json_object_set_string_member (json_node_get_object (node), "literal", text);
  return offprint_date_new_from_csl (node);
}

/**
 * offprint_crossref_prose_date:
 * @text: (nullable): a date as an assertion gives it
 *
 * Reads `13 November 2020`, `November 13, 2020`, `2020-11-13`, each also with less
 * or with a time behind. What is longer than a date can be is none; what cannot
 * be told apart, as 02/03/2020, stays as it is written.
 *
 * Returns: (transfer full) (nullable): the date as far as it is known
 */
OffprintDate *
offprint_crossref_prose_date (const char *text)
{
  int year = 0;
  int month = 0;
  int day = 0;
  char name[16] = "";

  if (text == NULL || strlen (text) > MAX_LITERAL)
    return NULL;
  text += strspn (text, " \t\r\n");
  if (sscanf (text, "%2d %15[A-Za-z]%*[., ]%4d", &day, name, &year) == 3 && month_of_name (name) > 0)
    return date_new_checked (year, month_of_name (name), day);
  if (sscanf (text, "%15[A-Za-z]%*[. ]%2d, %4d", name, &day, &year) == 3 && month_of_name (name) > 0)
    return date_new_checked (year, month_of_name (name), day);
  if (sscanf (text, "%15[A-Za-z]%*[., ]%4d", name, &year) == 2 && month_of_name (name) > 0)
    return date_new_checked (year, month_of_name (name), 0);
  if (g_regex_match_simple ("^[0-9]{4}([-/][0-9]{1,2}([-/][0-9]{1,2}([T ].*)?)?)?$", text, 0, 0))
    {
      sscanf (text, "%4d%*[-/]%2d%*[-/]%2d", &year, &month, &day);
      return date_new_checked (year, month, day);
    }
  return g_regex_match_simple ("[0-9]", text, 0, 0) ? literal_date (text) : NULL;
}

static OffprintDate *
first_date (JsonObject        *message,
            const char *const *members)
{
  OffprintDate *date = NULL;

  for (gsize i = 0; members[i] != NULL && date == NULL; i++)
    date = offprint_crossref_date (message, members[i]);
  return date;
}

/* When the work came out. In print where it was printed, for that is the year on the
 * title page, which a chapter's `issued` (the earliest date) may miss by one; a
 * thesis is dated by its approval: services.md 2.4. */
static void
read_issued (JsonObject *message,
             JsonObject *record)
{
  static const char *const order[] = { "published-print", "issued", "published", "published-online",
                                       "posted", "published-other", "approved", "content-created", NULL };
  static const char *const of_thesis[] = { "approved", "published-print", "issued", "published", "published-online", NULL };
  g_autoptr (OffprintDate) date = NULL;

  if (g_strcmp0 (offprint_peek_string (record, "type"), "thesis") == 0)
    date = first_date (message, of_thesis);
  else
    date = first_date (message, order);
  if (date != NULL)
    offprint_record_set_date (record, "issued", date);
}

/**
 * offprint_crossref_read_dates:
 * @message: Crossref's message
 * @record: the record, which knows its type already
 *
 * Reads when the work came out and what else the registry dates. When a record was
 * deposited is no date of the work: services/crossref-fields.md 1.
 */
void
offprint_crossref_read_dates (JsonObject *message,
                              JsonObject *record)
{
  static const char *const events[][2] = {
    { "published-print", "print" },
    { "published-online", "online" },
    { "published-other", "other" },
    { "posted", "posted" },
    { "accepted", "accepted" },
    { "approved", "approved" },
    { "content-created", "created" },
    { "content-updated", "updated" },
  };
  JsonObject *issue = offprint_peek_object (message, "journal-issue");
  g_autoptr (OffprintDate) issue_print = offprint_crossref_date (issue, "published-print");
  g_autoptr (OffprintDate) issue_online = offprint_crossref_date (issue, "published-online");

  for (gsize i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autoptr (OffprintDate) date = offprint_crossref_date (message, events[i][0]);

      if (date != NULL)
        offprint_record_set_event (record, events[i][1], date);
    }
  if (issue_print != NULL)
    offprint_record_set_event (record, "issue-print", issue_print);
  if (issue_online != NULL)
    offprint_record_set_event (record, "issue-online", issue_online);
  read_issued (message, record);
}
