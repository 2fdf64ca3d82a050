/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where and how a work came out: publisher, volume and pages, ISBNs, the meeting it
 * was read at.
 */

#include "config.h"

#include "crossref-private.h"

#include <string.h>

#include "paths.h"
#include "peek.h"
#include "read.h"
#include "record.h"
#include "spellings.h"

static void
set_plain (JsonObject *record,
           const char *member,
           JsonObject *message,
           const char *from)
{
  g_autofree char *plain = offprint_peek_dup_plain (message, from);

  offprint_record_set_string (record, member, plain);
}

/* Who brought it out. Crossref's publisher is the member that deposited; where an
 * institution or a body of standards is named, it is the one to cite. */
static void
read_publisher (JsonObject *message,
                JsonObject *record)
{
  static const char *const by_institution[] = { "thesis", "report", "article", "post-weblog", "dataset", NULL };
  const char *type = offprint_peek_string (record, "type");
  JsonObject *body = offprint_peek_object (message, "standards-body");
  JsonObject *institution = offprint_peek_object (message, "institution");

  set_plain (record, "publisher", message, "publisher");
  set_plain (record, "publisher-place", message, "publisher-location");
  if (body != NULL)
    {
      set_plain (record, "authority", body, "name");
      if (!json_object_has_member (record, "publisher"))
        set_plain (record, "publisher", body, "name");
    }
  if (institution != NULL)
    {
      g_autofree char *name = offprint_peek_dup_plain (institution, "name");
      g_autofree char *place = offprint_peek_dup_joined (institution, "place", ", ");
      gboolean is_publisher = g_strv_contains (by_institution, type) || !json_object_has_member (record, "publisher");

      if (is_publisher)
        offprint_record_set_string (record, "publisher", name);
      if (!json_object_has_member (record, "publisher-place"))
        offprint_record_set_string (record, "publisher-place", place);
      if (!is_publisher || offprint_peek_length (message, "institution") > 1)
        offprint_paths_keep (record, "/institution", offprint_peek_node (message, "institution"));
    }
}

/* “no-no”, “n/a-n/a”: filled in because something had to be */
static gboolean
is_no_page (const char *page)
{
  return g_regex_match_simple ("^(no|n/?a|null|none|-|\\s)+$", page, G_REGEX_CASELESS, 0);
}

static void
read_numbers (JsonObject *message,
              JsonObject *record)
{
  g_autofree char *page = offprint_peek_dup_plain (message, "page");
  g_autofree char *article = offprint_peek_dup_plain (message, "article-number");
  g_autofree char *issue = offprint_peek_dup_plain (message, "issue");
  JsonObject *review = offprint_peek_object (message, "review");

  /* a series counts its books; the members of a set without one are volumes */
  set_plain (record, json_object_has_member (record, "collection-title") ? "collection-number" : "volume", message, "volume");
  if (issue == NULL)
    issue = offprint_peek_dup_plain (offprint_peek_object (message, "journal-issue"), "issue");
  offprint_record_set_string (record, "issue", issue);
  set_plain (record, "edition", message, "edition-number");
  set_plain (record, "part-number", message, "part-number");
  offprint_record_set_string (record, "number", article);
  set_plain (record, "number", review, "running-number");
  set_plain (record, "version", offprint_peek_object (message, "version"), "version");
  if (page != NULL && !is_no_page (page))
    offprint_record_set_string (record, "page", page);
  else if (article != NULL) /* services/crossref-fields.md 1 */
    offprint_record_set_string (record, "page", article);
}

/* http://id.crossref.org/isbn/978-3-319-00710-6 and its like: records/FACTS.md */
static const char *
after_last_slash (const char *text)
{
  return strrchr (text, '/') != NULL ? strrchr (text, '/') + 1 : text;
}

