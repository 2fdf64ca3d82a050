/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keywords as the page shows them: a list, links in a line, or a line with semicolons.
 */

#include "config.h"

#include "body.h"

#include <string.h>

#include "found.h"
#include "prune.h"
#include "sections.h"

#define MAX_BYTES 3000

/* Each item or link is one word; what has neither is a line of them */
static void
read_range (JsonObject             *record,
            const OffprintTreeNode *first,
            const OffprintTreeNode *end)
{
  static const char *const elements[] = { "li", "a", "dd", "span" };
  g_autoptr (OffprintTree) tree = offprint_prune (first, end, OFFPRINT_PRUNE_DEFAULT);
  const OffprintTreeNode *root = offprint_tree_get_root (tree);
  g_autofree char *line = NULL;
  const char *words = NULL;

  if (offprint_section_measure (root, MAX_BYTES) > MAX_BYTES)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      const OffprintTreeNode *node = NULL;
      guint n = 0;

      while ((node = offprint_tree_node_find (root, node, elements[i], NULL, NULL)) != NULL)
        {
          g_autofree char *text = offprint_tree_node_dup_text (node);

          if (offprint_section_of_heading (node) != OFFPRINT_SECTION_NONE)
            continue;
          offprint_found_keywords (record, text);
          n++;
        }
      if (n >= 2)
        return;
    }
  line = offprint_tree_node_dup_text (root);
  words = strchr (line, ':');
  offprint_found_keywords (record, words != NULL ? words + 1 : line);
}

/**
 * offprint_body_read_keywords:
 * @self: what was found in the page
 * @record: the record
 *
 * Reads the keywords that a page shows.
 */
void
offprint_body_read_keywords (OffprintBody *self,
                             JsonObject   *record)
{
  for (guint i = 0; i < self->headings->len; i++)
    {
      const OffprintTreeNode *heading = self->headings->pdata[i];
      const OffprintTreeNode *end = NULL;
      const OffprintTreeNode *first = NULL;

      if (offprint_section_of_heading (heading) != OFFPRINT_SECTION_KEYWORDS || offprint_section_is_aside (heading))
        continue;
      first = offprint_section_get_content (heading, &end);
      /* behind a word in bold in a line stands the line’s rest, not the next paragraph */
      if (first != NULL && !offprint_section_is_heading (heading) && end == NULL)
        end = first->next;
      if (first != NULL)
        read_range (record, first, end);
      return;
    }
  if (self->keywords->len > 0)
    {
      const OffprintTreeNode *node = self->keywords->pdata[0];

      read_range (record, node->first_child, NULL);
    }
}
