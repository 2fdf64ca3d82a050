/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The publisher’s own page: what a DOI leads to in a browser, asked for once, as a
 * person’s browser would ask for it and under our own name (services/springer-page.md 1,
 * services.md 12). A site that does not want to be read by programs says so in many
 * ways; each of them is believed and told, and none is tried a second time.
 */

#include "config.h"

#include "questions.h"

#include "merge.h"
#include "page.h"
#include "peek.h"
#include "registry-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_BYTES      (20 * 1000 * 1000)
#define FRESH_DAYS     7
#define SHORTEST_TITLE 8 /* letters: a shorter one stands in many others */

static char *
dup_host (const OffprintHttpAnswer *answer)
{
  g_autoptr (GUri) uri = g_uri_parse (answer->url, G_URI_FLAGS_ENCODED, NULL);

  return g_strdup (uri != NULL && g_uri_get_host (uri) != NULL ? g_uri_get_host (uri) : answer->url);
}

/* A page that says nothing of a work is no failure, as a registry that does not know it */
static OffprintRegistryError
code_of (const GError *cause)
{
  switch ((OffprintPageError) cause->code)
    {
    case OFFPRINT_PAGE_ERROR_NO_WORK:
    case OFFPRINT_PAGE_ERROR_PART:
      return OFFPRINT_REGISTRY_ERROR_NOT_FOUND;
    case OFFPRINT_PAGE_ERROR_REFUSED:
      return OFFPRINT_REGISTRY_ERROR_REFUSED;
    case OFFPRINT_PAGE_ERROR_TOO_LARGE:
      return OFFPRINT_REGISTRY_ERROR_TOO_LARGE;
    case OFFPRINT_PAGE_ERROR_BROKEN:
      break;
    }
  return OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER;
}

static gpointer
set_error (const OffprintHttpAnswer  *answer,
           const GError              *cause,
           GError                   **error)
{
  g_autofree char *host = dup_host (answer);

  if (cause->domain != OFFPRINT_PAGE_ERROR)
    g_propagate_error (error, g_error_copy (cause));
  else if (cause->code == OFFPRINT_PAGE_ERROR_REFUSED)
    g_set_error (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_REFUSED,
                 /* Translators: a host such as link.springer.com */
                 _("%s asks who you are, or does not show its page to programs: open the DOI in a browser, and save the page there to read it here"),
                 host);
  else
    g_set_error_literal (error, OFFPRINT_REGISTRY_ERROR, (int) code_of (cause), cause->message);
  return NULL;
}

static gboolean
is_type_of_a_page (const char *type)
{
  static const char *const types[] = { "text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml", NULL };

  return type == NULL || g_strv_contains (types, type);
}

/* Whatever it is said to be: PDF is told by its first bytes */
static gboolean
is_page (const OffprintHttpAnswer *answer)
{
  static const char mark[] = "%PDF-";
  gsize size = 0;
  const char *data = g_bytes_get_data (answer->body, &size);

  return is_type_of_a_page (answer->content_type) && !(size >= strlen (mark) && memcmp (data, mark, strlen (mark)) == 0);
}

static gpointer
set_no_page (const OffprintHttpAnswer  *answer,
             GError                   **error)
{
  g_autofree char *host = dup_host (answer);

  g_set_error (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NO_SERVICE,
               /* Translators: a host, then a media type such as application/pdf */
               _("%s sends no page but a file (%s): open the DOI in a browser to have it"),
               host, is_type_of_a_page (answer->content_type) ? "application/pdf" : answer->content_type);
  return NULL;
}

/* Some challenges come as 503; any other 503 is a fault, whatever is written on it */
static gpointer
set_fault (const OffprintHttpAnswer  *answer,
           const GError              *cause,
           GError                   **error)
{
  g_autofree char *host = dup_host (answer);

  if (g_error_matches (cause, OFFPRINT_PAGE_ERROR, OFFPRINT_PAGE_ERROR_REFUSED))
    return set_error (answer, cause, error);
  g_set_error (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_SERVER,
               _("%s has a fault at the moment (%u): try again later"), host, answer->status);
  return NULL;
}

