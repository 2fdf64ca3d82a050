/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page has tens of thousands of nodes and the adapter asks for a hundred of them by
 * name. One walk finds all; what is no content (recommendations of other works) is left
 * out of it, so that nothing behind has to think of it.
 */

#include "config.h"

#include "springer-private.h"

#include <string.h>

#include "href.h"
#include "read.h"
#include "record.h"
#include "write.h"

#define MAX_MARK  24
#define MAX_TEXT  16384
#define MAX_BOXES 20
#define MAX_FACTS 200

static gboolean
is_abstract_id (const char *id)
{
  const char *digits = g_str_has_prefix (id, "Abs") ? id + 3 : NULL;

  return digits != NULL && *digits != '\0' && strcmp (digits + strspn (digits, "0123456789"), "-content") == 0;
}

static void
index_id (OffprintSpringer       *self,
          const OffprintTreeNode *node,
          const char             *id)
{
  if (!g_hash_table_contains (self->ids, id))
    g_hash_table_insert (self->ids, (gpointer) id, (gpointer) node);
  if (is_abstract_id (id))
    g_ptr_array_add (self->abstracts, (gpointer) node);
  if (g_str_has_prefix (id, "sprcom-buybox") && self->boxes->len < MAX_BOXES)
    g_ptr_array_add (self->boxes, (gpointer) node);
}

static void
index_test (OffprintSpringer       *self,
            const OffprintTreeNode *node,
            const char             *name)
{
  if (!g_hash_table_contains (self->tests, name))
    g_hash_table_insert (self->tests, (gpointer) name, (gpointer) node);
  if (g_str_has_prefix (name, "buy-box") && self->boxes->len < MAX_BOXES)
    g_ptr_array_add (self->boxes, (gpointer) node);
}

static gboolean
is_title (const OffprintTreeNode *node)
{
  const char *test = offprint_tree_node_get_attribute (node, "data-test");

  return offprint_tree_node_has_class (node, "c-article-title") || offprint_tree_node_has_class (node, "ChapterTitle") ||
         offprint_tree_node_has_class (node, "ArticleTitle") || g_strcmp0 (test, "book-title") == 0 ||
         g_strcmp0 (test, "chapter-title") == 0 || g_strcmp0 (test, "article-title") == 0;
}

static void
index_class (OffprintSpringer       *self,
             const OffprintTreeNode *node)
{
  if (strcmp (node->name, "li") == 0)
    {
      if (offprint_tree_node_has_class (node, "c-article-references__item"))
        g_ptr_array_add (self->references, (gpointer) node);
      else if (offprint_tree_node_has_class (node, "c-article-footnote--listed__item"))
        g_ptr_array_add (self->notes, (gpointer) node);
      else if (offprint_tree_node_has_class (node, "c-bibliographic-information__list-item") && self->facts->len < MAX_FACTS)
        g_ptr_array_add (self->facts, (gpointer) node);
    }
  else if (strcmp (node->name, "ul") == 0 || strcmp (node->name, "ol") == 0)
    {
      if (offprint_tree_node_has_class (node, "c-article-author-list") || offprint_tree_node_has_class (node, "c-author-list"))
        g_ptr_array_add (self->people, (gpointer) node);
      else if (offprint_tree_node_has_class (node, "c-article-author-affiliation__list") ||
               offprint_tree_node_has_class (node, "app-author-affiliation-list"))
        g_ptr_array_add (self->affiliations, (gpointer) node);
    }
}

/* Other works that the page would like to be read next, and the page's own furniture */
static gboolean
is_foreign (const OffprintTreeNode *node)
{
  const char *title = NULL;

  if (strcmp (node->name, "footer") == 0 || strcmp (node->name, "script") == 0 || strcmp (node->name, "style") == 0)
    return TRUE;
  if (strcmp (node->name, "section") != 0)
    return FALSE;
  title = offprint_tree_node_get_attribute (node, "data-title");

  return g_strcmp0 (title, "Inline Recommendations") == 0 ||
         offprint_tree_node_has_class (node, "c-article-recommendations");
}

static void
index_node (OffprintSpringer       *self,
            const OffprintTreeNode *node)
{
  if (self->title == NULL && strcmp (node->name, "h1") == 0 && is_title (node))
    self->title = node;
  for (guint i = 0; i < node->n_attributes; i++)
    {
      const char *name = node->attributes[i].name;

      if (strcmp (name, "id") == 0)
        index_id (self, node, node->attributes[i].value);
      else if (strcmp (name, "data-test") == 0)
        index_test (self, node, node->attributes[i].value);
      else if (strcmp (name, "class") == 0)
        index_class (self, node);
    }
}

static gboolean
is_last (GPtrArray              *array,
         const OffprintTreeNode *node)
{
  return array->len > 0 && g_ptr_array_index (array, array->len - 1) == node;
}

