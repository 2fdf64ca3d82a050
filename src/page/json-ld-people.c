/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People in JSON-LD: objects with parted names or whole ones, lists of them, references,
 * bare strings; an ORCID in any of four members.
 */

#include "config.h"

#include "json-ld.h"

#include <string.h>

#include "byline.h"
#include "peek.h"
#include "record.h"
#include "spellings.h"
#include "workplace.h"

static JsonObject *
read_name (JsonObject *person)
{
  g_autofree char *family = offprint_peek_dup_plain (person, "familyName");
  g_autofree char *given = offprint_peek_dup_joined (person, "givenName", " ");
  g_autofree char *middle = offprint_peek_dup_plain (person, "additionalName");
  g_autofree char *whole = offprint_peek_dup_plain (person, "name");
  JsonObject *name = NULL;

  if (family == NULL)
    {
      if (whole == NULL)
        return json_object_new ();
      if (!offprint_graph_is (person, "Organization"))
        return offprint_byline_name (whole);
      name = json_object_new ();
      offprint_record_set_string (name, "literal", whole);
      return name;
    }
  name = json_object_new ();
  offprint_record_set_string (name, "family", family);
  if (given != NULL && middle != NULL && strstr (given, middle) == NULL)
    {
      g_autofree char *both = g_strconcat (given, " ", middle, NULL);

      offprint_record_set_string (name, "given", both);
    }
  else
    offprint_record_set_string (name, "given", given);
  return name;
}

/* The value of an identifier that is an object, or the string itself */
static char *
find_orcid (JsonObject *person)
{
  static const char *const members[] = { "@id", "url", "sameAs", "identifier" };

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    for (guint j = 0; j < offprint_peek_length (person, members[i]) && j < 20; j++)
      {
        JsonNode *node = offprint_peek_nth (person, members[i], j);
        JsonObject *object = offprint_node_object (node);
        const char *text = object != NULL ? offprint_peek_string (object, "value") : offprint_node_string (node);
        g_autofree char *orcid = NULL;

        if (text == NULL && object != NULL)
          text = offprint_peek_string (object, "@id");
        if (text == NULL || (strstr (text, "orcid") == NULL && strlen (text) > 20))
          continue;
        orcid = offprint_spell_orcid (text);
        if (orcid != NULL)
          return g_steal_pointer (&orcid);
      }
  return NULL;
}

static char *
dup_place (JsonObject *organization)
{
  JsonObject *address = offprint_peek_object (organization, "address");
  g_autofree char *city = offprint_peek_dup_plain (address, "addressLocality");
  g_autofree char *country = offprint_peek_dup_plain (address, "addressCountry");

  if (city != NULL && country != NULL)
    return g_strconcat (city, ", ", country, NULL);
  return city != NULL ? g_steal_pointer (&city) : g_steal_pointer (&country);
}

static void
read_affiliations (OffprintGraph *graph,
                   JsonObject    *person,
                   JsonObject    *extra)
{
  for (guint i = 0; i < offprint_peek_length (person, "affiliation"); i++)
    {
      JsonNode *node = offprint_peek_nth (person, "affiliation", i);
      JsonObject *organization = offprint_graph_follow (graph, node);
      g_autofree char *place = organization != NULL ? dup_place (organization) : NULL;
      const char *whole = NULL;

      if (organization == NULL)
        {
          offprint_workplace_add (extra, offprint_node_string (node), NULL, NULL);
          continue;
        }
      /* Springer: the name is the institution, the address has the department too */
      whole = offprint_peek_string (offprint_peek_object (organization, "address"), "name");
      if (whole == NULL || offprint_peek_string (organization, "name") == NULL || strstr (whole, offprint_peek_string (organization, "name")) == NULL)
        whole = offprint_peek_string (organization, "name");
      offprint_workplace_add (extra, whole, place, offprint_peek_string (organization, "@id"));
    }
}

static void
read_person (OffprintGraph *graph,
             JsonNode      *node,
             const char    *role,
             JsonObject    *record)
{
  JsonObject *person = offprint_graph_follow (graph, node);
  g_autoptr (JsonObject) extra = json_object_new ();
  g_autofree char *orcid = NULL;
  const char *email = NULL;

  if (person == NULL)
    {
      g_autoptr (GPtrArray) names = offprint_node_string (node) != NULL ? offprint_byline_split (offprint_node_string (node)) : NULL;

      for (guint i = 0; names != NULL && i < names->len; i++)
        offprint_record_add_person (record, role, offprint_byline_name (names->pdata[i]), NULL);
      return;
    }
  orcid = find_orcid (person);
  offprint_record_set_string (extra, "orcid", orcid);
  email = offprint_peek_string (person, "email");
  if (email != NULL && g_str_has_prefix (email, "mailto:"))
    email += strlen ("mailto:");
  if (email != NULL && strchr (email, '@') != NULL)
    offprint_record_set_string (extra, "email", email);
  read_affiliations (graph, person, extra);
  offprint_record_add_person (record, role, read_name (person), g_steal_pointer (&extra));
}

/**
 * offprint_json_ld_read_people:
 * @graph: the objects of a page
 * @work: the work among them, or its book
 * @record: the record
 *
 * Reads authors, editors and translators, each role if it is not there.
 */
void
offprint_json_ld_read_people (OffprintGraph *graph,
                              JsonObject    *work,
                              JsonObject    *record)
{
  static const struct
  {
    const char *member;
    const char *role;
  } roles[] = {
    { "author", "author" },
    { "creator", "author" },
    { "editor", "editor" },
    { "translator", "translator" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      if (json_object_has_member (record, roles[i].role))
        continue;
      for (guint j = 0; j < offprint_peek_length (work, roles[i].member); j++)
        read_person (graph, offprint_peek_nth (work, roles[i].member, j), roles[i].role, record);
    }
}
