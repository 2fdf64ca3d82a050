/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Abstracts, notes and works cited in Springer’s layouts before 2020. Their headings and
 * their links to catalogues stand within the text, where they must be taken off.
 */

#include "config.h"

#include "springer-private.h"

#include <string.h>

#include "read.h"
#include "record.h"
#include "spellings.h"
#include "write.h"

#define MAX_ENTRIES 20000

/* What stands in @whole without @part, which is its beginning or its end */
static OffprintRichText *
dup_without (const OffprintTreeNode *whole,
             const OffprintTreeNode *part,
             gboolean                is_first)
{
  g_autoptr (OffprintRichText) text = offprint_springer_dup_rich (whole);
  g_autoptr (OffprintRichText) rest = offprint_springer_dup_rich (part);
  g_autofree char *stored = text != NULL ? offprint_rich_text_to_stored (text) : NULL;
  g_autofree char *cut = rest != NULL ? offprint_rich_text_to_stored (rest) : NULL;
  g_autofree char *inner = NULL;
  g_autofree char *kept = NULL;
  OffprintRichText *less = NULL;

  if (stored == NULL || cut == NULL)
    return g_steal_pointer (&text);
  if (is_first && g_str_has_prefix (stored, cut))
    kept = g_strdup (stored + strlen (cut));
  inner = !is_first && g_str_has_prefix (cut, "<p>") ? g_strdup (cut + strlen ("<p>")) : NULL;
  if (inner != NULL && g_str_has_suffix (stored, inner))
    {
      g_autofree char *head = g_strchomp (g_strndup (stored, strlen (stored) - strlen (inner)));

      kept = g_strconcat (head, "</p>", NULL);
    }
  less = kept != NULL ? offprint_rich_text_new_from_stored (kept, -1, NULL) : NULL;

  return less != NULL ? less : g_steal_pointer (&text);
}

static void
read_abstracts (OffprintSpringer *self)
{
  const OffprintTreeNode *root = offprint_page_get_root (self->page);
  static const char *const classes[] = { "Abstract", "abstract-content" };

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      const OffprintTreeNode *node = NULL;

      for (guint n = 0; n < 20 && (node = offprint_tree_node_find (root, node, NULL, "class", classes[i])) != NULL; n++)
        {
          g_autoptr (OffprintRichText) text = NULL;
          const char *lang = offprint_tree_node_get_attribute (node, "lang");
          g_autofree char *language = NULL;

          if (lang == NULL)
            lang = offprint_tree_node_get_attribute (node, "xml:lang");
          language = lang != NULL ? offprint_spell_language (lang) : NULL;
          text = dup_without (node, offprint_springer_by_class (node, "Heading"), TRUE);
          offprint_record_add_abstract (self->record, language, NULL, text);
        }
      if (json_object_has_member (self->record, "abstract"))
        return;
    }
}

static char *
dup_number_before (const OffprintTreeNode *content)
{
  const OffprintTreeNode *parent = content->parent;
  static const char *const classes[] = { "CitationNumber", "FootnoteNumber" };
  g_autofree char *text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (classes) && text == NULL; i++)
    text = offprint_springer_dup_text (offprint_springer_by_class (parent, classes[i]));

  return offprint_springer_dup_mark (text);
}

/* Links stand behind the text in a span of their own, which is no part of it as printed */
static void
read_occurrences (OffprintSpringer       *self,
                  const OffprintTreeNode *content,
                  JsonObject             *reference)
{
  const OffprintTreeNode *link = NULL;
  JsonArray *links = NULL;
  g_autofree char *doi = NULL;

  while ((link = offprint_tree_node_find (content, link, "a", "href", NULL)) != NULL)
    {
      const char *href = offprint_tree_node_get_attribute (link, "href");
      g_autofree char *url = offprint_springer_dup_address (self, href);
      g_autofree char *label = offprint_springer_dup_text (link);
      JsonObject *entry = NULL;

      if (url == NULL)
        continue;
      if (doi == NULL && strstr (url, "doi.org/10.") != NULL)
        {
          g_autofree char *plain = g_uri_unescape_string (strstr (url, "doi.org/") + 8, NULL);

          doi = plain != NULL ? offprint_spell_doi (plain) : NULL;
        }
      entry = json_object_new ();
      offprint_record_set_string (entry, "label", label);
      offprint_record_set_string (entry, "url", url);
      if (links == NULL)
        links = json_array_new ();
      json_array_add_object_element (links, entry);
    }
  if (links != NULL)
    json_object_set_array_member (reference, "links", links);
  if (doi != NULL)
    {
      JsonObject *item = json_object_new ();

      json_object_set_string_member (item, "type", "document");
      json_object_set_string_member (item, "DOI", doi);
      json_object_set_object_member (reference, "item", item);
    }
}

static void
read_lists (OffprintSpringer *self,
            const char       *class_name,
            const char       *list)
{
  const OffprintTreeNode *root = offprint_page_get_root (self->page);
  const OffprintTreeNode *content = NULL;

  for (guint n = 0; n < MAX_ENTRIES && (content = offprint_tree_node_find (root, content, NULL, "class", class_name)) != NULL; n++)
    {
      g_autoptr (OffprintRichText) text = dup_without (content, offprint_springer_by_class (content, "Occurrences"), FALSE);
      g_autofree char *mark = dup_number_before (content);
      g_autofree char *stored = NULL;
      const char *id = offprint_tree_node_get_attribute (content->parent, "id");
      JsonObject *entry = NULL;

      if (text == NULL)
        continue;
      stored = offprint_rich_text_to_stored (text);
      entry = json_object_new ();
      offprint_record_set_string (entry, "mark", mark);
      json_object_set_string_member (entry, "text", stored);
      if (g_str_equal (list, "references"))
        read_occurrences (self, content, entry);
      else
        offprint_record_set_string (entry, "anchor", id);
      offprint_record_append (self->record, list, entry);
    }
}

/**
 * offprint_springer_read_old_lists:
 * @self: a page of a layout before 2020
 *
 * Reads abstracts, notes and works cited.
 */
void
offprint_springer_read_old_lists (OffprintSpringer *self)
{
  read_abstracts (self);
  read_lists (self, "CitationContent", "references");
  read_lists (self, "FootnoteContent", "notes");
}
