/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One walk over a page that finds all that its sections are found by, so that each reader
 * looks at a handful of elements and not at ten thousand.
 */

#include "config.h"

#include "body.h"

#include <string.h>

#include "prune.h"
#include "sections.h"

#define MAX_EACH  200
#define MAX_LINKS 5000

static void
add (GPtrArray              *list,
     const OffprintTreeNode *node,
     guint                   max)
{
  if (list->len < max)
    g_ptr_array_add (list, (gpointer) node);
}

static void
note_section (OffprintBody           *self,
              const OffprintTreeNode *node)
{
  switch (offprint_section_of_element (node))
    {
    case OFFPRINT_SECTION_ABSTRACT:
      add (self->abstracts, node, MAX_EACH);
      break;
    case OFFPRINT_SECTION_REFERENCES:
      add (self->lists, node, MAX_EACH);
      break;
    case OFFPRINT_SECTION_KEYWORDS:
      add (self->keywords, node, MAX_EACH);
      break;
    case OFFPRINT_SECTION_NOTES:
    case OFFPRINT_SECTION_NONE:
      break;
    }
}

static void
note_element (OffprintBody           *self,
              const OffprintTreeNode *node)
{
  if (offprint_tree_node_is (node, "a"))
    add (self->links, node, MAX_LINKS);
  if (offprint_tree_node_is (node, "h1") || offprint_tree_node_is (node, "h2"))
    add (self->titles, node, MAX_EACH);
  note_section (self, node);
  if (offprint_section_of_heading (node) != OFFPRINT_SECTION_NONE)
    add (self->headings, node, MAX_EACH);
}

/* Where the works cited begin: DOIs behind it are theirs */
static void
find_references (OffprintBody *self)
{
  const OffprintTreeNode *heading = NULL;

  for (guint i = 0; i < self->headings->len && heading == NULL; i++)
    if (offprint_section_of_heading (self->headings->pdata[i]) == OFFPRINT_SECTION_REFERENCES &&
        offprint_section_is_heading (self->headings->pdata[i]))
      heading = self->headings->pdata[i];
  self->references = heading != NULL ? heading : self->lists->len > 0 ? self->lists->pdata[0]
                                                                      : NULL;
}

/**
 * offprint_body_index:
 * @self: what is to be filled
 * @page: a page, which must live longer
 *
 * Walks over a page. Navigation, forms, code and what is not shown are left out.
 */
void
offprint_body_index (OffprintBody *self,
                     OffprintPage *page)
{
  const OffprintTreeNode *root = offprint_page_get_root (page);
  const OffprintTreeNode *body = offprint_tree_node_find (root, NULL, "body", NULL, NULL);
  const OffprintTreeNode *top = body != NULL ? body : root;
  const OffprintTreeNode *node = top;

  self->page = page;
  self->abstracts = g_ptr_array_new ();
  self->headings = g_ptr_array_new ();
  self->lists = g_ptr_array_new ();
  self->keywords = g_ptr_array_new ();
  self->titles = g_ptr_array_new ();
  self->links = g_ptr_array_new ();
  while (node != NULL)
    {
      if (node->name == NULL)
        {
          node = offprint_tree_node_next (node, top);
          continue;
        }
      if (node != top && (g_str_equal (node->name, "nav") || g_str_equal (node->name, "script") || g_str_equal (node->name, "style") ||
                          g_str_equal (node->name, "noscript") || g_str_equal (node->name, "template") || g_str_equal (node->name, "svg")))
        {
          node = offprint_tree_node_next_outside (node, top);
          continue;
        }
      note_element (self, node);
      node = offprint_tree_node_next (node, top);
    }
  find_references (self);
}

/**
 * offprint_body_clear:
 * @self: what was found
 *
 * Frees the lists.
 */
void
offprint_body_clear (OffprintBody *self)
{
  g_ptr_array_unref (self->abstracts);
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->lists);
  g_ptr_array_unref (self->keywords);
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->links);
}
