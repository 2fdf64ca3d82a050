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
  "crossrefgooglescholar", "links", "readmore", "showmore", "more", "showless", "casarticle", "proquest", "ovid", "refdoi",
  "highresolutionimage", "downloadhighresolutionimage", "downloadmspowerpointslide", "downloadpowerpointslide", "downloadslide", NULL
};

static const char *const skipped[] = {
  "script", "style", "noscript", "template", "button", "svg", "nav", "form", "iframe", "object", "select", "input", "textarea", "video", NULL
};

/* Words of class */
static const char *const hidden_classes[] = {
  "sr-only", "visually-hidden", "visuallyhidden", "u-visually-hidden", "screen-reader-text", "screenreader-only", "hidden", "u-hide",
  "is-hidden", "d-none", "u-display-none", "hide", "accessibility-hidden", "MathJax_Preview", "MJX_Assistive_MathML", "google-scholar-ref-link"
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
  style = style != NULL ? strcasestr (style, "display") : NULL;
  if (style != NULL)
    {
      style += strlen ("display");
      style += strspn (style, " \t:");
      if (g_ascii_strncasecmp (style, "none", 4) == 0)
        return TRUE;
    }
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

typedef struct
{
  OffprintTree *tree;
  OffprintPruneFlags flags;
  char *mark;
  gboolean has_text;
} Copy;

/* “[12]”, “12.” before an entry, or a text that is a number and nothing else */
static gsize
measure_mark (const char *text)
{
  const char *start = text + strspn (text, " \t\r\n[(");
  gsize digits = strspn (start, "0123456789");
  const char *end = start + digits;
  gsize tail = strspn (end, "])");

  tail += end[tail] == '.';
  if (digits == 0 || digits > 4)
    return 0;
  end += tail;
  if (*end != '\0' && (tail == 0 || !g_ascii_isspace (*end)) && end[strspn (end, " \t\r\n")] != '\0')
    return 0;
  return (gsize) (end - text);
}

/* Between links that are left out stand brackets: “[CrossRef] [PubMed]” */
static gsize
measure_brackets (const OffprintTreeNode *node,
                  gsize                   start,
                  OffprintPruneFlags      flags)
{
  gsize length = strlen (node->text);
  const OffprintTreeNode *next = node->next;

  if (!(flags & OFFPRINT_PRUNE_LABELS))
    return length;
  if (next == NULL && node->text[start + strspn (node->text + start, " \t\r\n[]()|;,·")] == '\0')
    return start;
  if (next == NULL || next->name == NULL || !is_label (next))
    return length;
  while (length > start && strchr (" \t\r\n[]()|", node->text[length - 1]) != NULL)
    length--;
  return length;
}

static void
copy_text (Copy                   *self,
           const OffprintTreeNode *node)
{
  gsize start = 0;
  gsize end = 0;

  if ((self->flags & OFFPRINT_PRUNE_MARK) && !self->has_text && node->text[strspn (node->text, " \t\r\n")] != '\0')
    {
      start = measure_mark (node->text);
      self->has_text = TRUE;
      if (start > 0)
        self->mark = g_strndup (node->text, start);
    }
  end = measure_brackets (node, start, self->flags);
  offprint_tree_add_text (self->tree, node->text + start, end - start);
}

static void
copy_node (Copy                   *self,
           const OffprintTreeNode *top)
{
  OffprintTree *tree = self->tree;
  const OffprintTreeNode *node = top;

  while (node != NULL)
    {
      OffprintTreeNode *copy = NULL;

      if (node->text != NULL)
        copy_text (self, node);
      else if (!is_unwanted (node, self->flags))
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
  Copy self = { offprint_tree_new (), flags, NULL, FALSE };

  for (const OffprintTreeNode *node = first; node != NULL && node != end; node = node->next)
    copy_node (&self, node);
  g_free (self.mark);
  return self.tree;
}

/**
 * offprint_prune_entry:
 * @node: an entry of a list of works cited
 * @mark: (out) (transfer full) (nullable): its number, without brackets and full stop
 *
 * Reads an entry without its number and without the links that every entry has.
 *
 * Returns: (transfer full): its text
 */
OffprintRichText *
offprint_prune_entry (const OffprintTreeNode  *node,
                      char                   **mark)
{
  Copy self = { offprint_tree_new (), OFFPRINT_PRUNE_LABELS | OFFPRINT_PRUNE_MARK, NULL, FALSE };
  g_autoptr (OffprintTree) tree = self.tree;

  for (const OffprintTreeNode *child = node->first_child; child != NULL; child = child->next)
    copy_node (&self, child);
  *mark = self.mark;
  if (self.mark != NULL)
    {
      g_strdelimit (self.mark, "[]().", ' ');
      g_strstrip (self.mark);
    }
  return offprint_tree_node_dup_rich_text (offprint_tree_get_root (tree));
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
