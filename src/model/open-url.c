/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every library's link resolver understands ANSI/NISO Z39.88-2004: a ContextObject as
 * key and encoded value, its keys those of the matrices that its registry holds for
 * journals, books, dissertations and all else (Dublin Core).
 *
 * The number that names the work comes first, and what would make the address too long
 * for the servers on its way is left out: a resolver needs one number, or a few words.
 */

#include "config.h"

#include "open-url.h"

#include <string.h>

#include "identifier.h"

/* Request lines of 8 KiB are refused, and a log-in wraps the address in another one. */
#define MAX_QUERY_BYTES 4000
#define MAX_VALUE_CHARS 200
#define MAX_AUTHORS     5

typedef enum
{
  FORMAT_DC, /* what has no matrix of its own */
  FORMAT_JOURNAL,
  FORMAT_BOOK,
  FORMAT_DISSERTATION,
} Format;

static const char *const format_names[] = {
  [FORMAT_DC] = "dc",
  [FORMAT_JOURNAL] = "journal",
  [FORMAT_BOOK] = "book",
  [FORMAT_DISSERTATION] = "dissertation",
};

/* CSL's types, and what the matrices call them; what is not here is Dublin Core’s */
static const struct
{
  const char *type;
  Format format;
  const char *genre;
} kinds[] = {
  { "article", FORMAT_JOURNAL, "preprint" },
  { "article-journal", FORMAT_JOURNAL, "article" },
  { "article-magazine", FORMAT_JOURNAL, "article" },
  { "article-newspaper", FORMAT_JOURNAL, "article" },
  { "book", FORMAT_BOOK, "book" },
  { "chapter", FORMAT_BOOK, "bookitem" },
  { "classic", FORMAT_BOOK, "book" },
  { "collection", FORMAT_BOOK, "book" },
  { "document", FORMAT_BOOK, "document" },
  { "entry", FORMAT_BOOK, "bookitem" },
  { "entry-dictionary", FORMAT_BOOK, "bookitem" },
  { "entry-encyclopedia", FORMAT_BOOK, "bookitem" },
  { "pamphlet", FORMAT_BOOK, "document" },
  { "paper-conference", FORMAT_BOOK, "proceeding" },
  { "periodical", FORMAT_JOURNAL, "journal" },
  { "report", FORMAT_BOOK, "report" },
  { "review", FORMAT_JOURNAL, "article" },
  { "review-book", FORMAT_JOURNAL, "article" },
  { "standard", FORMAT_BOOK, "report" },
  { "thesis", FORMAT_DISSERTATION, NULL },
};

/* Keys that only an OpenURL has: of 1.0 all that begin so, of 0.1 these. */
static const char *const prefixes[] = { "ctx_", "rft.", "rft_", "rfr_", "rfr.", "rfe_", "rfe.", "svc_", "svc.", "req_", "req.", "url_ver", "url_ctx_fmt", "url_tim" };
static const char *const old_keys[] = { "sid", "genre", "aulast", "aufirst", "auinit", "auinit1", "auinitm", "issn", "eissn", "isbn", "coden", "bici", "sici",
                                        "title", "stitle", "atitle", "volume", "part", "issue", "spage", "epage", "pages", "artnum", "date", "ssn", "quarter" };

static void
add (GString    *query,
     const char *key,
     const char *value)
{
  g_autofree char *cut = NULL;
  g_autofree char *escaped = NULL;

  if (value == NULL || *value == '\0')
    return;

  if (g_utf8_strlen (value, -1) > MAX_VALUE_CHARS)
    value = cut = g_utf8_substring (value, 0, MAX_VALUE_CHARS);
  escaped = g_uri_escape_string (value, NULL, FALSE);
  if (query->len + strlen (key) + strlen (escaped) + 2 > MAX_QUERY_BYTES)
    return;
  if (query->len > 0)
    g_string_append_c (query, '&');
  g_string_append (query, key);
  g_string_append_c (query, '=');
  g_string_append (query, escaped);
}

static void
add_id (GString    *query,
        const char *prefix,
        const char *value)
{
  g_autofree char *id = value != NULL ? g_strconcat (prefix, value, NULL) : NULL;

  add (query, "rft_id", id);
}

static void
add_field (GString         *query,
           const char      *key,
           OffprintWork    *work,
           OffprintFieldId  field)
{
  add (query, key, offprint_work_get_text (work, field));
}

/* The first of a list that the record parts with blanks. */
static void
add_first (GString         *query,
           const char      *key,
           OffprintWork    *work,
           OffprintFieldId  field)
{
  const char *values = offprint_work_get_text (work, field);
  g_autofree char *first = values != NULL ? g_strndup (values, strcspn (values, " ")) : NULL;

  add (query, key, first);
}

