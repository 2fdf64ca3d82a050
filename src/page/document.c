/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page is parsed once, whoever reads it then, for parsing is what costs. Its meta tags
 * are listed beside the tree because three layers ask them, each by name.
 */

#include "config.h"

#include "document.h"

#include <string.h>

#include "charset.h"
#include "href.h"
#include "html.h"
#include "read.h"

#define MAX_METAS   20000
#define MAX_SCRIPTS 500

struct _OffprintPage
{
  OffprintTree *tree;
  GArray *metas;      /* (element-type OffprintPageMeta): contents borrowed from the tree */
  GPtrArray *scripts; /* of OffprintTreeNode, borrowed from the tree */
  GPtrArray *meta_nodes;
  GStringChunk *names;
  char *url;
  char *base;
  char *canonical;
};

static void
add_meta (OffprintPage           *self,
          const OffprintTreeNode *node)
{
  static const char *const attributes[] = { "name", "property", "itemprop", "http-equiv" };
  const char *content = offprint_tree_node_get_attribute (node, "content");
  OffprintPageMeta meta = { NULL, content };

  if (self->meta_nodes->len < MAX_METAS)
    g_ptr_array_add (self->meta_nodes, (gpointer) node);
  for (gsize i = 0; i < G_N_ELEMENTS (attributes) && meta.name == NULL; i++)
    meta.name = offprint_tree_node_get_attribute (node, attributes[i]);
  if (meta.name == NULL || content == NULL || *content == '\0' || self->metas->len >= MAX_METAS)
    return;
  {
    g_autofree char *name = g_ascii_strdown (meta.name, -1);

    meta.name = g_string_chunk_insert_const (self->names, g_strstrip (name));
  }
  g_array_append_val (self->metas, meta);
}

static void
add_link (OffprintPage           *self,
          const OffprintTreeNode *node)
{
  const char *rel = offprint_tree_node_get_attribute (node, "rel");
  const char *href = offprint_tree_node_get_attribute (node, "href");

  if (self->canonical == NULL && rel != NULL && href != NULL && g_ascii_strcasecmp (rel, "canonical") == 0)
    self->canonical = offprint_page_resolve (self, href);
}

/* The address that a browser wrote into what it saved: <!-- saved from --> is gone with
 * the comments, but <base> is not. It stands before the links that it is for. */
static void
add_base (OffprintPage           *self,
          const OffprintTreeNode *node)
{
  const char *href = offprint_tree_node_get_attribute (node, "href");

  if (href != NULL && self->base == NULL)
    self->base = offprint_page_resolve (self, href);
}

/* One walk for all that is asked for by its name */
static void
index_head (OffprintPage *self)
{
  const OffprintTreeNode *root = offprint_page_get_root (self);

  for (const OffprintTreeNode *node = root; node != NULL; node = offprint_tree_node_next (node, root))
    {
      if (node->name == NULL || strchr ("mlsb", node->name[0]) == NULL)
        continue;
      if (strcmp (node->name, "meta") == 0)
        add_meta (self, node);
      else if (strcmp (node->name, "link") == 0)
        add_link (self, node);
      else if (strcmp (node->name, "base") == 0)
        add_base (self, node);
      else if (strcmp (node->name, "script") == 0 && node->first_child != NULL && self->scripts->len < MAX_SCRIPTS)
        g_ptr_array_add (self->scripts, (gpointer) node);
    }
}

/**
 * offprint_page_new:
 * @bytes: a page in HTML of any encoding, not to be trusted
 * @content_type: (nullable): what the server said of it, with its charset
 * @url: (nullable): where it came from
 * @error: return location for an error of the domain `OFFPRINT_TEXT_ERROR`
 *
 * Parses a page as browsers do.
 *
 * Returns: (transfer full): the page, or `NULL` with @error set
 */
OffprintPage *
offprint_page_new (GBytes      *bytes,
                   const char  *content_type,
                   const char  *url,
                   GError     **error)
{
  g_autoptr (OffprintPage) self = g_new0 (OffprintPage, 1);
  g_autoptr (GBytes) decoded = offprint_charset_decode (bytes, content_type);
  gsize length = 0;
  const char *data = g_bytes_get_data (decoded, &length);

  self->tree = offprint_html_parse (data != NULL ? data : "", length, error);
  if (self->tree == NULL)
    return NULL;
  self->metas = g_array_new (FALSE, FALSE, sizeof (OffprintPageMeta));
  self->names = g_string_chunk_new (1024);
  self->url = url != NULL ? offprint_href_clean (url) : NULL;
  self->scripts = g_ptr_array_new ();
  self->meta_nodes = g_ptr_array_new ();
  index_head (self);

  return g_steal_pointer (&self);
}

