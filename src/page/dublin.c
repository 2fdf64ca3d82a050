/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dublin Core, PRISM and EPrints in meta tags: what repositories have, and the journals
 * that never took up citation_*. Each site uses the fifteen elements in its own way, so
 * nothing here is believed that does not look like what it should be.
 */

#include "config.h"

#include "layers.h"

#include <string.h>

#include "byline.h"
#include "found.h"
#include "json-value.h"
#include "peek.h"
#include "record.h"

#define MAX_ISBNS        1000 /* bytes */
#define MAX_NAME_WORDS   6
#define MIN_ABSTRACT     80
#define MAX_SOURCE_BYTES 300

typedef enum
{
  KIND_LINE,
  KIND_TITLE,
  KIND_INLINE,
  KIND_DOI,
  KIND_ISSN,
  KIND_ISBN,
  KIND_DATE,
  KIND_EVENT,
  KIND_LANGUAGE,
  KIND_PUBLISHER,
  KIND_KEYWORDS,
  KIND_TYPE,
  KIND_RIGHTS,
  KIND_SOURCE,
} Kind;

/* Of two that give one member the first in the table is believed */
static const struct
{
  const char *name;
  Kind kind;
  const char *member;
} tags[] = {
  { "dc.title", KIND_TITLE, "title" },
  { "dcterms.title", KIND_TITLE, "title" },
  { "eprints.title", KIND_TITLE, "title" },
  { "prism.doi", KIND_DOI, NULL },
  { "dc.identifier.doi", KIND_DOI, NULL },
  { "dc.identifier", KIND_DOI, NULL },
  { "dcterms.identifier", KIND_DOI, NULL },
  { "doi", KIND_DOI, NULL },
  { "publication_doi", KIND_DOI, NULL },
  { "eprints.doi", KIND_DOI, NULL },
  { "eprints.id_number", KIND_DOI, NULL },
  { "eprints.official_url", KIND_DOI, NULL },
  { "dcterms.bibliographiccitation", KIND_DOI, NULL },
  { "dc.source", KIND_DOI, NULL },
  { "dc.date.issued", KIND_DATE, "issued" },
  { "dcterms.issued", KIND_DATE, "issued" },
  { "dc.issued", KIND_DATE, "issued" },
  { "prism.publicationdate", KIND_DATE, "issued" },
  { "eprints.date", KIND_DATE, "issued" },
  { "dc.date", KIND_DATE, "issued" },
  { "dcterms.date", KIND_DATE, "issued" },
  { "dcterms.created", KIND_DATE, "issued" },
  { "dc.date.datesubmitted", KIND_EVENT, "received" },
  { "dcterms.datesubmitted", KIND_EVENT, "received" },
  { "dc.date.dateaccepted", KIND_EVENT, "accepted" },
  { "dcterms.dateaccepted", KIND_EVENT, "accepted" },
  { "prism.publicationname", KIND_INLINE, "container-title" },
  { "eprints.publication", KIND_INLINE, "container-title" },
  { "eprints.book_title", KIND_INLINE, "container-title" },
  { "eprints.event_title", KIND_INLINE, "event-title" },
  { "dc.relation.ispartof", KIND_SOURCE, NULL },
  { "dcterms.ispartof", KIND_SOURCE, NULL },
  { "dc.source", KIND_SOURCE, NULL },
  { "prism.issn", KIND_ISSN, NULL },
  { "prism.eissn", KIND_ISSN, NULL },
  { "dc.source.issn", KIND_ISSN, NULL },
  { "eprints.issn", KIND_ISSN, NULL },
  { "prism.isbn", KIND_ISBN, NULL },
  { "eprints.isbn", KIND_ISBN, NULL },
  { "dc.identifier.isbn", KIND_ISBN, NULL },
  { "prism.volume", KIND_LINE, "volume" },
  { "dc.source.volume", KIND_LINE, "volume" },
  { "dc.citation.volume", KIND_LINE, "volume" },
  { "eprints.volume", KIND_LINE, "volume" },
  { "prism.number", KIND_LINE, "issue" },
  { "prism.issueidentifier", KIND_LINE, "issue" },
  { "prism.issue", KIND_LINE, "issue" },
  { "dc.source.issue", KIND_LINE, "issue" },
  { "dc.citation.issue", KIND_LINE, "issue" },
  { "eprints.number", KIND_LINE, "issue" },
  { "prism.edition", KIND_LINE, "edition" },
  { "dc.language", KIND_LANGUAGE, NULL },
  { "dcterms.language", KIND_LANGUAGE, NULL },
  { "dc.publisher", KIND_PUBLISHER, NULL },
  { "dcterms.publisher", KIND_PUBLISHER, NULL },
  { "eprints.publisher", KIND_PUBLISHER, NULL },
  { "eprints.institution", KIND_PUBLISHER, NULL },
  { "dc.subject", KIND_KEYWORDS, NULL },
  { "dcterms.subject", KIND_KEYWORDS, NULL },
  { "prism.keyword", KIND_KEYWORDS, NULL },
  { "eprints.keywords", KIND_KEYWORDS, NULL },
  { "dc.type", KIND_TYPE, NULL },
  { "dcterms.type", KIND_TYPE, NULL },
  { "eprints.type", KIND_TYPE, NULL },
  { "dc.rights", KIND_RIGHTS, NULL },
  { "dcterms.rights", KIND_RIGHTS, NULL },
  { "dc.rights.license", KIND_RIGHTS, NULL },
  { "dcterms.license", KIND_RIGHTS, NULL },
  { "dc.copyright", KIND_RIGHTS, NULL },
  { "prism.copyright", KIND_RIGHTS, NULL },
};

