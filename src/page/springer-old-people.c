/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People in Springer’s layouts before 2020: by numbers at their names in the full text,
 * by microdata on the page of a chapter.
 */

#include "config.h"

#include "springer-private.h"

#include <string.h>

#include "affiliation.h"
#include "json-value.h"
#include "personal-names.h"
#include "record.h"
#include "spellings.h"

#define MAX_PEOPLE 5000

/* The name of an affiliation, by the number at the author or by microdata beside it */
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
  json_array_add_object_element (list, affiliation);
}

/* <sup>1</sup> at the author is <div class="Affiliation" id="Aff1"> */
static void
read_numbers (OffprintSpringer       *self,
              const OffprintTreeNode *person,
              JsonObject             *extra)
{
  const OffprintTreeNode *mark = NULL;

  while ((mark = offprint_tree_node_find (person, mark, "sup", NULL, NULL)) != NULL)
    {
      g_autofree char *text = offprint_springer_dup_text (mark);
      g_auto (GStrv) numbers = text != NULL ? g_strsplit_set (text, ", ", 20) : NULL;

      for (guint i = 0; numbers != NULL && numbers[i] != NULL; i++)
        {
          g_autofree char *id = g_strconcat ("Aff", numbers[i], NULL);
          const OffprintTreeNode *place = *numbers[i] != '\0' ? offprint_springer_id (self, id) : NULL;
          const OffprintTreeNode *words = offprint_springer_by_class (place, "AffiliationText");
          g_autofree char *line = offprint_springer_dup_text (words);

          add_affiliation (extra, line);
        }
    }
}

/* <li itemprop="affiliation"> with department, name and address each in its own */
static void
read_microdata (const OffprintTreeNode *person,
                JsonObject             *extra)
{
  const OffprintTreeNode *place = NULL;

  while ((place = offprint_tree_node_find (person, place, NULL, "itemprop", "affiliation")) != NULL)
    {
      const OffprintTreeNode *item = offprint_springer_by_class (place, "affiliation__item");
      static const char *const classes[] = { "affiliation__department", "affiliation__name", "affiliation__city", "affiliation__country" };
      g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *line = NULL;

      for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
        {
          g_autofree char *part = offprint_springer_dup_text (offprint_springer_by_class (item, classes[i]));

          if (part != NULL)
            g_ptr_array_add (parts, g_steal_pointer (&part));
        }
      g_ptr_array_add (parts, NULL);
      line = g_strjoinv (", ", (char **) parts->pdata);
      add_affiliation (extra, *line != '\0' ? line : NULL);
    }
}

static void
read_contact (OffprintSpringer       *self,
              const OffprintTreeNode *person,
              JsonObject             *extra)
{
  const OffprintTreeNode *link = NULL;

  while ((link = offprint_tree_node_find (person, link, "a", "href", NULL)) != NULL)
    {
      const char *href = offprint_tree_node_get_attribute (link, "href");
      const OffprintTreeNode *contact = g_str_has_prefix (href, "#ContactOf") ? offprint_springer_id (self, href + 1) : NULL;
      g_autofree char *orcid = strstr (href, "orcid.org/") != NULL ? offprint_spell_orcid (href) : NULL;
      const OffprintTreeNode *mail = contact != NULL ? offprint_tree_node_find (contact, NULL, "a", "href", NULL) : link;
      const char *address = mail != NULL ? offprint_tree_node_get_attribute (mail, "href") : NULL;

      offprint_record_set_string (extra, "orcid", orcid);
      if (contact != NULL)
        json_object_set_boolean_member (extra, "corresponding", TRUE);
      if (address != NULL && g_str_has_prefix (address, "mailto:") && strchr (address, '@') != NULL)
        {
          offprint_record_set_string (extra, "email", address + strlen ("mailto:"));
          json_object_set_boolean_member (extra, "corresponding", TRUE);
        }
    }
}

static void
read_person (OffprintSpringer       *self,
             const char             *role,
             const OffprintTreeNode *person)
{
  static const char *const classes[] = { "AuthorName", "authors__name", "person" };
  g_autofree char *name = NULL;
  JsonObject *extra = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (classes) && name == NULL; i++)
    name = offprint_springer_dup_name (offprint_springer_by_class (person, classes[i]));
  if (name == NULL)
    name = offprint_springer_dup_name (offprint_tree_node_find (person, NULL, NULL, "itemprop", "name"));
  if (name == NULL)
    return;
  extra = json_object_new ();
  read_numbers (self, person, extra);
  read_microdata (person, extra);
  read_contact (self, person, extra);
  offprint_record_add_person (self->record, role, offprint_name_new_straight (name), extra);
}

/**
 * offprint_springer_read_old_people:
 * @self: a page of a layout before 2020
 *
 * Reads authors and editors.
 */
void
offprint_springer_read_old_people (OffprintSpringer *self)
{
  const OffprintTreeNode *root = offprint_page_get_root (self->page);
  const OffprintTreeNode *node = NULL;
  guint n = 0;

  while (n++ < MAX_PEOPLE && (node = offprint_tree_node_find (root, node, "span", "class", "Author")) != NULL)
    read_person (self, "author", node);
  for (n = 0; !json_object_has_member (self->record, "author") && n < MAX_PEOPLE; n++)
    {
      for (node = NULL; n < MAX_PEOPLE && (node = offprint_tree_node_find (root, node, "li", "itemprop", "author")) != NULL; n++)
        read_person (self, "author", node);
      break;
    }
  for (n = 0, node = NULL; n < MAX_PEOPLE && (node = offprint_tree_node_find (root, node, "li", "itemprop", "editor")) != NULL; n++)
    read_person (self, "editor", node);
}
