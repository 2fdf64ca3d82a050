/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PubMed’s numbers: the converter of PMC knows the DOI of what lies there, E-utilities
 * know the rest. services.md 7.
 */

#include "config.h"

#include "questions.h"

#include "json-answer.h"
#include "peek.h"
#include "personal-names.h"
#include "record.h"
#include "registry-error.h"
#include "spellings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MONTH (30 * 24 * 60 * 60)

static gpointer
read_doi (const OffprintQuestion    *question,
          const OffprintHttpAnswer  *answer,
          GError                   **error)
{
  return offprint_pubmed_parse_doi (answer->body, question->subject, error);
}

static gpointer
read_work (const OffprintQuestion    *question,
           const OffprintHttpAnswer  *answer,
           GError                   **error)
{
  return offprint_pubmed_parse (answer->body, answer->url, answer->at, error);
}

/**
 * offprint_pubmed_ask_doi:
 * @endpoints: where the services live
 * @id: a PMID or PMCID
 *
 * Which DOI it belongs to. Only what lies in PMC is known there.
 *
 * Returns: (transfer full): a question whose answer is a DOI, a string
 */
OffprintQuestion *
offprint_pubmed_ask_doi (OffprintEndpoints *endpoints,
                         const char        *id)
{
  OffprintQuestion *self = offprint_question_new ("PubMed Central", id, read_doi, g_free);
  g_autofree char *escaped = g_uri_escape_string (id, NULL, FALSE);

  self->url = g_strdup_printf ("%s/tools/idconv/api/v1/articles/?ids=%s&format=json&tool=Offprint",
                               offprint_endpoints_get (endpoints, OFFPRINT_ENDPOINT_IDCONV), escaped);
  /* Translators: %s is an identifier such as a PMID; a line of the list of requests */
  self->purpose = g_strdup_printf (_("DOI of %s"), id);
  self->cache_key = g_strdup_printf ("idconv:%s", id);
  self->max_age_s = MONTH;
  return self;
}

/**
 * offprint_pubmed_ask_work:
 * @endpoints: where the services live
 * @kind: `OFFPRINT_IDENTIFIER_PMID` or `OFFPRINT_IDENTIFIER_PMCID`
 * @id: a PMID or PMCID
 *
 * What PubMed's summary says.
 *
 * Returns: (transfer full): a question whose answer is an `OffprintReading`
 */
OffprintQuestion *
offprint_pubmed_ask_work (OffprintEndpoints      *endpoints,
                          OffprintIdentifierKind  kind,
                          const char             *id)
{
  OffprintQuestion *self = offprint_question_new ("PubMed", id, read_work, g_object_unref);
  gboolean is_pmc = kind == OFFPRINT_IDENTIFIER_PMCID;
  g_autofree char *escaped = NULL;

  if (is_pmc && g_ascii_strncasecmp (id, "PMC", 3) == 0)
    escaped = g_uri_escape_string (id + 3, NULL, FALSE);
  else
    escaped = g_uri_escape_string (id, NULL, FALSE);
  self->url = g_strdup_printf ("%s/entrez/eutils/esummary.fcgi?db=%s&id=%s&retmode=json&tool=Offprint",
                               offprint_endpoints_get (endpoints, OFFPRINT_ENDPOINT_PUBMED), is_pmc ? "pmc" : "pubmed", escaped);
  self->purpose = g_strdup_printf (_("Record of %s"), id);
  self->cache_key = g_strdup_printf ("pubmed:%s", id);
  self->max_age_s = MONTH;
  return self;
}

/**
 * offprint_pubmed_parse_doi:
 * @bytes: an answer of the converter
 * @id: what was asked about, for the error
 * @error: return location for an error of the domain `OFFPRINT_REGISTRY_ERROR`:
 *   `NOT_FOUND` if it names no DOI, `BROKEN_ANSWER`
 *
 * Reads a DOI.
 *
 * Returns: (transfer full): the DOI, or `NULL` with @error set
 */
char *
offprint_pubmed_parse_doi (GBytes      *bytes,
                           const char  *id,
                           GError     **error)
{
  g_autoptr (JsonNode) root = offprint_json_answer_parse (bytes, error);
  JsonObject *first = NULL;
  const char *text = NULL;
  char *doi = NULL;

  if (root == NULL)
    return NULL;
  first = offprint_peek_nth_object (offprint_node_object (root), "records", 0);
  text = offprint_peek_string (first, "doi");
  if (text != NULL)
    doi = offprint_spell_doi (text);
  if (doi == NULL)
    g_set_error (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND,
                 /* Translators: a PMID or PMCID */
                 _("PubMed Central knows no DOI of %s"), id);
  return doi;
}

static JsonObject *
get_summary (JsonNode *root)
{
  JsonObject *result = offprint_peek_object (offprint_node_object (root), "result");
  const char *uid = offprint_peek_nth_string (result, "uids", 0);
  JsonObject *summary = uid != NULL ? offprint_peek_object (result, uid) : NULL;

  return summary != NULL && offprint_peek_node (summary, "error") == NULL ? summary : NULL;
}

