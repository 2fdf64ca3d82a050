/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * DataCite's answers to readings: JSON:API with `data.attributes`, one entry of its
 * lists, or the attributes alone, as content negotiation and files have them.
 */

#include "config.h"

#include "datacite.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "datacite-private.h"
#include "registry-error.h"
#include "identifier.h"
#include "json-answer.h"
#include "paths.h"
#include "peek.h"
#include "record.h"
#include "spellings.h"

/**
 * offprint_datacite_is_placeholder:
 * @text: (nullable): a value
 *
 * Tells whether a value only says that there is none: `:unav`, `(:unkn)`, `:none` and
 * their kin, DataCite schema 4.7, appendix 3.
 *
 * Returns: whether it is one; `NULL` is none
 */
gboolean
offprint_datacite_is_placeholder (const char *text)
{
  return text != NULL && strlen (text) < 60 &&
         g_regex_match_simple ("^\\s*(:\\(?|\\(:)(unac|unal|unap|unas|unav|unkn|none|null|tba|etal)\\b", text, G_REGEX_CASELESS, 0);
}

static void
read_identity (JsonObject *attributes,
               JsonObject *record)
{
  const char *name = offprint_peek_string (attributes, "doi");
  g_autofree char *doi = offprint_spell_doi (name != NULL ? name : offprint_peek_string (attributes, "id"));
  g_autoptr (OffprintIdentifier) identifier = NULL;
  g_autofree char *url = NULL;

  for (guint i = 0; doi == NULL && i < offprint_peek_length (attributes, "identifiers"); i++)
    doi = offprint_spell_doi (offprint_peek_string (offprint_peek_nth_object (attributes, "identifiers", i), "identifier"));
  if (doi == NULL)
    {
      url = offprint_spell_web_address (offprint_peek_string (attributes, "url"));
      offprint_record_set_string (record, "URL", url);
      return;
    }
  identifier = offprint_identifier_new (OFFPRINT_IDENTIFIER_DOI, doi, NULL);
  url = identifier != NULL ? offprint_identifier_dup_url (identifier) : NULL;
  offprint_record_set_string (record, "id", doi);
  offprint_record_set_string (record, "DOI", doi);
  offprint_record_set_string (record, "URL", url);
}

/* Nothing counted and nothing known are both 0 there; only citations are always counted */
static void
read_count (JsonObject *attributes,
            const char *member,
            gint64      least,
            JsonObject *record,
            const char *name)
{
  gint64 value = 0;
  JsonObject *custom = NULL;
  JsonObject *count = NULL;

  if (!offprint_peek_integer (attributes, member, &value) || value < least)
    return;
  custom = offprint_record_get_custom (record);
  if (!json_object_has_member (custom, "counts"))
    json_object_set_object_member (custom, "counts", json_object_new ());
  count = json_object_new ();
  json_object_set_int_member (count, "value", value);
  json_object_set_object_member (json_object_get_object_member (custom, "counts"), name, count);
}

/**
 * offprint_datacite_record:
 * @attributes: the attributes of a DOI
 *
 * Makes the record of what DataCite says: services/datacite-fields.md.
 *
 * Returns: (transfer full): the record
 */
JsonObject *
offprint_datacite_record (JsonObject *attributes)
{
  JsonObject *record = offprint_record_new ();

  read_identity (attributes, record);
  offprint_datacite_read_titles (attributes, record);
  offprint_datacite_read_people (attributes, record);
  offprint_datacite_read_publication (attributes, record);
  offprint_datacite_read_dates (attributes, record);
  offprint_datacite_read_descriptions (attributes, record);
  offprint_datacite_read_subjects (attributes, record);
  offprint_datacite_read_relations (attributes, record);
  offprint_datacite_read_rights (attributes, record);
  offprint_datacite_read_funders (attributes, record);
  offprint_datacite_read_links (attributes, record);
  read_count (attributes, "citationCount", 0, record, "citations");
  read_count (attributes, "viewCount", 1, record, "accesses");
  read_count (attributes, "referenceCount", 1, record, "references");
  offprint_paths_keep_unlisted (offprint_datacite_paths, offprint_datacite_n_paths, attributes, record);
  if (json_object_get_size (offprint_record_get_custom (record)) == 0)
    json_object_remove_member (record, "custom");
  return record;
}

