/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chapter's own record rarely has editors, series or place; its book's has them
 * (records/FACTS.md: editors on none of 146 Springer chapters). What is the book's
 * alone, its title page's facts, is taken over here; what is the chapter's stays
 * the chapter's.
 */

#include "config.h"

#include "parsers.h"

#include "peek.h"
#include "record.h"

static void
copy_member (JsonObject *from,
             const char *member,
             JsonObject *to,
             const char *as)
{
  JsonNode *node = offprint_peek_node (from, member);

  if (node != NULL)
    json_object_set_member (to, as, json_node_copy (node));
}

/* People with what CSL cannot say of them, each under the role it has for a chapter */
static void
copy_people (JsonObject *book,
             const char *role,
             JsonObject *part,
             const char *as)
{
  JsonObject *custom = offprint_peek_object (offprint_peek_object (book, "custom"), "offprint");

  copy_member (book, role, part, as);
  for (guint i = 0; i < offprint_peek_length (custom, "people"); i++)
    {
      JsonObject *person = offprint_peek_nth_object (custom, "people", i);
      g_autoptr (JsonNode) node = NULL;
      g_autoptr (JsonNode) copy = NULL;
      g_autofree char *text = NULL;

      if (g_strcmp0 (offprint_peek_string (person, "role"), role) != 0)
        continue;
      node = json_node_new (JSON_NODE_OBJECT);
      json_node_set_object (node, person);
      text = json_to_string (node, FALSE);
      copy = json_from_string (text, NULL);
      json_object_set_string_member (json_node_get_object (copy), "role", as);
      offprint_record_append (part, "people", json_node_dup_object (copy));
    }
}

/**
 * offprint_crossref_book_part:
 * @book_record: the record of the book that a chapter is in
 *
 * Makes of a book's record what a chapter may take of it: its title as the
 * container's, editors, authors as the container's authors, series, ISBNs, edition,
 * publisher and place, and under `custom.offprint.book` the book's DOI and subtitle.
 *
 * Returns: (transfer full): a record for a reading about the book
 */
JsonObject *
offprint_crossref_book_part (JsonObject *book_record)
{
  static const char *const same[] = { "collection-title", "collection-number", "edition", "volume", "number-of-volumes",
                                      "publisher", "publisher-place", "ISBN", "ISSN", "event-title", "event-place", "event-date" };
  JsonObject *part = offprint_record_new ();
  JsonObject *custom = offprint_peek_object (offprint_peek_object (book_record, "custom"), "offprint");
  const char *subtitle = offprint_peek_string (offprint_peek_object (custom, "titles"), "subtitle");
  JsonObject *book = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    copy_member (book_record, same[i], part, same[i]);
  copy_member (book_record, "title", part, "container-title");
  copy_people (book_record, "editor", part, "editor");
  copy_people (book_record, "author", part, "container-author");
  copy_people (book_record, "collection-editor", part, "collection-editor");
  if (custom != NULL)
    copy_member (custom, "isbns", offprint_record_get_custom (part), "isbns");
  if (offprint_peek_string (book_record, "DOI") == NULL && subtitle == NULL)
    return part;
  book = json_object_new ();
  offprint_record_set_string (book, "DOI", offprint_peek_string (book_record, "DOI"));
  offprint_record_set_string (book, "subtitle", subtitle);
  json_object_set_object_member (offprint_record_get_custom (part), "book", book);
  return part;
}
