/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The address of DataCite’s API: services.md 3. Reading its answers is datacite.c’s.
 */

#include "config.h"

#include "questions.h"

#include "parsers.h"

#include <glib/gi18n-lib.h>

static gpointer
read_work (const OffprintQuestion    *question,
           const OffprintHttpAnswer  *answer,
           GError                   **error)
{
  return offprint_datacite_parse (answer->body, answer->url, answer->at, error);
}

/**
 * offprint_datacite_ask_work:
 * @endpoints: where the services live
 * @doi: a DOI
 *
 * The record of one work, with publisher and affiliations as objects.
 *
 * Returns: (transfer full): a question whose answer is an `OffprintReading`
 */
OffprintQuestion *
offprint_datacite_ask_work (OffprintEndpoints *endpoints,
                            const char        *doi)
{
  OffprintQuestion *self = offprint_question_new ("DataCite", doi, read_work, g_object_unref);
  g_autofree char *path = g_uri_escape_string (doi, "/", FALSE);

  self->url = g_strdup_printf ("%s/dois/%s?publisher=true&affiliation=true",
                               offprint_endpoints_get (endpoints, OFFPRINT_ENDPOINT_DATACITE), path);
  self->purpose = g_strdup_printf (_("Record of %s"), doi);
  self->cache_key = g_strdup_printf ("datacite:%s", doi);
  self->accept = "application/vnd.api+json, application/json";
  self->max_age_s = 7 * 24 * 60 * 60;
  return self;
}