/**
 * offprint_datacite_attributes:
 * @object: an object of an answer
 *
 * Finds the attributes of a DOI in any of the three envelopes.
 *
 * Returns: (transfer none) (nullable): the attributes, or `NULL` if @object is nothing of DataCite's
 */
JsonObject *
offprint_datacite_attributes (JsonObject *object)
{
  JsonObject *data = offprint_node_object (offprint_peek_node (object, "data"));
  JsonObject *attributes = offprint_node_object (offprint_peek_node (data != NULL ? data : object, "attributes"));

  if (attributes == NULL)
    attributes = data != NULL ? data : object;
  if (offprint_peek_length (attributes, "titles") > 0 || offprint_peek_length (attributes, "creators") > 0 ||
      (offprint_peek_string (attributes, "doi") != NULL && offprint_peek_node (attributes, "types") != NULL))
    return attributes;
  return NULL;
}

static void
set_failure (JsonObject  *object,
             GError     **error)
{
  JsonObject *first = offprint_peek_object (object, "errors");
  g_autofree char *title = offprint_peek_dup_plain (first, "title");

  if (first != NULL && g_strcmp0 (offprint_peek_string (first, "status"), "404") == 0)
    g_set_error_literal (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND, _("DataCite knows no such DOI"));
  else if (title != NULL)
    g_set_error (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER,
                 /* Translators: the registry's own words, in English */
                 _("DataCite refused: %s"), title);
  else
    g_set_error_literal (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER,
                         _("The JSON holds no work of DataCite’s: it has neither titles nor creators"));
}

/* An answer of the network dates the counts: design/record.md, counts */
static void
set_seen (JsonObject *record,
          GDateTime  *at)
{
  static const char *const names[] = { "citations", "accesses" };
  g_autoptr (GDateTime) utc = g_date_time_to_utc (at);
  g_autofree char *seen = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
  JsonObject *counts = offprint_peek_object (offprint_peek_object (offprint_peek_object (record, "custom"), "offprint"), "counts");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (offprint_peek_object (counts, names[i]) != NULL)
      json_object_set_string_member (offprint_peek_object (counts, names[i]), "seen", seen);
}

/**
 * offprint_datacite_parse:
 * @bytes: an answer of `/dois/{doi}`, an entry of a list, or bare DataCite JSON
 * @url: (nullable): where it came from; `NULL` for a file
 * @at: (nullable): when it came; now if `NULL`
 * @error: return location for an error of the domain `OFFPRINT_REGISTRY_ERROR`
 *
 * Reads one work of DataCite's.
 *
 * Returns: (transfer full): what it says, or `NULL` with @error set
 */
OffprintReading *
offprint_datacite_parse (GBytes      *bytes,
                         const char  *url,
                         GDateTime   *at,
                         GError     **error)
{
  g_autoptr (JsonNode) root = offprint_json_answer_parse (bytes, error);
  g_autoptr (GDateTime) now = at == NULL ? g_date_time_new_now_utc () : NULL;
  JsonObject *attributes = NULL;
  JsonObject *record = NULL;

  if (root == NULL)
    return NULL;
  attributes = offprint_node_object (root) != NULL ? offprint_datacite_attributes (offprint_node_object (root)) : NULL;
  if (attributes == NULL)
    {
      set_failure (offprint_node_object (root), error);
      return NULL;
    }
  record = offprint_datacite_record (attributes);
  if (at != NULL && url != NULL)
    set_seen (record, at);
  return offprint_reading_new ("datacite", OFFPRINT_READING_ABOUT_WORK, url, at != NULL ? at : now, bytes, record);
}
