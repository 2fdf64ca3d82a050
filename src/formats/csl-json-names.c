/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of an item. Crossref's have ORCIDs and affiliations, old ones a `name`, and lists
 * made by hand are sometimes no lists.
 */

#include "config.h"

#include "csl-json-item.h"

#include "identifier.h"
#include "json-value.h"
#include "record.h"

/**
 * offprint_csl_json_keep:
 * @record: the record
 * @pointer: where it stood
 * @value: what the record has no place for
 *
 * Keeps a value under `custom.offprint.kept`, unless it says nothing.
 */
void
offprint_csl_json_keep (JsonObject *record,
                        const char *pointer,
                        JsonNode   *value)
{
  JsonObject *custom = NULL;
  JsonObject *kept = NULL;

  if (offprint_json_is_nothing (value))
    return;
  custom = offprint_record_get_custom (record);
  kept = offprint_json_get_object (custom, "kept");
  if (kept == NULL)
    {
      kept = json_object_new ();
      json_object_set_object_member (custom, "kept", kept);
    }
  json_object_set_member (kept, pointer, offprint_json_copy (value));
}

/**
 * offprint_csl_json_dup_text:
 * @value: a value
 *
 * Returns: (transfer full) (nullable): a string or a number as text, that of the first of a
 *   list or of the name of an object
 */
char *
offprint_csl_json_dup_text (JsonNode *value)
{
  JsonNode *name = NULL;

  if (JSON_NODE_HOLDS_ARRAY (value))
    {
      JsonArray *array = json_node_get_array (value);

      return json_array_get_length (array) > 0 ? offprint_json_dup_text (json_array_get_element (array, 0)) : NULL;
    }
  if (!JSON_NODE_HOLDS_OBJECT (value))
    return offprint_json_dup_text (value);
  name = json_object_get_member (json_node_get_object (value), "name");

  return name != NULL ? offprint_json_dup_text (name) : NULL;
}

static JsonObject *
read_affiliation (JsonNode *value)
{
  JsonObject *affiliation = json_object_new ();
  JsonNode *place = NULL;
  g_autofree char *name = offprint_csl_json_dup_text (value);
  g_autofree char *place_name = NULL;

  offprint_record_set_inline (affiliation, "name", name);
  if (JSON_NODE_HOLDS_OBJECT (value))
    place = json_object_get_member (json_node_get_object (value), "place");
  place_name = place != NULL ? offprint_csl_json_dup_text (place) : NULL;
  offprint_record_set_string (affiliation, "place", place_name);

  return affiliation;
}

/* What Crossref's people have beside CSL's names */
static JsonObject *
read_extra (JsonObject *source)
{
  JsonObject *extra = json_object_new ();
  const char *address = offprint_json_get_string (source, "ORCID");
  g_autoptr (OffprintIdentifier) orcid = address != NULL ? offprint_identifier_new (OFFPRINT_IDENTIFIER_ORCID, address, NULL) : NULL;
  JsonArray *affiliations = offprint_json_get_array (source, "affiliation");
  JsonArray *list = json_array_new ();

  if (orcid != NULL)
    json_object_set_string_member (extra, "orcid", offprint_identifier_get_value (orcid));
  for (guint i = 0; affiliations != NULL && i < json_array_get_length (affiliations); i++)
    {
      JsonObject *affiliation = read_affiliation (json_array_get_element (affiliations, i));

      if (json_object_has_member (affiliation, "name"))
        json_array_add_object_element (list, affiliation);
      else
        json_object_unref (affiliation);
    }
  if (json_array_get_length (list) > 0)
    json_object_set_array_member (extra, "affiliations", list);
  else
    json_array_unref (list);

  return extra;
}

static void
read_name_part (JsonObject *record,
                JsonObject *name,
                const char *part,
                JsonNode   *value,
                const char *pointer)
{
  static const char *const texts[] = {
    "family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal", NULL
  };
  static const char *const switches[] = { "comma-suffix", "static-ordering", "parse-names", NULL };
  static const char *const elsewhere[] = { "ORCID", "affiliation", "sequence", "name", NULL };
  g_autofree char *text = offprint_json_dup_text (value);

  if (g_strv_contains (texts, part))
    offprint_record_set_string (name, part, text);
  else if (g_strv_contains (switches, part) && JSON_NODE_HOLDS_VALUE (value))
    json_object_set_member (name, part, json_node_copy (value));
  else if (!g_strv_contains (elsewhere, part))
    offprint_csl_json_keep (record, pointer, value);
}

static void
read_name (JsonObject *record,
           const char *role,
           JsonNode   *value,
           const char *pointer)
{
  JsonObject *source = JSON_NODE_HOLDS_OBJECT (value) ? json_node_get_object (value) : NULL;
  JsonObject *name = json_object_new ();
  g_autofree char *text = offprint_json_dup_text (value);
  g_autofree char *whole = NULL;
  JsonObjectIter iter;
  const char *part = NULL;
  JsonNode *part_value = NULL;

  if (source == NULL)
    {
      offprint_record_set_string (name, "literal", text);
      if (text == NULL)
        offprint_csl_json_keep (record, pointer, value);
      offprint_record_add_person (record, role, name, NULL);
      return;
    }
  json_object_iter_init_ordered (&iter, source);
  while (json_object_iter_next_ordered (&iter, &part, &part_value))
    {
      g_autofree char *place = offprint_json_pointer (pointer, part);

      read_name_part (record, name, part, part_value, place);
    }
  whole = offprint_json_dup_text (json_object_get_member (source, "name"));
  if (!json_object_has_member (name, "family") && !json_object_has_member (name, "given") && !json_object_has_member (name, "literal"))
    offprint_record_set_string (name, "literal", whole);
  if (!json_object_has_member (name, "family") && !json_object_has_member (name, "given") && !json_object_has_member (name, "literal"))
    {
      json_object_unref (name);
      return;
    }
  offprint_record_add_person (record, role, name, read_extra (source));
}

/**
 * offprint_csl_json_read_names:
 * @record: the record
 * @role: a name variable of CSL
 * @value: what an item has for it
 * @pointer: where that stood
 *
 * Reads names, and what Crossref's people have beside them.
 */
void
offprint_csl_json_read_names (JsonObject *record,
                              const char *role,
                              JsonNode   *value,
                              const char *pointer)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (value) ? json_node_get_array (value) : NULL;

  if (array == NULL)
    {
      read_name (record, role, value, pointer);
      return;
    }
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s/%u", pointer, i);

      read_name (record, role, json_array_get_element (array, i), place);
    }
}
