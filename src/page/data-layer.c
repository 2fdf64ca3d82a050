/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a page tells those who count its visitors: for a chapter the best source of facts
 * on its book (services/springer-page.md, 4). The same object holds the visitor’s country
 * and institution, so nothing is read but what is named here.
 */

#include "config.h"

#include "layers.h"

#include <string.h>

#include "found.h"
#include "peek.h"
#include "record.h"
#include "script.h"

static JsonObject *
find_object (OffprintPage *page)
{
  gsize n = 0;
  const OffprintTreeNode *const *scripts = offprint_page_get_scripts (page, &n);

  for (gsize i = 0; i < n; i++)
    {
      const char *text = scripts[i]->first_child->text;
      g_autoptr (JsonNode) found = text != NULL && strstr (text, "dataLayer") != NULL ? offprint_script_cut (text, "dataLayer") : NULL;
      JsonObject *object = NULL;

      if (found != NULL && JSON_NODE_HOLDS_ARRAY (found) && json_array_get_length (json_node_get_array (found)) > 0)
        object = offprint_node_object (json_array_get_element (json_node_get_array (found), 0));
      else if (found != NULL)
        object = offprint_node_object (found);
      if (object != NULL)
        return json_object_ref (object);
    }
  return NULL;
}

static const char *
get_type (JsonObject *content)
{
  return offprint_found_type (offprint_peek_string (content, "type"));
}

static void
read_book (JsonObject *record,
           JsonObject *book,
           gboolean    is_chapter)
{
  g_autofree char *number = offprint_peek_dup_plain (book, "seriesNumber");

  offprint_found_inline (record, is_chapter ? "container-title" : "title", offprint_peek_string (book, "title"));
  offprint_record_add_isbn (record, offprint_peek_string (book, "pisbn"), "print");
  offprint_record_add_isbn (record, offprint_peek_string (book, "eisbn"), "electronic");
  offprint_found_inline (record, "collection-title", offprint_peek_string (book, "seriesTitle"));
  offprint_found_line (record, "collection-number", number);
  if (is_chapter)
    {
      g_autoptr (JsonObject) holder = json_object_new ();

      offprint_found_doi (holder, offprint_peek_string (book, "doi"));
      offprint_found_custom (record, "book", "DOI", offprint_peek_string (holder, "DOI"));
    }
  else
    offprint_found_doi (record, offprint_peek_string (book, "doi"));
}

static void
read_access (JsonObject *record,
             JsonObject *object)
{
  const char *open = offprint_peek_string (object, "Open Access");

  if (g_strcmp0 (open, "Y") == 0)
    offprint_found_open (record);
}

/**
 * offprint_page_read_data_layer:
 * @page: a page
 *
 * Reads the object `dataLayer`: DOI, keywords, kind, and the book around a chapter.
 *
 * Returns: (transfer full) (nullable): a record, or `NULL` if there is none
 */
JsonObject *
offprint_page_read_data_layer (OffprintPage *page)
{
  g_autoptr (JsonObject) object = find_object (page);
  JsonObject *content = offprint_peek_object (object, "content");
  JsonObject *book = offprint_peek_object (content, "book");
  JsonObject *serial = offprint_peek_object (content, "serial");
  JsonObject *record = NULL;
  const char *type = NULL;

  if (object == NULL)
    return NULL;
  record = offprint_record_new ();
  type = get_type (content);
  offprint_record_set_string (record, "type", type);
  if (offprint_peek_object (content, "chapter") != NULL)
    offprint_found_doi (record, offprint_peek_string (offprint_peek_object (content, "chapter"), "doi"));
  if (book != NULL)
    read_book (record, book, offprint_peek_object (content, "chapter") != NULL);
  offprint_found_doi (record, offprint_peek_string (object, "DOI"));
  offprint_found_issn (record, offprint_peek_string (serial, "pissn"));
  offprint_found_issn (record, offprint_peek_string (serial, "eissn"));
  offprint_found_keywords (record, offprint_peek_string (object, "Keywords"));
  read_access (record, object);
  return offprint_found_end (record);
}
