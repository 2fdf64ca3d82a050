/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page has up to four hundred DOIs, of which one names it. It stands in the page’s own
 * address, or is the first one above the works cited; a page that names many works there
 * is a list of them and has none of its own.
 */

#include "config.h"

#include "own-doi.h"

#include <string.h>

#include "identifier.h"
#include "sections.h"
#include "spellings.h"

#define MAX_OTHERS     6
#define MAX_TEXT_BYTES 400

/* Behind the DOI stand words of the site: /full, .pdf, ?query */
static char *
doi_of_address (const char *address)
{
  const char *start = address != NULL ? strstr (address, "/10.") : NULL;
  g_autofree char *unescaped = NULL;
  g_autoptr (GRegex) tail = NULL;
  g_autofree char *cut = NULL;

  if (start == NULL)
    return NULL;
  tail = g_regex_new ("(/(full|abstract|abs|pdf|epdf|html?|meta|fulltext|full-text|references|figures|citations|summary|export))+$|\\.pdf$", G_REGEX_CASELESS, 0, NULL);
  unescaped = g_uri_unescape_string (start + 1, NULL);
  if (unescaped == NULL || !g_utf8_validate (unescaped, -1, NULL))
    return NULL;
  unescaped[strcspn (unescaped, "?#&")] = '\0';
  if (g_str_has_suffix (unescaped, "/"))
    unescaped[strlen (unescaped) - 1] = '\0';
  cut = g_regex_replace_literal (tail, unescaped, -1, 0, "", 0, NULL);
  return cut != NULL ? offprint_spell_doi (cut) : NULL;
}

/**
 * offprint_own_doi_of_address:
 * @page: a page
 *
 * Looks into the addresses that a page has for itself.
 *
 * Returns: (transfer full) (nullable): the DOI in one of them
 */
char *
offprint_own_doi_of_address (OffprintPage *page)
{
  const char *addresses[] = { offprint_page_get_canonical (page), offprint_page_get_meta (page, "og:url"), offprint_page_get_url (page) };

  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      char *doi = doi_of_address (addresses[i]);

      if (doi != NULL)
        return doi;
    }
  return NULL;
}

typedef struct
{
  char *first;
  GHashTable *seen;
} Search;

static void
note (Search     *search,
      const char *doi)
{
  if (search->first == NULL)
    search->first = g_strdup (doi);
  g_hash_table_add (search->seen, g_strdup (doi));
}

static void
note_link (Search                 *search,
           const OffprintTreeNode *node)
{
  const char *href = offprint_tree_node_get_attribute (node, "href");
  g_autofree char *doi = NULL;

  if (href == NULL || strstr (href, "doi.org/10.") == NULL)
    return;
  doi = offprint_spell_doi (href);
  if (doi != NULL)
    note (search, doi);
}

static void
note_text (Search     *search,
           const char *text)
{
  g_autoptr (GPtrArray) found = NULL;

  if (strstr (text, "10.") == NULL || strlen (text) > MAX_TEXT_BYTES)
    return;
  found = offprint_identifier_find_all (text, -1);
  for (guint i = 0; i < found->len; i++)
    if (offprint_identifier_get_kind (found->pdata[i]) == OFFPRINT_IDENTIFIER_DOI)
      note (search, offprint_identifier_get_value (found->pdata[i]));
}

/* All DOIs above the works cited, in links and in texts */
static void
search_top (OffprintBody *body,
            Search       *search)
{
  const OffprintTreeNode *root = offprint_page_get_root (body->page);
  const OffprintTreeNode *node = offprint_tree_node_find (root, NULL, "body", NULL, NULL);

  while (node != NULL && node != body->references && g_hash_table_size (search->seen) <= MAX_OTHERS)
    {
      if (node->text != NULL)
        note_text (search, node->text);
      else if (strcmp (node->name, "script") == 0 || strcmp (node->name, "style") == 0 || strcmp (node->name, "noscript") == 0 || strcmp (node->name, "nav") == 0)
        {
          node = offprint_tree_node_next_outside (node, root);
          continue;
        }
      else if (strcmp (node->name, "a") == 0)
        note_link (search, node);
      node = offprint_tree_node_next (node, root);
    }
}

/* Whether an element or one around it is called after the DOI: id="ddDoi", class="doi" */
static gboolean
is_called_doi (const OffprintTreeNode *node)
{
  for (guint i = 0; i < 3 && node != NULL; i++, node = node->parent)
    {
      const char *id = node->name != NULL ? offprint_tree_node_get_attribute (node, "id") : NULL;
      const char *class = node->name != NULL ? offprint_tree_node_get_attribute (node, "class") : NULL;

      if ((id != NULL && strcasestr (id, "doi") != NULL) || (class != NULL && strcasestr (class, "doi") != NULL))
        return TRUE;
    }
  return FALSE;
}

/* The one DOI that is marked as what it is; NULL if there are two */
static char *
find_marked (OffprintBody *body)
{
  g_autofree char *found = NULL;

  for (guint i = 0; i < body->links->len; i++)
    {
      const OffprintTreeNode *link = body->links->pdata[i];
      const char *href = offprint_tree_node_get_attribute (link, "href");
      g_autofree char *doi = NULL;

      if (href == NULL || strstr (href, "doi.org/10.") == NULL || !is_called_doi (link))
        continue;
      doi = offprint_spell_doi (href);
      if (doi != NULL && found != NULL && !g_str_equal (doi, found))
        return NULL;
      if (doi != NULL && found == NULL)
        found = g_steal_pointer (&doi);
    }
  return g_steal_pointer (&found);
}

/**
 * offprint_own_doi:
 * @body: what was found in a page
 *
 * Finds the DOI of what a page is about.
 *
 * Returns: (transfer full) (nullable): the DOI, or `NULL` if it has none or too many
 */
char *
offprint_own_doi (OffprintBody *body)
{
  Search search = { NULL, NULL };
  char *doi = offprint_own_doi_of_address (body->page);

  if (doi == NULL)
    doi = find_marked (body);
  if (doi != NULL)
    return doi;
  search.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  search_top (body, &search);
  if (g_hash_table_size (search.seen) > MAX_OTHERS)
    g_clear_pointer (&search.first, g_free);
  g_hash_table_unref (search.seen);
  return search.first;
}