static const char *const creators[] = {
  "dc.creator", "dc.creator.personalname", "dcterms.creator", "eprints.creators_name", "dc.contributor.author", "dc.contributor", NULL
};

static const char *const descriptions[] = {
  "dcterms.abstract", "dc.description.abstract", "dc.description", "dcterms.description", "eprints.abstract", NULL
};

static gboolean
is_licence (const char *text)
{
  return g_regex_match_simple ("^https?://\\S+$", text, 0, 0);
}

/* “2023 Springer Nature Limited” is what stands behind the sign */
static void
read_rights (OffprintPage *page,
             JsonObject   *record,
             const char   *text)
{
  g_autofree char *line = NULL;

  if (is_licence (text))
    {
      offprint_found_licence (record, page, text);
      return;
    }
  if (strlen (text) > 1000)
    return;
  if (g_regex_match_simple ("^\\s*[12][0-9]{3}\\b", text, 0, 0))
    line = g_strconcat ("© ", text, NULL);
  else if (g_regex_match_simple ("©|\\(c\\)|copyright", text, G_REGEX_CASELESS, 0) && g_regex_match_simple ("[0-9]{4}", text, 0, 0))
    line = g_strdup (text);
  if (line != NULL)
    offprint_found_custom (record, "rights", "copyright", line);
}

/* What it is part of: a journal’s name, if it is one and no citation of it */
static void
read_source (JsonObject *record,
             const char *text)
{
  if (strlen (text) > MAX_SOURCE_BYTES || strstr (text, "://") != NULL || g_regex_match_simple ("[0-9]{4}", text, 0, 0) ||
      g_regex_match_simple ("^(urn|doi|info|issn|isbn)\\b", text, G_REGEX_CASELESS, 0))
    return;
  offprint_found_inline (record, "container-title", text);
}

static void
read_type (JsonObject *record,
           const char *text)
{
  const char *type = offprint_found_type (text);

  if (type != NULL && !json_object_has_member (record, "type"))
    json_object_set_string_member (record, "type", type);
}

static void
read_tag (OffprintPage *page,
          JsonObject   *record,
          Kind          kind,
          const char   *member,
          const char   *content)
{
  switch (kind)
    {
    case KIND_LINE:
      if (strcmp (content, "0") != 0) /* Open Journal Systems, where there is none */
        offprint_found_line (record, member, content);
      break;
    case KIND_TITLE:
    case KIND_INLINE:
      offprint_found_inline (record, member, content);
      break;
    case KIND_DOI:
      offprint_found_doi (record, content);
      break;
    case KIND_ISSN:
      offprint_found_issn (record, content);
      break;
    case KIND_ISBN:
      if (offprint_json_get_string (record, "ISBN") == NULL || strlen (offprint_json_get_string (record, "ISBN")) < MAX_ISBNS)
        offprint_record_add_isbn (record, content, NULL);
      break;
    case KIND_DATE:
      offprint_found_date (record, member, content);
      break;
    case KIND_EVENT:
      offprint_found_event (record, member, content);
      break;
    case KIND_LANGUAGE:
      offprint_found_language (record, content);
      break;
    case KIND_PUBLISHER:
      offprint_found_publisher (record, content);
      break;
    case KIND_KEYWORDS:
      if (strchr (content, ':') == NULL)
        offprint_found_keywords (record, content);
      break;
    case KIND_TYPE:
      read_type (record, content);
      break;
    case KIND_RIGHTS:
      read_rights (page, record, content);
      break;
    case KIND_SOURCE:
      read_source (record, content);
      break;
    }
}

