/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Abstracts in all the languages that a page has, and summaries of other kinds, each
 * named for what it is.
 */

#include "config.h"

#include "springer-private.h"

#include <string.h>

#include "read.h"
#include "record.h"
#include "spellings.h"
#include "write.h"

#define MAX_ABSTRACTS 20

static const OffprintTreeNode *
find_section (const OffprintTreeNode *node)
{
  while (node != NULL && !offprint_tree_node_is (node, "section"))
    node = node->parent;

  return node;
}

static const char *
kind_of_abstract (const char *title)
{
  g_autofree char *folded = title != NULL ? g_utf8_casefold (title, -1) : NULL;

  if (folded == NULL)
    return NULL;
  if (strstr (folded, "plain language") != NULL || strstr (folded, "lay summary") != NULL)
    return "plain-language-summary";
  if (strstr (folded, "graphic") != NULL)
    return "graphical";
  if (strstr (folded, "highlights") != NULL || strstr (folded, "key points") != NULL)
    return "highlights";

  return NULL;
}

/* A heading of keywords, and their list */
static gboolean
is_keywords (const OffprintTreeNode *node)
{
  const OffprintTreeNode *next = node->next;

  if (offprint_tree_node_has_class (node, "c-article-subject-list"))
    return TRUE;
  while (next != NULL && next->name == NULL)
    next = next->next;

  return node->name[0] == 'h' && g_ascii_isdigit (node->name[1]) && next != NULL && offprint_tree_node_has_class (next, "c-article-subject-list");
}

/* From 2019 to 2023 the keywords stood in the abstract. Blocks are read one by one then */
static OffprintRichText *
dup_abstract (const OffprintTreeNode *content)
{
  g_autoptr (GString) stored = NULL;

  if (offprint_springer_by_class (content, "c-article-subject-list") == NULL)
    return offprint_springer_dup_rich (content);
  stored = g_string_new (NULL);
  for (const OffprintTreeNode *node = content->first_child; node != NULL; node = node->next)
    {
      g_autoptr (OffprintRichText) block = node->name == NULL || !is_keywords (node) ? offprint_springer_dup_rich (node) : NULL;
      g_autofree char *text = block != NULL ? offprint_rich_text_to_stored (block) : NULL;

      if (text != NULL)
        g_string_append (stored, text);
    }
  return offprint_rich_text_new_from_stored (stored->str, stored->len, NULL);
}

/**
 * offprint_springer_read_abstracts:
 * @self: a page
 *
 * Reads the abstracts in all their languages, and what a book’s page says about the book.
 */
void
offprint_springer_read_abstracts (OffprintSpringer *self)
{
  const OffprintTreeNode *about = offprint_springer_id (self, "about-this-book");

  for (guint i = 0; i < self->abstracts->len && i < MAX_ABSTRACTS; i++)
    {
      const OffprintTreeNode *content = g_ptr_array_index (self->abstracts, i);
      const OffprintTreeNode *section = find_section (content);
      g_autoptr (OffprintRichText) text = dup_abstract (content);
      const char *title = section != NULL ? offprint_tree_node_get_attribute (section, "data-title") : NULL;
      const char *lang = section != NULL ? offprint_tree_node_get_attribute (section, "lang") : NULL;
      g_autofree char *language = lang != NULL ? offprint_spell_language (lang) : NULL;

      offprint_record_add_abstract (self->record, language, kind_of_abstract (title), text);
    }
  for (about = about != NULL ? about->next : NULL; about != NULL && self->abstracts->len == 0; about = about->next)
    if (about->name != NULL && offprint_tree_node_has_class (about, "c-book-section"))
      {
        g_autoptr (OffprintRichText) text = offprint_springer_dup_rich (about);

        offprint_record_add_abstract (self->record, NULL, NULL, text);
        return;
      }
}
