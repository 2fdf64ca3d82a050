/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What any page shows, whoever made it: its heading, its sections, its links. The last to
 * be believed of what metadata say, and the best source of what they do not.
 */

#include "config.h"

#include "body.h"

#include "layers.h"

#include <string.h>

#include "found.h"
#include "identifier.h"
#include "json-value.h"
#include "merge.h"
#include "own-doi.h"
#include "prune.h"
#include "read.h"
#include "record.h"
#include "sections.h"
#include "write.h"

#define MIN_TITLE_BYTES 6
#define MAX_TITLE_BYTES 1500

static char *
dup_page_title (OffprintPage *page)
{
  const OffprintTreeNode *title = offprint_tree_node_find (offprint_page_get_root (page), NULL, "title", NULL, NULL);

  return title != NULL ? offprint_tree_node_dup_text (title) : g_strdup ("");
}

static gboolean
may_be_title (const OffprintTreeNode *node,
              const char             *level)
{
  gsize length = offprint_section_measure (node, MAX_TITLE_BYTES);

  return offprint_tree_node_is (node, level) && length >= MIN_TITLE_BYTES && length <= MAX_TITLE_BYTES &&
         offprint_section_of_heading (node) == OFFPRINT_SECTION_NONE && !offprint_section_is_aside (node);
}

/* The page’s title holds the heading’s words, or is cut short in them */
static gboolean
is_repeated (const OffprintTreeNode *node,
             const char             *folded,
             const char             *folded_cut)
{
  g_autofree char *text = offprint_tree_node_dup_text (node);
  g_autofree char *own = offprint_fold (text);

  if (strlen (own) >= MIN_TITLE_BYTES && strstr (folded, own) != NULL && strlen (own) * 5 > strlen (folded))
    return TRUE;
  return strlen (folded_cut) > 2 * MIN_TITLE_BYTES && g_str_has_prefix (own, folded_cut);
}

/* “Impact of sortase on tar... [J Bacteriol. 2013] - PubMed” up to the dots */
static char *
fold_cut (const char *shown)
{
  const char *dots = strstr (shown, "...");
  g_autofree char *cut = NULL;

  if (dots == NULL)
    dots = strstr (shown, "…");
  cut = dots != NULL ? g_strndup (shown, (gsize) (dots - shown)) : g_strdup ("");
  return offprint_fold (cut);
}

/* The heading whose words the page’s title repeats; else the only one of its level */
const OffprintTreeNode *
offprint_body_find_title (OffprintBody *self)
{
  static const char *const levels[] = { "h1", "h2" };
  g_autofree char *shown = dup_page_title (self->page);
  g_autofree char *folded = offprint_fold (shown);
  g_autofree char *folded_cut = fold_cut (shown);
  const OffprintTreeNode *only = NULL;
  guint n_first = 0;

  for (gsize level = 0; level < G_N_ELEMENTS (levels); level++)
    for (guint i = 0; i < self->titles->len; i++)
      {
        const OffprintTreeNode *node = self->titles->pdata[i];

        if (!may_be_title (node, levels[level]))
          continue;
        if (is_repeated (node, folded, folded_cut))
          return node;
        only = level == 0 ? node : only;
        n_first += level == 0;
      }
  return n_first == 1 ? only : NULL;
}

/* “Title - Journal | Publisher” without what the site calls itself */
static char *
cut_site (const char *title,
          const char *site)
{
  g_autofree char *folded_site = site != NULL ? offprint_fold (site) : NULL;
  g_autofree char *cut = g_strdup (title);

  for (char *p = cut; folded_site != NULL && (p = strpbrk (p, "|-–—")) != NULL; p++)
    {
      g_autofree char *tail = offprint_fold (p);

      if (p > cut && p[-1] == ' ' && g_str_equal (tail, folded_site))
        {
          *p = '\0';
          break;
        }
    }
  return g_strdup (g_strstrip (cut));
}

static void
read_title (OffprintBody *self,
            JsonObject   *record)
{
  const OffprintTreeNode *heading = offprint_body_find_title (self);
  const char *og = offprint_page_get_meta (self->page, "og:title");

  if (heading != NULL)
    {
      g_autoptr (OffprintRichText) text = offprint_prune_read (heading, OFFPRINT_PRUNE_DEFAULT);
      g_autofree char *markup = offprint_rich_text_to_inline (text);

      offprint_record_set_inline (record, "title", markup);
    }
  if (og != NULL)
    {
      g_autofree char *title = cut_site (og, offprint_page_get_meta (self->page, "og:site_name"));

      offprint_found_inline (record, "title", title);
    }
}

