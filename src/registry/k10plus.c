/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The union catalogue of GBV and BSZ by ISBN: services/catalogues.md. Several records
 * may come, as e-books match by their print’s number and editions share one.
 */

#include "config.h"

#include "questions.h"

#include "answer-xml.h"
#include "marc.h"
#include "registry-error.h"

#include <glib/gi18n-lib.h>

static gpointer
read_work (const OffprintQuestion    *question,
           const OffprintHttpAnswer  *answer,
           GError                   **error)
{
  return offprint_k10plus_parse (answer->body, question->subject, answer->url, answer->at, error);
}

/**
 * offprint_k10plus_ask:
 * @endpoints: where the services live
 * @isbn: 13 digits
 *
 * What the catalogue says of a book.
 *
 * Returns: (transfer full): a question whose answer is an `OffprintReading`
 */
OffprintQuestion *
offprint_k10plus_ask (OffprintEndpoints *endpoints,
                      const char        *isbn)
{
  OffprintQuestion *self = offprint_question_new ("K10plus", isbn, read_work, g_object_unref);

  self->url = g_strdup_printf ("%s/opac-de-627?version=1.1&operation=searchRetrieve&query=pica.isb%%3D%s"
                               "&maximumRecords=5&recordSchema=marcxml",
                               offprint_endpoints_get (endpoints, OFFPRINT_ENDPOINT_K10PLUS), isbn);
  self->purpose = g_strdup_printf (_("Book with the ISBN %s"), isbn);
  self->cache_key = g_strdup_printf ("k10plus:%s", isbn);
  self->max_age_s = 30 * 24 * 60 * 60;
  return self;
}

/* All MARC records of the answer: records/record/recordData/record, or a collection of them */
static xmlNode *
choose (xmlNode    *root,
        const char *isbn)
{
  xmlNode *records = offprint_xml_find (root, "records");
  xmlNode *first = NULL;

  if (records == NULL)
    records = root;
  for (xmlNode *wrapper = offprint_xml_get_child (records, "record", NULL); wrapper != NULL;
       wrapper = offprint_xml_get_child (records, "record", wrapper))
    {
      xmlNode *data = offprint_xml_get_child (wrapper, "recordData", NULL);
      xmlNode *marc = data != NULL ? offprint_xml_find (data, "record") : wrapper;

      if (marc == NULL || offprint_xml_get_child (marc, "datafield", NULL) == NULL)
        continue;
      if (first == NULL)
        first = marc;
      if (isbn == NULL || offprint_marc_has_isbn (marc, isbn))
        return marc;
    }
  return first;
}

/**
 * offprint_k10plus_parse:
 * @bytes: an SRU answer with MARCXML, or MARCXML alone
 * @isbn: (nullable): 13 digits: the record that has it itself is chosen before others
 * @url: (nullable): where it came from
 * @at: when it came
 * @error: return location for an error of the domain `OFFPRINT_REGISTRY_ERROR`:
 *   `NOT_FOUND` if there is no record in it, `BROKEN_ANSWER`
 *
 * Reads one book.
 *
 * Returns: (transfer full): what it says, or `NULL` with @error set
 */
OffprintReading *
offprint_k10plus_parse (GBytes      *bytes,
                        const char  *isbn,
                        const char  *url,
                        GDateTime   *at,
                        GError     **error)
{
  g_autoptr (xmlDoc) doc = offprint_xml_parse (bytes, error);
  xmlNode *root = NULL;
  xmlNode *marc = NULL;
  g_autofree char *complaint = NULL;

  if (doc == NULL)
    return NULL;
  root = xmlDocGetRootElement (doc);
  complaint = offprint_xml_dup_child (offprint_xml_find (root, "diagnostic"), "message");
  if (complaint != NULL)
    {
      g_set_error (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER,
                   /* Translators: the catalogue's own words */
                   _("It complains: %s"), complaint);
      return NULL;
    }

  marc = choose (root, isbn);
  if (marc == NULL)
    {
      g_set_error (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND,
                   _("K10plus knows no book with the ISBN %s"), isbn != NULL ? isbn : "?");
      return NULL;
    }
  return offprint_reading_new ("k10plus", OFFPRINT_READING_ABOUT_WORK, url, at, bytes, offprint_marc_record (marc));
}
