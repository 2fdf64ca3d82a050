/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tree of JATS or HTML to rich text. What an element means stands in the table of
 * elements; here is how meanings nest.
 */

#include "config.h"

#include "read.h"

#include "collector.h"
#include "elements.h"
#include "href.h"
#include "mathml.h"
#include "markup.h"
#include "text-private.h"

#include <string.h>

typedef struct
{
  OffprintCollector *collector;
  gboolean is_inline;

  /* What holds at the node where the walk is; one entry for each open element */
  struct
  {
    OffprintRunFlags flags;
    char *href;
  } states[OFFPRINT_TREE_MAX_DEPTH + 2];
  guint n_states;

  /* In how many cells of tables the walk is: a row stays one line */
  guint n_cells;
} Reader;

/* Registries put the section's own name on top of it; on the page it has one already */
static gboolean
is_abstract_title (const OffprintTreeNode *node)
{
  static const char *const words[] = {
    "abstract", "summary", "abstrakt", "auszug", "kurzfassung", "zusammenfassung", "résumé", "resumen", "resumo",
    "sumário", "riassunto", "sommario", "samenvatting", "sammanfattning", "sammendrag", "resumé", "tiivistelmä",
    "streszczenie", "souhrn", "abstrak", "özet", "öz", "аннотация", "резюме", "реферат", "анотація", "摘要", "要旨",
    "要約", "抄録", "초록", "요약"
  };
  g_autofree char *text = offprint_tree_node_dup_text (node);
  g_autofree char *folded = NULL;
  gsize length = strlen (text);

  while (length > 0 && strchr (".:", text[length - 1]) != NULL)
    text[--length] = '\0';
  folded = g_utf8_strdown (text, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strcmp (folded, words[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_ordered (const OffprintTreeNode *node)
{
  const char *type = offprint_tree_node_get_attribute (node, "list-type");

  if (strcmp (node->name, "ol") == 0)
    return TRUE;
  return type != NULL && (strcmp (type, "order") == 0 || strcmp (type, "ordered") == 0 ||
                          g_str_has_prefix (type, "alpha") || g_str_has_prefix (type, "roman"));
}

/* `<span>` says what it is in its class or style: CSL-JSON's two, and JATS's styled-content */
static OffprintRunFlags
get_span_flags (const OffprintTreeNode *node)
{
  const char *style = offprint_tree_node_get_attribute (node, "style");
  const char *type = offprint_tree_node_get_attribute (node, "style-type");
  OffprintRunFlags flags = OFFPRINT_RUN_PLAIN;

  if (offprint_tree_node_has_class (node, "nocase"))
    flags |= OFFPRINT_RUN_NO_CASE;
  style = style != NULL ? style : type;
  if (style == NULL)
    return flags;
  if (strstr (style, "small-caps") != NULL || strstr (style, "smallcaps") != NULL)
    flags |= OFFPRINT_RUN_SMALL_CAPS;
  if (strstr (style, "italic") != NULL)
    flags |= OFFPRINT_RUN_ITALIC;
  if (strstr (style, "bold") != NULL)
    flags |= OFFPRINT_RUN_BOLD;

  return flags;
}

static char *
dup_href (const OffprintTreeNode *node)
{
  const char *address = offprint_tree_node_get_attribute (node, "href");
  g_autofree char *text = NULL;
  g_autofree char *mail = NULL;

  if (address != NULL)
    return offprint_href_clean (address);
  if (strcmp (node->name, "uri") != 0 && strcmp (node->name, "email") != 0)
    return NULL;
  text = offprint_tree_node_dup_text (node);
  if (strcmp (node->name, "uri") == 0)
    return offprint_href_clean (text);
  mail = g_strconcat ("mailto:", text, NULL);

  return offprint_href_clean (mail);
}

static void
push (Reader           *self,
      OffprintRunFlags  flags,
      char             *href)
{
  const char *outer = self->states[self->n_states - 1].href;

  self->states[self->n_states].flags = self->states[self->n_states - 1].flags | flags;
  self->states[self->n_states].href = href != NULL ? href : g_strdup (outer);
  self->n_states++;
}

static void
block_break (Reader *self)
{
  if (self->is_inline || self->n_cells > 0)
    offprint_collector_space (self->collector);
  else
    offprint_collector_break (self->collector);
}

/* A paragraph of one thing at the top, as where a title was made of bold type */
static gboolean
is_first_line (Reader                 *self,
               const OffprintTreeNode *node)
{
  return !self->is_inline && !offprint_collector_has_text (self->collector) && offprint_tree_node_is (node, "p") &&
         node->first_child != NULL && node->first_child->next == NULL && node->next != NULL;
}

static gboolean
has_sibling (const OffprintTreeNode *node,
             const char             *name)
{
  for (const OffprintTreeNode *other = node->parent->first_child; other != NULL; other = other->next)
    {
      if (offprint_tree_node_is (other, name))
        return TRUE;
    }
  return FALSE;
}

static void
read_formula (Reader                 *self,
              const OffprintTreeNode *node,
              OffprintRole            role)
{
  OffprintRunFlags flags = self->states[self->n_states - 1].flags;
  const char *href = self->states[self->n_states - 1].href;
  g_autofree char *tex = NULL;

  if (role != OFFPRINT_ROLE_TEX)
    {
      offprint_mathml_collect (node, self->collector, flags, href);
      return;
    }
  if (node->parent != NULL && has_sibling (node, "math"))
    return;
  tex = offprint_tree_node_dup_text (node);
  offprint_tex_collect (tex, self->collector, flags, href);
}

/* What a page left for MathJax to set: TeX between \( and \), or dollars */
static gboolean
is_tex (const OffprintTreeNode *node)
{
  return offprint_tree_node_has_class (node, "mathjax-tex");
}

/* Says whether to go into the element; if so, a state was pushed for it */
static gboolean
enter (Reader                 *self,
       const OffprintTreeNode *node)
{
  const OffprintElement *element = offprint_element_find (node->name);
  OffprintRunFlags flags = element != NULL ? element->flags : OFFPRINT_RUN_PLAIN;
  char *href = NULL;

  switch (element != NULL ? element->role : OFFPRINT_ROLE_UNKNOWN)
    {
    case OFFPRINT_ROLE_UNKNOWN:
    case OFFPRINT_ROLE_THROUGH:
      break;
    case OFFPRINT_ROLE_BLOCK:
      if (is_first_line (self, node) && is_abstract_title (node))
        return FALSE;
      block_break (self);
      break;
    case OFFPRINT_ROLE_HEADING:
      if (!self->is_inline && !offprint_collector_has_text (self->collector) && is_abstract_title (node))
        return FALSE;
      if (self->is_inline)
        offprint_collector_space (self->collector);
      else
        offprint_collector_heading (self->collector);
      break;
    case OFFPRINT_ROLE_LIST:
      if (!self->is_inline)
        offprint_collector_open_list (self->collector, is_ordered (node));
      break;
    case OFFPRINT_ROLE_ITEM:
      if (self->is_inline)
        offprint_collector_space (self->collector);
      else
        offprint_collector_item (self->collector);
      break;
    case OFFPRINT_ROLE_LABEL:
      if (offprint_tree_node_is (node->parent, "list-item"))
        return FALSE;
      break;
    case OFFPRINT_ROLE_CELL:
      if (node->parent->first_child != node)
        offprint_collector_text (self->collector, " | ", -1, OFFPRINT_RUN_PLAIN, NULL);
      self->n_cells++;
      break;
    case OFFPRINT_ROLE_BREAK:
      block_break (self);
      return FALSE;
    case OFFPRINT_ROLE_VOID:
    case OFFPRINT_ROLE_HIDDEN:
      return FALSE;
    case OFFPRINT_ROLE_RUN:
      if (is_tex (node))
        {
          read_formula (self, node, OFFPRINT_ROLE_TEX);
          return FALSE;
        }
      flags |= get_span_flags (node);
      break;
    case OFFPRINT_ROLE_LINK:
      href = dup_href (node);
      break;
    case OFFPRINT_ROLE_MATH:
    case OFFPRINT_ROLE_TEX:
    case OFFPRINT_ROLE_MATHML:
      read_formula (self, node, element->role);
      return FALSE;
    }
  push (self, flags, href);

  return TRUE;
}

static void
leave (Reader                 *self,
       const OffprintTreeNode *node)
{
  const OffprintElement *element = offprint_element_find (node->name);

  g_free (self->states[--self->n_states].href);
  if (element == NULL)
    return;
  if (element->role == OFFPRINT_ROLE_CELL)
    self->n_cells--;
  else if (element->role == OFFPRINT_ROLE_LIST && !self->is_inline)
    offprint_collector_close_list (self->collector);
  else if (element->role == OFFPRINT_ROLE_BLOCK || element->role == OFFPRINT_ROLE_HEADING)
    block_break (self);
}

/**
 * offprint_tree_node_dup_rich_text:
 * @self: a node
 *
 * Reads what stands in an element, or a single text.
 *
 * Returns: (transfer full): the text, perhaps empty
 */
OffprintRichText *
offprint_tree_node_dup_rich_text (const OffprintTreeNode *self)
{
  return offprint_tree_node_read (self, FALSE);
}

/**
 * offprint_tree_node_read:
 * @top: a node
 * @is_inline: whether all is to stand in one block
 *
 * Reads what stands in an element, or a single text.
 *
 * Returns: (transfer full): the text, perhaps empty
 */
OffprintRichText *
offprint_tree_node_read (const OffprintTreeNode *top,
                         gboolean                is_inline)
{
  g_autofree Reader *reader = g_new0 (Reader, 1);
  const OffprintTreeNode *node = top;

  reader->collector = offprint_collector_new ();
  reader->is_inline = is_inline;
  reader->n_states = 1;
  while (node != NULL)
    {
      gboolean is_inside = FALSE;

      if (node->text != NULL)
        offprint_collector_text (reader->collector, node->text, -1, reader->states[reader->n_states - 1].flags,
                                 reader->states[reader->n_states - 1].href);
      else
        is_inside = enter (reader, node);
      if (is_inside && node->first_child != NULL)
        {
          node = node->first_child;
          continue;
        }
      if (is_inside)
        leave (reader, node);
      while (node != top && node->next == NULL)
        {
          node = node->parent;
          leave (reader, node);
        }
      node = node != top ? node->next : NULL;
    }
  return offprint_collector_end (reader->collector);
}

/* The text of a tree that turned out to have no element in it */
static char *
dup_if_plain (const OffprintTreeNode *root)
{
  GString *plain = g_string_new (NULL);

  for (const OffprintTreeNode *node = root->first_child; node != NULL; node = node->next)
    {
      if (node->text == NULL)
        {
          g_string_free (plain, TRUE);
          return NULL;
        }
      g_string_append (plain, node->text);
    }
  return g_string_free (plain, FALSE);
}

/**
 * offprint_rich_text_new_from_markup:
 * @markup: (nullable): JATS or HTML, or text without any mark-up; need not end in a nul
 * @length: bytes in @markup, or -1 if it ends in a nul; what comes after 20 MB is not read
 *
 * Reads an abstract, a note or a reference as registries and pages give it. Prefixes are
 * not needed, entities may be encoded twice, formulas are set in a line, and a title
 * “Abstract” at the top is left out. What has no element at all is read as plain text.
 *
 * Returns: (transfer full): the text, perhaps empty
 */
OffprintRichText *
offprint_rich_text_new_from_markup (const char *markup,
                                    gssize      length)
{
  g_autofree char *clean = offprint_text_clean (markup, length);
  g_autoptr (OffprintTree) tree = offprint_markup_parse (clean, OFFPRINT_MARKUP_FRAGMENT);
  const OffprintTreeNode *root = offprint_tree_get_root (tree);
  g_autofree char *plain = dup_if_plain (root);

  return plain != NULL ? offprint_rich_text_new_from_plain (plain, -1) : offprint_tree_node_read (root, FALSE);
}

/**
 * offprint_rich_text_new_from_inline:
 * @markup: (nullable): a title or a name; need not end in a nul
 * @length: bytes in @markup, or -1 if it ends in a nul; what comes after 20 MB is not read
 *
 * Reads a line with the mark-up of CSL-JSON and of registries' titles. What is no such
 * tag stays text, as in “<La0.7Sr0.3>”.
 *
 * Returns: (transfer full): one paragraph, or nothing
 */
OffprintRichText *
offprint_rich_text_new_from_inline (const char *markup,
                                    gssize      length)
{
  g_autofree char *clean = offprint_text_clean (markup, length);
  g_autoptr (OffprintTree) tree = offprint_markup_parse (clean, OFFPRINT_MARKUP_INLINE);

  return offprint_tree_node_read (offprint_tree_get_root (tree), TRUE);
}
