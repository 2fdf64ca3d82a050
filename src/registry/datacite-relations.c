/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a work belongs to others. DataCite has no list of references and no notices:
 * both are relations there.
 */

#include "config.h"

#include "datacite-private.h"

#include <string.h>

#include "peek.h"
#include "record.h"
#include "spellings.h"

/* “IsSupplementTo” → “is-supplement-to”, as Crossref spells its relations */
static char *
spell_kind (const char *type)
{
  GString *kind = g_string_new (NULL);

  for (const char *p = type; *p != '\0' && kind->len < 60; p++)
    {
      if (g_ascii_isupper (*p) && p > type)
        g_string_append_c (kind, '-');
      g_string_append_c (kind, g_ascii_tolower (*p));
    }
  return g_string_free (kind, FALSE);
}

static void
add_reference (JsonObject *record,
               JsonObject *source,
               const char *doi,
               const char *url)
{
  JsonObject *item = json_object_new ();
  JsonObject *entry = json_object_new ();

  json_object_set_string_member (item, "type", offprint_datacite_type (offprint_peek_string (source, "resourceTypeGeneral"), NULL));
  offprint_record_set_string (item, "DOI", doi);
  offprint_record_set_string (item, "URL", url);
  json_object_set_object_member (entry, "item", item);
  offprint_record_append (record, "references", entry);
}

static void
add_new_version (JsonObject *record,
                 const char *doi)
{
  JsonObject *notice = json_object_new ();

  offprint_record_set_string (notice, "kind", "new_version");
  offprint_record_set_string (notice, "direction", "about-this");
  offprint_record_set_string (notice, "DOI", doi);
  offprint_record_set_string (notice, "source", "publisher");
  offprint_record_append (record, "notices", notice);
}

static void
read_relation (JsonObject *record,
               JsonObject *source,
               const char *type,
               const char *id_kind,
               const char *value)
{
  g_autofree char *doi = NULL;
  g_autofree char *url = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *address = NULL;
  JsonObject *relation = NULL;

  if (type == NULL || value == NULL)
    return;
  doi = offprint_spell_doi (value);
  url = doi == NULL ? offprint_spell_web_address (value) : NULL;
  if ((doi != NULL || url != NULL) && (g_str_equal (type, "Cites") || g_str_equal (type, "References")))
    {
      add_reference (record, source, doi, url);
      return;
    }
  if (doi != NULL && (g_str_equal (type, "IsObsoletedBy") || g_str_equal (type, "IsPreviousVersionOf")))
    add_new_version (record, doi);
  kind = spell_kind (type);
  relation = json_object_new ();
  offprint_record_set_string (relation, "kind", kind);
  address = doi == NULL ? offprint_spell_address (id_kind, value) : NULL;
  offprint_record_set_string (relation, doi != NULL ? "DOI" : "url", doi != NULL ? doi : address);
  offprint_record_append (record, "relations", relation);
}

/**
 * offprint_datacite_read_relations:
 * @attributes: the attributes of a DOI
 * @record: the record
 *
 * Reads related identifiers and items: what is cited and has an address as a work
 * cited, a newer version as a notice too, all else as a relation. What it was published in is the container's.
 */
void
offprint_datacite_read_relations (JsonObject *attributes,
                                  JsonObject *record)
{
  for (guint i = 0; i < offprint_peek_length (attributes, "relatedIdentifiers"); i++)
    {
      JsonObject *source = offprint_peek_nth_object (attributes, "relatedIdentifiers", i);

      if (source != NULL)
        read_relation (record, source, offprint_peek_string (source, "relationType"), offprint_peek_string (source, "relatedIdentifierType"),
                       offprint_peek_string (source, "relatedIdentifier"));
    }
  for (guint i = 0; i < offprint_peek_length (attributes, "relatedItems"); i++)
    {
      JsonObject *source = offprint_peek_nth_object (attributes, "relatedItems", i);
      JsonObject *identifier = offprint_peek_object (source, "relatedItemIdentifier");

      if (source != NULL && g_strcmp0 (offprint_peek_string (source, "relationType"), "IsPublishedIn") != 0)
        read_relation (record, source, offprint_peek_string (source, "relationType"),
                       offprint_peek_string (identifier, "relatedItemIdentifierType"),
                       offprint_peek_string (identifier, "relatedItemIdentifier"));
    }
}
