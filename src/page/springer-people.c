/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Authors and editors. The list in the head has full names in their order, but not where
 * the family’s name begins; meta tags and the line to cite by know that. Affiliations hang
 * at numbers, or stand with lists of names; ORCID and e-mail hang at the person.
 */

#include "config.h"

#include "springer-private.h"

#include <string.h>

#include "affiliation.h"
#include "json-value.h"
#include "personal-names.h"
#include "record.h"
#include "spellings.h"

#define MAX_PEOPLE       5000
#define MAX_AFFILIATIONS 20

/* With plain blanks for fixed ones */
static char *
dup_plain (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\u00A0", -1);

  return g_strjoinv (" ", parts);
}

/* "citation_author" is “Family, Given”, or as shown; each is followed by what belongs to it */
static void
index_authors (OffprintSpringer *self)
{
  gsize n = 0;
  const OffprintPageMeta *metas = offprint_page_get_metas (self->page, &n);

  self->authors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (gsize i = 0; i < n; i++)
    {
      const char *comma = strchr (metas[i].content, ',');
      g_autofree char *family = NULL;
      g_autofree char *joined = NULL;
      g_autofree char *plain = NULL;

      if (strcmp (metas[i].name, "citation_author") != 0)
        continue;
      family = comma != NULL ? g_strndup (metas[i].content, comma - metas[i].content) : NULL;
      joined = comma != NULL ? g_strconcat (comma + 1 + strspn (comma + 1, " "), " ", family, NULL) : g_strdup (metas[i].content);
      plain = dup_plain (joined);
      self->has_commas = self->has_commas || comma != NULL;
      if (!g_hash_table_contains (self->authors, plain))
        g_hash_table_insert (self->authors, g_steal_pointer (&plain), (gpointer) &metas[i]);
    }
}

/* The name in the line to cite by that ends @name: "Ben Taieb" of "Souhaib Ben Taieb" */
static const char *
find_cited_family (OffprintSpringer *self,
                   const char       *role,
                   const char       *name)
{
  JsonArray *cited = self->cite != NULL ? offprint_json_get_array (self->cite, role) : NULL;

  for (guint i = 0; cited != NULL && i < json_array_get_length (cited); i++)
    {
      const char *family = offprint_json_get_string (offprint_json_element_object (cited, i), "family");

      if (family != NULL && g_str_has_suffix (name, family) && strlen (name) > strlen (family) &&
          name[strlen (name) - strlen (family) - 1] == ' ')
        return family;
    }
  return NULL;
}

/**
 * offprint_springer_new_name:
 * @self: a page
 * @role: "author" or "editor"
 * @name: a name as shown
 *
 * Parts a name where meta tags or the line to cite by part it.
 *
 * Returns: (transfer full): a CSL name
 */
JsonObject *
offprint_springer_new_name (OffprintSpringer *self,
                            const char       *role,
                            const char       *name)
{
  const OffprintPageMeta *meta = strcmp (role, "author") == 0 ? g_hash_table_lookup (self->authors, name) : NULL;
  const char *family = NULL;

  if (meta != NULL && self->has_commas)
    {
      g_autofree char *plain = dup_plain (meta->content);

      return offprint_name_new_inverted (plain);
    }
  family = find_cited_family (self, role, name);
  if (family != NULL)
    {
      g_autofree char *given = g_strndup (name, strlen (name) - strlen (family) - 1);
      JsonObject *parted = json_object_new ();

      offprint_record_set_string (parted, "family", family);
      offprint_record_set_string (parted, "given", given);

      return parted;
    }
  return offprint_name_new_straight (name);
}

/* What the meta tags say of a person stands between it and the next one */
static const char *
find_meta_email (OffprintSpringer *self,
                 const char       *name)
{
  gsize n = 0;
  const OffprintPageMeta *metas = offprint_page_get_metas (self->page, &n);
  const OffprintPageMeta *meta = g_hash_table_lookup (self->authors, name);

  for (gsize i = meta != NULL ? (gsize) (meta - metas) + 1 : n; i < n && g_str_has_prefix (metas[i].name, "citation_author_"); i++)
    if (strcmp (metas[i].name, "citation_author_email") == 0)
      return metas[i].content;

  return NULL;
}

static void
set_email (JsonObject *extra,
           const char *address)
{
  g_autofree char *plain = NULL;

  if (address == NULL)
    return;
  if (g_str_has_prefix (address, "mailto:"))
    address += strlen ("mailto:");
  plain = g_strndup (address, strcspn (address, "?"));
  if (strchr (plain, '@') != NULL)
    offprint_record_set_string (extra, "email", plain);
}

