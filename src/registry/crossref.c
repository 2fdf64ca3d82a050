/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Crossref's answers to readings: with their envelope, without it, or as a list.
 * The parts of a record are read in the files beside this one; what each member
 * becomes is in crossref-table.c.
 */

#include "config.h"

#include "parsers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "crossref-private.h"
#include "registry-error.h"
#include "identifier.h"
#include "json-answer.h"
#include "paths.h"
#include "peek.h"
#include "record.h"
#include "spellings.h"

/* Crossref gives at most 1000 rows; a file of a dump may hold more */
#define MAX_WORKS 20000

static void
read_identity (JsonObject *message,
               JsonObject *record)
{
  g_autofree char *doi = offprint_spell_doi (offprint_peek_string (message, "DOI"));
  g_autofree char *url = NULL;

  if (doi != NULL)
    {
      g_autoptr (OffprintIdentifier) identifier = offprint_identifier_new (OFFPRINT_IDENTIFIER_DOI, doi, NULL);

      url = identifier != NULL ? offprint_identifier_dup_url (identifier) : NULL;
      offprint_record_set_string (record, "id", doi);
      offprint_record_set_string (record, "DOI", doi);
    }
  if (url == NULL)
    url = offprint_spell_web_address (offprint_peek_string (message, "URL"));
  offprint_record_set_string (record, "URL", url);
}

static void
set_count (JsonObject *record,
           const char *name,
           gint64      value,
           const char *seen)
{
  JsonObject *custom = offprint_record_get_custom (record);
  JsonObject *count = json_object_new ();

  if (!json_object_has_member (custom, "counts"))
    json_object_set_object_member (custom, "counts", json_object_new ());
  json_object_set_int_member (count, "value", value);
  offprint_record_set_string (count, "seen", seen);
  json_object_set_object_member (json_object_get_object_member (custom, "counts"), name, count);
}

/* The count of citations is as old as the registry's last look at it */
static void
read_counts (JsonObject *message,
             JsonObject *record)
{
  const char *indexed = offprint_peek_string (offprint_peek_object (message, "indexed"), "date-time");
  gint64 value = 0;

  if (indexed != NULL && !g_regex_match_simple ("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$", indexed, 0, 0))
    indexed = NULL;
  if ((offprint_peek_integer (message, "is-referenced-by-count", &value) || offprint_peek_integer (message, "cited-count", &value)) && value >= 0)
    set_count (record, "citations", value, indexed);
  if ((offprint_peek_integer (message, "reference-count", &value) || offprint_peek_integer (message, "references-count", &value)) && value >= 0)
    set_count (record, "references", value, NULL);
}

static void
read_crossmark (JsonObject *message,
                JsonObject *record)
{
  g_autofree char *policy = offprint_spell_doi (offprint_peek_string (message, "update-policy"));
  JsonObject *crossmark = NULL;

  if (policy == NULL)
    return;
  crossmark = json_object_new ();
  offprint_record_set_string (crossmark, "policy", policy);
  json_object_set_object_member (offprint_record_get_custom (record), "crossmark", crossmark);
}

/* custom.offprint is made at need by whoever looks; an empty one says nothing */
static void
drop_empty_custom (JsonObject *record)
{
  if (json_object_get_size (offprint_record_get_custom (record)) == 0)
    json_object_remove_member (record, "custom");
}

/**
 * offprint_crossref_record:
 * @message: what Crossref says of one work
 *
 * Makes the record of a message: services/crossref-fields.md. Members that are
 * missing or of a wrong type are as good as not said.
 *
 * Returns: (transfer full): the record
 */
JsonObject *
offprint_crossref_record (JsonObject *message)
{
  JsonObject *record = offprint_record_new ();

  read_identity (message, record);
  offprint_crossref_read_type (message, record);
  offprint_crossref_read_titles (message, record);
  offprint_crossref_read_people (message, record);
  offprint_crossref_read_containers (message, record);
  offprint_crossref_read_publication (message, record);
  offprint_crossref_read_dates (message, record);
  offprint_crossref_read_references (message, record);
  offprint_crossref_read_notices (message, record);
  offprint_crossref_read_relations (message, record);
  offprint_crossref_read_rights (message, record);
  offprint_crossref_read_funders (message, record);
  offprint_crossref_read_links (message, record);
  read_counts (message, record);
  read_crossmark (message, record);
  offprint_crossref_read_assertions (message, record);
  offprint_paths_keep_unlisted (offprint_crossref_paths, offprint_crossref_n_paths, message, record);
  drop_empty_custom (record);
  return record;
}

/* The registry was just asked: its counts are of now, and so is what it knows of updates */
static void
set_seen (JsonObject *record,
          GDateTime  *at)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (at);
  g_autofree char *seen = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
  JsonObject *custom = offprint_record_get_custom (record);
  JsonObject *counts = offprint_peek_object (custom, "counts");
  JsonObject *citations = offprint_peek_object (counts, "citations");

  if (citations != NULL)
    json_object_set_string_member (citations, "seen", seen);
  if (!json_object_has_member (custom, "crossmark"))
    json_object_set_object_member (custom, "crossmark", json_object_new ());
  json_object_set_string_member (json_object_get_object_member (custom, "crossmark"), "checked", seen);
}

