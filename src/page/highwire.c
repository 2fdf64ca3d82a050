/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tags that Google Scholar asks publishers for (“Inclusion Guidelines for
 * Webmasters”), first HighWire Press’s: nearly every scholarly page has them, so this
 * layer reads most of what is read at all. bepress and Wolters Kluwer put their own name
 * before the same ones.
 */

#include "config.h"

#include "layers.h"

#include <string.h>

#include "found.h"
#include "found-tag.h"
#include "highwire.h"
#include "json-value.h"
#include "record.h"
#include "spellings.h"

static const char *const prefixes[] = { "citation_", "bepress_citation_", "wkhealth_" };

/* What each tag is in the record. Of two that give one member the first in the table is
 * believed, wherever they stand in the page. */
static const struct
{
  const char *name;
  OffprintTagKind kind;
  const char *member;
} tags[] = {
  { "title", OFFPRINT_TAG_INLINE, "title" },
  { "doi", OFFPRINT_TAG_DOI, NULL },
  { "publication_date", OFFPRINT_TAG_DATE, "issued" },
  { "cover_date", OFFPRINT_TAG_DATE, "issued" },
  { "date", OFFPRINT_TAG_DATE, "issued" },
  { "year", OFFPRINT_TAG_DATE, "issued" },
  { "online_date", OFFPRINT_TAG_DATE, "issued" },
  { "online_date", OFFPRINT_TAG_EVENT, "online" },
  { "journal_title", OFFPRINT_TAG_INLINE, "container-title" },
  { "inbook_title", OFFPRINT_TAG_INLINE, "container-title" },
  { "book_title", OFFPRINT_TAG_INLINE, "container-title" },
  { "conference_title", OFFPRINT_TAG_INLINE, "container-title" },
  { "conference", OFFPRINT_TAG_INLINE, "container-title" },
  { "conference_name", OFFPRINT_TAG_INLINE, "container-title" },
  { "conference_title", OFFPRINT_TAG_INLINE, "event-title" },
  { "conference", OFFPRINT_TAG_INLINE, "event-title" },
  { "conference_name", OFFPRINT_TAG_INLINE, "event-title" },
  { "conference_location", OFFPRINT_TAG_LINE, "event-place" },
  { "conference_place", OFFPRINT_TAG_LINE, "event-place" },
  { "series_title", OFFPRINT_TAG_INLINE, "collection-title" },
  { "journal_abbrev", OFFPRINT_TAG_LINE, "container-title-short" },
  { "volume", OFFPRINT_TAG_LINE, "volume" },
  { "issue", OFFPRINT_TAG_LINE, "issue" },
  { "edition", OFFPRINT_TAG_LINE, "edition" },
  { "num_pages", OFFPRINT_TAG_LINE, "number-of-pages" },
  { "issn", OFFPRINT_TAG_ISSN, NULL },
  { "eissn", OFFPRINT_TAG_ISSN, NULL },
  { "isbn", OFFPRINT_TAG_ISBN, NULL },
  { "eisbn", OFFPRINT_TAG_ISBN, "electronic" },
  { "pmid", OFFPRINT_TAG_LINE, "PMID" },
  { "pmcid", OFFPRINT_TAG_LINE, "PMCID" },
  { "language", OFFPRINT_TAG_LANGUAGE, NULL },
  { "publisher", OFFPRINT_TAG_PUBLISHER, NULL },
  { "dissertation_institution", OFFPRINT_TAG_PUBLISHER, NULL },
  { "technical_report_institution", OFFPRINT_TAG_PUBLISHER, NULL },
  { "technical_report_number", OFFPRINT_TAG_LINE, "number" },
  { "dissertation_name", OFFPRINT_TAG_LINE, "genre" },
  { "patent_number", OFFPRINT_TAG_LINE, "number" },
  { "keywords", OFFPRINT_TAG_KEYWORDS, NULL },
  { "keyword", OFFPRINT_TAG_KEYWORDS, NULL },
  { "abstract", OFFPRINT_TAG_ABSTRACT, NULL },
  { "pdf_url", OFFPRINT_TAG_LINK, "pdf" },
  { "fulltext_html_url", OFFPRINT_TAG_LINK, "full-text" },
  { "xml_url", OFFPRINT_TAG_LINK, "xml" },
};

/**
 * offprint_highwire_name:
 * @meta: a meta tag
 *
 * Returns: (transfer none) (nullable): what the tag is called behind `citation_`, or
 *   `NULL` if it is not of this kind
 */
const char *
offprint_highwire_name (const OffprintPageMeta *meta)
{
  if (strchr ("cbw", meta->name[0]) == NULL)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (meta->name, prefixes[i]))
      return meta->name + strlen (prefixes[i]);
  return NULL;
}

static const char *
get_tag (OffprintPage *page,
         const char   *name)
{
  gsize n = 0;
  const OffprintPageMeta *metas = offprint_page_get_metas (page, &n);

  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (offprint_highwire_name (&metas[i]), name) == 0)
      return metas[i].content;
  return NULL;
}