static gboolean
is_name (const char *text)
{
  guint n_words = 1;

  for (const char *p = text; *p != '\0'; p++)
    n_words += *p == ' ' && p[1] != ' ';
  return n_words <= MAX_NAME_WORDS && strpbrk (text, "@/") == NULL;
}

/* The first of the tags for names that has any. Several in one tag are parted. */
static void
read_creators (OffprintPage *page,
               JsonObject   *record)
{
  gsize n = 0;
  const OffprintPageMeta *metas = offprint_page_get_metas (page, &n);

  for (gsize i = 0; creators[i] != NULL && !json_object_has_member (record, "author"); i++)
    for (gsize j = 0; j < n; j++)
      {
        g_autoptr (GPtrArray) names = NULL;

        if (!g_str_equal (metas[j].name, creators[i]))
          continue;
        names = offprint_byline_split (metas[j].content);
        for (guint k = 0; k < names->len; k++)
          if (!g_str_has_suffix (creators[i], "contributor") || is_name (names->pdata[k]))
            offprint_record_add_person (record, "author", offprint_byline_name (names->pdata[k]), NULL);
      }
}

static void
read_editors (OffprintPage *page,
              JsonObject   *record)
{
  static const char *const editors[] = { "eprints.editors_name", "dc.contributor.editor", NULL };
  gsize n = 0;
  const OffprintPageMeta *metas = offprint_page_get_metas (page, &n);

  for (gsize j = 0; j < n; j++)
    if (g_strv_contains (editors, metas[j].name))
      offprint_record_add_person (record, "editor", offprint_byline_name (metas[j].content), NULL);
}

typedef struct
{
  const char *language;
  const char *text;
} Description;

/* Of several in one language the longest: Atypon writes lead and abstract into one tag’s
 * place after the other */
static void
add_description (GArray     *found,
                 const char *language,
                 const char *text)
{
  Description description = { language, text };

  if (strlen (text) < MIN_ABSTRACT)
    return;
  for (guint i = 0; i < found->len; i++)
    {
      Description *other = &g_array_index (found, Description, i);

      if (g_strcmp0 (other->language, language) != 0)
        continue;
      if (strlen (text) > strlen (other->text))
        other->text = text;
      return;
    }
  g_array_append_val (found, description);
}

/* Off the tree, for the language stands in an attribute of its own */
static void
read_descriptions (OffprintPage *page,
                   JsonObject   *record)
{
  gsize n = 0;
  const OffprintTreeNode *const *nodes = offprint_page_get_meta_nodes (page, &n);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Description));

  for (gsize i = 0; i < n; i++)
    {
      const OffprintTreeNode *node = nodes[i];
      const char *name = offprint_tree_node_get_attribute (node, "name");
      const char *content = offprint_tree_node_get_attribute (node, "content");
      const char *language = offprint_tree_node_get_attribute (node, "xml:lang");
      g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

      if (lower == NULL || content == NULL || !g_strv_contains (descriptions, lower))
        continue;
      if (language == NULL)
        language = offprint_tree_node_get_attribute (node, "lang");
      add_description (found, language, content);
    }
  for (guint i = 0; i < found->len; i++)
    offprint_found_abstract (record, g_array_index (found, Description, i).language, g_array_index (found, Description, i).text);
}

/**
 * offprint_page_read_dublin:
 * @page: a page
 *
 * Reads `DC.…`, `DCTERMS.…`, `PRISM.…` and `eprints.…`.
 *
 * Returns: (transfer full) (nullable): a record, or `NULL` if there are none
 */
JsonObject *
offprint_page_read_dublin (OffprintPage *page)
{
  gsize n = 0;
  const OffprintPageMeta *metas = offprint_page_get_metas (page, &n);
  JsonObject *record = offprint_record_new ();

  /* the order of the table, not of the page */
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    for (gsize j = 0; j < n; j++)
      if (metas[j].name[0] == tags[i].name[0] && strcmp (metas[j].name, tags[i].name) == 0)
        read_tag (page, record, tags[i].kind, tags[i].member, metas[j].content);
  offprint_found_pages (record, offprint_page_get_meta (page, "prism.startingpage"), offprint_page_get_meta (page, "prism.endingpage"));
  offprint_found_pages (record, offprint_page_get_meta (page, "eprints.pagerange"), NULL);
  read_creators (page, record);
  read_editors (page, record);
  read_descriptions (page, record);
  return offprint_found_end (record);
}
