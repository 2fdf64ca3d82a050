/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ScienceDirect’s tags name no author and, before 2013, nothing at all. Its pages show
 * names in parts, dates in a line and the issue above the title.
 */

#include "config.h"

#include "adapters.h"

#include <string.h>

#include "byline.h"
#include "found.h"
#include "json-value.h"
#include "record.h"
#include "workplace.h"

#define MAX_AUTHORS 3000

static gboolean
matches (OffprintPage *page)
{
  return offprint_adapter_is_at (page, "sciencedirect.com");
}

static char *
dup_part (const OffprintTreeNode *node,
          const char             *class_name)
{
  const OffprintTreeNode *part = offprint_tree_node_find (node, NULL, NULL, "class", class_name);

  return part != NULL ? offprint_tree_node_dup_text (part) : NULL;
}

/* <span class="given-name">, <span class="text surname"> */
static void
read_authors (OffprintPage *page,
              JsonObject   *record)
{
  const OffprintTreeNode *root = offprint_page_get_root (page);
  const OffprintTreeNode *group = offprint_tree_node_find (root, NULL, NULL, "class", "author-group");
  const OffprintTreeNode *node = NULL;

  for (guint i = 0; group != NULL && i < MAX_AUTHORS; i++)
    {
      g_autofree char *family = NULL;
      g_autofree char *given = NULL;
      JsonObject *name = NULL;

      node = offprint_tree_node_find (group, node, NULL, "class", "react-xocs-alternative-link");
      if (node == NULL)
        return;
      family = dup_part (node, "surname");
      given = dup_part (node, "given-name");
      name = json_object_new ();
      offprint_record_set_string (name, family != NULL ? "family" : "literal", family != NULL ? family : given);
      if (family != NULL)
        offprint_record_set_string (name, "given", given);
      offprint_record_add_person (record, "author", name, NULL);
    }
}

/* The layout of 2012: the marks behind each name lead to a list of addresses */
static void
add_addresses (OffprintPage           *page,
               const OffprintTreeNode *item,
               JsonObject             *extra)
{
  const OffprintTreeNode *root = offprint_page_get_root (page);
  const OffprintTreeNode *link = NULL;

  while ((link = offprint_tree_node_find (item, link, "a", "href", NULL)) != NULL)
    {
      const char *href = offprint_tree_node_get_attribute (link, "href");
      const OffprintTreeNode *address = g_str_has_prefix (href, "#aff") ? offprint_tree_node_find (root, NULL, "li", "id", href + 1) : NULL;
      const OffprintTreeNode *text = address != NULL ? offprint_tree_node_find (address, NULL, "span", NULL, NULL) : NULL;
      g_autofree char *line = text != NULL ? offprint_tree_node_dup_text (text) : NULL;

      offprint_workplace_add (extra, line, NULL, NULL);
    }
}

static void
read_old_authors (OffprintPage *page,
                  JsonObject   *record)
{
  const OffprintTreeNode *root = offprint_page_get_root (page);
  const OffprintTreeNode *group = offprint_tree_node_find (root, NULL, "ul", "class", "authorGroup");
  const OffprintTreeNode *item = NULL;

  while (group != NULL && (item = offprint_tree_node_find (group, item, "li", NULL, NULL)) != NULL)
    {
      g_autofree char *text = dup_part (item, "authorName");
      g_autoptr (JsonObject) extra = json_object_new ();

      if (text == NULL)
        continue;
      add_addresses (page, item, extra);
      offprint_record_add_person (record, "author", offprint_byline_name (text), g_steal_pointer (&extra));
    }
}

/* “Volume 109, April 2012, Pages 178–187” */
static void
read_issue_line (JsonObject *record,
                 const char *line)
{
  g_autoptr (GRegex) regex = g_regex_new ("Volumes? ([0-9A-Z]+)(?:, Issues? ([0-9–-]+))?, (.*?)(?:, Pages? ([0-9A-Za-z.]+)(?:[–-]([0-9A-Za-z.]+))?)?$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_auto (GStrv) parts = NULL;

  if (line == NULL || strlen (line) > 300 || !g_regex_match (regex, line, 0, &match))
    return;
  parts = g_match_info_fetch_all (match);
  offprint_found_line (record, "volume", parts[1]);
  offprint_found_line (record, "issue", parts[2]);
  offprint_found_date (record, "issued", parts[3]);
  if (g_strv_length (parts) > 4)
    offprint_found_pages (record, parts[4], parts[5]);
}

static void
read_old_head (OffprintPage *page,
               JsonObject   *record)
{
  const OffprintTreeNode *root = offprint_page_get_root (page);
  const OffprintTreeNode *head = offprint_tree_node_find (root, NULL, "div", "class", "publicationHead");
  g_autofree char *journal = head != NULL ? dup_part (head, "title") : NULL;
  g_autofree char *line = head != NULL ? dup_part (head, "volIssue") : NULL;
  const OffprintTreeNode *doi = offprint_tree_node_find (root, NULL, "a", "id", "ddDoi");

  if (head == NULL)
    return;
  offprint_found_line (record, "container-title", journal);
  read_issue_line (record, line);
  if (doi != NULL)
    offprint_found_doi (record, offprint_tree_node_get_attribute (doi, "href"));
  offprint_record_set_string (record, "publisher", "Elsevier");
  json_object_set_string_member (record, "type", "article-journal");
}

static JsonObject *
read_page (OffprintPage *page)
{
  JsonObject *record = offprint_record_new ();

  read_authors (page, record);
  if (!json_object_has_member (record, "author"))
    read_old_authors (page, record);
  read_old_head (page, record);
  return offprint_found_end (record);
}

const OffprintPageAdapter offprint_page_science_direct = { "sciencedirect", matches, read_page, NULL };
