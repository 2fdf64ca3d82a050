/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Creators and contributors. A name is “Family, Given” in one string, with the parts
 * beside it or without; a collective may have been split by mistake, and only
 * `nameType` tells: records/FACTS.md.
 */

#include "config.h"

#include "datacite-private.h"

#include <string.h>

#include "paths.h"
#include "peek.h"
#include "record.h"
#include "spellings.h"

/* DataCite 4.7, contributorType. Who hosts, distributes or registers is no
 * contributor in the sense of a citation. */
static const struct
{
  const char *type;
  const char *role;
} roles[] = {
  { "Editor", "editor" },
  { "Translator", "translator" },
  { "Producer", "producer" },
  { "DataCollector", "contributor" },
  { "DataCurator", "contributor" },
  { "DataManager", "contributor" },
  { "ProjectLeader", "contributor" },
  { "ProjectManager", "contributor" },
  { "ProjectMember", "contributor" },
  { "RelatedPerson", "contributor" },
  { "Researcher", "contributor" },
  { "ResearchGroup", "contributor" },
  { "Supervisor", "contributor" },
  { "WorkPackageLeader", "contributor" },
};

static guint
count_words (const char *text)
{
  guint words = 0;

  for (const char *p = text; *p != '\0';)
    {
      p += strspn (p, " ");
      words += *p != '\0';
      p += strcspn (p, " ");
    }
  return words;
}

/* Without parts and without a type: “Kreyenfeld, Michaela” is a person, a body with
 * an address behind it is not. */
static gboolean
split_name (const char *whole,
            gboolean    is_person,
            JsonObject *name)
{
  g_auto (GStrv) parts = g_strsplit (whole, ",", 0);

  if (g_strv_length (parts) != 2)
    return FALSE;
  g_strstrip (parts[0]);
  g_strstrip (parts[1]);
  if (*parts[0] == '\0' || *parts[1] == '\0')
    return FALSE;
  if (!is_person && (count_words (parts[0]) > 2 || count_words (parts[1]) > 3))
    return FALSE;
  offprint_record_set_string (name, "family", parts[0]);
  offprint_record_set_string (name, "given", parts[1]);
  return TRUE;
}

/* “Christine (Ed.)”: the role has its own member */
static void
cut_role (char *given)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\s*\\((eds?|hrsg|hg|translator|trans)\\.?\\)\\s*$", G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  int start = 0;

  if (given != NULL && g_regex_match (regex, given, 0, &match) && g_match_info_fetch_pos (match, 0, &start, NULL) && start > 0)
    given[start] = '\0';
}

static JsonObject *
read_name (JsonObject *person)
{
  JsonObject *name = json_object_new ();
  const char *type = offprint_peek_string (person, "nameType");
  g_autofree char *whole = offprint_peek_dup_plain (person, "name");
  g_autofree char *family = offprint_peek_dup_plain (person, "familyName");
  g_autofree char *given = offprint_peek_dup_plain (person, "givenName");
  gboolean is_body = g_strcmp0 (type, "Organizational") == 0;

  if (offprint_datacite_is_placeholder (whole))
    return name;
  cut_role (given);
  cut_role (whole);
  if (!is_body && (family != NULL || given != NULL))
    {
      offprint_record_set_string (name, "family", family != NULL ? family : given);
      if (family != NULL)
        offprint_record_set_string (name, "given", given);
      return name;
    }
  if (whole == NULL)
    {
      offprint_record_set_string (name, "literal", family != NULL ? family : given);
      return name;
    }
  if (is_body || !split_name (whole, g_strcmp0 (type, "Personal") == 0, name))
    offprint_record_set_string (name, "literal", whole);
  return name;
}

/* “DataCite”, {"name": "DataCite", "affiliationIdentifier": "https://ror.org/…"}, or
 * the identifier where the name should be */