/* What was just found and is read as a whole: nothing in it is looked for, and no page can
 * make one text of another by putting it inside */
static gboolean
is_whole (OffprintSpringer       *self,
          const OffprintTreeNode *node)
{
  return is_last (self->references, node) || is_last (self->notes, node) || is_last (self->abstracts, node);
}

/**
 * offprint_springer_index:
 * @self: what to fill
 * @page: a page, which must outlive @self
 *
 * Looks a page through once.
 */
void
offprint_springer_index (OffprintSpringer *self,
                         OffprintPage     *page)
{
  const OffprintTreeNode *root = offprint_page_get_root (page);
  const OffprintTreeNode *node = root;

  self->page = page;
  self->record = offprint_record_new ();
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->tests = g_hash_table_new (g_str_hash, g_str_equal);
  self->abstracts = g_ptr_array_new ();
  self->boxes = g_ptr_array_new ();
  self->notes = g_ptr_array_new ();
  self->references = g_ptr_array_new ();
  self->people = g_ptr_array_new ();
  self->affiliations = g_ptr_array_new ();
  self->facts = g_ptr_array_new ();
  while (node != NULL)
    {
      if (node->name != NULL && is_foreign (node))
        {
          node = offprint_tree_node_next_outside (node, root);
          continue;
        }
      if (node->name != NULL && node->n_attributes > 0)
        index_node (self, node);
      node = is_whole (self, node) ? offprint_tree_node_next_outside (node, root) : offprint_tree_node_next (node, root);
    }
}

/**
 * offprint_springer_clear:
 * @self: what was filled
 *
 * Frees what it holds.
 */
void
offprint_springer_clear (OffprintSpringer *self)
{
  g_clear_pointer (&self->record, json_object_unref);
  g_clear_pointer (&self->cite, json_object_unref);
  g_clear_pointer (&self->authors, g_hash_table_unref);
  g_clear_pointer (&self->addresses, g_hash_table_unref);
  g_clear_pointer (&self->inmates, g_hash_table_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->tests, g_hash_table_unref);
  g_clear_pointer (&self->abstracts, g_ptr_array_unref);
  g_clear_pointer (&self->boxes, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->references, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->affiliations, g_ptr_array_unref);
  g_clear_pointer (&self->facts, g_ptr_array_unref);
}

/**
 * offprint_springer_id:
 * @self: a page
 * @id: an id
 *
 * Returns: (nullable): the first element with it
 */
const OffprintTreeNode *
offprint_springer_id (OffprintSpringer *self,
                      const char       *id)
{
  return g_hash_table_lookup (self->ids, id);
}

/**
 * offprint_springer_test:
 * @self: a page
 * @name: a value of the attribute `data-test`
 *
 * Returns: (nullable): the first element with it
 */
const OffprintTreeNode *
offprint_springer_test (OffprintSpringer *self,
                        const char       *name)
{
  return g_hash_table_lookup (self->tests, name);
}

/**
 * offprint_springer_by_class:
 * @top: (nullable): where to look
 * @name: a class
 *
 * Returns: (nullable): the first element in @top with that class
 */
const OffprintTreeNode *
offprint_springer_by_class (const OffprintTreeNode *top,
                            const char             *name)
{
  return top != NULL ? offprint_tree_node_find (top, NULL, NULL, "class", name) : NULL;
}

/* Not shown, or struck out, as the price of last week */
static gboolean
is_silent (const OffprintTreeNode *node)
{
  static const char *const names[] = { "script", "style", "svg", "noscript", "template", "s", "del", NULL };

  return g_strv_contains (names, node->name);
}

static gboolean
is_apart (const OffprintTreeNode *node)
{
  static const char *const names[] = { "br", "p", "div", "li", "dt", "dd", "h2", "h3", "h4", "td", NULL };

  return g_strv_contains (names, node->name);
}

/**
 * offprint_springer_dup_text:
 * @node: (nullable): an element
 *
 * Puts together what a reader sees of an element in one line. Facts are short: what goes
 * on and on is cut.
 *
 * Returns: (transfer full) (nullable): the text, if there is any
 */
char *
offprint_springer_dup_text (const OffprintTreeNode *node)
{
  g_autoptr (GString) string = g_string_new (NULL);
  g_autofree char *line = NULL;
  const OffprintTreeNode *at = node;

  while (at != NULL && string->len < MAX_TEXT)
    {
      if (at->name != NULL && is_silent (at))
        {
          at = offprint_tree_node_next_outside (at, node);
          continue;
        }
      if (at->text != NULL)
        g_string_append_len (string, at->text, (gssize) strnlen (at->text, MAX_TEXT));
      else if (at->name != NULL && is_apart (at))
        g_string_append_c (string, ' ');
      at = offprint_tree_node_next (at, node);
    }
  line = offprint_text_clean_line (string->str, string->len);

  return *line != '\0' ? g_steal_pointer (&line) : NULL;
}

