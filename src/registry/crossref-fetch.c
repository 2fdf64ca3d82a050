/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The addresses of Crossref’s REST API: services.md 2.1. Reading its answers is
 * crossref.c’s.
 */

#include "config.h"

#include "questions.h"

#include "parsers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY       (24 * 60 * 60)
#define MAX_WORDS 512

static gpointer
read_work (const OffprintQuestion    *question,
           const OffprintHttpAnswer  *answer,
           GError                   **error)
{
  return offprint_crossref_parse (answer->body, OFFPRINT_READING_ABOUT_WORK, answer->url, answer->at, error);
}

static gpointer
read_list (const OffprintQuestion    *question,
           const OffprintHttpAnswer  *answer,
           GError                   **error)
{
  return offprint_crossref_parse_list (answer->body, answer->url, answer->at, error);
}

static OffprintQuestion *
new_question (const char           *subject,
              OffprintQuestionRead  read,
              GDestroyNotify        free_result)
{
  OffprintQuestion *self = offprint_question_new ("Crossref", subject, read, free_result);

  self->accept = "application/json";
  self->is_polite = TRUE; /* the only service that is told who asks, if the person wants that */
  /* the record would do for a week; what corrects or retracts it stands in it, and that
   * would not: services.md 12 */
  self->max_age_s = DAY;
  return self;
}

/**
 * offprint_crossref_ask_work:
 * @endpoints: where the services live
 * @doi: a DOI
 *
 * The record of one work.
 *
 * Returns: (transfer full): a question whose answer is an `OffprintReading`
 */
OffprintQuestion *
offprint_crossref_ask_work (OffprintEndpoints *endpoints,
                            const char        *doi)
{
  OffprintQuestion *self = new_question (doi, read_work, g_object_unref);
  g_autofree char *path = g_uri_escape_string (doi, "/", FALSE);

  self->url = g_strdup_printf ("%s/works/%s", offprint_endpoints_get (endpoints, OFFPRINT_ENDPOINT_CROSSREF), path);
  /* Translators: %s is a DOI; a line of the list of requests */
  self->purpose = g_strdup_printf (_("Record of %s"), doi);
  self->cache_key = g_strdup_printf ("crossref:%s", doi);
  return self;
}

/**
 * offprint_crossref_ask_isbn:
 * @endpoints: where the services live
 * @isbn: 13 digits
 *
 * The books, not their chapters, that have an ISBN: services.md 2.6.
 *
 * Returns: (transfer full): a question whose answer is a `GPtrArray` of `OffprintReading`
 */
OffprintQuestion *
offprint_crossref_ask_isbn (OffprintEndpoints *endpoints,
                            const char        *isbn)
{
  OffprintQuestion *self = new_question (isbn, read_list, (GDestroyNotify) g_ptr_array_unref);

  self->url = g_strdup_printf ("%s/works?filter=isbn:%s,type:book,type:edited-book,type:monograph,type:reference-book&rows=5",
                               offprint_endpoints_get (endpoints, OFFPRINT_ENDPOINT_CROSSREF), isbn);
  /* Translators: %s is an ISBN; a line of the list of requests */
  self->purpose = g_strdup_printf (_("Book with the ISBN %s"), isbn);
  self->cache_key = g_strdup_printf ("crossref-isbn:%s", isbn);
  self->is_list = TRUE;
  return self;
}

static char *
dup_start (const char *words)
{
  gsize length = strlen (words);

  if (length > MAX_WORDS)
    length = g_utf8_find_prev_char (words, words + MAX_WORDS + 1) - words;
  return g_strndup (words, length);
}

/**
 * offprint_crossref_ask_search:
 * @endpoints: where the services live
 * @words: a title, or a whole reference; the first 512 bytes count
 *
 * Works that words may mean. Asks for what a list shows, not for whole records.
 *
 * Returns: (transfer full): a question whose answer is a `GPtrArray` of `OffprintReading`
 */
OffprintQuestion *
offprint_crossref_ask_search (OffprintEndpoints *endpoints,
                              const char        *words)
{
  OffprintQuestion *self = new_question (words, read_list, (GDestroyNotify) g_ptr_array_unref);
  g_autofree char *start = dup_start (words);
  g_autofree char *query = g_uri_escape_string (start, NULL, FALSE);

  self->url = g_strdup_printf ("%s/works?query.bibliographic=%s&rows=20&select=DOI,type,title,subtitle,author,editor,"
                               "container-title,short-container-title,issued,published-print,published-online,publisher,volume,"
                               "issue,page,ISBN,ISSN,update-to,updated-by",
                               offprint_endpoints_get (endpoints, OFFPRINT_ENDPOINT_CROSSREF), query);
  /* Translators: %s is what was typed; a line of the list of requests */
  self->purpose = g_strdup_printf (_("Search for “%s”"), start);
  self->cache_key = g_strdup_printf ("crossref-search:%s", start);
  self->is_list = TRUE;
  return self;
}
