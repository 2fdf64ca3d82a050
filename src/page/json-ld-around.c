/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a work stands in, as schema.org has it: an article in an issue, that in a volume,
 * that in a periodical; a chapter in a book, that in a series. Sites leave out any of them
 * and put the numbers where they like.
 */

#include "config.h"

#include "json-ld.h"

#include <string.h>

#include "found.h"
#include "json-value.h"
#include "peek.h"
#include "record.h"

#define MAX_DEPTH 6

static void
found_plain (JsonObject *record,
             const char *member,
             JsonObject *source,
             const char *from)
{
  g_autofree char *plain = offprint_peek_dup_plain (source, from);

  offprint_found_line (record, member, plain);
}

static void
read_issns (JsonObject *source,
            JsonObject *record)
{
  for (guint i = 0; i < offprint_peek_length (source, "issn") && i < 8; i++)
    offprint_found_issn (record, offprint_peek_nth_string (source, "issn", i));
}

static void
read_isbns (JsonObject *source,
            JsonObject *record)
{
  for (guint i = 0; i < offprint_peek_length (source, "isbn") && i < 16; i++)
    {
      g_autofree char *isbn = offprint_node_dup_plain (offprint_peek_nth (source, "isbn", i));

      offprint_record_add_isbn (record, isbn, NULL);
    }
}

static gboolean
is_series (JsonObject *object)
{
  return offprint_graph_is (object, "BookSeries") || offprint_graph_is (object, "CreativeWorkSeries");
}

static gboolean
is_periodical (JsonObject *object)
{
  return offprint_graph_is (object, "Periodical") || offprint_graph_is (object, "Newspaper") || offprint_graph_is (object, "Journal");
}

static void
read_container (OffprintGraph *graph,
                JsonObject    *container,
                JsonObject    *record)
{
  const char *name = offprint_peek_string (container, "name");

  found_plain (record, "volume", container, "volumeNumber");
  found_plain (record, "issue", container, "issueNumber");
  read_issns (container, record);
  if (is_series (container) || (offprint_graph_is (container, "PublicationVolume") && json_object_has_member (record, "container-title")))
    offprint_found_inline (record, "collection-title", name);
  else if (offprint_graph_is (container, "Book"))
    {
      offprint_found_inline (record, "container-title", name);
      read_isbns (container, record);
      if (offprint_peek_length (container, "editor") > 0)
        {
          g_autoptr (JsonObject) book = json_object_new ();

          json_object_set_array_member (book, "editor", json_array_new ());
          for (guint i = 0; i < offprint_peek_length (container, "editor"); i++)
            json_array_add_element (json_object_get_array_member (book, "editor"), offprint_json_copy (offprint_peek_nth (container, "editor", i)));
          offprint_json_ld_read_people (graph, book, record);
        }
    }
  else if (is_periodical (container) || !(offprint_graph_is (container, "PublicationIssue") || offprint_graph_is (container, "PublicationVolume") ||
                                          offprint_graph_is (container, "WebSite") || offprint_graph_is (container, "WebPage") ||
                                          offprint_graph_is (container, "DataCatalog") || offprint_graph_is (container, "Organization")))
    offprint_found_inline (record, "container-title", name);
}

static void
read_chain (OffprintGraph *graph,
            JsonObject    *work,
            JsonObject    *record,
            guint          depth)
{
  if (depth > MAX_DEPTH)
    return;
  for (guint i = 0; i < offprint_peek_length (work, "isPartOf") && i < 8; i++)
    {
      JsonNode *node = offprint_peek_nth (work, "isPartOf", i);
      JsonObject *container = offprint_graph_follow (graph, node);

      if (container == NULL || container == work)
        continue;
      read_container (graph, container, record);
      read_chain (graph, container, record, depth + 1);
    }
}

/**
 * offprint_json_ld_read_around:
 * @graph: the objects of a page
 * @work: the work among them
 * @record: the record
 *
 * Reads issue, volume, journal, book and series around a work, and its own numbers.
 */
void
offprint_json_ld_read_around (OffprintGraph *graph,
                              JsonObject    *work,
                              JsonObject    *record)
{
  g_autofree char *first = offprint_peek_dup_plain (work, "pageStart");
  g_autofree char *last = offprint_peek_dup_plain (work, "pageEnd");
  g_autofree char *range = offprint_peek_dup_plain (work, "pagination");

  offprint_found_pages (record, first, last);
  offprint_found_pages (record, range, NULL);
  found_plain (record, "volume", work, "volumeNumber");
  found_plain (record, "issue", work, "issueNumber");
  found_plain (record, "edition", work, "bookEdition");
  found_plain (record, "number-of-pages", work, "numberOfPages");
  read_isbns (work, record);
  read_chain (graph, work, record, 0);
}
