/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Content negotiation on doi.org, for the agencies that have no service of their own
 * that we know: services.md 1.6. What comes back is believed by its media type only,
 * as many agencies send a web page whatever they were asked for.
 */

#include "config.h"

#include "questions.h"

#include "crossref-item.h"
#include "formats.h"
#include "json-answer.h"
#include "parsers.h"
#include "peek.h"
#include "registry-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static OffprintReading *
set_no_service (GError **error)
{
  g_set_error_literal (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NO_SERVICE,
                       _("No record to read is offered for it: open the DOI in a browser instead"));
  return NULL;
}

static gpointer
read_work (const OffprintQuestion    *question,
           const OffprintHttpAnswer  *answer,
           GError                   **error)
{
  if (answer->status != 200)
    return set_no_service (error);
  return offprint_negotiation_parse (answer->body, answer->content_type, answer->url, answer->at, error);
}

/**
 * offprint_negotiation_ask:
 * @endpoints: where the services live
 * @doi: a DOI
 *
 * The record that a DOI's agency offers in CSL-JSON.
 *
 * Returns: (transfer full): a question whose answer is an `OffprintReading`
 */
OffprintQuestion *
offprint_negotiation_ask (OffprintEndpoints *endpoints,
                          const char        *doi)
{
  static const char *const finals[] = { "406", NULL }; /* 204 is a success anyway: no record */
  OffprintQuestion *self = offprint_question_new ("doi.org", doi, read_work, g_object_unref);
  g_autofree char *path = g_uri_escape_string (doi, "/", FALSE);

  self->url = g_strdup_printf ("%s/%s", offprint_endpoints_get (endpoints, OFFPRINT_ENDPOINT_DOI), path);
  self->purpose = g_strdup_printf (_("Record of %s"), doi);
  self->cache_key = g_strdup_printf ("negotiation:%s", doi);
  self->accept = "application/vnd.citationstyles.csl+json";
  self->final_statuses = finals;
  self->max_age_s = 7 * 24 * 60 * 60;
  return self;
}

static gboolean
is_json (const char *content_type)
{
  return content_type == NULL || g_str_equal (content_type, "application/json") || g_str_has_suffix (content_type, "+json");
}

static gboolean
is_jalc (GBytes *bytes)
{
  g_autoptr (JsonNode) root = offprint_json_answer_parse (bytes, NULL);
  JsonObject *data = NULL;

  if (root == NULL)
    return FALSE;
  data = offprint_peek_object (offprint_node_object (root), "data");
  return data != NULL && offprint_peek_node (data, "title_list") != NULL;
}

static OffprintReading *
parse_csl (GBytes      *bytes,
           const char  *url,
           GDateTime   *at,
           GError     **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (JsonArray) records = NULL;
  g_autoptr (JsonNode) root = NULL;

  /* first as an answer: what is no JSON is described better there */
  root = offprint_json_answer_parse (bytes, error);
  if (root == NULL)
    return NULL;
  records = offprint_csl_json_read (bytes, url != NULL ? url : "CSL-JSON", &cause);
  if (records == NULL)
    {
      g_set_error_literal (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER, cause->message);
      return NULL;
    }
  if (offprint_node_object (root) != NULL)
    offprint_crossref_enrich (offprint_node_object (root), json_array_get_object_element (records, 0));
  return offprint_reading_new ("negotiation", OFFPRINT_READING_ABOUT_WORK, url, at, bytes,
                               json_object_ref (json_array_get_object_element (records, 0)));
}

/**
 * offprint_negotiation_parse:
 * @bytes: what came
 * @content_type: (nullable): its media type, in lower case without parameters; `NULL` to
 *   take it for JSON
 * @url: (nullable): where it came from
 * @at: when it came
 * @error: return location for an error of the domain `OFFPRINT_REGISTRY_ERROR`:
 *   `NO_SERVICE` if it is of a kind that no record has, `BROKEN_ANSWER`
 *
 * Reads what an agency sent: CSL-JSON, JaLC's JSON, arXiv's Atom or MARCXML.
 *
 * Returns: (transfer full): what it says, or `NULL` with @error set
 */
OffprintReading *
offprint_negotiation_parse (GBytes      *bytes,
                            const char  *content_type,
                            const char  *url,
                            GDateTime   *at,
                            GError     **error)
{
  if (is_json (content_type) && is_jalc (bytes))
    return offprint_jalc_parse (bytes, url, at, error);
  if (is_json (content_type))
    return parse_csl (bytes, url, at, error);
  if (g_strcmp0 (content_type, "application/atom+xml") == 0)
    return offprint_arxiv_parse (bytes, url, at, error);
  if (g_strcmp0 (content_type, "application/marcxml+xml") == 0 || g_strcmp0 (content_type, "application/marc+xml") == 0)
    return offprint_k10plus_parse (bytes, NULL, url, at, error);

  return set_no_service (error);
}
