/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Open Library by ISBN, when the catalogues know nothing: services/catalogues.md. Its
 * quality is poor, so it comes last.
 */

#include "config.h"

#include "questions.h"

#include "json-answer.h"
#include "peek.h"
#include "personal-names.h"
#include "record.h"
#include "registry-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gpointer
read_work (const OffprintQuestion    *question,
           const OffprintHttpAnswer  *answer,
           GError                   **error)
{
  return offprint_open_library_parse (answer->body, answer->url, answer->at, error);
}

/**
 * offprint_open_library_ask:
 * @endpoints: where the services live
 * @isbn: 13 digits
 *
 * What Open Library says of a book.
 *
 * Returns: (transfer full): a question whose answer is an `OffprintReading`
 */
OffprintQuestion *
offprint_open_library_ask (OffprintEndpoints *endpoints,
                           const char        *isbn)
{
  OffprintQuestion *self = offprint_question_new ("Open Library", isbn, read_work, g_object_unref);

  self->url = g_strdup_printf ("%s/api/books.json?bibkeys=ISBN:%s&jscmd=data",
                               offprint_endpoints_get (endpoints, OFFPRINT_ENDPOINT_OPENLIBRARY), isbn);
  self->purpose = g_strdup_printf (_("Book with the ISBN %s"), isbn);
  self->cache_key = g_strdup_printf ("openlibrary:%s", isbn);
  self->max_age_s = 30 * 24 * 60 * 60;
  return self;
}

static JsonObject *
get_book (JsonNode *root)
{
  JsonObject *books = offprint_node_object (root);
  g_autoptr (GList) names = books != NULL ? json_object_get_members (books) : NULL;

  for (GList *name = names; name != NULL; name = name->next)
    if (g_str_has_prefix (name->data, "ISBN:") && offprint_peek_object (books, name->data) != NULL)
      return offprint_peek_object (books, name->data);
  return NULL;
}

/* "March 2009", "2009-03-01", "1998": the year is all that is sure */
static OffprintDate *
date_from_text (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p++)
    if (strspn (p, "0123456789") == 4 && (p == text || !g_ascii_isdigit (p[-1])))
      return offprint_date_new ((int) g_ascii_strtoll (p, NULL, 10), 0, 0);
  return NULL;
}

static const char *
get_nth_name (JsonObject *book,
              const char *member,
              guint       index)
{
  return offprint_peek_string (offprint_peek_nth_object (book, member, index), "name");
}

static JsonObject *
read_book (JsonObject *book)
{
  JsonObject *record = offprint_record_new ();
  JsonObject *identifiers = offprint_peek_object (book, "identifiers");
  g_autoptr (OffprintDate) date = date_from_text (offprint_peek_string (book, "publish_date"));
  g_autofree char *pages = offprint_peek_dup_plain (book, "number_of_pages");

  offprint_record_set_string (record, "type", "book");
  offprint_record_set_title (record, offprint_peek_string (book, "title"), offprint_peek_string (book, "subtitle"));
  for (guint i = 0; i < offprint_peek_length (book, "authors"); i++)
    if (get_nth_name (book, "authors", i) != NULL && strlen (get_nth_name (book, "authors", i)) < 1024)
      offprint_record_add_person (record, "author", offprint_name_new_straight (get_nth_name (book, "authors", i)), NULL);
  offprint_record_set_string (record, "publisher", get_nth_name (book, "publishers", 0));
  offprint_record_set_string (record, "publisher-place", get_nth_name (book, "publish_places", 0));
  offprint_record_set_date (record, "issued", date);
  offprint_record_set_string (record, "number-of-pages", pages);
  for (guint i = 0; i < offprint_peek_length (identifiers, "isbn_13"); i++)
    offprint_record_add_isbn (record, offprint_peek_nth_string (identifiers, "isbn_13", i), NULL);
  for (guint i = 0; i < offprint_peek_length (identifiers, "isbn_10"); i++)
    offprint_record_add_isbn (record, offprint_peek_nth_string (identifiers, "isbn_10", i), NULL);
  return record;
}

/**
 * offprint_open_library_parse:
 * @bytes: an answer of `/api/books.json` with `jscmd=data`
 * @url: (nullable): where it came from
 * @at: when it came
 * @error: return location for an error of the domain `OFFPRINT_REGISTRY_ERROR`:
 *   `NOT_FOUND` if there is no book in it, `BROKEN_ANSWER`
 *
 * Reads one book.
 *
 * Returns: (transfer full): what it says, or `NULL` with @error set
 */
OffprintReading *
offprint_open_library_parse (GBytes      *bytes,
                             const char  *url,
                             GDateTime   *at,
                             GError     **error)
{
  g_autoptr (JsonNode) root = offprint_json_answer_parse (bytes, error);
  JsonObject *book = NULL;

  if (root == NULL)
    return NULL;
  book = get_book (root);
  if (book == NULL)
    {
      g_set_error_literal (error, OFFPRINT_REGISTRY_ERROR, OFFPRINT_REGISTRY_ERROR_NOT_FOUND,
                           _("Open Library knows no such book"));
      return NULL;
    }
  return offprint_reading_new ("openlibrary", OFFPRINT_READING_ABOUT_WORK, url, at, bytes, read_book (book));
}
