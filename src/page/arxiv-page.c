/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * arXiv shows papers as HTML that LaTeXML made of their source. There is no tag in it:
 * the identifier stands in the stamp on the margin, “arXiv:2605.06659v1 [astro-ph.GA]
 * 07 May 2026”, the people in elements of their own.
 */

#include "config.h"

#include "adapters.h"

#include <string.h>

#include "byline.h"
#include "found.h"
#include "prune.h"
#include "record.h"
#include "workplace.h"
#include "write.h"

#define MAX_AUTHORS 3000

static const OffprintTreeNode *
find_stamp (OffprintPage *page)
{
  return offprint_tree_node_find (offprint_page_get_root (page), NULL, "div", "id", "watermark-tr");
}

static gboolean
matches (OffprintPage *page)
{
  return offprint_page_get_meta (page, "citation_title") == NULL && offprint_page_get_meta (page, "dc.title") == NULL &&
         find_stamp (page) != NULL && offprint_tree_node_find (offprint_page_get_root (page), NULL, NULL, "class", "ltx_document") != NULL;
}

static void
read_stamp (OffprintPage *page,
            JsonObject   *record)
{
  g_autofree char *stamp = offprint_tree_node_dup_text (find_stamp (page));
  g_autoptr (GRegex) regex = g_regex_new ("arXiv:([a-z.-]+/[0-9]{7}|[0-9]{4}\\.[0-9]{4,5})(v[0-9]+)?(?:\\s*\\[[^\\]]*\\])?\\s*(.*)$", G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *id = NULL;
  g_autofree char *date = NULL;
  g_autofree char *doi = NULL;

  if (strlen (stamp) > 200 || !g_regex_match (regex, stamp, 0, &match))
    return;
  id = g_match_info_fetch (match, 1);
  date = g_match_info_fetch (match, 3);
  doi = g_strconcat ("10.48550/arxiv.", id, NULL);
  offprint_found_doi (record, doi);
  offprint_found_line (record, "number", id);
  offprint_found_date (record, "issued", date);
  offprint_record_set_string (record, "publisher", "arXiv");
}

static void
read_author (const OffprintTreeNode *node,
             JsonObject             *record)
{
  const OffprintTreeNode *name = offprint_tree_node_find (node, NULL, NULL, "class", "ltx_personname");
  const OffprintTreeNode *contact = NULL;
  g_autofree char *text = name != NULL ? offprint_tree_node_dup_text (name) : NULL;
  g_autoptr (JsonObject) extra = json_object_new ();

  if (text == NULL)
    return;
  while ((contact = offprint_tree_node_find (node, contact, NULL, "class", "ltx_contact")) != NULL)
    {
      g_autofree char *line = offprint_tree_node_dup_text (contact);

      if (offprint_tree_node_has_class (contact, "ltx_role_affiliation"))
        offprint_workplace_add (extra, line, NULL, NULL);
      else if (offprint_tree_node_has_class (contact, "ltx_role_email") && strchr (line, '@') != NULL)
        offprint_record_set_string (extra, "email", line);
    }
  offprint_record_add_person (record, "author", offprint_byline_name (text), g_steal_pointer (&extra));
}

static JsonObject *
read_page (OffprintPage *page)
{
  const OffprintTreeNode *root = offprint_page_get_root (page);
  const OffprintTreeNode *title = offprint_tree_node_find (root, NULL, NULL, "class", "ltx_title_document");
  const OffprintTreeNode *author = NULL;
  JsonObject *record = offprint_record_new ();

  if (title != NULL)
    {
      g_autoptr (OffprintRichText) text = offprint_prune_read (title, OFFPRINT_PRUNE_DEFAULT);
      g_autofree char *markup = offprint_rich_text_to_inline (text);

      offprint_record_set_inline (record, "title", markup);
    }
  for (guint i = 0; i < MAX_AUTHORS && (author = offprint_tree_node_find (root, author, NULL, "class", "ltx_role_author")) != NULL; i++)
    read_author (author, record);
  read_stamp (page, record);
  json_object_set_string_member (record, "type", "article");
  return offprint_found_end (record);
}

const OffprintPageAdapter offprint_page_arxiv = { "arxiv", matches, read_page, NULL };