static void
add_affiliation (JsonObject *extra,
                 const char *text)
{
  JsonArray *list = offprint_json_get_array (extra, "affiliations");
  JsonObject *affiliation = offprint_affiliation_new (text);

  if (affiliation == NULL)
    return;
  if (list == NULL)
    {
      list = json_array_new ();
      json_object_set_array_member (extra, "affiliations", list);
    }
  if (json_array_get_length (list) < MAX_AFFILIATIONS)
    json_array_add_object_element (list, affiliation);
  else
    json_object_unref (affiliation);
}

static const OffprintTreeNode *
find_address (const OffprintTreeNode *item)
{
  const OffprintTreeNode *address = offprint_springer_by_class (item, "c-article-author-affiliation__address");

  return address != NULL ? address : offprint_springer_by_class (item, "app-author-affiliation-list__title");
}

/* Many authors share a place: its text is made once */
static const char *
get_cached (GHashTable             *cache,
            const OffprintTreeNode *item,
            char *(*make) (const OffprintTreeNode *item))
{
  gpointer text = NULL;

  if (!g_hash_table_lookup_extended (cache, item, NULL, &text))
    {
      text = make (item);
      g_hash_table_insert (cache, (gpointer) item, text);
    }
  return text;
}

static char *
dup_address_of (const OffprintTreeNode *item)
{
  return offprint_springer_dup_text (find_address (item));
}

/* “Ann Ode, Bo Tree & Cy Press” holds “Bo Tree” as a whole */
static gboolean
holds_name (const char *names,
            const char *name)
{
  gsize length = strlen (name);

  for (const char *p = names; (p = strstr (p, name)) != NULL; p++)
    {
      gboolean starts = p == names || p[-1] == ' ';
      gboolean ends = p[length] == '\0' || p[length] == ',' || g_str_has_prefix (p + length, " &") || g_str_has_prefix (p + length, " and ");

      if (starts && ends)
        return TRUE;
    }
  return FALSE;
}

/**
 * offprint_springer_dup_inmates:
 * @item: an entry of a list of affiliations
 *
 * Returns: (transfer full) (nullable): the names at it
 */
char *
offprint_springer_dup_inmates (const OffprintTreeNode *item)
{
  const OffprintTreeNode *names = offprint_springer_by_class (item, "c-article-author-affiliation__authors-list");

  if (names == NULL && offprint_tree_node_has_class (item, "app-author-affiliation-list__item"))
    names = offprint_tree_node_find (item, NULL, "p", NULL, NULL);

  return offprint_springer_dup_name (names);
}

/**
 * offprint_springer_read_affiliations:
 * @self: a page
 * @person: (nullable): the element of a person
 * @name: the name as shown
 * @extra: the person’s entry
 *
 * Adds where a person works: by the numbers at the name, else by the names at the address.
 */
void
offprint_springer_read_affiliations (OffprintSpringer       *self,
                                     const OffprintTreeNode *person,
                                     const char             *name,
                                     JsonObject             *extra)
{
  const OffprintTreeNode *link = NULL;

  while (person != NULL && (link = offprint_tree_node_find (person, link, "a", "href", NULL)) != NULL)
    {
      const char *href = offprint_tree_node_get_attribute (link, "href");
      const OffprintTreeNode *item = g_str_has_prefix (href, "#Aff") ? offprint_springer_id (self, href + 1) : NULL;

      if (item != NULL)
        add_affiliation (extra, get_cached (self->addresses, item, dup_address_of));
    }
  if (json_object_has_member (extra, "affiliations"))
    return;
  for (guint i = 0; i < self->affiliations->len; i++)
    {
      const OffprintTreeNode *list = g_ptr_array_index (self->affiliations, i);

      for (const OffprintTreeNode *item = list->first_child; item != NULL; item = item->next)
        {
          const char *names = offprint_tree_node_is (item, "li") ? get_cached (self->inmates, item, offprint_springer_dup_inmates) : NULL;

          if (names != NULL && holds_name (names, name))
            add_affiliation (extra, get_cached (self->addresses, item, dup_address_of));
        }
    }
}

static void
read_orcid (const OffprintTreeNode *person,
            JsonObject             *extra)
{
  const OffprintTreeNode *link = NULL;

  while ((link = offprint_tree_node_find (person, link, "a", "href", NULL)) != NULL)
    {
      const char *href = offprint_tree_node_get_attribute (link, "href");
      g_autofree char *orcid = strstr (href, "orcid.org/") != NULL ? offprint_spell_orcid (href) : NULL;

      if (orcid == NULL)
        continue;
      offprint_record_set_string (extra, "orcid", orcid);
      return;
    }
}

