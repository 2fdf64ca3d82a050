/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Japan Link Center’s own JSON: services.md 3. Everything in it comes once a
 * language; the original one is the work’s, the other its translation.
 */

#include "config.h"

#include "questions.h"

#include "json-answer.h"
#include "peek.h"
#include "record.h"
#include "registry-error.h"
#include "spellings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gpointer
read_work (const OffprintQuestion    *question,
           const OffprintHttpAnswer  *answer,
           GError                   **error)
{
  return offprint_jalc_parse (answer->body, answer->url, answer->at, error);
}

/**
 * offprint_jalc_ask:
 * @endpoints: where the services live
 * @doi: a DOI
 *
 * What JaLC says of a work.
 *
 * Returns: (transfer full): a question whose answer is an `OffprintReading`
 */
OffprintQuestion *
offprint_jalc_ask (OffprintEndpoints *endpoints,
                   const char        *doi)
{
  OffprintQuestion *self = offprint_question_new ("JaLC", doi, read_work, g_object_unref);
  g_autofree char *path = g_uri_escape_string (doi, "/", FALSE);

  self->url = g_strdup_printf ("%s/dois/%s", offprint_endpoints_get (endpoints, OFFPRINT_ENDPOINT_JALC), path);
  self->purpose = g_strdup_printf (_("Record of %s"), doi);
  self->cache_key = g_strdup_printf ("jalc:%s", doi);
  self->accept = "application/json";
  self->max_age_s = 7 * 24 * 60 * 60;
  return self;
}

/* The entry in a language, else the first that has the member */
static JsonObject *
get_in (JsonObject *object,
        const char *list,
        const char *member,
        const char *language)
{
  JsonObject *first = NULL;

  for (guint i = 0; i < offprint_peek_length (object, list); i++)
    {
      JsonObject *entry = offprint_peek_nth_object (object, list, i);

      if (offprint_peek_string (entry, member) == NULL)
        continue;
      if (g_strcmp0 (offprint_peek_string (entry, "lang"), language) == 0)
        return entry;
      if (first == NULL)
        first = entry;
    }
  return first;
}

static void
read_titles (JsonObject *data,
             const char *language,
             JsonObject *record)
{
  JsonObject *own = get_in (data, "title_list", "title", language);
  JsonArray *translated = NULL;
  JsonObject *custom = NULL;
  JsonObject *titles = NULL;

  offprint_record_set_title (record, offprint_peek_string (own, "title"), offprint_peek_string (own, "subtitle"));
  for (guint i = 0; i < offprint_peek_length (data, "title_list"); i++)
    {
      JsonObject *entry = offprint_peek_nth_object (data, "title_list", i);
      JsonObject *other = NULL;

      if (entry == NULL || entry == own || offprint_peek_string (entry, "title") == NULL)
        continue;
      other = json_object_new ();
      offprint_record_set_string (other, "language", offprint_peek_string (entry, "lang"));
      offprint_record_set_inline (other, "text", offprint_peek_string (entry, "title"));
      if (translated == NULL)
        translated = json_array_new ();
      json_array_add_object_element (translated, other);
    }
  if (translated == NULL)
    return;
  custom = offprint_record_get_custom (record);
  titles = offprint_peek_object (custom, "titles");
  if (titles == NULL)
    {
      titles = json_object_new ();
      json_object_set_object_member (custom, "titles", titles);
    }
  json_object_set_array_member (titles, "translated", translated);
}

static JsonObject *
dup_affiliations (JsonObject *creator,
                  const char *language)
{
  JsonObject *entry = get_in (creator, "affiliation_list", "affiliation_name", language);
  JsonObject *extra = NULL;
  JsonArray *list = NULL;
  JsonObject *affiliation = NULL;

  if (entry == NULL)
    return NULL;
  extra = json_object_new ();
  list = json_array_new ();
  affiliation = json_object_new ();
  offprint_record_set_inline (affiliation, "name", offprint_peek_string (entry, "affiliation_name"));
  json_array_add_object_element (list, affiliation);
  json_object_set_array_member (extra, "affiliations", list);
  return extra;
}

static void
read_people (JsonObject *data,
             const char *language,
             JsonObject *record)
{
  for (guint i = 0; i < offprint_peek_length (data, "creator_list"); i++)
    {
      JsonObject *creator = offprint_peek_nth_object (data, "creator_list", i);
      JsonObject *names = get_in (creator, "names", "last_name", language);
      JsonObject *name = json_object_new ();
      gboolean is_group = offprint_peek_string (names, "first_name") == NULL;

      offprint_record_set_string (name, is_group ? "literal" : "family", offprint_peek_string (names, "last_name"));
      offprint_record_set_string (name, "given", offprint_peek_string (names, "first_name"));
      offprint_record_add_person (record, "author", name, dup_affiliations (creator, language));
    }
}

static void
read_journal (JsonObject *data,
              const char *language,
              JsonObject *record)
{
  JsonObject *title = get_in (data, "journal_title_name_list", "journal_title_name", language);

  offprint_record_set_inline (record, "container-title", offprint_peek_string (title, "journal_title_name"));
  for (guint i = 0; i < offprint_peek_length (data, "journal_id_list"); i++)
    {
      JsonObject *id = offprint_peek_nth_object (data, "journal_id_list", i);
      g_autofree char *issn = NULL;

      if (g_strcmp0 (offprint_peek_string (id, "type"), "ISSN") != 0 || offprint_peek_string (id, "journal_id") == NULL)
        continue;
      issn = offprint_spell_issn (offprint_peek_string (id, "journal_id"));
      offprint_record_set_string (record, "ISSN", issn);
      break;
    }
}