static void
read_ids (JsonObject *summary,
          JsonObject *record)
{
  static const struct
  {
    const char *type;
    const char *member;
  } ids[] = { { "pubmed", "PMID" }, { "pmid", "PMID" }, { "pmc", "PMCID" }, { "pmcid", "PMCID" } };

  for (guint i = 0; i < offprint_peek_length (summary, "articleids"); i++)
    {
      JsonObject *id = offprint_peek_nth_object (summary, "articleids", i);
      const char *type = offprint_peek_string (id, "idtype");
      const char *value = offprint_peek_string (id, "value");

      if (type == NULL || value == NULL || strlen (value) > 256)
        continue;
      if (g_str_equal (type, "doi"))
        {
          g_autofree char *doi = offprint_spell_doi (value);

          offprint_record_set_string (record, "DOI", doi);
        }
      for (guint j = 0; j < G_N_ELEMENTS (ids); j++)
        if (g_str_equal (type, ids[j].type) && !g_str_equal (value, "0"))
          {
            g_autofree char *bare = g_strndup (value, strcspn (value, "; ")); /* "pmc-id: PMC2675853;" */

            offprint_record_set_string (record, ids[j].member, bare);
          }
    }
}

/* "2008 Dec 5", "2008 Nov-Dec", "2008" */
static OffprintDate *
date_from_text (const char *text)
{
  static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };
  g_auto (GStrv) words = g_strsplit (text, " ", 3);
  guint64 year = 0, day = 0;
  guint month = 0;

  if (words[0] == NULL || !g_ascii_string_to_unsigned (words[0], 10, 1000, 9999, &year, NULL))
    return NULL;
  for (guint i = 0; words[1] != NULL && i < G_N_ELEMENTS (months); i++)
    if (g_ascii_strncasecmp (words[1], months[i], 3) == 0 && strchr (words[1], '-') == NULL)
      month = i + 1;
  if (month > 0 && words[2] != NULL && !g_ascii_string_to_unsigned (words[2], 10, 1, 31, &day, NULL))
    day = 0;
  return offprint_date_new (year, month, day);
}

static void
read_date (JsonObject *summary,
           JsonObject *record)
{
  const char *text = offprint_peek_string (summary, "pubdate");
  const char *online = offprint_peek_string (summary, "epubdate");
  g_autoptr (OffprintDate) date = text != NULL ? date_from_text (text) : NULL;
  g_autoptr (OffprintDate) online_date = online != NULL ? date_from_text (online) : NULL;

  offprint_record_set_date (record, "issued", date != NULL ? date : online_date);
  if (online_date != NULL)
    offprint_record_set_event (record, "online", online_date);
}

/* A title ends in a full stop that is not its own; a translated one stands in brackets */
static void
read_title (JsonObject *summary,
            JsonObject *record)
{
  g_autofree char *title = g_strdup (offprint_peek_string (summary, "title"));

  if (title == NULL)
    return;
  g_strstrip (title);
  if (g_str_has_suffix (title, "."))
    title[strlen (title) - 1] = '\0';
  offprint_record_set_inline (record, "title", title);
}

static void
read_people (JsonObject *summary,
             JsonObject *record)
{
  for (guint i = 0; i < offprint_peek_length (summary, "authors"); i++)
    {
      const char *name = offprint_peek_string (offprint_peek_nth_object (summary, "authors", i), "name");

      if (name != NULL && strlen (name) < 1024)
        offprint_record_add_person (record, "author", offprint_name_new_initials (name), NULL);
    }
}

static JsonObject *
read_summary (JsonObject *summary)
{
  static const struct
  {
    const char *from;
    const char *to;
  } members[] = {
    { "fulljournalname", "container-title" },
    { "source", "container-title-short" },
    { "volume", "volume" },
    { "issue", "issue" },
    { "pages", "page" },
    { "issn", "ISSN" },
  };
  JsonObject *record = offprint_record_new ();

  offprint_record_set_string (record, "type", "article-journal");
  read_ids (summary, record);
  read_title (summary, record);
  read_people (summary, record);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    offprint_record_set_string (record, members[i].to, offprint_peek_string (summary, members[i].from));
  read_date (summary, record);
  return record;
}

/**
 * offprint_pubmed_parse:
 * @bytes: an answer of esummary, in JSON
 * @url: (nullable): where it came from
 * @at: when it came
 * @error: return location for an error of the domain `OFFPRINT_REGISTRY_ERROR`:
 *   `NOT_FOUND` if there is no summary in it, `BROKEN_ANSWER`
 *
 * Reads the first summary.
 *
 * Returns: (transfer full): what it says, or `NULL` with @error set
 */
OffprintReading *
offprint_pubmed_parse (GBytes      *bytes,
                       const char  *url,
                       GDateTime   *at,
                       GError     **error)
{
  g_autoptr (JsonNode) root = offprint_json_answer_parse (bytes, error);
  JsonObject *summary = NULL;

  if (root == NULL)
    return NULL;
  summary = get_summary (root);
  if (summary == NULL)
    {
      g_set_error_literal (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND,
                           _("PubMed knows no such article: check the number for a slip"));
      return NULL;
    }
  return offprint_reading_new ("pubmed", OFFPRINT_READING_ABOUT_WORK, url, at, bytes, read_summary (summary));
}