static char *
dup_digits (const char *isbn)
{
  GString *digits = g_string_new (NULL);

  for (const char *p = after_last_slash (isbn); *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (digits, g_ascii_toupper (*p));
  return g_string_free (digits, FALSE);
}

static const char *
kind_of_isbn (JsonObject *message,
              const char *isbn)
{
  g_autofree char *digits = dup_digits (isbn);

  for (guint i = 0; i < offprint_peek_length (message, "isbn-type"); i++)
    {
      JsonObject *typed = offprint_peek_nth_object (message, "isbn-type", i);
      const char *value = offprint_peek_string (typed, "value");
      const char *type = offprint_peek_string (typed, "type");
      g_autofree char *typed_digits = value != NULL ? dup_digits (value) : NULL;

      if (g_strcmp0 (digits, typed_digits) == 0 && (g_strcmp0 (type, "print") == 0 || g_strcmp0 (type, "electronic") == 0))
        return type;
    }
  return NULL;
}

static void
add_isbn (JsonObject *message,
          const char *isbn,
          JsonObject *record)
{
  if (isbn != NULL)
    offprint_record_add_isbn (record, after_last_slash (isbn), kind_of_isbn (message, isbn));
}

static void
read_isbns (JsonObject *message,
            JsonObject *record)
{
  for (guint i = 0; i < offprint_peek_length (message, "ISBN"); i++)
    add_isbn (message, offprint_peek_nth_string (message, "ISBN", i), record);
  for (guint i = 0; i < offprint_peek_length (message, "isbn-type"); i++)
    add_isbn (message, offprint_peek_string (offprint_peek_nth_object (message, "isbn-type", i), "value"), record);
}

static void
add_issn (GPtrArray  *issns,
          const char *text)
{
  g_autofree char *issn = offprint_spell_issn (text);

  if (issn != NULL && !g_ptr_array_find_with_equal_func (issns, issn, g_str_equal, NULL))
    g_ptr_array_add (issns, g_steal_pointer (&issn));
}

static void
read_issns (JsonObject *message,
            JsonObject *record)
{
  g_autoptr (GPtrArray) issns = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < offprint_peek_length (message, "ISSN"); i++)
    add_issn (issns, offprint_peek_nth_string (message, "ISSN", i));
  for (guint i = 0; i < offprint_peek_length (message, "issn-type"); i++)
    add_issn (issns, offprint_peek_string (offprint_peek_nth_object (message, "issn-type", i), "value"));
  if (issns->len == 0)
    return;
  g_ptr_array_add (issns, NULL);
  joined = g_strjoinv (" ", (char **) issns->pdata);
  offprint_record_set_string (record, "ISSN", joined);
}

static JsonNode *
dup_first_parts (JsonObject *event,
                 const char *member)
{
  g_autoptr (OffprintDate) date = offprint_crossref_date (event, member);
  g_autoptr (JsonNode) csl = date != NULL ? offprint_date_to_csl (date) : NULL;
  JsonNode *parts = offprint_peek_nth (offprint_node_object (csl), "date-parts", 0);

  return parts != NULL ? json_node_copy (parts) : NULL;
}

static void
read_event_dates (JsonObject *event,
                  JsonObject *record)
{
  JsonNode *start = dup_first_parts (event, "start");
  JsonNode *end = dup_first_parts (event, "end");
  JsonArray *range = NULL;
  JsonObject *date = NULL;

  if (start == NULL)
    {
      start = end;
      end = NULL;
    }
  if (start == NULL)
    return;
  range = json_array_new ();
  json_array_add_element (range, start);
  if (end != NULL && !json_node_equal (start, end))
    json_array_add_element (range, end);
  else
    g_clear_pointer (&end, json_node_unref);
  date = json_object_new ();
  json_object_set_array_member (date, "date-parts", range);
  json_object_set_object_member (record, "event-date", date);
}

static void
read_event (JsonObject *message,
            JsonObject *record)
{
  JsonObject *event = offprint_peek_object (message, "event");

  if (event == NULL)
    return;
  set_plain (record, "event-title", event, "name");
  if (!json_object_has_member (record, "event-title"))
    set_plain (record, "event-title", event, "acronym");
  set_plain (record, "event-place", event, "location");
  read_event_dates (event, record);
}

/* A component says in `description` what it is; so does, now and then, another work */
static void
read_prose (JsonObject *message,
            JsonObject *record)
{
  static const char *const members[] = { "abstract", "description" };

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *markup = offprint_peek_string (message, members[i]);
      g_autoptr (OffprintRichText) text = NULL;

      if (markup == NULL)
        continue;
      text = offprint_rich_text_new_from_markup (markup, -1);
      if (!offprint_rich_text_is_empty (text))
        offprint_record_add_abstract (record, NULL, members[i], text);
    }
}

static void
read_keywords (JsonObject *message,
               JsonObject *record)
{
  static const char *const members[] = { "group-title", "proceedings-subject" };
  g_autoptr (JsonArray) keywords = json_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    for (guint j = 0; j < offprint_peek_length (message, members[i]); j++)
      {
        g_autofree char *keyword = offprint_node_dup_plain (offprint_peek_nth (message, members[i], j));

        if (keyword != NULL)
          json_array_add_string_element (keywords, keyword);
      }
  if (json_array_get_length (keywords) > 0)
    json_object_set_array_member (offprint_record_get_custom (record), "keywords", g_steal_pointer (&keywords));
}

/**
 * offprint_crossref_read_publication:
 * @message: Crossref's message
 * @record: the record, which knows its type already
 *
 * Reads publisher, numbers, ISBNs and ISSNs, meeting, abstract and language:
 * services/crossref-fields.md 1.
 */
void
offprint_crossref_read_publication (JsonObject *message,
                                    JsonObject *record)
{
  g_autofree char *language = offprint_spell_language (offprint_peek_string (message, "language"));

  read_publisher (message, record);
  read_numbers (message, record);
  read_isbns (message, record);
  read_issns (message, record);
  read_event (message, record);
  read_prose (message, record);
  read_keywords (message, record);
  offprint_record_set_string (record, "language", language);
}