/* #corresp-c1 has the address of whoever has data-corresp-id="c1" */
static void
read_correspondence (OffprintSpringer       *self,
                     const OffprintTreeNode *link,
                     const char             *name,
                     JsonObject             *extra)
{
  const char *mark = link != NULL ? offprint_tree_node_get_attribute (link, "data-corresp-id") : NULL;
  g_autofree char *id = mark != NULL ? g_strconcat ("corresp-", mark, NULL) : NULL;
  const OffprintTreeNode *letter = id != NULL ? offprint_springer_id (self, id) : NULL;
  const OffprintTreeNode *list = offprint_springer_id (self, "corresponding-author-list");
  const OffprintTreeNode *node = NULL;

  while (letter == NULL && list != NULL && (node = offprint_tree_node_find (list, node, "a", NULL, NULL)) != NULL)
    {
      g_autofree char *text = offprint_springer_dup_name (node);

      if (g_strcmp0 (text, name) == 0)
        letter = node;
    }
  if (mark == NULL && letter == NULL)
    return;
  json_object_set_boolean_member (extra, "corresponding", TRUE);
  if (letter != NULL && offprint_tree_node_get_attribute (letter, "href") != NULL &&
      g_str_has_prefix (offprint_tree_node_get_attribute (letter, "href"), "mailto:"))
    set_email (extra, offprint_tree_node_get_attribute (letter, "href"));
}

static void
read_person (OffprintSpringer       *self,
             const char             *role,
             const OffprintTreeNode *person)
{
  const OffprintTreeNode *link = offprint_tree_node_find (person, NULL, NULL, "data-test", "author-name");
  g_autofree char *name = offprint_springer_dup_name (link);
  JsonObject *extra = NULL;

  if (name == NULL)
    return;
  extra = json_object_new ();
  offprint_springer_read_affiliations (self, person, name, extra);
  read_orcid (person, extra);
  if (strcmp (role, "author") == 0)
    {
      set_email (extra, find_meta_email (self, name));
      read_correspondence (self, link, name, extra);
    }
  offprint_record_add_person (self->record, role, offprint_springer_new_name (self, role, name), extra);
}

/* A book’s page has lists of both, told apart by the word before */
static const char *
role_of_list (const OffprintTreeNode *list)
{
  const char *test = offprint_tree_node_get_attribute (list, "data-test");

  if (test != NULL && g_str_has_prefix (test, "editor"))
    return "editor";
  for (const OffprintTreeNode *node = list; node != NULL; node = node->parent)
    if (offprint_tree_node_is (node, "dl"))
      {
        const OffprintTreeNode *term = offprint_tree_node_find (node, NULL, "dt", NULL, NULL);
        g_autofree char *text = offprint_springer_dup_text (term);

        return text != NULL && strstr (text, "ditor") != NULL ? "editor" : "author";
      }
  return "author";
}

static void
read_lists (OffprintSpringer *self)
{
  guint n = 0;

  for (guint i = 0; i < self->people->len; i++)
    {
      const OffprintTreeNode *list = g_ptr_array_index (self->people, i);
      const char *role = role_of_list (list);

      if (json_object_has_member (self->record, role))
        continue;
      for (const OffprintTreeNode *item = list->first_child; item != NULL && n < MAX_PEOPLE; item = item->next)
        if (offprint_tree_node_is (item, "li"))
          {
            read_person (self, role, item);
            n++;
          }
    }
}

/* A page without the list in its head has its people at least in the line to cite by */
static void
read_cited_authors (OffprintSpringer *self)
{
  JsonArray *cited = self->cite != NULL && !self->is_cut ? offprint_json_get_array (self->cite, "author") : NULL;

  if (cited != NULL && json_array_get_length (cited) > 0)
    json_object_set_array_member (self->record, "author", json_array_ref (cited));
}

/**
 * offprint_springer_read_people:
 * @self: a page of which the line to cite by is read
 *
 * Reads authors and editors.
 */
void
offprint_springer_read_people (OffprintSpringer *self)
{
  index_authors (self);
  self->addresses = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->inmates = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  read_lists (self);
  if (!json_object_has_member (self->record, "author"))
    offprint_springer_read_listed (self, "author");
  if (!json_object_has_member (self->record, "author"))
    read_cited_authors (self);
  if (!json_object_has_member (self->record, "editor"))
    offprint_springer_read_listed (self, "editor");
}
