/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The works cited, complete: as printed, with the links that the page gives to each. Of
 * these, those that lead to the work itself name its DOI; catalogues and searches do not.
 */

#include "config.h"

#include "springer-private.h"

#include <string.h>

#include "identifier.h"
#include "record.h"
#include "spellings.h"
#include "write.h"

#define MAX_REFERENCES 20000
#define MAX_LINKS      20

static char *
dup_reference_mark (const OffprintTreeNode *item)
{
  const char *counter = offprint_tree_node_get_attribute (item, "data-counter");
  const OffprintTreeNode *span = offprint_springer_by_class (item, "c-article-references__counter");
  g_autofree char *text = counter == NULL ? offprint_springer_dup_text (span) : NULL;

  return offprint_springer_dup_mark (counter != NULL ? counter : text);
}

/* https://doi.org/10.1111%2Fj.1365…, https://link.springer.com/doi/10.1007/BF00122129 */
static char *
dup_doi_of_address (const char *href)
{
  const char *at = href != NULL ? strstr (href, "doi.org/") : NULL;
  g_autofree char *plain = NULL;

  if (at != NULL)
    at += strlen ("doi.org/");
  else if (href != NULL && (at = strstr (href, "/doi/10.")) != NULL)
    at += strlen ("/doi/");
  if (at == NULL)
    return NULL;
  plain = g_uri_unescape_string (at, NULL);

  return offprint_spell_doi (plain != NULL ? plain : at);
}

static char *
dup_doi_of_link (const OffprintTreeNode *link)
{
  const char *doi = offprint_tree_node_get_attribute (link, "data-doi");
  const char *label = offprint_tree_node_get_attribute (link, "data-track-label");
  const char *action = offprint_tree_node_get_attribute (link, "data-track-action");
  g_autofree char *found = NULL;

  if (doi != NULL && (found = offprint_spell_doi (doi)) != NULL)
    return g_steal_pointer (&found);
  found = dup_doi_of_address (offprint_tree_node_get_attribute (link, "href"));
  if (found != NULL)
    return g_steal_pointer (&found);
  if (label != NULL && action != NULL && g_str_has_prefix (label, "10.") && strstr (action, "reference") != NULL)
    return offprint_spell_doi (label);

  return NULL;
}

/* The only DOI in the text as printed */
static char *
dup_doi_of_text (const char *text)
{
  g_autoptr (GPtrArray) found = strstr (text, "10.") != NULL ? offprint_identifier_find_all (text, -1) : NULL;
  const char *doi = NULL;

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      OffprintIdentifier *identifier = g_ptr_array_index (found, i);

      if (offprint_identifier_get_kind (identifier) != OFFPRINT_IDENTIFIER_DOI)
        continue;
      if (doi != NULL)
        return NULL;
      doi = offprint_identifier_get_value (identifier);
    }
  return g_strdup (doi);
}

static void
set_catalogue_number (JsonObject *item,
                      const char *href)
{
  const char *pubmed = href != NULL ? strstr (href, "list_uids=") : NULL;
  const char *central = href != NULL ? strstr (href, "/PMC") : NULL;

  if (pubmed != NULL && g_ascii_isdigit (pubmed[10]))
    {
      g_autofree char *number = g_strndup (pubmed + 10, strspn (pubmed + 10, "0123456789"));

      offprint_record_set_string (item, "PMID", number);
    }
  if (central != NULL && g_ascii_isdigit (central[4]))
    {
      g_autofree char *number = g_strndup (central + 1, 3 + strspn (central + 4, "0123456789"));

      offprint_record_set_string (item, "PMCID", number);
    }
}

/* Links stand in a paragraph of their own; without one the text has them */
static void
read_links (OffprintSpringer       *self,
            const OffprintTreeNode *place,
            JsonObject             *reference,
            JsonObject             *item)
{
  const OffprintTreeNode *link = NULL;
  JsonArray *links = NULL;

  while ((link = offprint_tree_node_find (place, link, "a", "href", NULL)) != NULL)
    {
      const char *href = offprint_tree_node_get_attribute (link, "href");
      g_autofree char *label = offprint_springer_dup_text (link);
      g_autofree char *url = offprint_springer_dup_address (self, href);
      g_autofree char *doi = dup_doi_of_link (link);
      JsonObject *entry = NULL;

      if (doi != NULL && !json_object_has_member (item, "DOI"))
        json_object_set_string_member (item, "DOI", doi);
      set_catalogue_number (item, href);
      if (url == NULL || (links != NULL && json_array_get_length (links) >= MAX_LINKS))
        continue;
      /* both are clean: there are hundreds of them */
      entry = json_object_new ();
      if (label != NULL)
        json_object_set_string_member (entry, "label", label);
      json_object_set_string_member (entry, "url", url);
      if (links == NULL)
        {
          links = json_array_new ();
          json_object_set_array_member (reference, "links", links);
        }
      json_array_add_object_element (links, entry);
    }
}

static void
read_reference (OffprintSpringer       *self,
                const OffprintTreeNode *node)
{
  const OffprintTreeNode *printed = offprint_springer_by_class (node, "c-article-references__text");
  const OffprintTreeNode *links = offprint_springer_by_class (node, "c-article-references__links");
  g_autoptr (OffprintRichText) text = offprint_springer_dup_rich (printed != NULL ? printed : node);
  g_autofree char *mark = dup_reference_mark (node);
  g_autofree char *stored = NULL;
  g_autofree char *plain = NULL;
  JsonObject *reference = NULL;
  JsonObject *item = NULL;

  if (text == NULL)
    return;
  reference = json_object_new ();
  item = json_object_new ();
  stored = offprint_rich_text_to_stored (text);
  plain = offprint_rich_text_to_plain (text);
  offprint_record_set_string (reference, "mark", mark);
  json_object_set_string_member (reference, "text", stored);
  if (links != NULL)
    read_links (self, links, reference, item);
  if (!json_object_has_member (item, "DOI"))
    {
      g_autofree char *doi = dup_doi_of_text (plain);

      offprint_record_set_string (item, "DOI", doi);
    }
  if (json_object_get_size (item) > 0)
    {
      json_object_set_string_member (item, "type", "document");
      json_object_set_object_member (reference, "item", item);
    }
  else
    json_object_unref (item);
  offprint_record_append (self->record, "references", reference);
}

/**
 * offprint_springer_read_references:
 * @self: a page
 *
 * Reads the works cited, and where they can be had as a file.
 */
void
offprint_springer_read_references (OffprintSpringer *self)
{
  const OffprintTreeNode *download = offprint_springer_by_class (offprint_page_get_root (self->page), "c-article-references__download");
  const OffprintTreeNode *link = download != NULL ? offprint_tree_node_find (download, NULL, "a", "href", NULL) : NULL;

  for (guint i = 0; i < self->references->len && i < MAX_REFERENCES; i++)
    read_reference (self, g_ptr_array_index (self->references, i));
  if (link != NULL)
    {
      g_autofree char *url = offprint_springer_dup_address (self, offprint_tree_node_get_attribute (link, "href"));

      offprint_springer_add_link (self, "references", url, "application/x-research-info-systems");
    }
}
