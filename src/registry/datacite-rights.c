/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rights, funders and links of a DataCite record.
 */

#include "config.h"

#include "datacite-private.h"

#include <string.h>

#include "paths.h"
#include "peek.h"
#include "record.h"
#include "spellings.h"

/* Licences of SPDX's list that let everybody use and pass on, by the start of their name */
static gboolean
is_open_identifier (const char *identifier)
{
  static const char *const open[] = { "cc", "mit", "apache", "gpl", "lgpl", "agpl", "bsd", "mpl", "odc", "odbl", "pddl", "etalab", "isc", "eupl" };

  for (gsize i = 0; i < G_N_ELEMENTS (open) && identifier != NULL; i++)
    if (g_ascii_strncasecmp (identifier, open[i], strlen (open[i])) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_licence (JsonObject *rights,
             const char *url)
{
  for (guint i = 0; i < offprint_peek_length (rights, "licenses"); i++)
    if (g_strcmp0 (offprint_peek_string (offprint_peek_nth_object (rights, "licenses", i), "url"), url) == 0)
      return TRUE;
  return FALSE;
}

static void
add_licence (JsonObject *rights,
             const char *url,
             const char *identifier)
{
  JsonObject *licence = NULL;

  if (has_licence (rights, url))
    return;
  if (!json_object_has_member (rights, "licenses"))
    json_object_set_array_member (rights, "licenses", json_array_new ());
  licence = json_object_new ();
  offprint_record_set_string (licence, "url", url);
  json_object_set_boolean_member (licence, "open", offprint_licence_is_open (url) || is_open_identifier (identifier));
  json_array_add_object_element (json_object_get_array_member (rights, "licenses"), licence);
}

/* info:eu-repo/semantics/openAccess is no licence but a statement of access */
static gboolean
read_access (const char *uri,
             JsonObject *record)
{
  JsonObject *access = NULL;

  if (uri == NULL || strstr (uri, "semantics/openAccess") == NULL)
    return FALSE;
  access = json_object_new ();
  json_object_set_string_member (access, "state", "open");
  json_object_set_object_member (offprint_record_get_custom (record), "access", access);
  return TRUE;
}

static gboolean
read_entry (JsonObject *source,
            JsonObject *rights,
            JsonObject *record)
{
  const char *uri = offprint_peek_string (source, "rightsUri");
  const char *identifier = offprint_peek_string (source, "rightsIdentifier");
  g_autofree char *words = offprint_peek_dup_plain (source, "rights");
  g_autofree char *url = NULL;

  if (uri == NULL)
    uri = offprint_peek_string (source, "rightsURI");
  if (read_access (uri, record))
    return TRUE;
  url = offprint_spell_web_address (uri);
  if (url != NULL)
    {
      add_licence (rights, url, identifier);
      return TRUE;
    }
  if (words != NULL && g_regex_match_simple ("\u00a9|\\(c\\)|copyright", words, G_REGEX_CASELESS, 0) && !json_object_has_member (rights, "copyright"))
    {
      offprint_record_set_string (rights, "copyright", words);
      return TRUE;
    }
  return FALSE;
}

/**
 * offprint_datacite_read_rights:
 * @attributes: the attributes of a DOI
 * @record: the record
 *
 * Reads licences, each address once, a copyright line, and whether it is said to be open.
 */
void
offprint_datacite_read_rights (JsonObject *attributes,
                               JsonObject *record)
{
  g_autoptr (JsonObject) rights = json_object_new ();

  for (guint i = 0; i < offprint_peek_length (attributes, "rightsList"); i++)
    {
      JsonObject *source = offprint_peek_nth_object (attributes, "rightsList", i);
      g_autofree char *pointer = g_strdup_printf ("/rightsList/%u", i);

      if (source != NULL && !read_entry (source, rights, record))
        offprint_paths_keep (record, pointer, offprint_peek_nth (attributes, "rightsList", i));
    }
  if (json_object_get_size (rights) > 0)
    json_object_set_object_member (offprint_record_get_custom (record), "rights", g_steal_pointer (&rights));
}

static JsonObject *
find_funder (JsonObject *record,
             const char *name)
{
  JsonObject *custom = offprint_record_get_custom (record);

  for (guint i = 0; i < offprint_peek_length (custom, "funders"); i++)
    {
      JsonObject *funder = offprint_peek_nth_object (custom, "funders", i);

      if (g_strcmp0 (offprint_peek_string (funder, "name"), name) == 0)
        return funder;
    }
  return NULL;
}

/**
 * offprint_datacite_read_funders:
 * @attributes: the attributes of a DOI
 * @record: the record
 *
 * Reads who paid for the work. DataCite has an entry for each award; here each funder stands once.
 */
void
offprint_datacite_read_funders (JsonObject *attributes,
                                JsonObject *record)
{
  for (guint i = 0; i < offprint_peek_length (attributes, "fundingReferences"); i++)
    {
      JsonObject *source = offprint_peek_nth_object (attributes, "fundingReferences", i);
      g_autofree char *name = offprint_peek_dup_plain (source, "funderName");
      g_autofree char *doi = offprint_spell_doi (offprint_peek_string (source, "funderIdentifier"));
      g_autofree char *award = offprint_peek_dup_plain (source, "awardNumber");
      JsonObject *funder = NULL;

      if (name == NULL || offprint_datacite_is_placeholder (name))
        continue;
      funder = find_funder (record, name);
      if (funder == NULL)
        {
          funder = json_object_new ();
          offprint_record_set_string (funder, "name", name);
          offprint_record_append (record, "funders", funder);
        }
      offprint_record_set_string (funder, "DOI", doi);
      if (award == NULL)
        continue;
      if (!json_object_has_member (funder, "awards"))
        json_object_set_array_member (funder, "awards", json_array_new ());
      json_array_add_string_element (json_object_get_array_member (funder, "awards"), award);
    }
}

static void
add_link (JsonObject *record,
          const char *rel,
          const char *address)
{
  g_autofree char *url = offprint_spell_web_address (address);
  JsonObject *link = NULL;

  if (url == NULL)
    return;
  link = json_object_new ();
  offprint_record_set_string (link, "rel", rel);
  offprint_record_set_string (link, "url", url);
  offprint_record_append (record, "links", link);
}

/**
 * offprint_datacite_read_links:
 * @attributes: the attributes of a DOI
 * @record: the record
 *
 * Reads the landing page and the files.
 */
void
offprint_datacite_read_links (JsonObject *attributes,
                              JsonObject *record)
{
  const char *landing = offprint_peek_string (attributes, "url");

  if (landing == NULL)
    landing = offprint_peek_string (offprint_peek_object (attributes, "landingPage"), "url");
  add_link (record, "landing", landing);
  for (guint i = 0; i < offprint_peek_length (attributes, "contentUrl"); i++)
    add_link (record, "full-text", offprint_peek_nth_string (attributes, "contentUrl", i));
}