/* W3CDTF: a year, a month of it, a day of that. */
static void
add_date (GString      *query,
          OffprintWork *work)
{
  OffprintDate *date = offprint_work_get_date (work, OFFPRINT_FIELD_ISSUED);
  int year = date != NULL ? offprint_date_get_year (date) : 0;
  guint month = date != NULL ? offprint_date_get_month (date) : 0;
  guint day = date != NULL ? offprint_date_get_day (date) : 0;
  g_autofree char *text = NULL;

  if (year <= 0 || year > 9999)
    return;
  if (month >= 1 && month <= 12 && day >= 1 && day <= 31)
    text = g_strdup_printf ("%04d-%02u-%02u", year, month, day);
  else if (month >= 1 && month <= 12)
    text = g_strdup_printf ("%04d-%02u", year, month);
  else
    text = g_strdup_printf ("%04d", year);
  add (query, "rft.date", text);
}

static void
add_pages (GString      *query,
           OffprintWork *work)
{
  const char *pages = offprint_work_get_text (work, OFFPRINT_FIELD_PAGE);
  g_autofree char *plain = NULL;
  g_auto (GStrv) parts = NULL;

  if (pages == NULL)
    return;
  parts = g_strsplit (pages, "–", 3);
  plain = g_strjoinv ("-", parts);
  add (query, "rft.pages", plain);
  g_strfreev (parts);
  parts = g_strsplit (plain, "-", 3);
  add (query, "rft.spage", g_strstrip (parts[0]));
  if (parts[1] != NULL && parts[2] == NULL)
    add (query, "rft.epage", g_strstrip (parts[1]));
}

/* Of a whole book that has no author, who edited it: that is the name it is kept under. */
static const char *
get_leading_role (OffprintWork *work)
{
  g_autoptr (OffprintContributor) first = g_list_model_get_item (offprint_work_get_people (work), 0);

  if (first == NULL || g_str_equal (offprint_contributor_get_role (first), "author"))
    return "author";
  return g_str_equal (offprint_work_get_kind (work), "book") ? "editor" : "author";
}

static void
add_people (GString      *query,
            OffprintWork *work,
            const char   *key)
{
  GListModel *people = offprint_work_get_people (work);
  const char *role = get_leading_role (work);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (people) && n < MAX_AUTHORS; i++)
    {
      g_autoptr (OffprintContributor) person = g_list_model_get_item (people, i);
      const char *family = offprint_contributor_get_family (person);
      const char *given = offprint_contributor_get_given (person);
      g_autofree char *name = NULL;

      if (!g_str_equal (offprint_contributor_get_role (person), role))
        continue;
      if (family != NULL && given != NULL)
        name = g_strconcat (family, ", ", given, NULL);
      if (n == 0 && family != NULL && g_str_equal (key, "rft.au"))
        {
          add (query, "rft.aulast", family);
          add (query, "rft.aufirst", given);
        }
      add (query, key, name != NULL ? name : offprint_contributor_get_name (person));
      n++;
    }
}

static void
add_journal (GString      *query,
             OffprintWork *work,
             gboolean      is_whole)
{
  add_first (query, "rft.issn", work, OFFPRINT_FIELD_ISSN);
  add_field (query, "rft.volume", work, OFFPRINT_FIELD_VOLUME);
  add_field (query, "rft.issue", work, OFFPRINT_FIELD_ISSUE);
  add_pages (query, work);
  add_date (query, work);
  if (!is_whole)
    add_field (query, "rft.atitle", work, OFFPRINT_FIELD_TITLE);
  add_field (query, "rft.jtitle", work, is_whole ? OFFPRINT_FIELD_TITLE : OFFPRINT_FIELD_CONTAINER_TITLE);
  add_field (query, "rft.stitle", work, OFFPRINT_FIELD_CONTAINER_TITLE_SHORT);
  add_people (query, work, "rft.au");
}

static void
add_book (GString      *query,
          OffprintWork *work,
          gboolean      is_part)
{
  add_first (query, "rft.isbn", work, OFFPRINT_FIELD_ISBN);
  add_first (query, "rft.issn", work, OFFPRINT_FIELD_ISSN);
  add_pages (query, work);
  add_date (query, work);
  if (is_part)
    {
      add_field (query, "rft.atitle", work, OFFPRINT_FIELD_TITLE);
      add_field (query, "rft.btitle", work, OFFPRINT_FIELD_CONTAINER_TITLE);
    }
  else
    {
      add_field (query, "rft.btitle", work, OFFPRINT_FIELD_TITLE);
      add_field (query, "rft.tpages", work, OFFPRINT_FIELD_NUMBER_OF_PAGES);
    }
  add_people (query, work, "rft.au");
  add_field (query, "rft.pub", work, OFFPRINT_FIELD_PUBLISHER);
  add_field (query, "rft.place", work, OFFPRINT_FIELD_PUBLISHER_PLACE);
  add_field (query, "rft.edition", work, OFFPRINT_FIELD_EDITION);
  add_field (query, "rft.series", work, OFFPRINT_FIELD_COLLECTION_TITLE);
}

