/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose the work is: the line with the sign, where to ask for permission, and of an open
 * work its licence, which makes asking needless.
 */

#include "config.h"

#include "springer-private.h"

#include "json-value.h"
#include "record.h"
#include "rights.h"

/**
 * offprint_springer_get_rights:
 * @self: a page
 *
 * Returns: (transfer none): what the record says of rights, made at need
 */
JsonObject *
offprint_springer_get_rights (OffprintSpringer *self)
{
  JsonObject *custom = offprint_record_get_custom (self->record);
  JsonObject *rights = offprint_json_get_object (custom, "rights");

  if (rights == NULL)
    {
      rights = json_object_new ();
      json_object_set_object_member (custom, "rights", rights);
    }
  return rights;
}

static void
add_licence (OffprintSpringer *self,
             const char       *url)
{
  JsonObject *rights = NULL;
  JsonArray *licences = NULL;
  JsonObject *licence = NULL;

  if (url == NULL || !offprint_license_is_open (url, NULL))
    return;
  rights = offprint_springer_get_rights (self);
  licences = offprint_json_get_array (rights, "licenses");
  if (licences != NULL)
    return;
  licence = json_object_new ();
  offprint_record_set_string (licence, "url", url);
  json_object_set_string_member (licence, "applies-to", "vor");
  json_object_set_boolean_member (licence, "open", TRUE);
  licences = json_array_new ();
  json_array_add_object_element (licences, licence);
  json_object_set_array_member (rights, "licenses", licences);
}

/* Reprints and permissions; of an open work, its licence */
static void
read_permissions (OffprintSpringer *self)
{
  const OffprintTreeNode *content = offprint_springer_id (self, "rightslink-content");
  const OffprintTreeNode *rights = offprint_springer_by_class (content, "c-article-rights");
  const OffprintTreeNode *link = rights != NULL ? offprint_tree_node_find (rights, NULL, "a", "href", NULL) : NULL;
  g_autofree char *url = NULL;

  url = link != NULL ? offprint_springer_dup_address (self, offprint_tree_node_get_attribute (link, "href")) : NULL;
  if (url != NULL)
    offprint_record_set_string (offprint_springer_get_rights (self), "permissions", url);
  for (link = NULL; content != NULL && (link = offprint_tree_node_find (content, link, "a", "href", NULL)) != NULL;)
    {
      g_autofree char *address = offprint_springer_dup_address (self, offprint_tree_node_get_attribute (link, "href"));

      add_licence (self, address);
    }
}

static void
read_copyright (OffprintSpringer *self)
{
  const OffprintTreeNode *content = offprint_springer_id (self, "copyright-information-content");
  const OffprintTreeNode *line = content != NULL ? offprint_tree_node_find (content, NULL, "p", NULL, NULL) : NULL;
  g_autofree char *text = offprint_springer_dup_text (line != NULL ? line : content);

  if (text != NULL)
    offprint_record_set_string (offprint_springer_get_rights (self), "copyright", text);
}

/**
 * offprint_springer_read_rights:
 * @self: a page
 *
 * Reads whose the work is and what one may do with it.
 */
void
offprint_springer_read_rights (OffprintSpringer *self)
{
  read_permissions (self);
  read_copyright (self);
}
