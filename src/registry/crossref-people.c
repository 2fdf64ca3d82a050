/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who made it. A name has family and given parts, one of them, or is a group's;
 * affiliations come as nothing, as a bare name, or as an object with places and
 * identifiers: records/FACTS.md counts the shapes.
 */

#include "config.h"

#include "crossref-private.h"

#include "peek.h"
#include "record.h"
#include "spellings.h"

/* Who reviewed a manuscript has no variable in CSL but the general one */
static const struct
{
  const char *member;
  const char *role;
} roles[] = {
  { "author", "author" },
  { "editor", "editor" },
  { "translator", "translator" },
  { "chair", "chair" },
  { "reviewer", "contributor" },
  { "review-assistant", "contributor" },
  { "stats-reviewer", "contributor" },
  { "reviewer-external", "contributor" },
  { "reader", "contributor" },
};

static void
take_plain (JsonObject *object,
            const char *member,
            char       *plain)
{
  offprint_record_set_string (object, member, plain);
  g_free (plain);
}

static JsonObject *
read_affiliation (JsonNode *node)
{
  JsonObject *source = offprint_node_object (node);
  g_autofree char *name = source != NULL ? offprint_peek_dup_plain (source, "name") : offprint_node_dup_plain (node);
  g_autofree char *department = offprint_peek_dup_joined (source, "department", ", ");
  g_autofree char *whole = NULL;
  JsonObject *affiliation = json_object_new ();

  if (name == NULL && source != NULL)
    name = offprint_peek_dup_plain (source, "acronym");
  if (name != NULL && department != NULL)
    whole = g_strdup_printf ("%s, %s", department, name);
  offprint_record_set_string (affiliation, "name", whole != NULL ? whole : name != NULL ? name
                                                                                        : department);
  take_plain (affiliation, "place", offprint_peek_dup_joined (source, "place", ", "));
  for (guint i = 0; i < offprint_peek_length (source, "id"); i++)
    {
      g_autofree char *ror = offprint_spell_ror (offprint_peek_string (offprint_peek_nth_object (source, "id", i), "id"));

      if (ror != NULL)
        offprint_record_set_string (affiliation, "ror", ror);
    }
  return affiliation;
}

static void
read_affiliations (JsonObject *person,
                   JsonObject *extra)
{
  g_autoptr (JsonArray) affiliations = json_array_new ();

  for (guint i = 0; i < offprint_peek_length (person, "affiliation"); i++)
    {
      g_autoptr (JsonObject) affiliation = read_affiliation (offprint_peek_nth (person, "affiliation", i));

      if (json_object_get_size (affiliation) > 0)
        json_array_add_object_element (affiliations, g_steal_pointer (&affiliation));
    }
  if (json_array_get_length (affiliations) > 0)
    json_object_set_array_member (extra, "affiliations", g_steal_pointer (&affiliations));
}

/* A group is a CSL literal. A person with a given name alone has but one name. */
static JsonObject *
read_name (JsonObject *person)
{
  JsonObject *name = json_object_new ();
  g_autofree char *family = offprint_peek_dup_plain (person, "family");
  g_autofree char *given = offprint_peek_dup_plain (person, "given");
  g_autofree char *group = offprint_peek_dup_plain (person, "name");

  if (family == NULL && given == NULL)
    {
      offprint_record_set_string (name, "literal", group);
      return name;
    }
  offprint_record_set_string (name, "family", family != NULL ? family : given);
  if (family != NULL)
    offprint_record_set_string (name, "given", given);
  take_plain (name, "suffix", offprint_peek_dup_plain (person, "suffix"));
  return name;
}

static void
read_person (JsonObject *person,
             const char *role,
             JsonObject *record)
{
  g_autoptr (JsonObject) name = read_name (person);
  g_autoptr (JsonObject) extra = NULL;
  g_autofree char *orcid = NULL;

  if (json_object_get_size (name) == 0)
    return;
  extra = json_object_new ();
  orcid = offprint_spell_orcid (offprint_peek_string (person, "ORCID"));
  offprint_record_set_string (extra, "orcid", orcid);
  read_affiliations (person, extra);
  offprint_record_add_person (record, role, g_steal_pointer (&name), g_steal_pointer (&extra));
}

/**
 * offprint_crossref_read_people:
 * @message: Crossref's message
 * @record: the record
 *
 * Reads authors, editors, translators, chairs and reviewers in their order. Who has
 * no name is left out.
 */
void
offprint_crossref_read_people (JsonObject *message,
                               JsonObject *record)
{
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    for (guint j = 0; j < offprint_peek_length (message, roles[i].member); j++)
      {
        JsonObject *person = offprint_peek_nth_object (message, roles[i].member, j);

        if (person != NULL)
          read_person (person, roles[i].role, record);
      }
}
