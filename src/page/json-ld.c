/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON-LD in the words of schema.org: made for search engines, so its titles may be cut
 * at 110 letters and its dates be those of the web page. What it has that meta tags have
 * not: people with their homes and ORCIDs, all ISBNs, the licence, whether it is free.
 */

#include "config.h"

#include "json-ld.h"

#include "layers.h"

#include <string.h>

#include "found.h"
#include "json-value.h"
#include "peek.h"
#include "record.h"
#include "reference-text.h"

#define MIN_ABSTRACT 80

/* What is called an abstract is believed to be one, if it is a sentence at all */
#define MIN_SAID_ABSTRACT 24

#define MAX_REFERENCES 5000

static void
read_title (JsonObject *work,
            JsonObject *record,
            const char *type)
{
  const char *name = offprint_peek_string (work, "name");
  const char *subtitle = g_str_equal (type, "book") ? offprint_peek_string (work, "alternateName") : NULL;

  if (name == NULL)
    name = offprint_peek_string (work, "headline");
  offprint_record_set_title (record, name, subtitle);
}

/* A DOI in any member that may have one */
static void
read_doi (JsonObject *work,
          JsonObject *record)
{
  static const char *const members[] = { "doi", "identifier", "@id", "sameAs", "url" };

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    for (guint j = 0; j < offprint_peek_length (work, members[i]) && j < 50; j++)
      {
        JsonNode *node = offprint_peek_nth (work, members[i], j);
        JsonObject *object = offprint_node_object (node);
        const char *text = object != NULL ? offprint_peek_string (object, "value") : offprint_node_string (node);

        if (text == NULL && object != NULL)
          text = offprint_peek_string (object, "@id");
        if (text != NULL && strstr (text, "10.") != NULL)
          offprint_found_doi (record, text);
      }
}

static void
read_publisher (OffprintGraph *graph,
                JsonObject    *work,
                JsonObject    *record)
{
  JsonNode *node = offprint_peek_nth (work, "publisher", 0);
  JsonObject *publisher = offprint_graph_follow (graph, node);

  offprint_found_publisher (record, publisher != NULL ? offprint_peek_string (publisher, "name") : offprint_node_string (node));
}

static void
read_keywords (OffprintGraph *graph,
               JsonObject    *work,
               JsonObject    *record)
{
  for (guint i = 0; i < offprint_peek_length (work, "keywords") && i < 200; i++)
    {
      JsonNode *node = offprint_peek_nth (work, "keywords", i);
      JsonObject *term = offprint_graph_follow (graph, node);

      offprint_found_keywords (record, term != NULL ? offprint_peek_string (term, "name") : offprint_node_string (node));
    }
}

static void
read_abstract (JsonObject *work,
               JsonObject *record,
               const char *type)
{
  const char *language = offprint_peek_string (work, "inLanguage");
  const char *text = offprint_peek_string (work, "abstract");
  gsize least = MIN_SAID_ABSTRACT;

  if (text == NULL)
    {
      text = offprint_peek_string (work, "description");
      least = MIN_ABSTRACT;
    }
  if (text == NULL || strlen (text) < least || g_str_equal (type, "document") || g_str_equal (type, "article-newspaper"))
    return;
  offprint_found_abstract (record, language, text);
}

