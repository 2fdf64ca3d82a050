/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who answers for a DOI: doi.org knows, and knows whether there is such a DOI at all.
 * services.md 1.5; records/FACTS.md, “Errors and look-ups”.
 */

#include "config.h"

#include "questions.h"

#include "json-answer.h"
#include "peek.h"
#include "registry-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gpointer
read_agency (const OffprintQuestion    *question,
             const OffprintHttpAnswer  *answer,
             GError                   **error)
{
  return offprint_agency_parse (answer->body, question->subject, error);
}

/**
 * offprint_agency_ask:
 * @endpoints: where the services live
 * @doi: a DOI
 *
 * Which agency a DOI is registered with.
 *
 * Returns: (transfer full): a question whose answer is the agency's name, a string
 */
OffprintQuestion *
offprint_agency_ask (OffprintEndpoints *endpoints,
                     const char        *doi)
{
  OffprintQuestion *self = offprint_question_new ("doi.org", doi, read_agency, g_free);
  g_autofree char *path = g_uri_escape_string (doi, "/", FALSE);

  self->url = g_strdup_printf ("%s/ra/%s", offprint_endpoints_get (endpoints, OFFPRINT_ENDPOINT_DOI), path);
  /* Translators: %s is a DOI; a line of the list of requests */
  self->purpose = g_strdup_printf (_("Registration agency of %s"), doi);
  self->cache_key = g_strdup_printf ("agency:%s", doi);
  self->accept = "application/json";
  self->max_age_s = 24 * 60 * 60;
  return self;
}

static JsonObject *
get_first (JsonNode *root)
{
  if (JSON_NODE_HOLDS_ARRAY (root) && json_array_get_length (json_node_get_array (root)) > 0)
    return offprint_node_object (json_array_get_element (json_node_get_array (root), 0));
  return offprint_node_object (root);
}

/**
 * offprint_agency_parse:
 * @bytes: an answer of `/ra/`
 * @doi: what was asked about, for the error
 * @error: return location for an error of the domain `OFFPRINT_REGISTRY_ERROR`:
 *   `NOT_FOUND` if there is no such DOI, or `BROKEN_ANSWER`
 *
 * Reads which agency a DOI is registered with.
 *
 * Returns: (transfer full): its name as doi.org writes it, or `NULL` with @error set
 */
char *
offprint_agency_parse (GBytes      *bytes,
                       const char  *doi,
                       GError     **error)
{
  g_autoptr (JsonNode) root = offprint_json_answer_parse (bytes, error);
  JsonObject *first = NULL;
  const char *agency = NULL;

  if (root == NULL)
    return NULL;

  first = get_first (root);
  agency = offprint_peek_string (first, "RA");
  if (agency != NULL && agency[0] != '\0' && strlen (agency) < 64)
    return g_strdup (agency);

  if (offprint_peek_string (first, "status") != NULL)
    g_set_error (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND,
                 _("There is no DOI %s: check it for a slip, or search for the title"), doi);
  else
    g_set_error_literal (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER,
                         _("It names no agency"));
  return NULL;
}