/**
 * offprint_springer_dup_name:
 * @node: (nullable): an element
 *
 * Reads a person’s name, of which the parts may be held together by fixed blanks.
 *
 * Returns: (transfer full) (nullable): the name with plain blanks
 */
char *
offprint_springer_dup_name (const OffprintTreeNode *node)
{
  g_autofree char *text = offprint_springer_dup_text (node);
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, "\u00A0", -1) : NULL;

  return parts != NULL ? g_strjoinv (" ", parts) : NULL;
}

/**
 * offprint_springer_dup_inline:
 * @node: (nullable): a heading
 *
 * Reads a title with its marked runs.
 *
 * Returns: (transfer full) (nullable): the title in CSL-JSON's inline mark-up
 */
char *
offprint_springer_dup_inline (const OffprintTreeNode *node)
{
  g_autoptr (OffprintRichText) rich = offprint_springer_dup_rich (node);

  return rich != NULL ? offprint_rich_text_to_inline (rich) : offprint_springer_dup_text (node);
}

/**
 * offprint_springer_dup_rich:
 * @node: (nullable): an element
 *
 * Returns: (transfer full) (nullable): what stands in it, if there is any
 */
OffprintRichText *
offprint_springer_dup_rich (const OffprintTreeNode *node)
{
  g_autoptr (OffprintRichText) rich = node != NULL ? offprint_tree_node_dup_rich_text (node) : NULL;

  return rich != NULL && !offprint_rich_text_is_empty (rich) ? g_steal_pointer (&rich) : NULL;
}

/**
 * offprint_springer_dup_address:
 * @self: a page
 * @href: (nullable): an address as the page has it
 *
 * Makes an address whole. A saved page may not know where it came from; what it calls its
 * own address then serves.
 *
 * Returns: (transfer full) (nullable): the address; `NULL` if it leads to the page itself
 *   or nowhere
 */
char *
offprint_springer_dup_address (OffprintSpringer *self,
                               const char       *href)
{
  const char *canonical = offprint_page_get_canonical (self->page);
  char *address = NULL;
  g_autofree char *whole = NULL;

  if (href == NULL || *href == '\0' || *href == '#')
    return NULL;
  if (g_str_has_prefix (href, "https://") || g_str_has_prefix (href, "http://"))
    return offprint_href_clean (href);
  address = offprint_page_resolve (self->page, href);
  if (address != NULL)
    return address;
  whole = g_uri_resolve_relative (canonical != NULL ? canonical : "https://link.springer.com/", href,
                                  G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL);

  return whole != NULL && !g_str_has_prefix (whole, "mailto:") ? offprint_href_clean (whole) : NULL;
}

/**
 * offprint_springer_dup_mark:
 * @text: (nullable): what stands before a note or a work cited: “1.”, “(12)”, “*”
 *
 * Returns: (transfer full) (nullable): the mark without the signs around it
 */
char *
offprint_springer_dup_mark (const char *text)
{
  g_autofree char *mark = text != NULL ? offprint_text_clean_line (text, -1) : NULL;
  const char *start = mark;
  gsize length = 0;

  if (mark == NULL)
    return NULL;
  start += strspn (start, "([ ");
  length = strlen (start);
  while (length > 0 && strchr (".)] :", start[length - 1]) != NULL)
    length--;

  return length > 0 && length <= MAX_MARK ? g_strndup (start, length) : NULL;
}

/* Whether the record has that link already */
static gboolean
has_link (JsonObject *record,
          const char *rel,
          const char *url)
{
  JsonObject *custom = offprint_record_get_custom (record);
  JsonArray *links = json_object_has_member (custom, "links") ? json_object_get_array_member (custom, "links") : NULL;

  for (guint i = 0; links != NULL && i < json_array_get_length (links); i++)
    {
      JsonObject *link = json_array_get_object_element (links, i);

      if (strcmp (json_object_get_string_member (link, "rel"), rel) == 0 &&
          strcmp (json_object_get_string_member (link, "url"), url) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * offprint_springer_add_link:
 * @self: a page
 * @rel: what the address is to the work
 * @url: (nullable): a whole address
 * @type: (nullable): a media type
 *
 * Adds a link, once.
 */
void
offprint_springer_add_link (OffprintSpringer *self,
                            const char       *rel,
                            const char       *url,
                            const char       *type)
{
  JsonObject *link = NULL;

  if (url == NULL || has_link (self->record, rel, url))
    return;
  link = json_object_new ();
  offprint_record_set_string (link, "rel", rel);
  offprint_record_set_string (link, "url", url);
  offprint_record_set_string (link, "type", type);
  offprint_record_append (self->record, "links", link);
}
