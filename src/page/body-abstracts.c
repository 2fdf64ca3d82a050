/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The abstract as the page shows it: with its italics, formulas and inner headings, which
 * no meta tag has, and in all its languages.
 */

#include "config.h"

#include "body.h"

#include <string.h>

#include "merge.h"
#include "prune.h"
#include "record.h"
#include "sections.h"
#include "spellings.h"
#include "write.h"

#define MIN_BYTES 60

/* A shorter one must be a sentence */
#define MIN_SENTENCE_BYTES 24

#define MAX_BYTES 16000
#define MAX_COUNT 8

/* They are compared with each other */
#define MAX_CANDIDATES 24

#define MIN_DESCRIBED  80
#define MIN_LEAD_BYTES 400
#define MAX_LEAD_BYTES 5000

static gboolean
is_within (const OffprintTreeNode *node,
           const OffprintTreeNode *outer)
{
  for (node = node->parent; node != NULL; node = node->parent)
    if (node == outer)
      return TRUE;
  return FALSE;
}

/* “View abstract” and “Section link copied!” are short too, but end otherwise */
static gboolean
is_long_enough (const char *plain)
{
  static const char *const stops[] = { ".", "?", "。", "．", "…", "।", "۔" };
  gsize length = strlen (plain);

  if (length >= MIN_BYTES)
    return length <= MAX_BYTES;
  for (gsize i = 0; i < G_N_ELEMENTS (stops) && length >= MIN_SENTENCE_BYTES; i++)
    if (g_str_has_suffix (plain, stops[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_length (const OffprintTreeNode *node)
{
  gsize n = offprint_section_measure (node, MAX_BYTES);

  g_autofree char *text = n >= MIN_SENTENCE_BYTES && n < MIN_BYTES ? offprint_tree_node_dup_text (node) : NULL;

  return text != NULL ? is_long_enough (g_strstrip (text)) : n >= MIN_BYTES && n <= MAX_BYTES;
}

static gboolean
is_paragraph_of_it (const OffprintTreeNode *node)
{
  return offprint_tree_node_is (node, "p") || offprint_tree_node_is (node, "span") || offprint_tree_node_is (node, "li");
}

/* How many of the candidates lie within one, beside each other, and are not its mere parts */
static guint
count_within (GPtrArray              *candidates,
              const OffprintTreeNode *outer)
{
  guint n = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      const OffprintTreeNode *node = candidates->pdata[i];
      gboolean is_direct = is_within (node, outer);

      for (guint j = 0; j < candidates->len && is_direct; j++)
        is_direct = candidates->pdata[j] == outer || !is_within (candidates->pdata[j], outer) || !is_within (node, candidates->pdata[j]);
      n += is_direct && !is_paragraph_of_it (node);
    }
  return n;
}

/* Whether a heading that says “Abstract”, in any language, stands in it */
static gboolean
has_heading (OffprintBody           *self,
             const OffprintTreeNode *node)
{
  for (guint i = 0; i < self->headings->len; i++)
    if (is_within (self->headings->pdata[i], node) && offprint_section_of_heading (self->headings->pdata[i]) == OFFPRINT_SECTION_ABSTRACT)
      return TRUE;
  return FALSE;
}

static gboolean
have_headings (OffprintBody           *self,
               GPtrArray              *candidates,
               const OffprintTreeNode *outer)
{
  for (guint i = 0; i < candidates->len; i++)
    if (is_within (candidates->pdata[i], outer) && has_heading (self, candidates->pdata[i]))
      return TRUE;
  return FALSE;
}

/* Elements within elements are called abstracts: the inner one is it, unless the inner ones
 * are its parts, as background and methods of a structured abstract are */
static gboolean
is_the_abstract (OffprintBody           *self,
                 GPtrArray              *candidates,
                 const OffprintTreeNode *node)
{
  guint n_within = count_within (candidates, node);

  if (n_within >= 2)
    return !have_headings (self, candidates, node);
  if (n_within == 1)
    return FALSE;
  for (guint i = 0; i < candidates->len; i++)
    {
      const OffprintTreeNode *outer = candidates->pdata[i];

      if (is_within (node, outer) && (is_paragraph_of_it (node) || (count_within (candidates, outer) >= 2 && !have_headings (self, candidates, outer))))
        return FALSE;
    }
  return TRUE;
}

static const char *
find_language (const OffprintTreeNode *node)
{
  const char *language = NULL;

  for (; node != NULL && language == NULL && !offprint_tree_node_is (node, "html"); node = node->parent)
    if (node->name != NULL)
      language = offprint_tree_node_get_attribute (node, "lang");
  return language;
}

/* Without the headings of what is no abstract: keywords, “Download”, “Keypoints” */
static const OffprintTreeNode *
find_end (const OffprintTreeNode *first)
{
  for (const OffprintTreeNode *node = first; node != NULL; node = node->next)
    {
      OffprintSectionKind kind = node->name != NULL ? offprint_section_of_heading (node) : OFFPRINT_SECTION_NONE;

      if (node != first && (kind == OFFPRINT_SECTION_KEYWORDS || kind == OFFPRINT_SECTION_REFERENCES))
        return node;
      if (node->name != NULL && node != first && offprint_section_of_element (node) == OFFPRINT_SECTION_KEYWORDS)
        return node;
    }
  return NULL;
}

static gboolean
add_range (JsonObject             *record,
           const OffprintTreeNode *first,
           const OffprintTreeNode *end,
           const char             *language)
{
  g_autoptr (OffprintTree) tree = offprint_prune (first, end, OFFPRINT_PRUNE_LABELS);
  g_autoptr (OffprintRichText) text = offprint_tree_node_dup_rich_text (offprint_tree_get_root (tree));
  g_autofree char *plain = offprint_rich_text_to_plain (text);
  g_autofree char *tag = language != NULL ? offprint_spell_language (language) : NULL;

  if (!is_long_enough (plain))
    return FALSE;
  offprint_record_add_abstract (record, tag, NULL, text);
  return TRUE;
}

static guint
read_elements (OffprintBody *self,
               JsonObject   *record)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();
  guint n = 0;

  for (guint i = 0; i < self->abstracts->len && candidates->len < MAX_CANDIDATES; i++)
    if (has_length (self->abstracts->pdata[i]) && !offprint_section_is_aside (self->abstracts->pdata[i]) &&
        !offprint_section_is_other (self->abstracts->pdata[i]))
      g_ptr_array_add (candidates, self->abstracts->pdata[i]);
  for (guint i = 0; i < candidates->len && n < MAX_COUNT; i++)
    {
      const OffprintTreeNode *node = candidates->pdata[i];

      /* a second one without a heading of its own repeats the first */
      if (!is_the_abstract (self, candidates, node) || (n > 0 && !has_heading (self, node) && find_language (node) == NULL))
        continue;
      n += add_range (record, node->first_child, find_end (node->first_child), find_language (node));
    }
  return n;
}

/* Whether what is under a heading has, or is in, an element that is called an abstract */
static gboolean
has_element (OffprintBody           *self,
             const OffprintTreeNode *first,
             const OffprintTreeNode *end)
{
  for (guint i = 0; i < self->abstracts->len && i < MAX_CANDIDATES; i++)
    {
      const OffprintTreeNode *element = self->abstracts->pdata[i];

      if (is_within (first, element))
        return TRUE;
      for (const OffprintTreeNode *node = first; node != NULL && node != end; node = node->next)
        if (node == element || is_within (element, node))
          return TRUE;
    }
  return FALSE;
}

/* The abstracts under headings: @n are read, and what stands in their elements with them */
static void
read_headings (OffprintBody *self,
               JsonObject   *record,
               guint         n)
{
  gboolean has_elements = n > 0;

  for (guint i = 0; i < self->headings->len && n < MAX_COUNT; i++)
    {
      const OffprintTreeNode *heading = self->headings->pdata[i];
      const OffprintTreeNode *end = NULL;
      const OffprintTreeNode *first = NULL;

      if (offprint_section_of_heading (heading) != OFFPRINT_SECTION_ABSTRACT || offprint_section_is_aside (heading))
        continue;
      if (n > 0 && !offprint_section_is_heading (heading))
        continue;
      first = offprint_section_get_content (heading, &end);
      if (first == NULL || (has_elements && has_element (self, first, end)))
        continue;
      if (end == NULL)
        end = find_end (first);
      n += add_range (record, first, end, find_language (heading));
    }
}

/* Classes of what stands under a title and is nothing but the abstract */
static gboolean
is_lead (const OffprintTreeNode *node)
{
  static const char *const names[] = { "intro", "lead", "standfirst", "synopsis", "description", NULL };
  const char *class = offprint_tree_node_get_attribute (node, "class");
  g_auto (GStrv) words = NULL;

  if (class == NULL || strlen (class) > 200 || !(offprint_tree_node_is (node, "div") || offprint_tree_node_is (node, "section") || offprint_tree_node_is (node, "p")))
    return FALSE;
  words = g_strsplit_set (class, " -_", -1);
  for (gsize i = 0; names[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) words, names[i]))
      return TRUE;
  return FALSE;
}

/* The paragraph that the page’s description repeats */
static gboolean
is_described (const OffprintTreeNode *node,
              const char             *folded)
{
  g_autofree char *text = NULL;
  g_autofree char *own = NULL;

  if (folded == NULL || !offprint_tree_node_is (node, "p") || !has_length (node))
    return FALSE;
  text = offprint_tree_node_dup_text (node);
  own = offprint_fold (text);
  return strlen (own) >= MIN_DESCRIBED && strncmp (own, folded, MIN_DESCRIBED) == 0;
}

/* Where nothing is called an abstract: what the page’s description begins with, or the
 * only long text that is called an introduction */
static void
read_lead (OffprintBody *self,
           JsonObject   *record)
{
  const OffprintTreeNode *root = offprint_page_get_root (self->page);
  const OffprintTreeNode *body = offprint_tree_node_find (root, NULL, "body", NULL, NULL);
  const char *description = offprint_page_get_meta (self->page, "description");
  g_autofree char *folded = description != NULL ? offprint_fold (description) : NULL;
  const OffprintTreeNode *lead = NULL;

  if (folded != NULL && strlen (folded) < MIN_DESCRIBED)
    g_clear_pointer (&folded, g_free);
  for (const OffprintTreeNode *node = body; node != NULL && node != self->references; node = offprint_tree_node_next (node, root))
    {
      gsize length = 0;

      if (node->name == NULL || node->first_child == NULL)
        continue;
      if (is_described (node, folded) && !offprint_section_is_aside (node))
        {
          add_range (record, node, node->next, find_language (node));
          return;
        }
      if (lead != NULL || !is_lead (node))
        continue;
      length = offprint_section_measure (node, MAX_LEAD_BYTES);
      if (length >= MIN_LEAD_BYTES && length <= MAX_LEAD_BYTES && !offprint_section_is_aside (node))
        lead = node;
    }
  if (lead != NULL)
    add_range (record, lead->first_child, NULL, find_language (lead));
}

/**
 * offprint_body_read_abstracts:
 * @self: what was found in the page
 * @record: the record
 *
 * Reads the abstracts that a page shows.
 */
void
offprint_body_read_abstracts (OffprintBody *self,
                              JsonObject   *record)
{
  read_headings (self, record, read_elements (self, record));
  if (!json_object_has_member (record, "abstract"))
    read_lead (self, record);
}
