/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * citation_author says a name; what comes behind it, up to the next name, says more of
 * the same person: institutions, e-mail, ORCID.
 */

#include "config.h"

#include "highwire.h"

#include <string.h>

#include "byline.h"
#include "json-value.h"
#include "record.h"
#include "spellings.h"
#include "workplace.h"

/* One person, as far as it is read */
typedef struct
{
  const char *role;
  JsonObject *name;
  JsonObject *extra;
} Person;

static const struct
{
  const char *name;
  const char *role;
} roles[] = {
  { "author", "author" },
  { "authors", "author" },
  { "editor", "editor" },
  { "editors", "editor" },
  { "book_editor", "editor" },
  { "inbook_editor", "editor" },
  { "translator", "translator" },
  { "series_editor", "collection-editor" },
};

static void
clear_person (gpointer data)
{
  Person *person = data;

  g_clear_pointer (&person->name, json_object_unref);
  g_clear_pointer (&person->extra, json_object_unref);
}

static const char *
role_of (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (name, roles[i].name))
      return roles[i].role;
  return NULL;
}

static void
add_person (GArray     *people,
            const char *role,
            const char *text)
{
  Person person = { role, offprint_byline_name (text), json_object_new () };

  if (json_object_get_size (person.name) > 0)
    g_array_append_val (people, person);
  else
    clear_person (&person);
}

static void
add_people (GArray     *people,
            const char *role,
            const char *text,
            gboolean    are_several)
{
  g_autoptr (GPtrArray) names = NULL;

  if (!are_several && strchr (text, ';') == NULL)
    {
      add_person (people, role, text);
      return;
    }
  names = offprint_byline_split (text);
  for (guint i = 0; i < names->len; i++)
    add_person (people, role, names->pdata[i]);
}

static void
read_detail (Person     *person,
             const char *name,
             const char *content)
{
  g_autofree char *orcid = NULL;

  if (g_str_has_suffix (name, "_institution") || g_str_has_suffix (name, "_affiliation"))
    offprint_workplace_add (person->extra, content, NULL, NULL);
  else if (g_str_has_suffix (name, "_email") && strchr (content, '@') != NULL && !json_object_has_member (person->extra, "email"))
    offprint_record_set_string (person->extra, "email", content);
  else if (g_str_has_suffix (name, "_orcid"))
    {
      orcid = offprint_spell_orcid (content);
      offprint_record_set_string (person->extra, "orcid", orcid);
    }
}

static void
read_meta (GArray     *people,
           const char *name,
           const char *content)
{
  const char *role = role_of (name);
  Person *last = people->len > 0 ? &g_array_index (people, Person, people->len - 1) : NULL;

  if (role != NULL)
    add_people (people, role, content, g_str_has_suffix (name, "s"));
  else if (last != NULL && (g_str_has_prefix (name, "author_") || g_str_has_prefix (name, "editor_")))
    read_detail (last, name, content);
}

static gboolean
is_same (GArray *people,
         guint   first,
         guint   second)
{
  const Person *a = &g_array_index (people, Person, first);
  const Person *b = &g_array_index (people, Person, second);

  return a->role == b->role && json_object_equal (a->name, b->name);
}

/* Whether the whole list comes twice, as where a page has its head twice */
static gboolean
is_repeated (GArray *people)
{
  guint half = people->len / 2;

  if (people->len < 2 || people->len % 2 != 0)
    return FALSE;
  for (guint i = 0; i < half; i++)
    if (!is_same (people, i, half + i))
      return FALSE;
  return TRUE;
}

/**
 * offprint_highwire_read_people:
 * @page: a page
 * @record: the record
 *
 * Reads authors and editors with what is known of each.
 */
void
offprint_highwire_read_people (OffprintPage *page,
                               JsonObject   *record)
{
  gsize n = 0;
  const OffprintPageMeta *metas = offprint_page_get_metas (page, &n);
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (Person));

  g_array_set_clear_func (people, clear_person);
  for (gsize i = 0; i < n; i++)
    {
      const char *name = offprint_highwire_name (&metas[i]);

      if (name != NULL)
        read_meta (people, name, metas[i].content);
    }
  for (guint i = 0; i < (is_repeated (people) ? people->len / 2 : people->len); i++)
    {
      Person *person = &g_array_index (people, Person, i);

      offprint_record_add_person (record, person->role, json_object_ref (person->name), json_object_ref (person->extra));
    }
}
