/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * arXiv’s Atom: services.md 5.3. It has what DataCite’s record of an arXiv DOI lacks:
 * the DOI of the published version, the category, and whether it was withdrawn.
 */

#include "config.h"

#include "questions.h"

#include "answer-xml.h"
#include "personal-names.h"
#include "read.h"
#include "record.h"
#include "registry-error.h"
#include "spellings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_AUTHORS 5000

static gpointer
read_work (const OffprintQuestion    *question,
           const OffprintHttpAnswer  *answer,
           GError                   **error)
{
  return offprint_arxiv_parse (answer->body, answer->url, answer->at, error);
}

/**
 * offprint_arxiv_ask:
 * @endpoints: where the services live
 * @id: an identifier of arXiv's, with or without its version
 *
 * What arXiv says of a preprint.
 *
 * Returns: (transfer full): a question whose answer is an `OffprintReading`
 */
OffprintQuestion *
offprint_arxiv_ask (OffprintEndpoints *endpoints,
                    const char        *id)
{
  OffprintQuestion *self = offprint_question_new ("arXiv", id, read_work, g_object_unref);
  g_autofree char *escaped = g_uri_escape_string (id, "/", FALSE);

  self->url = g_strdup_printf ("%s/api/query?id_list=%s", offprint_endpoints_get (endpoints, OFFPRINT_ENDPOINT_ARXIV), escaped);
  self->purpose = g_strdup_printf (_("Record of %s"), id);
  self->cache_key = g_strdup_printf ("arxiv:%s", id);
  self->accept = "application/atom+xml";
  self->max_age_s = 24 * 60 * 60;
  return self;
}

/* "http://arxiv.org/abs/1706.03762v7" */
static void
read_id (xmlNode    *entry,
         JsonObject *record)
{
  g_autofree char *url = offprint_xml_dup_child (entry, "id");
  const char *id = url != NULL ? strstr (url, "/abs/") : NULL;
  g_autofree char *bare = NULL;
  g_autofree char *doi = NULL;
  g_autofree char *number = NULL;
  char *v = NULL;

  if (id == NULL || strlen (id) > 64)
    return;
  bare = g_ascii_strdown (id + strlen ("/abs/"), -1);
  v = strrchr (bare, 'v');
  if (v != NULL && v[1] != '\0' && strspn (v + 1, "0123456789") == strlen (v + 1))
    {
      offprint_record_set_string (record, "version", v + 1);
      *v = '\0';
    }
  doi = g_strconcat ("10.48550/arxiv.", bare, NULL);
  number = g_strconcat ("arXiv:", bare, NULL);
  offprint_record_set_string (record, "DOI", doi);
  offprint_record_set_string (record, "number", number);
}

static void
read_people (xmlNode    *entry,
             JsonObject *record)
{
  guint n = 0;

  for (xmlNode *author = offprint_xml_get_child (entry, "author", NULL); author != NULL && n < MAX_AUTHORS;
       author = offprint_xml_get_child (entry, "author", author), n++)
    {
      g_autofree char *name = offprint_xml_dup_child (author, "name");
      g_autofree char *place = offprint_xml_dup_child (author, "affiliation");
      JsonObject *extra = NULL;
      JsonArray *affiliations = NULL;
      JsonObject *affiliation = NULL;

      if (name == NULL)
        continue;
      if (place != NULL)
        {
          extra = json_object_new ();
          affiliations = json_array_new ();
          affiliation = json_object_new ();
          offprint_record_set_string (affiliation, "name", place);
          json_array_add_object_element (affiliations, affiliation);
          json_object_set_array_member (extra, "affiliations", affiliations);
        }
      offprint_record_add_person (record, "author", offprint_name_new_straight (name), extra);
    }
}

/* "2017-06-12T17:57:34Z" */
static OffprintDate *
dup_date (xmlNode    *entry,
          const char *name)
{
  g_autofree char *text = offprint_xml_dup_child (entry, name);

  if (text == NULL || strlen (text) < 10)
    return NULL;
  text[10] = '\0';
  return offprint_date_new_from_edtf (text);
}

static void
read_dates (xmlNode    *entry,
            JsonObject *record)
{
  g_autoptr (OffprintDate) published = dup_date (entry, "published");
  g_autoptr (OffprintDate) updated = dup_date (entry, "updated");

  offprint_record_set_date (record, "issued", published);
  if (published != NULL)
    offprint_record_set_event (record, "posted", published);
  if (updated != NULL && (published == NULL || offprint_date_compare (published, updated) != 0))
    offprint_record_set_event (record, "updated", updated);
}