/* Open Graph’s own vocabularies for articles and books */
static void
read_open_graph (OffprintBody *self,
                 JsonObject   *record)
{
  const char *type = offprint_page_get_meta (self->page, "og:type");

  if (g_strcmp0 (type, "book") == 0)
    json_object_set_string_member (record, "type", "book");
  offprint_record_add_isbn (record, offprint_page_get_meta (self->page, "book:isbn"), NULL);
  offprint_record_add_isbn (record, offprint_page_get_meta (self->page, "books:isbn"), NULL);
  offprint_found_date (record, "issued", offprint_page_get_meta (self->page, "article:published_time"));
  offprint_found_date (record, "issued", offprint_page_get_meta (self->page, "book:release_date"));
}

/* In a list of works cited, which may be marked up too */
static gboolean
is_cited (OffprintBody           *self,
          const OffprintTreeNode *node)
{
  for (; node != NULL; node = node->parent)
    if (offprint_tree_node_is (node, "li") || g_ptr_array_find (self->lists, node, NULL))
      return TRUE;
  return FALSE;
}

/* Schema.org in the elements themselves, where no script has it */
static void
read_microdata (OffprintBody *self,
                JsonObject   *record)
{
  static const struct
  {
    const char *property;
    const char *member;
  } lines[] = {
    { "volumeNumber", "volume" },
    { "issueNumber", "issue" },
  };
  const OffprintTreeNode *root = offprint_page_get_root (self->page);
  const OffprintTreeNode *date = offprint_tree_node_find (root, NULL, NULL, "itemprop", "datePublished");

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const OffprintTreeNode *node = offprint_tree_node_find (root, NULL, NULL, "itemprop", lines[i].property);
      g_autofree char *text = node != NULL && !is_cited (self, node) ? offprint_tree_node_dup_text (node) : NULL;

      offprint_found_line (record, lines[i].member, text);
    }
  if (date != NULL && !is_cited (self, date))
    {
      const char *content = offprint_tree_node_get_attribute (date, "content");
      g_autofree char *text = offprint_tree_node_dup_text (date);

      offprint_found_date (record, "issued", content != NULL ? content : text);
    }
}

/* Tags that name people are never asked beside what the page shows of them */
static gboolean
names_people (OffprintPage *page)
{
  static const char *const names[] = { "citation_author", "citation_authors", "bepress_citation_author", "dc.creator", "dc.creator.personalname", "dcterms.creator", "eprints.creators_name" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (offprint_page_get_meta (page, names[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
read_licence (OffprintBody *self,
              JsonObject   *record)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const OffprintTreeNode *link = self->links->pdata[i];
      const char *rel = offprint_tree_node_get_attribute (link, "rel");
      const char *href = offprint_tree_node_get_attribute (link, "href");

      if (href != NULL && rel != NULL && strstr (rel, "license") != NULL)
        offprint_found_licence (record, self->page, href);
    }
}

/**
 * offprint_page_read_body:
 * @page: a page
 *
 * Reads heading, authors, abstract, keywords and works cited as a page shows them, its DOI,
 * Open Graph and microdata.
 *
 * Returns: (transfer full) (nullable): a record, or `NULL` if there is nothing
 */
JsonObject *
offprint_page_read_body (OffprintPage *page)
{
  JsonObject *record = offprint_record_new ();
  OffprintBody self = { 0 };
  g_autofree char *doi = NULL;

  offprint_body_index (&self, page);
  doi = offprint_own_doi (&self);
  read_title (&self, record);
  offprint_record_set_string (record, "DOI", doi);
  read_open_graph (&self, record);
  if (offprint_page_get_meta (page, "citation_title") == NULL)
    read_microdata (&self, record);
  if (!names_people (page))
    offprint_body_read_people (&self, record);
  offprint_body_read_abstracts (&self, record);
  offprint_body_read_keywords (&self, record);
  offprint_body_read_references (&self, record);
  read_licence (&self, record);
  offprint_body_clear (&self);
  return offprint_found_end (record);
}