/**
 * offprint_page_free:
 * @self: (nullable): a page
 *
 * Frees the page with its tree.
 */
void
offprint_page_free (OffprintPage *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->tree, offprint_tree_free);
  g_clear_pointer (&self->metas, g_array_unref);
  g_clear_pointer (&self->names, g_string_chunk_free);
  g_clear_pointer (&self->scripts, g_ptr_array_unref);
  g_clear_pointer (&self->meta_nodes, g_ptr_array_unref);
  g_free (self->url);
  g_free (self->base);
  g_free (self->canonical);
  g_free (self);
}

/**
 * offprint_page_get_root:
 * @self: a page
 *
 * Returns: (transfer none): the root of its tree, which holds the element `html`
 */
const OffprintTreeNode *
offprint_page_get_root (OffprintPage *self)
{
  return offprint_tree_get_root (self->tree);
}

/**
 * offprint_page_get_url:
 * @self: a page
 *
 * Returns: (nullable): where it came from
 */
const char *
offprint_page_get_url (OffprintPage *self)
{
  return self->url;
}

/**
 * offprint_page_get_canonical:
 * @self: a page
 *
 * Returns: (nullable): the address that the page calls its own
 */
const char *
offprint_page_get_canonical (OffprintPage *self)
{
  return self->canonical;
}

/**
 * offprint_page_get_metas:
 * @self: a page
 * @n: (out): how many there are
 *
 * Returns: (array length=n) (transfer none): its meta tags in their order
 */
const OffprintPageMeta *
offprint_page_get_metas (OffprintPage *self,
                         gsize        *n)
{
  *n = self->metas->len;

  return (const OffprintPageMeta *) self->metas->data;
}

/**
 * offprint_page_get_scripts:
 * @self: a page
 * @n: (out): how many there are
 *
 * Returns: (array length=n) (transfer none): its scripts that have a text, in their order
 */
const OffprintTreeNode *const *
offprint_page_get_scripts (OffprintPage *self,
                           gsize        *n)
{
  *n = self->scripts->len;

  return (const OffprintTreeNode *const *) self->scripts->pdata;
}

/**
 * offprint_page_get_meta_nodes:
 * @self: a page
 * @n: (out): how many there are
 *
 * Returns: (array length=n) (transfer none): its elements `meta`, with those that say
 *   nothing
 */
const OffprintTreeNode *const *
offprint_page_get_meta_nodes (OffprintPage *self,
                              gsize        *n)
{
  *n = self->meta_nodes->len;

  return (const OffprintTreeNode *const *) self->meta_nodes->pdata;
}

/**
 * offprint_page_get_meta:
 * @self: a page
 * @name: a name in lower case
 *
 * Returns: (nullable): what the first meta tag of that name says
 */
const char *
offprint_page_get_meta (OffprintPage *self,
                        const char   *name)
{
  for (guint i = 0; i < self->metas->len; i++)
    {
      const OffprintPageMeta *meta = &g_array_index (self->metas, OffprintPageMeta, i);

      if (strcmp (meta->name, name) == 0)
        return meta->content;
    }
  return NULL;
}

/**
 * offprint_page_resolve:
 * @self: a page
 * @href: an address as the page has it
 *
 * Makes an address whole, with the page’s `base` or its own address.
 *
 * Returns: (transfer full) (nullable): an absolute http or https address; `NULL` if it is
 *   none, or one that no link may have
 */
char *
offprint_page_resolve (OffprintPage *self,
                       const char   *href)
{
  const char *base = self->base != NULL ? self->base : self->url;
  g_autofree char *whole = NULL;

  whole = g_uri_resolve_relative (base, href, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL);
  if (whole == NULL || !(g_str_has_prefix (whole, "https://") || g_str_has_prefix (whole, "http://")))
    return NULL;

  return offprint_href_clean (whole);
}
