/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Springer’s pages, and Nature’s and BMC’s, which are made alike: chapters, articles,
 * books. They say more than any registry: notes, affiliations, prices, permissions. The
 * layouts since 2019 share the names of their parts; older ones have a file of their own.
 */

#include "config.h"

#include "springer-private.h"

#include <string.h>

#include "layers.h"
#include "record.h"

#define MAX_HEADINGS 8

static const OffprintTreeNode *
find_heading (OffprintPage *page,
              const char   *class_name)
{
  return offprint_tree_node_find (offprint_page_get_root (page), NULL, "h1", "class", class_name);
}

static gboolean
is_address_of_site (const char *address)
{
  return address != NULL && (strstr (address, "//link.springer.com/") != NULL || strstr (address, "//www.nature.com/") != NULL);
}

static gboolean
matches (OffprintPage *page)
{
  const OffprintTreeNode *root = offprint_page_get_root (page);
  const OffprintTreeNode *heading = NULL;
  guint n = 0;

  if (is_address_of_site (offprint_page_get_canonical (page)) || is_address_of_site (offprint_page_get_url (page)) ||
      offprint_page_get_meta (page, "citation_springer_api_url") != NULL)
    return TRUE;
  while ((heading = offprint_tree_node_find (root, heading, "h1", NULL, NULL)) != NULL && n++ < MAX_HEADINGS)
    {
      if (offprint_tree_node_has_class (heading, "c-article-title") || offprint_tree_node_has_class (heading, "c-article-satellite-title"))
        return TRUE;
    }
  return offprint_springer_is_old (page);
}

/* /article/10.1007/…/figures/1, /articles/s41586-…/tables/2 */
static gboolean
is_address_of_part (const char *address)
{
  static const char *const parts[] = { "/figures/", "/tables/", "/metrics", "/email/" };

  for (gsize i = 0; is_address_of_site (address) && i < G_N_ELEMENTS (parts); i++)
    {
      const char *at = strstr (address, parts[i]);

      if (at != NULL && strstr (address, "/article") != NULL)
        return TRUE;
    }
  return FALSE;
}

/* The page of an article’s numbers has its head too, and another heading */
static gboolean
is_about_metrics (OffprintPage *page)
{
  const OffprintTreeNode *root = offprint_page_get_root (page);
  const OffprintTreeNode *heading = NULL;
  guint n = 0;

  while ((heading = offprint_tree_node_find (root, heading, "h1", NULL, NULL)) != NULL && n++ < MAX_HEADINGS)
    {
      g_autofree char *text = offprint_springer_dup_text (heading);

      if (text != NULL && (g_ascii_strcasecmp (text, "Article metrics") == 0 || g_ascii_strcasecmp (text, "Metrics") == 0))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_part (OffprintPage *page)
{
  if (find_heading (page, "c-article-satellite-title") != NULL)
    return TRUE;
  if (find_heading (page, "c-article-title") != NULL)
    return FALSE;

  return is_address_of_part (offprint_page_get_canonical (page)) || is_address_of_part (offprint_page_get_url (page)) || is_about_metrics (page);
}

static gboolean
is_old (OffprintSpringer *self)
{
  if (offprint_springer_id (self, "abstract-about-publisher") != NULL)
    return TRUE;

  return self->title != NULL && (offprint_tree_node_has_class (self->title, "ChapterTitle") ||
                                 offprint_tree_node_has_class (self->title, "ArticleTitle"));
}

static JsonObject *
read_page (OffprintPage *page)
{
  OffprintSpringer self = { NULL };
  JsonObject *record = NULL;

  if (is_part (page))
    return NULL;
  offprint_springer_index (&self, page);
  if (is_old (&self))
    offprint_springer_read_old (&self);
  else if (self.title != NULL)
    {
      offprint_springer_read_head (&self);
      offprint_springer_read_abstracts (&self);
      offprint_springer_read_access (&self);
      offprint_springer_read_rights (&self);
      offprint_springer_read_about (&self);
      offprint_springer_read_people (&self);
      offprint_springer_read_notes (&self);
      offprint_springer_read_references (&self);
      offprint_springer_read_notices (&self);
    }
  if (json_object_has_member (self.record, "title"))
    record = g_steal_pointer (&self.record);
  offprint_springer_clear (&self);

  return record;
}

const OffprintPageAdapter offprint_page_springer = { "springer", matches, read_page, is_part };
