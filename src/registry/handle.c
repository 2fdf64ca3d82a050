/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a short DOI is short for: the handle system keeps it as an alias. services.md
 * 1.2 and 1.5.
 */

#include "config.h"

#include "questions.h"

#include "json-answer.h"
#include "peek.h"
#include "registry-error.h"

#include <glib/gi18n-lib.h>

static char *
set_unknown (const char  *short_doi,
             GError     **error)
{
  g_set_error (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND,
               _("There is no short DOI %s: check it for a slip"), short_doi);
  return NULL;
}

static gpointer
read_handle (const OffprintQuestion    *question,
             const OffprintHttpAnswer  *answer,
             GError                   **error)
{
  if (answer->status == 404)
    return set_unknown (question->subject, error);
  return offprint_handle_parse (answer->body, question->subject, error);
}

/**
 * offprint_handle_ask:
 * @endpoints: where the services live
 * @short_doi: a short DOI, `10/abc`
 *
 * The DOI that a short one stands for.
 *
 * Returns: (transfer full): a question whose answer is the DOI, a string
 */
OffprintQuestion *
offprint_handle_ask (OffprintEndpoints *endpoints,
                     const char        *short_doi)
{
  static const char *const finals[] = { "404", NULL }; /* in JSON, with a code of its own */
  OffprintQuestion *self = offprint_question_new ("doi.org", short_doi, read_handle, g_free);
  g_autofree char *path = g_uri_escape_string (short_doi, "/", FALSE);

  self->url = g_strdup_printf ("%s/api/handles/%s", offprint_endpoints_get (endpoints, OFFPRINT_ENDPOINT_DOI), path);
  /* Translators: %s is a short DOI; a line of the list of requests */
  self->purpose = g_strdup_printf (_("What %s is short for"), short_doi);
  self->cache_key = g_strdup_printf ("handle:%s", short_doi);
  self->accept = "application/json";
  self->final_statuses = finals;
  self->max_age_s = 24 * 60 * 60;
  return self;
}

static char *
dup_alias (JsonObject *root)
{
  for (guint i = 0; i < offprint_peek_length (root, "values"); i++)
    {
      JsonObject *value = offprint_peek_nth_object (root, "values", i);
      const char *text = offprint_peek_string (offprint_peek_object (value, "data"), "value");
      g_autoptr (OffprintIdentifier) identifier = NULL;

      if (g_strcmp0 (offprint_peek_string (value, "type"), "HS_ALIAS") != 0 || text == NULL)
        continue;
      identifier = offprint_identifier_new (OFFPRINT_IDENTIFIER_DOI, text, NULL);
      if (identifier != NULL)
        return g_strdup (offprint_identifier_get_value (identifier));
    }
  return NULL;
}

/**
 * offprint_handle_parse:
 * @bytes: an answer of the handle API
 * @short_doi: what was asked about, for the error
 * @error: return location for an error of the domain `OFFPRINT_REGISTRY_ERROR`:
 *   `NOT_FOUND` if it stands for no DOI, or `BROKEN_ANSWER`
 *
 * Reads what a short DOI stands for.
 *
 * Returns: (transfer full): a DOI, or `NULL` with @error set
 */
char *
offprint_handle_parse (GBytes      *bytes,
                       const char  *short_doi,
                       GError     **error)
{
  g_autoptr (JsonNode) root = offprint_json_answer_parse (bytes, error);
  char *doi = NULL;

  if (root == NULL)
    return NULL;
  doi = dup_alias (offprint_node_object (root));
  return doi != NULL ? doi : set_unknown (short_doi, error);
}