static void
add_dissertation (GString      *query,
                  OffprintWork *work)
{
  add_first (query, "rft.isbn", work, OFFPRINT_FIELD_ISBN);
  add_date (query, work);
  add_field (query, "rft.title", work, OFFPRINT_FIELD_TITLE);
  add_people (query, work, "rft.au");
  add_field (query, "rft.inst", work, OFFPRINT_FIELD_PUBLISHER);
  add_field (query, "rft.degree", work, OFFPRINT_FIELD_GENRE);
  add_field (query, "rft.tpages", work, OFFPRINT_FIELD_NUMBER_OF_PAGES);
}

static void
add_dublin_core (GString      *query,
                 OffprintWork *work)
{
  add_date (query, work);
  add_field (query, "rft.title", work, OFFPRINT_FIELD_TITLE);
  add_people (query, work, "rft.creator");
  add_field (query, "rft.publisher", work, OFFPRINT_FIELD_PUBLISHER);
  add (query, "rft.type", offprint_work_get_kind (work));
  add_field (query, "rft.language", work, OFFPRINT_FIELD_LANGUAGE);
}

/* A paper of a conference stands in a book or in a volume of a journal. */
static Format
get_format (OffprintWork  *work,
            const char   **genre)
{
  const char *type = offprint_work_get_kind (work);

  *genre = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (!g_str_equal (kinds[i].type, type))
        continue;
      *genre = kinds[i].genre;
      if (g_str_equal (type, "paper-conference") &&
          offprint_work_get_text (work, OFFPRINT_FIELD_ISSN) != NULL &&
          offprint_work_get_text (work, OFFPRINT_FIELD_ISBN) == NULL)
        return FORMAT_JOURNAL;
      return kinds[i].format;
    }
  return FORMAT_DC;
}

static void
add_ids (GString      *query,
         OffprintWork *work)
{
  const char *isbns = offprint_work_get_text (work, OFFPRINT_FIELD_ISBN);
  g_autofree char *isbn = isbns != NULL ? g_strndup (isbns, strcspn (isbns, " ")) : NULL;
  const char *url = offprint_work_get_landing_url (work);

  add_id (query, "info:doi/", offprint_work_get_doi (work));
  add_id (query, "info:pmid/", offprint_work_get_text (work, OFFPRINT_FIELD_PMID));
  if (g_str_equal (offprint_work_get_kind (work), "book"))
    add_id (query, "urn:ISBN:", isbn);
  if (offprint_work_get_doi (work) == NULL)
    add_id (query, "", url);
}

/**
 * offprint_open_url_dup_query:
 * @work: a work
 *
 * Writes a work as the query of an OpenURL 1.0: a ContextObject as key and encoded
 * value (ANSI/NISO Z39.88-2004, the matrices `info:ofi/fmt:kev:mtx:` of journal, book,
 * dissertation and dc), below four thousand bytes.
 *
 * Returns: (transfer full): parameters joined with “&”, without a leading “?”
 */
char *
offprint_open_url_dup_query (OffprintWork *work)
{
  g_autoptr (GString) query = g_string_new (NULL);
  g_autofree char *format_id = NULL;
  const char *genre = NULL;
  Format format;

  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);

  format = get_format (work, &genre);
  format_id = g_strconcat ("info:ofi/fmt:kev:mtx:", format_names[format], NULL);
  add (query, "url_ver", "Z39.88-2004");
  add (query, "url_ctx_fmt", "info:ofi/fmt:kev:mtx:ctx");
  add (query, "ctx_ver", "Z39.88-2004");
  add (query, "ctx_enc", "info:ofi/enc:UTF-8");
  add (query, "rfr_id", "info:sid/offprint.github.io:Offprint");
  add_ids (query, work);
  add (query, "rft_val_fmt", format_id);
  add (query, "rft.genre", genre);
  switch (format)
    {
    case FORMAT_DC:
      add_dublin_core (query, work);
      break;
    case FORMAT_JOURNAL:
      add_journal (query, work, g_str_equal (genre, "journal"));
      break;
    case FORMAT_BOOK:
      add_book (query, work, offprint_work_get_text (work, OFFPRINT_FIELD_CONTAINER_TITLE) != NULL && !g_str_equal (genre, "book"));
      break;
    case FORMAT_DISSERTATION:
      add_dissertation (query, work);
      break;
    }
  return g_string_free (g_steal_pointer (&query), FALSE);
}

/**
 * offprint_open_url_has_key:
 * @key: the name of a parameter
 * @length: bytes in @key
 *
 * Tells a parameter that describes some work from one that the resolver itself needs.
 *
 * Returns: whether it is of OpenURL 1.0 or 0.1
 */
gboolean
offprint_open_url_has_key (const char *key,
                           gsize       length)
{
  g_return_val_if_fail (key != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (length >= strlen (prefixes[i]) && g_ascii_strncasecmp (key, prefixes[i], strlen (prefixes[i])) == 0)
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (old_keys); i++)
    if (length == strlen (old_keys[i]) && g_ascii_strncasecmp (key, old_keys[i], length) == 0)
      return TRUE;
  return FALSE;
}