static gpointer
read_page (const OffprintQuestion    *question,
           const OffprintHttpAnswer  *answer,
           GError                   **error)
{
  g_autoptr (OffprintReading) reading = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *type = NULL;
  g_autofree char *host = dup_host (answer);

  if (!is_page (answer))
    return set_no_page (answer, error);
  if (answer->content_type != NULL && answer->charset != NULL)
    type = g_strdup_printf ("%s; charset=%s", answer->content_type, answer->charset);
  reading = offprint_page_read (answer->body, type != NULL ? type : answer->content_type, answer->url, host,
                                answer->at, question->cancellable, &cause);
  if (answer->status != 200)
    return set_fault (answer, cause, error);
  if (reading == NULL)
    return set_error (answer, cause, error);
  return g_steal_pointer (&reading);
}

/**
 * offprint_landing_ask:
 * @endpoints: where the services live
 * @doi: a DOI
 * @hop: (nullable): called when another host is asked
 * @hop_data: for @hop
 *
 * The page that a DOI leads to. It is asked for once: a page that is refused, busy or
 * broken is not asked for again, and no copy of it is kept by the client.
 *
 * Returns: (transfer full): a question whose answer is an `OffprintReading`
 */
OffprintQuestion *
offprint_landing_ask (OffprintEndpoints   *endpoints,
                      const char          *doi,
                      OffprintHttpHopFunc  hop,
                      gpointer             hop_data)
{
  static const char *const finals[] = { "503", NULL };
  OffprintQuestion *self = offprint_question_new (_("the publisher"), doi, read_page, g_object_unref);
  g_autofree char *path = g_uri_escape_string (doi, "/", FALSE);

  self->url = g_strdup_printf ("%s/%s", offprint_endpoints_get (endpoints, OFFPRINT_ENDPOINT_DOI), path);
  /* Translators: a DOI */
  self->purpose = g_strdup_printf (_("Publisher’s page of %s"), doi);
  self->accept = "text/html, application/xhtml+xml;q=0.9";
  self->final_statuses = finals;
  self->max_bytes = MAX_BYTES;
  self->is_page = TRUE;
  self->hop = hop;
  self->hop_data = hop_data;
  return self;
}

static gboolean
is_same_title (const char *one,
               const char *other)
{
  g_autofree char *a = offprint_fold (one);
  g_autofree char *b = offprint_fold (other);

  if (g_utf8_strlen (a, -1) < SHORTEST_TITLE || g_utf8_strlen (b, -1) < SHORTEST_TITLE)
    return g_str_equal (a, b);
  return strstr (a, b) != NULL || strstr (b, a) != NULL; /* with or without its subtitle */
}

/**
 * offprint_landing_agrees:
 * @page: what a page says
 * @doi: whose page it should be
 * @title: (nullable): what is known of that
 *
 * Whether a page is the work’s own. A chapter’s DOI may lead to the page of its book, an
 * old one to a list of issues: what another DOI is written on is another work. A page
 * without any is believed if its title is the known one.
 *
 * Returns: `TRUE` if it is
 */
gboolean
offprint_landing_agrees (OffprintReading *page,
                         const char      *doi,
                         const char      *title)
{
  JsonObject *record = offprint_reading_get_record (page);
  const char *own = offprint_peek_string (record, "DOI");
  const char *shown = offprint_peek_string (record, "title");

  if (own != NULL)
    return g_ascii_strcasecmp (own, doi) == 0;
  return title == NULL || (shown != NULL && is_same_title (title, shown));
}

/**
 * offprint_landing_is_fresh:
 * @readings: of `OffprintReading`: what is known of a work
 * @doi: the work’s DOI
 * @now: the time
 *
 * Whether the work’s page was read so lately that it need not be asked for again.
 *
 * Returns: `TRUE` if so
 */
gboolean
offprint_landing_is_fresh (GListModel *readings,
                           const char *doi,
                           GDateTime  *now)
{
  for (guint i = 0; i < g_list_model_get_n_items (readings); i++)
    {
      g_autoptr (OffprintReading) reading = g_list_model_get_item (readings, i);
      GTimeSpan age = g_date_time_difference (now, offprint_reading_get_at (reading));

      if (g_str_equal (offprint_reading_get_source (reading), "page") && !offprint_reading_is_suspicious (reading) &&
          offprint_reading_get_about (reading) == OFFPRINT_READING_ABOUT_WORK &&
          ABS (age) < FRESH_DAYS * G_TIME_SPAN_DAY && offprint_landing_agrees (reading, doi, NULL))
        return TRUE;
    }
  return FALSE;
}
