/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PubMed’s pages name a paper in one line, “J Bacteriol. 2013 Feb;195(3):502-9. doi: 10.…”,
 * before 2020 in nothing else; today’s have tags beside it. The journal’s full name stands
 * in the title of its link.
 */

#include "config.h"

#include "adapters.h"

#include <string.h>

#include "byline.h"
#include "found.h"
#include "record.h"

/* The record that the page shows: one, for a list of them is no work */
static const OffprintTreeNode *
find_record (OffprintPage *page)
{
  const OffprintTreeNode *root = offprint_page_get_root (page);
  const OffprintTreeNode *first = offprint_tree_node_find (root, NULL, "div", "class", "rprt");

  if (first == NULL || offprint_tree_node_find (first, NULL, "div", "class", "auths") == NULL)
    return NULL;
  return first;
}

static gboolean
matches (OffprintPage *page)
{
  const char *database = offprint_page_get_meta (page, "ncbi_db");

  return g_strcmp0 (database, "pubmed") == 0 && find_record (page) != NULL;
}

static void
read_cite_line (const OffprintTreeNode *node,
                JsonObject             *record)
{
  const OffprintTreeNode *journal = offprint_tree_node_find (node, NULL, "a", "title", NULL);
  g_autofree char *line = offprint_tree_node_dup_text (node);
  g_autoptr (GRegex) regex = g_regex_new ("\\.\\s+([12][0-9]{3}[^;:.]*)(?:;([^(:.;]*)(?:\\(([^)]*)\\))?(?::([^.]*))?)?\\.(?:.*doi:\\s*(10\\.\\S+[^.\\s]))?", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (journal != NULL)
    {
      g_autofree char *name = g_strdup (offprint_tree_node_get_attribute (journal, "title"));
      g_autofree char *brief = offprint_tree_node_dup_text (journal);

      if (g_str_has_suffix (name, "."))
        name[strlen (name) - 1] = '\0';
      offprint_found_line (record, "container-title", name);
      offprint_found_line (record, "container-title-short", brief);
    }
  if (strlen (line) < 1000 && g_regex_match (regex, line, 0, &match))
    {
      static const char *const members[] = { NULL, "volume", "issue" };
      g_autofree char *date = g_match_info_fetch (match, 1);
      g_autofree char *pages = g_match_info_fetch (match, 4);
      g_autofree char *doi = g_match_info_fetch (match, 5);

      offprint_found_date (record, "issued", date);
      offprint_found_pages (record, pages, NULL);
      offprint_found_doi (record, doi);
      for (int i = 1; i < 3; i++)
        {
          g_autofree char *number = g_match_info_fetch (match, i + 1);

          offprint_found_line (record, members[i], number);
        }
    }
}

static void
read_authors (const OffprintTreeNode *top,
              JsonObject             *record)
{
  const OffprintTreeNode *list = offprint_tree_node_find (top, NULL, "div", "class", "auths");
  const OffprintTreeNode *link = NULL;

  while (list != NULL && (link = offprint_tree_node_find (list, link, "a", NULL, NULL)) != NULL)
    {
      g_autofree char *name = offprint_tree_node_dup_text (link);

      offprint_record_add_person (record, "author", offprint_byline_name (name), NULL);
    }
}

/* “PMID: 23175652” in a list of terms */
static void
read_identifiers (const OffprintTreeNode *top,
                  JsonObject             *record)
{
  const OffprintTreeNode *term = NULL;

  while ((term = offprint_tree_node_find (top, term, "dt", NULL, NULL)) != NULL)
    {
      g_autofree char *name = offprint_tree_node_dup_text (term);
      const OffprintTreeNode *value = term->next;
      g_autofree char *text = NULL;

      while (value != NULL && !offprint_tree_node_is (value, "dd"))
        value = value->next;
      text = value != NULL ? offprint_tree_node_dup_text (value) : NULL;
      if (text != NULL && g_str_has_prefix (name, "PMID"))
        offprint_found_line (record, "PMID", text);
      else if (text != NULL && g_str_has_prefix (name, "PMCID"))
        offprint_found_line (record, "PMCID", text);
    }
}

static JsonObject *
read_page (OffprintPage *page)
{
  const OffprintTreeNode *top = find_record (page);
  const OffprintTreeNode *line = offprint_tree_node_find (top, NULL, "div", "class", "cit");
  const OffprintTreeNode *title = offprint_tree_node_find (top, NULL, "h1", NULL, NULL);
  JsonObject *record = offprint_record_new ();

  if (title != NULL)
    {
      g_autofree char *text = offprint_tree_node_dup_text (title);

      if (g_str_has_suffix (text, "."))
        text[strlen (text) - 1] = '\0';
      offprint_record_set_inline (record, "title", text);
    }
  if (line != NULL)
    read_cite_line (line, record);
  read_authors (top, record);
  read_identifiers (top, record);
  json_object_set_string_member (record, "type", "article-journal");
  return offprint_found_end (record);
}

const OffprintPageAdapter offprint_page_pubmed = { "pubmed", matches, read_page, NULL };
