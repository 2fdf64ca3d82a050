/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No two publishers build a page alike, but they name its parts alike: in headings that
 * readers read, and in ids and classes that their own scripts look for.
 */

#include "config.h"

#include "sections.h"

#include <string.h>

#include "merge.h"
#include "prune.h"

#define MAX_HEADING_BYTES 80
#define MAX_LEVELS_UP     3
/* Elements without any text: no page has so many, but one that was made to hurt */
#define MAX_NODES       20000
#define MAX_BEFORE_TEXT 100

/* What is hidden until a script runs may be the whole page */
#define MAX_HIDDEN_BYTES 4000

/* Headings, folded: letters and digits in small */
static const struct
{
  const char *word;
  OffprintSectionKind kind;
} headings[] = {
  { "abstract", OFFPRINT_SECTION_ABSTRACT },
  { "summary", OFFPRINT_SECTION_ABSTRACT },
  { "abstrakt", OFFPRINT_SECTION_ABSTRACT },
  { "zusammenfassung", OFFPRINT_SECTION_ABSTRACT },
  { "kurzfassung", OFFPRINT_SECTION_ABSTRACT },
  { "résumé", OFFPRINT_SECTION_ABSTRACT },
  { "resumen", OFFPRINT_SECTION_ABSTRACT },
  { "resumo", OFFPRINT_SECTION_ABSTRACT },
  { "riassunto", OFFPRINT_SECTION_ABSTRACT },
  { "sommario", OFFPRINT_SECTION_ABSTRACT },
  { "samenvatting", OFFPRINT_SECTION_ABSTRACT },
  { "sammanfattning", OFFPRINT_SECTION_ABSTRACT },
  { "sammendrag", OFFPRINT_SECTION_ABSTRACT },
  { "streszczenie", OFFPRINT_SECTION_ABSTRACT },
  { "özet", OFFPRINT_SECTION_ABSTRACT },
  { "аннотация", OFFPRINT_SECTION_ABSTRACT },
  { "резюме", OFFPRINT_SECTION_ABSTRACT },
  { "анотація", OFFPRINT_SECTION_ABSTRACT },
  { "摘要", OFFPRINT_SECTION_ABSTRACT },
  { "要旨", OFFPRINT_SECTION_ABSTRACT },
  { "抄録", OFFPRINT_SECTION_ABSTRACT },
  { "초록", OFFPRINT_SECTION_ABSTRACT },
  { "abstractinenglish", OFFPRINT_SECTION_ABSTRACT },
  { "articleabstract", OFFPRINT_SECTION_ABSTRACT },
  { "englishabstract", OFFPRINT_SECTION_ABSTRACT },
  { "keywords", OFFPRINT_SECTION_KEYWORDS },
  { "keyword", OFFPRINT_SECTION_KEYWORDS },
  { "indexterms", OFFPRINT_SECTION_KEYWORDS },
  { "authorkeywords", OFFPRINT_SECTION_KEYWORDS },
  { "schlüsselwörter", OFFPRINT_SECTION_KEYWORDS },
  { "schlagwörter", OFFPRINT_SECTION_KEYWORDS },
  { "motsclés", OFFPRINT_SECTION_KEYWORDS },
  { "palabrasclave", OFFPRINT_SECTION_KEYWORDS },
  { "palavraschave", OFFPRINT_SECTION_KEYWORDS },
  { "parolechiave", OFFPRINT_SECTION_KEYWORDS },
  { "ключевыеслова", OFFPRINT_SECTION_KEYWORDS },
  { "关键词", OFFPRINT_SECTION_KEYWORDS },
  { "references", OFFPRINT_SECTION_REFERENCES },
  { "reference", OFFPRINT_SECTION_REFERENCES },
  { "referencesandnotes", OFFPRINT_SECTION_REFERENCES },
  { "notesandreferences", OFFPRINT_SECTION_REFERENCES },
  { "referencelist", OFFPRINT_SECTION_REFERENCES },
  { "bibliography", OFFPRINT_SECTION_REFERENCES },
  { "workscited", OFFPRINT_SECTION_REFERENCES },
  { "literaturecited", OFFPRINT_SECTION_REFERENCES },
  { "citedliterature", OFFPRINT_SECTION_REFERENCES },
  { "literature", OFFPRINT_SECTION_REFERENCES },
  { "literatur", OFFPRINT_SECTION_REFERENCES },
  { "literaturverzeichnis", OFFPRINT_SECTION_REFERENCES },
  { "références", OFFPRINT_SECTION_REFERENCES },
  { "bibliographie", OFFPRINT_SECTION_REFERENCES },
  { "referencias", OFFPRINT_SECTION_REFERENCES },
  { "bibliografía", OFFPRINT_SECTION_REFERENCES },
  { "referências", OFFPRINT_SECTION_REFERENCES },
  { "bibliografia", OFFPRINT_SECTION_REFERENCES },
  { "riferimenti", OFFPRINT_SECTION_REFERENCES },
  { "литература", OFFPRINT_SECTION_REFERENCES },
  { "списоклитературы", OFFPRINT_SECTION_REFERENCES },
  { "参考文献", OFFPRINT_SECTION_REFERENCES },
  { "notes", OFFPRINT_SECTION_NOTES },
  { "footnotes", OFFPRINT_SECTION_NOTES },
  { "endnotes", OFFPRINT_SECTION_NOTES },
  { "anmerkungen", OFFPRINT_SECTION_NOTES },
  { "fußnoten", OFFPRINT_SECTION_NOTES },
  { "notas", OFFPRINT_SECTION_NOTES },
  { "note", OFFPRINT_SECTION_NOTES },
};

