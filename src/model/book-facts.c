/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chapter's registry record names neither editors nor series (records/FACTS.md), so
 * the book's own record is asked too. Only what is true of the chapter may pass from it:
 * the book's authors did not write the chapter, nor is its abstract the chapter's.
 */

#include "config.h"

#include "merge.h"

#include <string.h>

#include "json-value.h"

/* The book's member and what it is to the chapter */
static const struct
{
  const char *from;
  const char *to;
} standard[] = {
  { "editor", "editor" },
  { "translator", "translator" },
  { "collection-editor", "collection-editor" },
  { "container-author", "container-author" },
  { "container-title", "container-title" },
  { "collection-title", "collection-title" },
  { "collection-number", "collection-number" },
  { "publisher", "publisher" },
  { "publisher-place", "publisher-place" },
  { "edition", "edition" },
  { "volume", "volume" },
  { "number-of-volumes", "number-of-volumes" },
  { "ISBN", "ISBN" },
  { "ISSN", "ISSN" },
  { "event-title", "event-title" },
  { "event-place", "event-place" },
  { "event-date", "event-date" },
};

static const char *const custom_members[] = { "isbns", "book", "packages" };

/* A record of the book itself, not one that was cut down to a chapter's facts already */
static gboolean
is_of_book (JsonObject *record)
{
  const char *type = offprint_json_get_string (record, "type");

  return offprint_json_get_string (record, "title") != NULL && g_strcmp0 (type, "chapter") != 0;
}

static void
take_member (JsonObject *facts,
             const char *to,
             JsonObject *from,
             const char *member)
{
  JsonNode *node = from != NULL ? json_object_get_member (from, member) : NULL;

  if (node != NULL && !json_object_has_member (facts, to))
    json_object_set_member (facts, to, offprint_json_copy (node));
}

/* People of the book who have a role in the chapter's record too */
static void
take_people (JsonObject *custom,
             JsonObject *from)
{
  JsonArray *people = offprint_json_get_array (from, "people");
  g_autoptr (JsonArray) taken = json_array_new ();

  for (guint i = 0; people != NULL && i < json_array_get_length (people); i++)
    {
      JsonObject *entry = offprint_json_element_object (people, i);
      const char *role = offprint_json_get_string (entry, "role");

      if (g_strcmp0 (role, "editor") == 0 || g_strcmp0 (role, "collection-editor") == 0)
        json_array_add_object_element (taken, offprint_json_copy_object (entry));
    }
  if (json_array_get_length (taken) > 0)
    json_object_set_array_member (custom, "people", g_steal_pointer (&taken));
}

static void
take_book (JsonObject *custom,
           JsonObject *record,
           JsonObject *from)
{
  JsonObject *book = offprint_json_get_object (custom, "book");
  JsonObject *titles = offprint_json_get_object (from, "titles");

  if (book == NULL)
    {
      book = json_object_new ();
      json_object_set_object_member (custom, "book", book);
    }
  take_member (book, "DOI", record, "DOI");
  take_member (book, "subtitle", titles, "subtitle");
  if (json_object_get_size (book) == 0)
    json_object_remove_member (custom, "book");
}

/*< private >
 * Cuts a book's record down to what its chapter may take of it.
 */
JsonObject *
offprint_book_facts (JsonObject *book)
{
  JsonObject *facts = json_object_new ();
  JsonObject *from = offprint_json_get_object (offprint_json_get_object (book, "custom"), "offprint");
  JsonObject *wrapper = json_object_new ();
  JsonObject *custom = json_object_new ();

  if (is_of_book (book))
    {
      take_member (facts, "container-title", book, "title");
      take_member (facts, "container-author", book, "author");
      /* registries call a book's series its container */
      take_member (facts, "collection-title", book, "collection-title");
      take_member (facts, "collection-title", book, "container-title");
      take_book (custom, book, from);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (standard); i++)
    take_member (facts, standard[i].to, book, standard[i].from);
  for (gsize i = 0; i < G_N_ELEMENTS (custom_members); i++)
    take_member (custom, custom_members[i], from, custom_members[i]);
  take_people (custom, from);
  json_object_set_object_member (wrapper, "offprint", custom);
  json_object_set_object_member (facts, "custom", wrapper);

  return facts;
}
