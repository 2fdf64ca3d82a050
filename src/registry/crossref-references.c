/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Works cited. Crossref has each as it was deposited: the printed line, or a few
 * fields cut out of it, or both; only the first author and the first page.
 */

#include "config.h"

#include "crossref-private.h"

#include <string.h>

#include "peek.h"
#include "read.h"
#include "record.h"
#include "spellings.h"
#include "write.h"

#define MAX_PRINTED_BYTES (64 * 1024)

typedef struct
{
  const char *pattern;
  guint given;
  guint family;
} AuthorShape;

/* “J Abellan”, “C. E. Schorske”; “Busse M.”, “Srinivasamoorthy K”; “Abellan, J.”. What
 * fits none of them may be several people or a body: a literal. */
static const AuthorShape author_shapes[] = {
  { "^((?:\\p{Lu}\\.?[ -]?){1,4}) ((?:\\p{Ll}{1,4} ){0,2}\\p{Lu}[\\p{L}\u2019'\u2018-]*\\p{Ll}[\\p{L}\u2019'\u2018-]*)$", 1, 2 },
  { "^(\\p{Lu}[\\p{L}\u2019'\u2018-]*\\p{Ll}[\\p{L}\u2019'\u2018-]*) ((?:\\p{Lu}\\.?[ -]?){1,4})$", 2, 1 },
  { "^([^,;&]{2,40}), ?([^,;&]{1,40})$", 2, 1 },
};

/* Compiled once a record: a list of 500 works would spend most of its time here */
typedef struct
{
  GRegex *regexes[G_N_ELEMENTS (author_shapes)];
} AuthorReader;

static void
author_reader_init (AuthorReader *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (author_shapes); i++)
    self->regexes[i] = g_regex_new (author_shapes[i].pattern, 0, 0, NULL);
}

static void
author_reader_clear (AuthorReader *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (author_shapes); i++)
    g_regex_unref (self->regexes[i]);
}

static JsonObject *
parse_author (const AuthorReader *reader,
              const char         *author)
{
  JsonObject *name = json_object_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (author_shapes) && strlen (author) < 200; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      if (g_regex_match (reader->regexes[i], author, 0, &match))
        {
          g_autofree char *given = g_match_info_fetch (match, (int) author_shapes[i].given);
          g_autofree char *family = g_match_info_fetch (match, (int) author_shapes[i].family);

          offprint_record_set_string (name, "family", g_strstrip (family));
          offprint_record_set_string (name, "given", g_strstrip (given));
          return name;
        }
    }
  offprint_record_set_string (name, strpbrk (author, " ,;&") == NULL ? "family" : "literal", author);
  return name;
}

/* Four digits and no fifth, perhaps after a bracket */
static gboolean
starts_with_year (const char *text)
{
  text += *text == '(';
  return strspn (text, "0123456789") == 4;
}

static gboolean
has_word (const char *text)
{
  gboolean is_after_letter = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean is_letter = g_unichar_isalpha (g_utf8_get_char (p));

      if (is_letter && is_after_letter)
        return TRUE;
      is_after_letter = is_letter;
    }
  return FALSE;
}

/* “1998a” and “(1998)” have a year, “0” has none; “in press” is a date only in words */
static void
read_year (JsonObject *source,
           JsonObject *item)
{
  g_autofree char *year = offprint_peek_dup_plain (source, "year");
  g_autoptr (OffprintDate) date = NULL;

  if (year == NULL || strlen (year) > 40)
    return;
  if (starts_with_year (year))
    date = offprint_date_new ((int) g_ascii_strtoll (year + (*year == '('), NULL, 10), 0, 0);
  else if (has_word (year))
    {
      g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

      json_node_take_object (node, json_object_new ());
      json_object_set_string_member (json_node_get_object (node), "literal", year);
      date = offprint_date_new_from_csl (node);
    }
  if (date != NULL)
    offprint_record_set_date (item, "issued", date);
}

static const char *
read_titles (JsonObject *source,
             JsonObject *item)
{
  const char *article = offprint_peek_string (source, "article-title");
  const char *journal = offprint_peek_string (source, "journal-title");
  const char *volume = offprint_peek_string (source, "volume-title");
  const char *series = offprint_peek_string (source, "series-title");
  const char *standard = offprint_peek_string (source, "standard-designator");

  if (article == NULL && journal == NULL && volume == NULL && standard == NULL && series != NULL)
    {
      /* nothing else to call it by: depositors put a book's title there too */
      offprint_record_set_inline (item, "title", series);
      return "book";
    }
  offprint_record_set_inline (item, "collection-title", series);
  if (journal != NULL)
    {
      offprint_record_set_inline (item, "title", article);
      offprint_record_set_inline (item, "container-title", journal);
      return "article-journal";
    }
  if (volume != NULL && article != NULL)
    {
      offprint_record_set_inline (item, "title", article);
      offprint_record_set_inline (item, "container-title", volume);
      return "chapter";
    }
  offprint_record_set_inline (item, "title", article != NULL ? article : volume);
  if (standard != NULL)
    return "standard";
  return volume != NULL || offprint_peek_string (source, "ISBN") != NULL ? "book" : "document";
}