/* A word of an id or class: the part that names the section, and what may stand around
 * it without making it something else */
static const struct
{
  const char *stem;
  OffprintSectionKind kind;
} stems[] = {
  { "abstract", OFFPRINT_SECTION_ABSTRACT },
  { "keyword", OFFPRINT_SECTION_KEYWORDS },
  { "kwd", OFFPRINT_SECTION_KEYWORDS },
  { "reference", OFFPRINT_SECTION_REFERENCES },
  { "reflist", OFFPRINT_SECTION_REFERENCES },
  { "bibliography", OFFPRINT_SECTION_REFERENCES },
  { "biblist", OFFPRINT_SECTION_REFERENCES },
  { "citationlist", OFFPRINT_SECTION_REFERENCES },
  { "footnote", OFFPRINT_SECTION_NOTES },
  { "endnote", OFFPRINT_SECTION_NOTES },
};

static const char *const around[] = {
  "article", "content", "contents", "section", "sections", "text", "body", "full", "infull", "hlfld", "nlm", "enc", "eng", "item",
  "group", "container", "block", "main", "wrapper", "s", "paragraph", "p", "list", "html", "ltx", "jats", "c", "sec", "area", "box",
  "description", "1", "art", "abs", "the", "in", "inner", "cited", "core", "panel", "b", "book", "chapter", "page", "detail", "details",
  "data", "div", "field", "view", "o", "l", "u", "for", "en", "fr", "de", "es", "pt", "author", "primary",
  "journal", "ds", "simple", "wd", "jnl", "publication", "metadata", "record", "value", "entry", "heading2", "fulltext", "front", NULL
};

static gboolean
is_around (const char *text,
           gsize       length)
{
  g_autofree char *part = g_strndup (text, length);
  g_auto (GStrv) words = g_strsplit_set (part, "-_:.", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !g_strv_contains (around, words[i]))
      return FALSE;
  return TRUE;
}