static OffprintReading *
reading_new (JsonObject           *message,
             OffprintReadingAbout  about,
             const char           *url,
             GDateTime            *at,
             GBytes               *raw)
{
  JsonObject *record = offprint_crossref_record (message);
  g_autoptr (GDateTime) now = at == NULL ? g_date_time_new_now_utc () : NULL;

  if (at != NULL && url != NULL)
    set_seen (record, at);
  return offprint_reading_new ("crossref", about, url, at != NULL ? at : now, raw, record);
}

static void
set_failure (JsonObject  *envelope,
             GError     **error)
{
  g_autofree char *reason = offprint_peek_dup_plain (offprint_peek_object (envelope, "message"), "message");

  g_set_error (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER,
               /* Translators: the registry's own words, in English */
               _("Crossref refused: %s"), reason != NULL ? reason : offprint_peek_string (envelope, "status"));
}

static gboolean
is_envelope (JsonObject *object)
{
  return json_object_has_member (object, "message-type") || json_object_has_member (object, "message-version") ||
         (json_object_has_member (object, "status") && json_object_has_member (object, "message"));
}

static gboolean
is_work (JsonObject *message)
{
  return offprint_peek_string (message, "DOI") != NULL || offprint_peek_length (message, "title") > 0;
}

/**
 * offprint_crossref_parse:
 * @bytes: an answer of `/works/{doi}`, with its envelope or without
 * @about: whether it is about the work, or about its book
 * @url: (nullable): where it came from; `NULL` for a file
 * @at: (nullable): when it came; now if `NULL`
 * @error: return location for an error of the domain `OFFPRINT_REGISTRY_ERROR`
 *
 * Reads one work of Crossref's. An answer from the network (@url and @at given) dates
 * the count of citations and the look for updates.
 *
 * Returns: (transfer full): what it says, or `NULL` with @error set
 */
OffprintReading *
offprint_crossref_parse (GBytes                *bytes,
                         OffprintReadingAbout   about,
                         const char            *url,
                         GDateTime             *at,
                         GError               **error)
{
  g_autoptr (JsonNode) root = offprint_json_answer_parse (bytes, error);
  JsonObject *message = offprint_node_object (root);

  if (root == NULL)
    return NULL;
  if (message != NULL && is_envelope (message))
    {
      if (g_strcmp0 (offprint_peek_string (message, "status"), "ok") != 0 && json_object_has_member (message, "status"))
        {
          set_failure (message, error);
          return NULL;
        }
      message = offprint_node_object (offprint_peek_node (message, "message"));
    }
  if (message == NULL || !is_work (message))
    {
      g_set_error_literal (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER,
                           _("The JSON holds no work: neither a DOI nor a title is in it"));
      return NULL;
    }
  return reading_new (message, about, url, at, bytes);
}

static GBytes *
dup_source (JsonNode *node)
{
  char *text = json_to_string (node, FALSE);

  return g_bytes_new_take (text, strlen (text));
}

/**
 * offprint_crossref_parse_list:
 * @bytes: an answer of `/works`, or a bare list of works
 * @url: (nullable): where it came from
 * @at: (nullable): when it came
 * @error: return location for an error of the domain `OFFPRINT_REGISTRY_ERROR`
 *
 * Reads a list of works. What is no work among them is skipped.
 *
 * Returns: (transfer full) (element-type OffprintReading): the works, in order, or
 *   `NULL` with @error set; an empty list is no error
 */
GPtrArray *
offprint_crossref_parse_list (GBytes      *bytes,
                              const char  *url,
                              GDateTime   *at,
                              GError     **error)
{
  g_autoptr (JsonNode) root = offprint_json_answer_parse (bytes, error);
  g_autoptr (GPtrArray) readings = NULL;
  JsonNode *items = root;

  if (root == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (root))
    {
      JsonObject *envelope = json_node_get_object (root);

      if (g_strcmp0 (offprint_peek_string (envelope, "status"), "ok") != 0 && json_object_has_member (envelope, "status"))
        {
          set_failure (envelope, error);
          return NULL;
        }
      items = offprint_peek_node (offprint_node_object (offprint_peek_node (envelope, "message")), "items");
      if (items == NULL)
        items = offprint_peek_node (envelope, "items");
    }
  if (items == NULL || !JSON_NODE_HOLDS_ARRAY (items))
    {
      g_set_error_literal (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER,
                           _("The JSON holds no list of works: “message.items” is missing"));
      return NULL;
    }
  readings = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < json_array_get_length (json_node_get_array (items)) && i < MAX_WORKS; i++)
    {
      JsonNode *item = json_array_get_element (json_node_get_array (items), i);
      JsonObject *message = offprint_node_object (item);
      g_autoptr (GBytes) raw = NULL;

      if (message == NULL || !is_work (message))
        continue;
      raw = dup_source (item);
      g_ptr_array_add (readings, reading_new (message, OFFPRINT_READING_ABOUT_WORK, url, at, raw));
    }
  return g_steal_pointer (&readings);
}