static void
set_plain (JsonObject *item,
           const char *member,
           JsonObject *source,
           const char *from)
{
  g_autofree char *plain = offprint_peek_dup_plain (source, from);

  offprint_record_set_string (item, member, plain);
}

static void
read_author (const AuthorReader *reader,
             JsonObject         *source,
             JsonObject         *item)
{
  g_autofree char *author = offprint_peek_dup_plain (source, "author");
  JsonArray *authors = NULL;

  if (author == NULL)
    return;
  authors = json_array_new ();
  json_array_add_object_element (authors, parse_author (reader, author));
  json_object_set_array_member (item, "author", authors);
}

/* https://id.crossref.org/isbn/9780231885751 */
static void
read_isbn (JsonObject *source,
           JsonObject *item)
{
  const char *isbn = offprint_peek_string (source, "ISBN");
  g_autoptr (GString) digits = g_string_new (NULL);

  if (isbn == NULL)
    return;
  if (strrchr (isbn, '/') != NULL)
    isbn = strrchr (isbn, '/') + 1;
  for (const char *p = isbn; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) || *p == 'X' || *p == 'x')
      g_string_append_c (digits, g_ascii_toupper (*p));
  if (digits->len == 10 || digits->len == 13)
    offprint_record_set_string (item, "ISBN", digits->str);
}

static JsonObject *
read_item (const AuthorReader *reader,
           JsonObject         *source)
{
  JsonObject *item = json_object_new ();
  const char *type = read_titles (source, item);
  g_autofree char *doi = offprint_spell_doi (offprint_peek_string (source, "DOI"));
  g_autofree char *issn = offprint_spell_issn (offprint_peek_string (source, "ISSN"));

  read_author (reader, source, item);
  read_year (source, item);
  read_isbn (source, item);
  set_plain (item, "volume", source, "volume");
  set_plain (item, "issue", source, "issue");
  set_plain (item, "page", source, "first-page");
  set_plain (item, "edition", source, "edition");
  set_plain (item, "medium", source, "medium");
  set_plain (item, "number", source, "standard-designator");
  set_plain (item, "publisher", source, "standards-body");
  offprint_record_set_string (item, "DOI", doi);
  offprint_record_set_string (item, "ISSN", issn);
  if (json_object_get_size (item) > 0)
    json_object_set_string_member (item, "type", type);
  return item;
}

static void
read_printed (JsonObject *source,
              JsonObject *entry)
{
  const char *printed = offprint_peek_string (source, "unstructured");
  g_autoptr (OffprintRichText) text = NULL;
  g_autofree char *stored = NULL;

  if (printed == NULL)
    return;
  text = offprint_rich_text_new_from_inline (printed, MIN (strlen (printed), MAX_PRINTED_BYTES));
  if (offprint_rich_text_is_empty (text))
    return;
  stored = offprint_rich_text_to_stored (text);
  json_object_set_string_member (entry, "text", stored);
}

/**
 * offprint_crossref_read_references:
 * @message: Crossref's message
 * @record: the record
 *
 * Reads the list of works cited, in its order: services/crossref-fields.md 3.
 */
void
offprint_crossref_read_references (JsonObject *message,
                                   JsonObject *record)
{
  AuthorReader reader;

  author_reader_init (&reader);
  for (guint i = 0; i < offprint_peek_length (message, "reference"); i++)
    {
      JsonObject *source = offprint_peek_nth_object (message, "reference", i);
      g_autoptr (JsonObject) entry = json_object_new ();
      g_autoptr (JsonObject) item = NULL;

      if (source == NULL)
        continue;
      item = read_item (&reader, source);
      read_printed (source, entry);
      if (json_object_get_size (item) > 0)
        json_object_set_object_member (entry, "item", g_steal_pointer (&item));
      if (json_object_get_size (entry) > 0)
        offprint_record_append (record, "references", g_steal_pointer (&entry));
    }
  author_reader_clear (&reader);
}