static OffprintSectionKind
kind_of_word (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (stems); i++)
    {
      const char *stem = strstr (word, stems[i].stem);

      if (stem != NULL && is_around (word, (gsize) (stem - word)) && is_around (stem + strlen (stems[i].stem), strlen (stem + strlen (stems[i].stem))))
        return stems[i].kind;
    }
  if (g_str_equal (word, "ref-list") || g_str_equal (word, "ref_list"))
    return OFFPRINT_SECTION_REFERENCES;
  if (g_str_equal (word, "fn-group"))
    return OFFPRINT_SECTION_NOTES;
  if (g_str_equal (word, "abstr") || g_str_equal (word, "abs1") || g_str_equal (word, "enc-abstract"))
    return OFFPRINT_SECTION_ABSTRACT;
  return OFFPRINT_SECTION_NONE;
}

/* Words that make something else of it: a graphical abstract, a summary for laymen */
static gboolean
is_other (const char *words)
{
  static const char *const others[] = { "graphical", "highlights", "visual", "video", "teaser", "toc", "lay-", "plain-language", "key-points", "tab-", "button" };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (strstr (words, others[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* A glance, for nearly every element has a class and hardly any is a section */
static gboolean
may_name_section (const char *value)
{
  for (const char *p = value; *p != '\0'; p++)
    switch (*p)
      {
      case 'a':
      case 'A':
        if (g_ascii_strncasecmp (p, "abs", 3) == 0)
          return TRUE;
        break;
      case 'r':
      case 'R':
        if (g_ascii_strncasecmp (p, "ref", 3) == 0)
          return TRUE;
        break;
      case 'b':
      case 'B':
        if (g_ascii_strncasecmp (p, "bib", 3) == 0)
          return TRUE;
        break;
      case 'k':
      case 'K':
        if (g_ascii_strncasecmp (p, "key", 3) == 0 || g_ascii_strncasecmp (p, "kwd", 3) == 0)
          return TRUE;
        break;
      case 'n':
      case 'N':
        if (g_ascii_strncasecmp (p, "note", 4) == 0)
          return TRUE;
        break;
      case 'f':
        if (strncmp (p, "fn-", 3) == 0)
          return TRUE;
        break;
      case 'c':
      case 'C':
        if (g_ascii_strncasecmp (p, "citationlist", 12) == 0)
          return TRUE;
        break;
      }
  return FALSE;
}

static OffprintSectionKind
kind_of_words (const char *value)
{
  g_autofree char *lower = NULL;
  g_auto (GStrv) words = NULL;

  if (value == NULL || !may_name_section (value) || strlen (value) > 400)
    return OFFPRINT_SECTION_NONE;
  lower = g_ascii_strdown (value, -1);
  if (is_other (lower))
    return OFFPRINT_SECTION_NONE;
  words = g_strsplit_set (lower, " \t\r\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (kind_of_word (words[i]) != OFFPRINT_SECTION_NONE)
      return kind_of_word (words[i]);
  return OFFPRINT_SECTION_NONE;
}

/**
 * offprint_section_is_other:
 * @node: an element
 *
 * Returns: whether it, or one of those close around it, is called a graphical abstract,
 *   highlights or the like
 */
gboolean
offprint_section_is_other (const OffprintTreeNode *node)
{
  for (guint i = 0; i < MAX_LEVELS_UP && node != NULL; i++, node = node->parent)
    {
      const char *class = node->name != NULL ? offprint_tree_node_get_attribute (node, "class") : NULL;
      g_autofree char *lower = class != NULL ? g_ascii_strdown (class, -1) : NULL;

      if (lower != NULL && is_other (lower))
        return TRUE;
    }
  return FALSE;
}

/**
 * offprint_section_of_element:
 * @node: a node
 *
 * Returns: which section an element is by its id and classes
 */
OffprintSectionKind
offprint_section_of_element (const OffprintTreeNode *node)
{
  static const char *const holders[] = { "div", "section", "article", "p", "ol", "ul", "dl", "dd", "blockquote", "td", "main", "span", "aside", "footer", NULL };
  OffprintSectionKind kind = OFFPRINT_SECTION_NONE;
  const char *role = NULL;

  if (node->name == NULL || node->n_attributes == 0 || !g_strv_contains (holders, node->name))
    return OFFPRINT_SECTION_NONE;
  role = offprint_tree_node_get_attribute (node, "role");
  if (g_strcmp0 (role, "doc-abstract") == 0)
    return OFFPRINT_SECTION_ABSTRACT;
  if (g_strcmp0 (role, "doc-bibliography") == 0)
    return OFFPRINT_SECTION_REFERENCES;
  if (g_strcmp0 (role, "doc-endnotes") == 0)
    return OFFPRINT_SECTION_NOTES;
  kind = kind_of_words (offprint_tree_node_get_attribute (node, "class"));
  return kind != OFFPRINT_SECTION_NONE ? kind : kind_of_words (offprint_tree_node_get_attribute (node, "id"));
}

/**
 * offprint_section_is_heading:
 * @node: a node
 *
 * Returns: whether it is an element `h1` to `h6`
 */
gboolean
offprint_section_is_heading (const OffprintTreeNode *node)
{
  return node->name != NULL && node->name[0] == 'h' && node->name[1] >= '1' && node->name[1] <= '6' && node->name[2] == '\0';
}

/* Old pages make headings of bold type, lists of facts of terms */
static gboolean
may_be_heading (const OffprintTreeNode *node)
{
  static const char *const names[] = { "b", "strong", "dt", "th", "div", "p", "label", "legend", "summary", "span", NULL };

  if (node->name == NULL || offprint_section_is_heading (node))
    return node->name != NULL;
  if (!g_strv_contains (names, node->name) || offprint_tree_node_is (node->parent, "li") || offprint_tree_node_is (node->parent, "a"))
    return FALSE;
  return offprint_tree_node_find (node, NULL, "a", "href", NULL) == NULL;
}

/* The bytes of text in an element, as far as it matters */
static gsize
count_bytes (const OffprintTreeNode *top,
             gsize                   max)
{
  gsize n = 0;
  guint n_nodes = 0;

  for (const OffprintTreeNode *node = top; node != NULL && n <= max && n_nodes < MAX_NODES; node = offprint_tree_node_next (node, top), n_nodes++)
    if (node->text != NULL)
      n += strlen (node->text);
  return n;
}

static const OffprintTreeNode *
first_text (const OffprintTreeNode *top)
{
  guint n_nodes = 0;

  for (const OffprintTreeNode *node = top; node != NULL && n_nodes < MAX_BEFORE_TEXT; node = offprint_tree_node_next (node, top), n_nodes++)
    if (node->text != NULL && node->text[strspn (node->text, " \t\r\n")] != '\0')
      return node;
  return NULL;
}

/* A glance at the first two letters, for most elements are no headings */
static gboolean
may_be_words (const char *text)
{
  const char *start = text + strspn (text, " \t\r\n0123456789.()[]:*");

  if (start[0] == '\0')
    return FALSE;
  if ((guchar) start[0] >= 0x80 || (guchar) start[1] >= 0x80)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    if (headings[i].word[0] == g_ascii_tolower (start[0]) &&
        ((guchar) headings[i].word[1] >= 0x80 || headings[i].word[1] == g_ascii_tolower (start[1])))
      return TRUE;
  return FALSE;
}

/**
 * offprint_section_of_heading:
 * @node: a node
 *
 * Returns: which section it is the heading of
 */
OffprintSectionKind
offprint_section_of_heading (const OffprintTreeNode *node)
{
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;
  const char *word = NULL;
  const OffprintTreeNode *first = NULL;

  if (node->name == NULL || node->first_child == NULL)
    return OFFPRINT_SECTION_NONE;
  first = first_text (node);
  if (first == NULL || !may_be_words (first->text) || !may_be_heading (node) || count_bytes (node, 2 * MAX_HEADING_BYTES) > 2 * MAX_HEADING_BYTES)
    return OFFPRINT_SECTION_NONE;
  text = offprint_tree_node_dup_text (node);
  if (*text == '\0' || strlen (text) > MAX_HEADING_BYTES)
    return OFFPRINT_SECTION_NONE;
  folded = offprint_fold (text);
  word = folded + strspn (folded, "0123456789");
  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    if (g_str_equal (word, headings[i].word))
      return headings[i].kind;
  return OFFPRINT_SECTION_NONE;
}

static const OffprintTreeNode *
next_with_text (const OffprintTreeNode *node)
{
  const OffprintTreeNode *next = node->next;

  while (next != NULL && count_bytes (next, 1) == 0)
    next = next->next;
  return next;
}

static gboolean
ends_section (const OffprintTreeNode *node,
              const OffprintTreeNode *heading)
{
  if (offprint_section_is_heading (node) && offprint_section_is_heading (heading))
    return node->name[1] <= heading->name[1];
  if (offprint_section_is_heading (node))
    return TRUE;
  return node->name != NULL && !offprint_section_is_heading (heading) && strcmp (node->name, heading->name) == 0 &&
         offprint_section_of_heading (node) != OFFPRINT_SECTION_NONE;
}

/**
 * offprint_section_get_content:
 * @heading: a heading
 * @end: (out) (nullable): the sibling before which the section ends
 *
 * Finds what stands under a heading: its next siblings, or those of the element that
 * holds nothing but it.
 *
 * Returns: (transfer none) (nullable): the first sibling
 */
const OffprintTreeNode *
offprint_section_get_content (const OffprintTreeNode  *heading,
                              const OffprintTreeNode **end)
{
  const OffprintTreeNode *node = heading;
  const OffprintTreeNode *first = NULL;

  *end = NULL;
  for (guint i = 0; i < MAX_LEVELS_UP && first == NULL && node != NULL; i++)
    {
      first = next_with_text (node);
      node = node->parent;
    }
  for (const OffprintTreeNode *next = first; next != NULL; next = next->next)
    if (ends_section (next, heading))
      {
        *end = next;
        break;
      }
  return first != *end ? first : NULL;
}

/**
 * offprint_section_measure:
 * @node: an element
 * @max: when to stop counting
 *
 * Returns: how many bytes of text it has; somewhat over @max if there are more
 */
gsize
offprint_section_measure (const OffprintTreeNode *node,
                          gsize                   max)
{
  return count_bytes (node, max);
}

/* A whole page may stand in a form, but not in what is called one of these */
static gboolean
is_aside_class (const char *class)
{
  static const char *const starts[] = { "recommend", "related-", "related_", "citedby", "cited-by", "breadcrumb", "menu-", "navigation" };
  static const char *const whole[] = { "related", "menu", "toc", "nav", "sidebar-menu", NULL };
  g_autofree char *lower = NULL;
  g_auto (GStrv) words = NULL;

  if (strlen (class) > 400)
    return FALSE;
  lower = g_ascii_strdown (class, -1);
  words = g_strsplit_set (lower, " \t\r\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_strv_contains (whole, words[i]))
        return TRUE;
      for (gsize j = 0; j < G_N_ELEMENTS (starts); j++)
        if (g_str_has_prefix (words[i], starts[j]))
          return TRUE;
    }
  return FALSE;
}

/**
 * offprint_section_is_aside:
 * @node: an element
 *
 * Returns: whether it is, or stands in, what belongs to the site and not to the work
 */
gboolean
offprint_section_is_aside (const OffprintTreeNode *node)
{
  static const char *const names[] = { "nav", "head", "script", "noscript", "template", NULL };

  for (; node != NULL; node = node->parent)
    {
      const char *class = node->name != NULL ? offprint_tree_node_get_attribute (node, "class") : NULL;

      if (node->name != NULL && g_strv_contains (names, node->name))
        return TRUE;
      if (node->name != NULL && offprint_prune_is_hidden (node) && count_bytes (node, MAX_HIDDEN_BYTES) < MAX_HIDDEN_BYTES)
        return TRUE;
      if (class != NULL && is_aside_class (class))
        return TRUE;
    }
  return FALSE;
}