static gboolean
has_any (OffprintPage      *page,
         const char *const *names)
{
  for (gsize i = 0; names[i] != NULL; i++)
    if (get_tag (page, names[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* In the order of the table, not of the page; works cited, the most of them, apart */
static void
read_tags (OffprintPage *page,
           JsonObject   *record)
{
  gsize n = 0;
  const OffprintPageMeta *metas = offprint_page_get_metas (page, &n);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) contents = g_ptr_array_new ();

  for (gsize i = 0; i < n; i++)
    {
      const char *name = offprint_highwire_name (&metas[i]);

      if (name == NULL || strcmp (name, "reference") == 0 || g_str_has_prefix (name, "author"))
        continue;
      g_ptr_array_add (names, (gpointer) name);
      g_ptr_array_add (contents, (gpointer) metas[i].content);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    for (guint j = 0; j < names->len; j++)
      if (strcmp (names->pdata[j], tags[i].name) == 0)
        offprint_found_tag (record, page, tags[i].kind, tags[i].member, contents->pdata[j]);
}

/* bioRxiv, medRxiv, PsyArXiv */
static gboolean
is_preprint_server (const char *journal)
{
  const char *stem = strcasestr (journal, "rxiv");

  return stem != NULL && !g_ascii_isalpha (stem[4]);
}

/* What stands around a work says what it is */
static const char *
get_type (OffprintPage *page,
          JsonObject   *record)
{
  static const char *const thesis[] = { "dissertation_institution", "dissertation_name", NULL };
  static const char *const report[] = { "technical_report_institution", "technical_report_number", NULL };
  static const char *const meeting[] = { "conference_title", "conference", "conference_name", NULL };
  static const char *const chapter[] = { "inbook_title", "book_title", NULL };
  const char *journal = get_tag (page, "journal_title");
  const char *kind = get_tag (page, "article_type");

  if (has_any (page, thesis))
    return "thesis";
  if (has_any (page, report))
    return "report";
  if (has_any (page, meeting))
    return "paper-conference";
  if (has_any (page, chapter))
    return "chapter";
  if (get_tag (page, "patent_number") != NULL)
    return "patent";
  if (get_tag (page, "arxiv_id") != NULL || (journal != NULL && is_preprint_server (journal)))
    return "article";
  if (journal != NULL || get_tag (page, "issn") != NULL)
    return "article-journal";
  if (json_object_has_member (record, "ISBN"))
    return "book";
  return offprint_found_type (kind);
}

/* A book’s own page names the book twice: as the work and around it */
static void
settle_book (JsonObject *record)
{
  const char *title = offprint_json_get_string (record, "title");
  const char *container = offprint_json_get_string (record, "container-title");
  const char *type = offprint_json_get_string (record, "type");

  if (title == NULL && container != NULL && g_strcmp0 (type, "chapter") == 0)
    json_object_set_string_member (record, "title", container);
  else if (title == NULL || g_strcmp0 (title, container) != 0 || g_strcmp0 (type, "chapter") != 0)
    return;
  json_object_remove_member (record, "container-title");
  json_object_set_string_member (record, "type", "book");
}

/* There without a word if anybody may read it, which is why it is no OffprintPageMeta */
static gboolean
is_world_readable (OffprintPage *page)
{
  gsize n = 0;
  const OffprintTreeNode *const *nodes = offprint_page_get_meta_nodes (page, &n);

  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (offprint_tree_node_get_attribute (nodes[i], "name"), "citation_fulltext_world_readable") == 0)
      return TRUE;
  return FALSE;
}

/* An arXiv identifier where CSL has no place for one: as its DOI since 2022 */
static void
read_arxiv (OffprintPage *page,
            JsonObject   *record)
{
  const char *id = get_tag (page, "arxiv_id");
  g_autofree char *doi = NULL;

  if (id == NULL || strlen (id) > 40)
    return;
  doi = g_strconcat ("10.48550/arxiv.", id, NULL);
  offprint_found_doi (record, doi);
  offprint_found_line (record, "number", id);
}

/**
 * offprint_page_read_highwire:
 * @page: a page
 *
 * Reads `citation_…`, `bepress_citation_…` and `wkhealth_…`.
 *
 * Returns: (transfer full) (nullable): a record, or `NULL` if there are none
 */
JsonObject *
offprint_page_read_highwire (OffprintPage *page)
{
  JsonObject *record = offprint_record_new ();
  const char *type = NULL;

  read_tags (page, record);
  offprint_found_pages (record, get_tag (page, "firstpage"), get_tag (page, "lastpage"));
  offprint_found_pages (record, get_tag (page, "first_page"), get_tag (page, "last_page"));
  offprint_found_pages (record, get_tag (page, "pages"), NULL);
  offprint_highwire_read_people (page, record);
  offprint_highwire_read_references (page, record);
  read_arxiv (page, record);
  if (json_object_get_size (record) == 0)
    return offprint_found_end (record);
  type = get_type (page, record);
  offprint_record_set_string (record, "type", type);
  settle_book (record);
  if (is_world_readable (page))
    offprint_found_open (record);
  return offprint_found_end (record);
}
