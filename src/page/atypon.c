/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Atypon’s Literatum carries the journals of ACS, SAGE, Science, Taylor & Francis, Wiley,
 * the Annals and a hundred more. Many of them name volume, issue and pages in no tag, but
 * all of them in the link by which one asks for permission, and in the code of the issue.
 */

#include "config.h"

#include "adapters.h"

#include <string.h>

#include "found.h"
#include "json-value.h"
#include "record.h"

static gboolean
matches (OffprintPage *page)
{
  return offprint_page_get_meta (page, "pbcontext") != NULL;
}

/* RightsLink: s100.copyright.com/AppDispatchServlet?publisherName=…&volumeNum=392 */
static GHashTable *
find_permission (OffprintPage  *page,
                 const char   **href)
{
  const OffprintTreeNode *root = offprint_page_get_root (page);
  const OffprintTreeNode *link = NULL;

  while ((link = offprint_tree_node_find (root, link, "a", "href", NULL)) != NULL)
    {
      const char *query = NULL;

      *href = offprint_tree_node_get_attribute (link, "href");
      if (strstr (*href, "copyright.com/") == NULL)
        continue;
      query = strchr (*href, '?');
      if (query != NULL && strstr (query, "volumeNum") != NULL)
        return g_uri_parse_params (query + 1, -1, "&", G_URI_PARAMS_WWW_FORM | G_URI_PARAMS_PARSE_RELAXED, NULL);
    }
  *href = NULL;
  return NULL;
}

static void
read_permission (OffprintPage *page,
                 JsonObject   *record)
{
  const char *href = NULL;
  g_autoptr (GHashTable) terms = find_permission (page, &href);
  g_autofree char *url = href != NULL ? offprint_page_resolve (page, href) : NULL;

  if (terms == NULL)
    return;
  offprint_found_line (record, "volume", g_hash_table_lookup (terms, "volumeNum"));
  offprint_found_line (record, "issue", g_hash_table_lookup (terms, "issueNum"));
  offprint_found_pages (record, g_hash_table_lookup (terms, "startPage"), g_hash_table_lookup (terms, "endPage"));
  offprint_found_issn (record, g_hash_table_lookup (terms, "issn"));
  offprint_found_custom (record, "rights", "permissions", url);
}

/* “10.7326/aim.2020.172.issue-7”, “10.1080/ibty20.v044.i03”, “10.1111/cas.v116.2” */
static void
read_issue_code (OffprintPage *page,
                 JsonObject   *record)
{
  const char *context = offprint_page_get_meta (page, "pbcontext");
  g_autoptr (GRegex) regex = g_regex_new ("issue:issue:[^;]*?\\.(?:[0-9]{4}\\.([0-9]+)\\.issue-([0-9A-Za-z-]+)|v0*([0-9]+)\\.(?:i|issue-)?0*([0-9]+(?:-[0-9]+)?))(?:;|$)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *volume = NULL;
  g_autofree char *issue = NULL;

  if (strlen (context) > 4000 || !g_regex_match (regex, context, 0, &match))
    return;
  volume = g_match_info_fetch (match, 1);
  issue = g_match_info_fetch (match, 2);
  if (*volume == '\0')
    {
      g_free (volume);
      g_free (issue);
      volume = g_match_info_fetch (match, 3);
      issue = g_match_info_fetch (match, 4);
    }
  offprint_found_line (record, "volume", volume);
  offprint_found_line (record, "issue", issue);
}

/* “49088–49097” in the line that says how to cite it */
static void
read_cite_line (OffprintPage *page,
                JsonObject   *record)
{
  g_autofree char *pages = offprint_adapter_dup_class (page, "cit-pageRange");
  g_autoptr (GRegex) dash = g_regex_new ("\\s*[–-]\\s*", 0, 0, NULL);
  g_auto (GStrv) ends = NULL;

  if (pages == NULL || strlen (pages) > 60)
    return;
  ends = g_regex_split (dash, pages + strspn (pages, ", "), 0);
  if (ends[0] != NULL)
    offprint_found_pages (record, ends[0], ends[1]);
}

static JsonObject *
read_page (OffprintPage *page)
{
  JsonObject *record = offprint_record_new ();

  read_permission (page, record);
  read_issue_code (page, record);
  read_cite_line (page, record);
  return offprint_found_end (record);
}

const OffprintPageAdapter offprint_page_atypon = { "atypon", matches, read_page, NULL };