static void
read_links (xmlNode    *entry,
            JsonObject *record)
{
  for (xmlNode *link = offprint_xml_get_child (entry, "link", NULL); link != NULL; link = offprint_xml_get_child (entry, "link", link))
    {
      g_autofree char *rel = offprint_xml_dup_attribute (link, "rel");
      g_autofree char *title = offprint_xml_dup_attribute (link, "title");
      g_autofree char *href = offprint_xml_dup_attribute (link, "href");
      g_autofree char *url = href != NULL ? offprint_spell_web_address (href) : NULL;
      JsonObject *entry_object = NULL;
      const char *kind = NULL;

      if (g_strcmp0 (title, "pdf") == 0)
        kind = "pdf";
      else if (g_strcmp0 (rel, "alternate") == 0)
        kind = "landing";
      if (kind == NULL || url == NULL)
        continue;
      entry_object = json_object_new ();
      json_object_set_string_member (entry_object, "rel", kind);
      json_object_set_string_member (entry_object, "url", url);
      offprint_record_append (record, "links", entry_object);
    }
}

static void
read_relations (xmlNode    *entry,
                JsonObject *record)
{
  g_autofree char *text = offprint_xml_dup_child (entry, "doi");
  g_autofree char *doi = text != NULL ? offprint_spell_doi (text) : NULL;
  JsonObject *relation = NULL;

  if (doi == NULL)
    return;
  relation = json_object_new ();
  json_object_set_string_member (relation, "kind", "is-preprint-of");
  json_object_set_string_member (relation, "DOI", doi);
  offprint_record_append (record, "relations", relation);
}

/* Only a comment says it: services.md 5.3 */
static void
read_withdrawal (xmlNode    *entry,
                 JsonObject *record)
{
  g_autofree char *comment = offprint_xml_dup_child (entry, "comment");
  JsonObject *notice = NULL;

  if (comment == NULL || strcasestr (comment, "withdrawn") == NULL)
    return;
  notice = json_object_new ();
  json_object_set_string_member (notice, "kind", "withdrawal");
  json_object_set_string_member (notice, "direction", "about-this");
  json_object_set_string_member (notice, "source", "arxiv");
  json_object_set_string_member (notice, "label", comment);
  offprint_record_append (record, "notices", notice);
}

static void
read_keywords (xmlNode    *entry,
               JsonObject *record)
{
  JsonArray *keywords = json_array_new ();

  for (xmlNode *node = offprint_xml_get_child (entry, "category", NULL); node != NULL;
       node = offprint_xml_get_child (entry, "category", node))
    {
      g_autofree char *term = offprint_xml_dup_attribute (node, "term");

      if (term != NULL && json_array_get_length (keywords) < 50)
        json_array_add_string_element (keywords, term);
    }
  if (json_array_get_length (keywords) > 0)
    json_object_set_array_member (offprint_record_get_custom (record), "keywords", keywords);
  else
    json_array_unref (keywords);
}

static JsonObject *
read_entry (xmlNode *entry)
{
  JsonObject *record = offprint_record_new ();
  g_autofree char *title = offprint_xml_dup_child (entry, "title");
  g_autofree char *summary = offprint_xml_dup_child (entry, "summary");
  g_autoptr (OffprintRichText) text = NULL;

  offprint_record_set_string (record, "type", "article");
  offprint_record_set_string (record, "genre", "Preprint");
  offprint_record_set_string (record, "publisher", "arXiv");
  read_id (entry, record);
  /* TeX and all: no mark-up is to be looked for in it */
  offprint_record_set_string (record, "title", title);
  read_people (entry, record);
  read_dates (entry, record);
  if (summary != NULL)
    text = offprint_rich_text_new_from_plain (summary, -1);
  offprint_record_add_abstract (record, NULL, "abstract", text);
  read_keywords (entry, record);
  read_links (entry, record);
  read_relations (entry, record);
  read_withdrawal (entry, record);
  return record;
}

/**
 * offprint_arxiv_parse:
 * @bytes: an Atom feed of arXiv's API
 * @url: (nullable): where it came from
 * @at: when it came
 * @error: return location for an error of the domain `OFFPRINT_REGISTRY_ERROR`:
 *   `NOT_FOUND` for a feed without an entry, `BROKEN_ANSWER`
 *
 * Reads the first entry.
 *
 * Returns: (transfer full): what it says, or `NULL` with @error set
 */
OffprintReading *
offprint_arxiv_parse (GBytes      *bytes,
                      const char  *url,
                      GDateTime   *at,
                      GError     **error)
{
  g_autoptr (xmlDoc) doc = offprint_xml_parse (bytes, error);
  xmlNode *root = NULL;
  xmlNode *entry = NULL;
  g_autofree char *id = NULL;

  if (doc == NULL)
    return NULL;
  root = xmlDocGetRootElement (doc);
  if (strcmp ((const char *) root->name, "feed") != 0)
    {
      g_set_error (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER,
                   /* Translators: both are names of XML elements */
                   _("“%s” stands where “%s” was expected"), (const char *) root->name, "feed");
      return NULL;
    }

  entry = offprint_xml_get_child (root, "entry", NULL);
  id = offprint_xml_dup_child (entry, "id");
  if (id == NULL || strstr (id, "/abs/") == NULL)
    {
      g_set_error_literal (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND,
                           _("arXiv knows no such preprint: check the number for a slip"));
      return NULL;
    }
  return offprint_reading_new ("arxiv", OFFPRINT_READING_ABOUT_WORK, url, at, bytes, read_entry (entry));
}
