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
#include "found-tag.h"
#include "json-value.h"
#include "peek.h"
#include "record.h"

#define MAX_NAME_WORDS 6
#define MIN_ABSTRACT   80

/* Of two that give one member the first in the table is believed */
static const struct
{
  const char *name;
  OffprintTagKind kind;
  const char *member;
} tags[] = {
  { "dc.title", OFFPRINT_TAG_INLINE, "title" },
  { "dcterms.title", OFFPRINT_TAG_INLINE, "title" },
  { "eprints.title", OFFPRINT_TAG_INLINE, "title" },
  { "prism.doi", OFFPRINT_TAG_DOI, NULL },
  { "dc.identifier.doi", OFFPRINT_TAG_DOI, NULL },
  { "dc.identifier", OFFPRINT_TAG_DOI, NULL },
  { "dcterms.identifier", OFFPRINT_TAG_DOI, NULL },
  { "doi", OFFPRINT_TAG_DOI, NULL },
  { "publication_doi", OFFPRINT_TAG_DOI, NULL },
  { "eprints.doi", OFFPRINT_TAG_DOI, NULL },
  { "eprints.id_number", OFFPRINT_TAG_DOI, NULL },
  { "eprints.official_url", OFFPRINT_TAG_DOI, NULL },
  { "dcterms.bibliographiccitation", OFFPRINT_TAG_DOI, NULL },
  { "dc.source", OFFPRINT_TAG_DOI, NULL },
  { "dc.date.issued", OFFPRINT_TAG_DATE, "issued" },
  { "dcterms.issued", OFFPRINT_TAG_DATE, "issued" },
  { "dc.issued", OFFPRINT_TAG_DATE, "issued" },
  { "prism.publicationdate", OFFPRINT_TAG_DATE, "issued" },
  { "eprints.date", OFFPRINT_TAG_DATE, "issued" },
  { "dc.date", OFFPRINT_TAG_DATE, "issued" },
  { "dcterms.date", OFFPRINT_TAG_DATE, "issued" },
  { "dcterms.created", OFFPRINT_TAG_DATE, "issued" },
  { "dc.date.datesubmitted", OFFPRINT_TAG_EVENT, "received" },
  { "dcterms.datesubmitted", OFFPRINT_TAG_EVENT, "received" },
  { "dc.date.dateaccepted", OFFPRINT_TAG_EVENT, "accepted" },
  { "dcterms.dateaccepted", OFFPRINT_TAG_EVENT, "accepted" },
  { "prism.publicationname", OFFPRINT_TAG_INLINE, "container-title" },
  { "eprints.publication", OFFPRINT_TAG_INLINE, "container-title" },
  { "eprints.book_title", OFFPRINT_TAG_INLINE, "container-title" },
  { "eprints.event_title", OFFPRINT_TAG_INLINE, "event-title" },
  { "dc.relation.ispartof", OFFPRINT_TAG_SOURCE, NULL },
  { "dcterms.ispartof", OFFPRINT_TAG_SOURCE, NULL },
  { "dc.source", OFFPRINT_TAG_SOURCE, NULL },
  { "prism.issn", OFFPRINT_TAG_ISSN, NULL },
  { "prism.eissn", OFFPRINT_TAG_ISSN, NULL },
  { "dc.source.issn", OFFPRINT_TAG_ISSN, NULL },
  { "eprints.issn", OFFPRINT_TAG_ISSN, NULL },
  { "prism.isbn", OFFPRINT_TAG_ISBN, NULL },
  { "eprints.isbn", OFFPRINT_TAG_ISBN, NULL },
  { "dc.identifier.isbn", OFFPRINT_TAG_ISBN, NULL },
  { "prism.volume", OFFPRINT_TAG_LINE, "volume" },
  { "dc.source.volume", OFFPRINT_TAG_LINE, "volume" },
  { "dc.citation.volume", OFFPRINT_TAG_LINE, "volume" },
  { "eprints.volume", OFFPRINT_TAG_LINE, "volume" },
  { "prism.number", OFFPRINT_TAG_LINE, "issue" },
  { "prism.issueidentifier", OFFPRINT_TAG_LINE, "issue" },
  { "prism.issue", OFFPRINT_TAG_LINE, "issue" },
  { "dc.source.issue", OFFPRINT_TAG_LINE, "issue" },
  { "dc.citation.issue", OFFPRINT_TAG_LINE, "issue" },
  { "eprints.number", OFFPRINT_TAG_LINE, "issue" },
  { "prism.edition", OFFPRINT_TAG_LINE, "edition" },
  { "dc.language", OFFPRINT_TAG_LANGUAGE, NULL },
  { "dcterms.language", OFFPRINT_TAG_LANGUAGE, NULL },
  { "dc.publisher", OFFPRINT_TAG_PUBLISHER, NULL },
  { "dcterms.publisher", OFFPRINT_TAG_PUBLISHER, NULL },
  { "eprints.publisher", OFFPRINT_TAG_PUBLISHER, NULL },
  { "eprints.institution", OFFPRINT_TAG_PUBLISHER, NULL },
  { "dc.subject", OFFPRINT_TAG_SUBJECT, NULL },
  { "dcterms.subject", OFFPRINT_TAG_SUBJECT, NULL },
  { "prism.keyword", OFFPRINT_TAG_SUBJECT, NULL },
  { "eprints.keywords", OFFPRINT_TAG_SUBJECT, NULL },
  { "dc.type", OFFPRINT_TAG_TYPE, NULL },
  { "dcterms.type", OFFPRINT_TAG_TYPE, NULL },
  { "eprints.type", OFFPRINT_TAG_TYPE, NULL },
  { "dc.rights", OFFPRINT_TAG_RIGHTS, NULL },
  { "dcterms.rights", OFFPRINT_TAG_RIGHTS, NULL },
  { "dc.rights.license", OFFPRINT_TAG_RIGHTS, NULL },
  { "dcterms.license", OFFPRINT_TAG_RIGHTS, NULL },
  { "dc.copyright", OFFPRINT_TAG_RIGHTS, NULL },
  { "prism.copyright", OFFPRINT_TAG_RIGHTS, NULL },
};

static const char *const creators[] = {
  "dc.creator", "dc.creator.personalname", "dcterms.creator", "eprints.creators_name", "dc.contributor.author", "dc.contributor", NULL
};

static const char *const descriptions[] = {
  "dcterms.abstract", "dc.description.abstract", "dc.description", "dcterms.description", "eprints.abstract", NULL
};

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
        offprint_found_tag (record, page, tags[i].kind, tags[i].member, metas[j].content);
  offprint_found_pages (record, offprint_page_get_meta (page, "prism.startingpage"), offprint_page_get_meta (page, "prism.endingpage"));
  offprint_found_pages (record, offprint_page_get_meta (page, "eprints.pagerange"), NULL);
  read_creators (page, record);
  read_editors (page, record);
  read_descriptions (page, record);
  return offprint_found_end (record);
}
