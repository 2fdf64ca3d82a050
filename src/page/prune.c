/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Between the words of an abstract or a list of works cited stand buttons, menus, labels
 * for screen readers and links to six search engines. They are left out before the text
 * is read, so that no layer has to know them.
 */

#include "config.h"

#include "prune.h"

#include <string.h>

#include "merge.h"

#define MAX_LABEL_BYTES 48

/* Folded: letters and digits in small */
static const char *const labels[] = {
  "googlescholar", "scholar", "crossref", "crossreffulltext", "pubmed", "pmc", "pubmedcentral", "pmcfreearticle", "cas", "ads",
  "adsabs", "webofscience", "scopus", "medline", "isi", "fulltext", "freefulltext", "article", "viewarticle", "view", "viewpdf",
  "pdf", "pdfhtml", "abstract", "viewabstract", "openurl", "opensinanewtab", "search", "searchinglescholar", "searchgooglescholar",
  "findinlibrary", "getit", "getitfree", "gotooriginalsource", "viewinarticle", "viewinscopus", "viewrecordinscopus",
  "viewrecordinscopusgooglescholar", "download", "downloadpdf", "chemport", "book", "chapter", "doi", "link", "fulltextfinder",
  "textpdf", "mathscinet", "zbmath", "zentralblattmath", "worldcat", "export", "citation", "crossrefmedline", "greenversion",
  "crossrefgooglescholar", "links", "readmore", "showmore", "more", "showless", "casarticle", "proquest", "ovid", "refdoi", NULL
};

static const char *const skipped[] = {
  "script", "style", "noscript", "template", "button", "svg", "nav", "form", "iframe", "object", "select", "input", "textarea", "video", NULL
};

static const char *const hidden_classes[] = {
  "sr-only", "visually-hidden", "visuallyhidden", "u-visually-hidden", "screen-reader-text", "screenreader-only", "hidden", "u-hide",
  "is-hidden", "d-none", "hide", "accessibility-hidden", "MathJax_Preview", "MJX_Assistive_MathML", "google-scholar-ref-link"
};

/**
 * offprint_prune_is_hidden:
 * @node: an element
 *
 * Returns: whether it is code, a control, or not shown
 */
gboolean
offprint_prune_is_hidden (const OffprintTreeNode *node)
{
  const char *style = NULL;

  if (node->name == NULL)
    return FALSE;
  if (g_strv_contains (skipped, node->name))
    return TRUE;
  if (node->n_attributes == 0)
    return FALSE;
  if (offprint_tree_node_get_attribute (node, "hidden") != NULL)
    return TRUE;
  style = offprint_tree_node_get_attribute (node, "style");
  if (style != NULL && g_regex_match_simple ("display\\s*:\\s*none", style, G_REGEX_CASELESS, 0))
    return TRUE;
  if (offprint_tree_node_get_attribute (node, "class") == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (hidden_classes); i++)
    if (offprint_tree_node_has_class (node, hidden_classes[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_label (const OffprintTreeNode *node)
{
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (!offprint_tree_node_is (node, "a"))
    return FALSE;
  text = offprint_tree_node_dup_text (node);
  if (strlen (text) > MAX_LABEL_BYTES)
    return FALSE;
  folded = offprint_fold (text);
  return *folded == '\0' ? *text == '\0' : g_strv_contains (labels, folded);
}

static gboolean
is_unwanted (const OffprintTreeNode *node,
             OffprintPruneFlags      flags)
{
  return node->name != NULL && (offprint_prune_is_hidden (node) || ((flags & OFFPRINT_PRUNE_LABELS) && is_label (node)));
}

static void
copy_node (OffprintTree           *tree,
           const OffprintTreeNode *top,
           OffprintPruneFlags      flags)
{
  const OffprintTreeNode *node = top;

  while (node != NULL)
    {
      OffprintTreeNode *copy = NULL;

      if (node->text != NULL)
        offprint_tree_add_text (tree, node->text, strlen (node->text));
      else if (!is_unwanted (node, flags))
        copy = offprint_tree_open (tree, node->name, strlen (node->name));
      for (guint i = 0; copy != NULL && i < node->n_attributes; i++)
        offprint_tree_add_attribute (tree, copy, node->attributes[i].name, strlen (node->attributes[i].name), node->attributes[i].value);
      if (copy != NULL && node->first_child != NULL)
        {
          node = node->first_child;
          continue;
        }
      if (copy != NULL)
        offprint_tree_close (tree);
      while (node != top && node->next == NULL)
        {
          node = node->parent;
          offprint_tree_close (tree);
        }
      node = node != top ? node->next : NULL;
    }
}

/**
 * offprint_prune:
 * @first: (nullable): the first of what is to be read
 * @end: (nullable): the sibling before which to stop
 * @flags: what else to leave out
 *
 * Copies elements without controls, code and what is hidden.
 *
 * Returns: (transfer full): a tree of the copies
 */
OffprintTree *
offprint_prune (const OffprintTreeNode *first,
                const OffprintTreeNode *end,
                OffprintPruneFlags      flags)
{
  OffprintTree *tree = offprint_tree_new ();

  for (const OffprintTreeNode *node = first; node != NULL && node != end; node = node->next)
    copy_node (tree, node, flags);
  return tree;
}

/**
 * offprint_prune_read:
 * @node: an element
 * @flags: what else to leave out
 *
 * Returns: (transfer full): its text without controls, code and what is hidden
 */
OffprintRichText *
offprint_prune_read (const OffprintTreeNode *node,
                     OffprintPruneFlags      flags)
{
  g_autoptr (OffprintTree) tree = offprint_prune (node, node->next, flags);

  return offprint_tree_node_dup_rich_text (offprint_tree_get_root (tree));
}
