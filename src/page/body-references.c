/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The works cited as the page prints them, whatever it builds its list of.
 */

#include "config.h"

#include "body.h"

#include <string.h>

#include "found.h"
#include "json-value.h"
#include "prune.h"
#include "record.h"
#include "reference-text.h"
#include "sections.h"
#include "spellings.h"

#define MAX_REFERENCES  5000
#define MIN_LIST_BYTES  60
#define MAX_LISTS       40
#define MAX_NODES       300000
#define MIN_BYTES       12
#define MAX_BYTES       6000
#define MAX_LABEL_BYTES 60

/* Words of class that entries have which are no items of a list */
static const char *const entry_classes[] = {
  "ref", "reference", "citation", "bibr", "ref-content", "CitationContent", "reference-citations", "bibentry", "ltx_bibitem", "cit",
  "references__item", "NLM_citation", "citation-content", "ref-cit-blk", "bib-reference", "reference-item", "csl-entry", "refs"
};

static gboolean
is_entry_by_class (const OffprintTreeNode *node)
{
  if (node->name == NULL || offprint_tree_node_get_attribute (node, "class") == NULL || offprint_tree_node_is (node, "a") ||
      offprint_tree_node_is (node, "ol") || offprint_tree_node_is (node, "ul"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (entry_classes); i++)
    if (offprint_tree_node_has_class (node, entry_classes[i]))
      return TRUE;
  return FALSE;
}

/* “ref-CR1”, “B12”, “bib0005”, “cit3”, “R4” */
static gboolean
is_entry_by_id (const OffprintTreeNode *node)
{
  const char *id = node->name != NULL ? offprint_tree_node_get_attribute (node, "id") : NULL;

  static const char *const stems[] = { "ref", "bib", "cit", "cr", "rf", "b", "r" };

  if (id == NULL || offprint_tree_node_is (node, "a") || offprint_tree_node_is (node, "sup"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (stems); i++)
    if (g_ascii_strncasecmp (id, stems[i], strlen (stems[i])) == 0)
      {
        const char *p = id + strlen (stems[i]);

        if (strlen (stems[i]) > 1)
          p += strspn (p, "-_");
        for (guint n = 0; n < 3 && strlen (stems[i]) > 1 && g_ascii_isalpha (*p); n++)
          p++;
        p += strspn (p, "-_");
        if (*p != '\0' && p[strspn (p, "0123456789")] == '\0')
          return TRUE;
      }
  return FALSE;
}

static gboolean
is_item (const OffprintTreeNode *node)
{
  return offprint_tree_node_is (node, "li");
}

static gboolean
is_row (const OffprintTreeNode *node)
{
  return offprint_tree_node_is (node, "tr") || offprint_tree_node_is (node, "dd");
}

static gboolean
is_paragraph (const OffprintTreeNode *node)
{
  return offprint_tree_node_is (node, "p");
}

typedef gboolean (*IsEntry) (const OffprintTreeNode *node);

static gboolean
has_digit (const OffprintTreeNode *top)
{
  for (const OffprintTreeNode *node = top; node != NULL; node = offprint_tree_node_next (node, top))
    if (node->text != NULL && strpbrk (node->text, "0123456789") != NULL)
      return TRUE;
  return FALSE;
}

/* Hardly a work is cited in a few words without any number */
static gboolean
has_text (const OffprintTreeNode *node)
{
  gsize n = offprint_section_measure (node, MAX_BYTES);

  return n >= MIN_BYTES && n <= MAX_BYTES && (n > MAX_LABEL_BYTES || has_digit (node));
}

/* The outermost entries from @first up to @end */
static GPtrArray *
collect (const OffprintTreeNode *first,
         const OffprintTreeNode *end,
         IsEntry                 is_entry)
{
  GPtrArray *entries = g_ptr_array_new ();
  guint n_nodes = 0;

  for (const OffprintTreeNode *top = first; top != NULL && top != end; top = top->next)
    for (const OffprintTreeNode *node = top; node != NULL && entries->len < MAX_REFERENCES && n_nodes < MAX_NODES; n_nodes++)
      {
        if (node->name != NULL && is_entry (node) && has_text (node))
          {
            g_ptr_array_add (entries, (gpointer) node);
            node = offprint_tree_node_next_outside (node, top);
          }
        else
          node = offprint_tree_node_next (node, top);
      }
  return entries;
}

static gboolean
has_year (const OffprintTreeNode *node)
{
  g_autofree char *text = offprint_tree_node_dup_text (node);

  for (const char *p = text; (p = strpbrk (p, "0123456789")) != NULL;)
    {
      gsize digits = strspn (p, "0123456789");

      if (digits == 4 && ((p[0] == '1' && p[1] >= '5') || (p[0] == '2' && p[1] == '0')))
        return TRUE;
      p += digits;
    }
  return FALSE;
}

/* Works have years; what leads to other pages has not */
static gboolean
are_works (GPtrArray *entries)
{
  guint n_years = 0;

  for (guint i = 0; i < entries->len; i++)
    n_years += has_year (entries->pdata[i]);
  return n_years * 2 >= entries->len && entries->len > 0;
}

/* By the first thing that a list may be built of and is */
static GPtrArray *
find_entries (const OffprintTreeNode *first,
              const OffprintTreeNode *end)
{
  static const IsEntry kinds[] = { is_item, is_entry_by_class, is_entry_by_id, is_row, is_paragraph };
  GPtrArray *best = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GPtrArray *entries = collect (first, end, kinds[i]);

      /* one that holds all the others is the list itself */
      if (best == NULL || (best->len <= 1 && entries->len > best->len))
        {
          g_clear_pointer (&best, g_ptr_array_unref);
          best = entries;
        }
      else
        g_ptr_array_unref (entries);
    }
  return best;
}

/* What the links of an entry lead to: the first DOI */
static char *
find_doi (const OffprintTreeNode *entry)
{
  const OffprintTreeNode *link = NULL;

  while ((link = offprint_tree_node_find (entry, link, "a", "href", NULL)) != NULL)
    {
      const char *known = offprint_tree_node_get_attribute (link, "data-doi");
      const char *href = offprint_tree_node_get_attribute (link, "href");
      g_autofree char *doi = known != NULL ? offprint_spell_doi (known) : NULL;

      if (doi == NULL && strstr (href, "doi.org/10.") != NULL)
        doi = offprint_spell_doi (href);
      if (doi != NULL)
        return g_steal_pointer (&doi);
    }
  return NULL;
}

static void
add_entry (JsonObject             *record,
           const OffprintTreeNode *node)
{
  g_autofree char *mark = NULL;
  g_autoptr (OffprintRichText) rich = offprint_prune_entry (node, &mark);
  g_autofree char *doi = find_doi (node);
  JsonObject *entry = offprint_reference_new_rich (rich);

  if (entry == NULL)
    return;
  if (doi != NULL && !json_object_has_member (entry, "item"))
    {
      JsonObject *item = json_object_new ();

      json_object_set_string_member (item, "type", "document");
      json_object_set_string_member (item, "DOI", doi);
      json_object_set_object_member (entry, "item", item);
    }
  offprint_record_set_string (entry, "mark", mark);
  offprint_record_append (record, "references", entry);
}

static const OffprintTreeNode *
next_element (const OffprintTreeNode *node)
{
  for (node = node->next; node != NULL && node->name == NULL; node = node->next)
    ;
  return node;
}

/* Some pages put each entry into a list of its own, all of one class, one after the other;
 * NULL if @list stands alone */
static const OffprintTreeNode *
find_last_of_its_kind (const OffprintTreeNode *list)
{
  const char *class = offprint_tree_node_get_attribute (list, "class");
  const OffprintTreeNode *last = NULL;
  const OffprintTreeNode *node = next_element (list);

  if (class == NULL)
    return NULL;
  for (guint n = 0; n < MAX_REFERENCES && node != NULL && g_strcmp0 (node->name, list->name) == 0; n++, node = next_element (node))
    {
      if (g_strcmp0 (offprint_tree_node_get_attribute (node, "class"), class) != 0 ||
          offprint_section_of_element (node) != OFFPRINT_SECTION_REFERENCES)
        break;
      last = node;
    }
  return last;
}

/* The longest of the lists, for “References” also heads what leads to them */
static GPtrArray *
find_longest (OffprintBody *self)
{
  GPtrArray *best = NULL;
  const OffprintTreeNode *run_end = NULL; /* up to it, lists are read with the first of their run */
  guint n_tried = 0;

  for (guint i = 0; i < self->lists->len + self->headings->len && n_tried < MAX_LISTS; i++)
    {
      gboolean is_list = i < self->lists->len;
      const OffprintTreeNode *node = is_list ? self->lists->pdata[i] : self->headings->pdata[i - self->lists->len];
      const OffprintTreeNode *end = NULL;
      const OffprintTreeNode *first = NULL;
      const OffprintTreeNode *last = NULL;
      GPtrArray *entries = NULL;

      if (is_list && run_end != NULL)
        {
          if (node == run_end)
            run_end = NULL;
          continue;
        }
      if (offprint_section_is_aside (node) || (!is_list && offprint_section_of_heading (node) != OFFPRINT_SECTION_REFERENCES))
        continue;
      if (is_list && offprint_section_measure (node, MIN_LIST_BYTES) < MIN_LIST_BYTES) /* a mark in the text */
        continue;
      last = is_list ? find_last_of_its_kind (node) : NULL;
      if (last != NULL)
        {
          end = last->next;
          run_end = last;
        }
      first = last != NULL ? node : is_list ? node->first_child
                                            : offprint_section_get_content (node, &end);
      if (first == NULL)
        continue;
      n_tried++;
      entries = find_entries (first, end);
      if ((best == NULL || entries->len > best->len) && are_works (entries))
        {
          g_clear_pointer (&best, g_ptr_array_unref);
          best = g_steal_pointer (&entries);
        }
      g_clear_pointer (&entries, g_ptr_array_unref);
    }
  return best;
}

/**
 * offprint_body_read_references:
 * @self: what was found in the page
 * @record: the record
 *
 * Reads the works cited as they are printed, each with its mark and its DOI if it has one.
 */
void
offprint_body_read_references (OffprintBody *self,
                               JsonObject   *record)
{
  g_autoptr (GPtrArray) entries = find_longest (self);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    add_entry (record, entries->pdata[i]);
}