static gboolean
is_true (JsonNode *node)
{
  const char *text = offprint_node_string (node);

  if (text != NULL)
    return g_ascii_strcasecmp (text, "true") == 0;
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

static void
read_rights (OffprintPage *page,
             JsonObject   *work,
             JsonObject   *record)
{
  for (guint i = 0; i < offprint_peek_length (work, "license") && i < 8; i++)
    {
      JsonNode *node = offprint_peek_nth (work, "license", i);
      JsonObject *licence = offprint_node_object (node);
      const char *url = licence != NULL ? offprint_peek_string (licence, "url") : offprint_node_string (node);

      if (url == NULL && licence != NULL)
        url = offprint_peek_string (licence, "@id");
      if (url != NULL && g_str_has_prefix (url, "http"))
        offprint_found_licence (record, page, url);
    }
  offprint_found_custom (record, "rights", "copyright", offprint_peek_string (work, "copyrightNotice"));
  if (is_true (offprint_peek_node (work, "isAccessibleForFree")))
    offprint_found_open (record);
}

static void
read_references (OffprintGraph *graph,
                 JsonObject    *work,
                 JsonObject    *record)
{
  for (guint i = 0; i < offprint_peek_length (work, "citation") && i < MAX_REFERENCES; i++)
    {
      JsonNode *node = offprint_peek_nth (work, "citation", i);
      JsonObject *cited = offprint_graph_follow (graph, node);
      const char *text = cited != NULL ? offprint_peek_string (cited, "name") : offprint_node_string (node);
      JsonObject *entry = NULL;

      if (text == NULL && cited != NULL)
        text = offprint_peek_string (cited, "@id");
      entry = text != NULL ? offprint_reference_new_printed (text) : NULL;
      if (entry != NULL)
        offprint_record_append (record, "references", entry);
    }
}

static void
read_funders (OffprintGraph *graph,
              JsonObject    *work,
              JsonObject    *record)
{
  for (guint i = 0; i < offprint_peek_length (work, "funder") && i < 50; i++)
    {
      JsonNode *node = offprint_peek_nth (work, "funder", i);
      JsonObject *source = offprint_graph_follow (graph, node);
      g_autoptr (JsonObject) funder = json_object_new ();
      const char *id = source != NULL ? offprint_peek_string (source, "@id") : NULL;

      offprint_found_line (funder, "name", source != NULL ? offprint_peek_string (source, "name") : offprint_node_string (node));
      if (id != NULL && strstr (id, "10.13039/") != NULL)
        offprint_found_doi (funder, id);
      offprint_record_append (record, "funders", g_steal_pointer (&funder));
    }
}

static void
read_language (JsonObject *work,
               JsonObject *record)
{
  JsonObject *object = offprint_peek_object (work, "inLanguage");

  offprint_found_language (record, object != NULL ? offprint_peek_string (object, "alternateName") : offprint_peek_string (work, "inLanguage"));
}

/* What schema.org calls an article stands in a book if its page says so */
static void
settle_type (OffprintGraph *graph,
             JsonObject    *work,
             JsonObject    *record,
             const char    *type)
{
  JsonObject *container = offprint_graph_follow (graph, offprint_peek_nth (work, "isPartOf", 0));

  if (container != NULL && offprint_graph_is (container, "Book") && g_str_equal (type, "article-journal"))
    type = "chapter";
  json_object_set_string_member (record, "type", type);
}

/**
 * offprint_page_read_json_ld:
 * @page: a page
 *
 * Reads the object of schema.org that the page is about.
 *
 * Returns: (transfer full) (nullable): a record, or `NULL` if there is none
 */
JsonObject *
offprint_page_read_json_ld (OffprintPage *page)
{
  g_autoptr (OffprintGraph) graph = offprint_graph_new (page);
  const char *type = NULL;
  JsonObject *work = offprint_graph_find_work (graph, page, &type);
  JsonObject *record = NULL;

  if (work == NULL)
    return NULL;
  record = offprint_record_new ();
  settle_type (graph, work, record, type);
  read_title (work, record, type);
  read_doi (work, record);
  offprint_json_ld_read_people (graph, work, record);
  offprint_json_ld_read_around (graph, work, record);
  offprint_found_date (record, "issued", offprint_peek_string (work, "datePublished"));
  offprint_found_date (record, "issued", offprint_peek_string (work, "dateCreated"));
  read_publisher (graph, work, record);
  read_language (work, record);
  read_keywords (graph, work, record);
  read_abstract (work, record, type);
  read_rights (page, work, record);
  read_references (graph, work, record);
  read_funders (graph, work, record);
  return offprint_found_end (record);
}