static JsonObject *
read_affiliation (JsonNode *node)
{
  JsonObject *source = offprint_node_object (node);
  g_autofree char *name = source != NULL ? offprint_peek_dup_plain (source, "name") : offprint_node_dup_plain (node);
  g_autofree char *ror = offprint_spell_ror (offprint_peek_string (source, "affiliationIdentifier"));
  g_autofree char *ror_of_name = offprint_spell_ror (name);
  JsonObject *affiliation = json_object_new ();

  if (ror_of_name == NULL && !offprint_datacite_is_placeholder (name))
    offprint_record_set_string (affiliation, "name", name);
  offprint_record_set_string (affiliation, "ror", ror != NULL ? ror : ror_of_name);
  return affiliation;
}

static JsonObject *
read_extra (JsonObject *person)
{
  JsonObject *extra = json_object_new ();
  g_autoptr (JsonArray) affiliations = json_array_new ();

  for (guint i = 0; i < offprint_peek_length (person, "nameIdentifiers"); i++)
    {
      JsonObject *identifier = offprint_peek_nth_object (person, "nameIdentifiers", i);
      g_autofree char *orcid = offprint_spell_orcid (offprint_peek_string (identifier, "nameIdentifier"));

      if (orcid != NULL)
        offprint_record_set_string (extra, "orcid", orcid);
    }
  for (guint i = 0; i < offprint_peek_length (person, "affiliation"); i++)
    {
      g_autoptr (JsonObject) affiliation = read_affiliation (offprint_peek_nth (person, "affiliation", i));

      if (json_object_get_size (affiliation) > 0)
        json_array_add_object_element (affiliations, g_steal_pointer (&affiliation));
    }
  if (json_array_get_length (affiliations) > 0)
    json_object_set_array_member (extra, "affiliations", g_steal_pointer (&affiliations));
  return extra;
}

static void
read_person (JsonObject *person,
             const char *role,
             JsonObject *record)
{
  JsonObject *name = read_name (person);

  if (json_object_get_size (name) > 0)
    offprint_record_add_person (record, role, name, read_extra (person));
  else
    json_object_unref (name);
}

static const char *
role_of_type (const char *type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (roles) && type != NULL; i++)
    if (g_str_equal (type, roles[i].type))
      return roles[i].role;
  return NULL;
}

/**
 * offprint_datacite_read_editors:
 * @related_item: what the work was published in
 * @record: the record
 *
 * Reads the editors of the book around a work.
 */
void
offprint_datacite_read_editors (JsonObject *related_item,
                                JsonObject *record)
{
  for (guint i = 0; i < offprint_peek_length (related_item, "contributors"); i++)
    {
      JsonObject *person = offprint_peek_nth_object (related_item, "contributors", i);

      if (g_strcmp0 (offprint_peek_string (person, "contributorType"), "Editor") == 0)
        read_person (person, "editor", record);
    }
  for (guint i = 0; i < offprint_peek_length (related_item, "creators"); i++)
    {
      JsonObject *person = offprint_peek_nth_object (related_item, "creators", i);

      if (person != NULL)
        read_person (person, "container-author", record);
    }
}

/**
 * offprint_datacite_read_people:
 * @attributes: the attributes of a DOI
 * @record: the record
 *
 * Reads creators as authors, and contributors by their type; those of no type that
 * a citation knows are kept.
 */
void
offprint_datacite_read_people (JsonObject *attributes,
                               JsonObject *record)
{
  for (guint i = 0; i < offprint_peek_length (attributes, "creators"); i++)
    {
      JsonObject *person = offprint_peek_nth_object (attributes, "creators", i);

      if (person != NULL)
        read_person (person, "author", record);
    }
  for (guint i = 0; i < offprint_peek_length (attributes, "contributors"); i++)
    {
      JsonObject *person = offprint_peek_nth_object (attributes, "contributors", i);
      const char *role = role_of_type (offprint_peek_string (person, "contributorType"));
      g_autofree char *pointer = g_strdup_printf ("/contributors/%u", i);

      if (role != NULL)
        read_person (person, role, record);
      else if (person != NULL)
        offprint_paths_keep (record, pointer, offprint_peek_nth (attributes, "contributors", i));
    }
}
