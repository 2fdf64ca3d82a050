/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding the book around a chapter. Registries do not say which it is, but most
 * chapters’ DOIs are their book’s with a tail: services.md 2.6. The tail is cut by its
 * shape, and what is found counts only if it says that it is that book.
 */

#include "config.h"

#include "questions.h"

#include "fold.h"
#include "peek.h"

#include <string.h>

/**
 * offprint_book_is_wanted:
 * @chapter: a record
 *
 * Whether a work stands in a book whose own record may have what this one lacks: the
 * editors or the series.
 *
 * Returns: `TRUE` if the book is worth a question
 */
gboolean
offprint_book_is_wanted (JsonObject *chapter)
{
  static const char *const types[] = { "chapter", "entry-encyclopedia", "entry-dictionary", "paper-conference", NULL };
  const char *type = offprint_peek_string (chapter, "type");

  if (type == NULL || !g_strv_contains (types, type))
    return FALSE;
  if (offprint_peek_string (chapter, "ISBN") == NULL && offprint_peek_string (chapter, "container-title") == NULL)
    return FALSE;
  return offprint_peek_length (chapter, "editor") == 0 || offprint_peek_string (chapter, "collection-title") == NULL;
}

static gboolean
ends_at (GMatchInfo  *match,
         char       **doi,
         const char  *text)
{
  int start = 0;

  if (!g_match_info_matches (match) || !g_match_info_fetch_pos (match, 0, &start, NULL))
    return FALSE;
  *doi = g_strndup (text, start);
  return TRUE;
}

static guint
count_digits (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += g_ascii_isdigit (*text);
  return n;
}

/**
 * offprint_book_dup_doi:
 * @chapter_doi: a chapter's DOI
 *
 * Cuts a chapter's tail off its DOI: `_7`, `_100-2`, `.ch1`, `.003`, `.27`, `-018`;
 * `.003.0007` becomes `.001.0001`.
 *
 * Returns: (transfer full) (nullable): what may be the book's DOI; `NULL` if there is no
 *   such tail, or too little is left to be a book's
 */
char *
offprint_book_dup_doi (const char *chapter_doi)
{
  g_autoptr (GRegex) part = g_regex_new ("\\.003\\.\\d{4}$", G_REGEX_DEFAULT, 0, NULL);
  g_autoptr (GRegex) tail = g_regex_new ("(?:_\\d{1,4}(?:-\\d{1,2})?|\\.ch\\d{1,4}[a-z]?|\\.\\d{1,4}|-\\d{1,4}|/\\d{1,4})$",
                                         G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *doi = NULL;
  const char *slash = strchr (chapter_doi, '/');

  if (slash == NULL)
    return NULL;
  g_regex_match (part, chapter_doi, 0, &match);
  if (ends_at (match, &doi, chapter_doi))
    return g_strconcat (doi, ".001.0001", NULL);
  g_clear_pointer (&match, g_match_info_unref);

  g_regex_match (tail, slash + 1, 0, &match);
  if (!ends_at (match, &doi, slash + 1) || count_digits (doi) < 4)
    return NULL;
  return g_strdup_printf ("%.*s/%s", (int) (slash - chapter_doi), chapter_doi, doi);
}

/* A printed one first: series and editors are mostly registered with it */
static char *
dup_words (JsonObject *record)
{
  const char *text = offprint_peek_string (record, "ISBN");

  return g_strdup (text != NULL ? text : "");
}

/**
 * offprint_book_dup_isbn:
 * @chapter: a record
 *
 * The ISBN to look for the book with.
 *
 * Returns: (transfer full) (nullable): 13 digits, or `NULL` if it has none
 */
char *
offprint_book_dup_isbn (JsonObject *chapter)
{
  g_autofree char *text = dup_words (chapter);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) == 13 && count_digits (words[i]) == 13)
      return g_strdup (words[i]);
  return NULL;
}

static gboolean
share_isbn (JsonObject *book,
            JsonObject *chapter)
{
  g_autofree char *text = dup_words (book);
  g_autofree char *other_text = dup_words (chapter);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_auto (GStrv) other_words = g_strsplit (other_text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0' && g_strv_contains ((const char *const *) other_words, words[i]))
      return TRUE;
  return FALSE;
}

/* Letters and digits alone, folded: titles differ in dashes, quotes and mark-up */
static char *
dup_bare (const char *title)
{
  g_autofree char *folded = offprint_text_fold (title);
  GString *bare = g_string_new (NULL);
  gboolean in_tag = FALSE;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '<')
        in_tag = TRUE;
      else if (c == '>')
        in_tag = FALSE;
      else if (!in_tag && g_unichar_isalnum (c))
        g_string_append_unichar (bare, c);
    }
  return g_string_free (bare, FALSE);
}

static gboolean
titles_agree (const char *one,
              const char *other)
{
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  if (one == NULL || other == NULL)
    return FALSE;
  a = dup_bare (one);
  b = dup_bare (other);
  /* a subtitle may stand on one side only */
  if (strlen (a) < 8 || strlen (b) < 8)
    return a[0] != '\0' && g_str_equal (a, b);
  return g_str_has_prefix (a, b) || g_str_has_prefix (b, a);
}

/**
 * offprint_book_agrees:
 * @book: the record of what may be the book
 * @chapter: the record of the chapter
 *
 * Whether a record is that of the book around a chapter: it is a book, and they share
 * an ISBN or the title that one has and the other names.
 *
 * Returns: `TRUE` if it is
 */
gboolean
offprint_book_agrees (JsonObject *book,
                      JsonObject *chapter)
{
  const char *type = offprint_peek_string (book, "type");
  JsonObject *titles = NULL;

  if (g_strcmp0 (type, "book") != 0)
    return FALSE;
  if (share_isbn (book, chapter))
    return TRUE;
  if (titles_agree (offprint_peek_string (book, "title"), offprint_peek_string (chapter, "container-title")))
    return TRUE;
  /* books and series are taken for each other: records/FACTS.md, “container-title” */
  titles = offprint_peek_object (offprint_peek_object (book, "custom"), "offprint");
  titles = offprint_peek_object (titles, "titles");
  return titles_agree (offprint_peek_string (titles, "main"), offprint_peek_string (chapter, "container-title")) ||
         titles_agree (offprint_peek_string (book, "title"), offprint_peek_string (chapter, "collection-title"));
}