static guint
get_part (JsonObject *object,
          const char *member,
          guint       max)
{
  g_autofree char *text = offprint_peek_dup_plain (object, member);
  guint64 value = 0;

  return text != NULL && g_ascii_string_to_unsigned (text, 10, 1, max, &value, NULL) ? (guint) value : 0;
}

static void
read_date (JsonObject *data,
           JsonObject *record)
{
  JsonObject *date = offprint_peek_object (data, "publication_date");
  guint year = get_part (date, "publication_year", 9999);
  guint month = get_part (date, "publication_month", 12);
  g_autoptr (OffprintDate) issued = NULL;

  if (year == 0)
    return;
  issued = offprint_date_new (year, month, month > 0 ? get_part (date, "publication_day", 31) : 0);
  offprint_record_set_date (record, "issued", issued);
}

static void
read_pages (JsonObject *data,
            JsonObject *record)
{
  const char *first = offprint_peek_string (data, "first_page");
  const char *last = offprint_peek_string (data, "last_page");
  g_autofree char *pages = NULL;

  if (first != NULL && last != NULL && !g_str_equal (first, last))
    pages = g_strdup_printf ("%s-%s", first, last);
  else
    pages = g_strdup (first != NULL ? first : last);
  offprint_record_set_string (record, "page", pages);
}

static void
read_keywords (JsonObject *data,
               const char *language,
               JsonObject *record)
{
  JsonArray *keywords = json_array_new ();

  for (guint i = 0; i < offprint_peek_length (data, "keyword_list"); i++)
    {
      JsonObject *entry = offprint_peek_nth_object (data, "keyword_list", i);
      g_autofree char *keyword = offprint_peek_dup_plain (entry, "keyword");

      if (keyword != NULL && g_strcmp0 (offprint_peek_string (entry, "lang"), language) == 0)
        json_array_add_string_element (keywords, keyword);
    }
  if (json_array_get_length (keywords) > 0)
    json_object_set_array_member (offprint_record_get_custom (record), "keywords", keywords);
  else
    json_array_unref (keywords);
}

/* content_type: JA journal article, BK book, RD data, EL e-learning, GD general */
static const char *
get_type (JsonObject *data)
{
  const char *type = offprint_peek_string (data, "content_type");

  if (g_strcmp0 (type, "BK") == 0)
    return "book";
  if (g_strcmp0 (type, "RD") == 0)
    return "dataset";
  if (g_strcmp0 (type, "JA") == 0 || offprint_peek_node (data, "journal_title_name_list") != NULL)
    return "article-journal";
  return "document";
}

static JsonObject *
read_data (JsonObject *data)
{
  JsonObject *record = offprint_record_new ();
  const char *language = offprint_peek_string (data, "content_language");
  JsonObject *publisher = NULL;
  g_autofree char *doi = NULL;

  if (language == NULL)
    language = "ja";
  publisher = get_in (data, "publisher_list", "publisher_name", language);
  if (offprint_peek_string (data, "doi") != NULL)
    doi = offprint_spell_doi (offprint_peek_string (data, "doi"));

  offprint_record_set_string (record, "type", get_type (data));
  offprint_record_set_string (record, "DOI", doi);
  offprint_record_set_string (record, "language", language);
  read_titles (data, language, record);
  read_people (data, language, record);
  read_journal (data, language, record);
  offprint_record_set_inline (record, "publisher", offprint_peek_string (publisher, "publisher_name"));
  offprint_record_set_string (record, "volume", offprint_peek_string (data, "volume"));
  offprint_record_set_string (record, "issue", offprint_peek_string (data, "issue"));
  read_pages (data, record);
  read_date (data, record);
  read_keywords (data, language, record);
  return record;
}

/**
 * offprint_jalc_parse:
 * @bytes: an answer of JaLC's REST API
 * @url: (nullable): where it came from
 * @at: when it came
 * @error: return location for an error of the domain `OFFPRINT_REGISTRY_ERROR`:
 *   `NOT_FOUND` if it names no work, `BROKEN_ANSWER`
 *
 * Reads one work.
 *
 * Returns: (transfer full): what it says, or `NULL` with @error set
 */
OffprintReading *
offprint_jalc_parse (GBytes      *bytes,
                     const char  *url,
                     GDateTime   *at,
                     GError     **error)
{
  g_autoptr (JsonNode) root = offprint_json_answer_parse (bytes, error);
  JsonObject *data = NULL;

  if (root == NULL)
    return NULL;
  data = offprint_peek_object (offprint_node_object (root), "data");
  if (data == NULL || offprint_peek_node (data, "title_list") == NULL)
    {
      g_set_error_literal (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND,
                           _("JaLC knows no such work"));
      return NULL;
    }
  return offprint_reading_new ("jalc", OFFPRINT_READING_ABOUT_WORK, url, at, bytes, read_data (data));
}
