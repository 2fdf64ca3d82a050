/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Layers know where a fact stands; how it is spelt in the record is the same for all of
 * them and stands here, once.
 */

#include "config.h"

#include "found.h"

#include <string.h>

#include "icu.h"
#include "json-value.h"
#include "loose-date.h"
#include "merge.h"
#include "peek.h"
#include "places.h"
#include "read.h"
#include "record.h"
#include "spellings.h"

#define MAX_WORDS      500 /* bytes of identifiers of one kind */
#define MAX_PAGE_BYTES 24

/*< private >
 * Whether a text says nothing: templates that were never filled in say so in these words.
 */
gboolean
offprint_found_is_nothing (const char *text)
{
  static const char *const words[] = { "null", "undefined", "n/a", "none", "-", "[object object]", "not available", "unknown" };

  if (text == NULL)
    return TRUE;
  text += strspn (text, " \t\r\n");
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      return TRUE;
  return *text == '\0';
}

/*< private >
 * Whether a text needs a parser: most titles do not.
 */
gboolean
offprint_found_has_markup (const char *text)
{
  return strpbrk (text, "<&$\\") != NULL;
}

/**
 * offprint_found_line:
 * @record: an object of a record
 * @member: its member
 * @text: (nullable): what was found, perhaps with mark-up
 *
 * Sets a member in plain text if it is not there.
 */
void
offprint_found_line (JsonObject *record,
                     const char *member,
                     const char *text)
{
  g_autofree char *plain = offprint_found_is_nothing (text) ? NULL : offprint_plain_line (text);

  if (plain != NULL && !json_object_has_member (record, member))
    offprint_record_set_string (record, member, plain);
}

/**
 * offprint_found_inline:
 * @record: an object of a record
 * @member: its member
 * @markup: (nullable): a title
 *
 * Sets a member with its italics and indices if it is not there.
 */
void
offprint_found_inline (JsonObject *record,
                       const char *member,
                       const char *markup)
{
  if (offprint_found_is_nothing (markup) || json_object_has_member (record, member))
    return;
  if (offprint_found_has_markup (markup))
    offprint_record_set_inline (record, member, markup);
  else
    offprint_record_set_string (record, member, markup);
}

/**
 * offprint_found_doi:
 * @record: the record
 * @text: (nullable): a DOI in any spelling, perhaps with a prefix
 *
 * Sets the DOI if it is not there.
 */
void
offprint_found_doi (JsonObject *record,
                    const char *text)
{
  g_autofree char *doi = NULL;

  if (offprint_found_is_nothing (text) || json_object_has_member (record, "DOI"))
    return;
  if (g_str_has_prefix (text, "info:doi/"))
    text += strlen ("info:doi/");
  doi = offprint_spell_doi (text);
  offprint_record_set_string (record, "DOI", doi);
}

/**
 * offprint_found_issn:
 * @record: the record
 * @text: (nullable): an ISSN
 *
 * Adds an ISSN, each once.
 */
void
offprint_found_issn (JsonObject *record,
                     const char *text)
{
  g_autofree char *issn = text != NULL ? offprint_spell_issn (text) : NULL;
  const char *known = offprint_json_get_string (record, "ISSN");
  g_autofree char *both = NULL;

  if (issn == NULL || (known != NULL && (strstr (known, issn) != NULL || strlen (known) > MAX_WORDS)))
    return;
  both = known != NULL ? g_strconcat (known, " ", issn, NULL) : g_strdup (issn);
  json_object_set_string_member (record, "ISSN", both);
}

/* The identifiers of papers that have no page yet stand where pages should */
static gboolean
is_page (const char *text)
{
  gsize letters = strspn (text, "abcdefghijklmnopqrstuvwxyz");

  if (strlen (text) > MAX_PAGE_BYTES || strpbrk (text, "0123456789ivxlcIVXLC") == NULL || strchr (text, '/') != NULL)
    return FALSE;
  return letters < 4 || (text[letters] != '-' && text[letters] != '.');
}

/**
 * offprint_found_pages:
 * @record: the record
 * @first: (nullable): the first page, or a range
 * @last: (nullable): the last page
 *
 * Sets the pages if they are not there.
 */
void
offprint_found_pages (JsonObject *record,
                      const char *first,
                      const char *last)
{
  g_autofree char *from = offprint_found_is_nothing (first) ? NULL : offprint_plain_line (first);
  g_autofree char *to = offprint_found_is_nothing (last) ? NULL : offprint_plain_line (last);
  g_autofree char *range = NULL;

  if (from == NULL || json_object_has_member (record, "page") || !is_page (from))
    return;
  if (to == NULL || g_str_equal (from, to) || !is_page (to) || strchr (from, '-') != NULL)
    offprint_record_set_string (record, "page", from);
  else
    {
      range = g_strconcat (from, "-", to, NULL);
      offprint_record_set_string (record, "page", range);
    }
}

/**
 * offprint_found_date:
 * @record: the record
 * @member: a date of CSL
 * @text: (nullable): a date in any shape
 *
 * Sets a date if it is not there.
 */
void
offprint_found_date (JsonObject *record,
                     const char *member,
                     const char *text)
{
  g_autoptr (OffprintDate) date = offprint_loose_date (text);

  if (date != NULL && !json_object_has_member (record, member))
    offprint_record_set_date (record, member, date);
}

/**
 * offprint_found_event:
 * @record: the record
 * @name: what happened then, as `online`
 * @text: (nullable): a date in any shape
 *
 * Sets a date of the work’s history if it is not there.
 */
void
offprint_found_event (JsonObject *record,
                      const char *name,
                      const char *text)
{
  g_autoptr (OffprintDate) date = offprint_loose_date (text);
  JsonObject *dates = offprint_json_get_object (offprint_record_get_custom (record), "dates");

  if (date != NULL && (dates == NULL || !json_object_has_member (dates, name)))
    offprint_record_set_event (record, name, date);
}

/**
 * offprint_found_language:
 * @record: the record
 * @text: (nullable): a tag of two or three letters
 *
 * Sets the language if it is not there: BCP 47, so “eng” becomes “en”.
 */
void
offprint_found_language (JsonObject *record,
                         const char *text)
{
  g_autofree char *tag = text != NULL ? offprint_spell_language (text) : NULL;
  char buffer[ULOC_LANG_CAPACITY] = "";
  UErrorCode status = U_ZERO_ERROR;

  if (tag == NULL || json_object_has_member (record, "language"))
    return;
  if (strlen (tag) == 3 && offprint_icu_common ()->uloc_getLanguage (tag, buffer, sizeof buffer, &status) > 0 && U_SUCCESS (status))
    offprint_record_set_string (record, "language", buffer);
  else
    offprint_record_set_string (record, "language", tag);
}

/**
 * offprint_found_publisher:
 * @record: the record
 * @text: (nullable): a publisher, perhaps with its place
 *
 * Sets publisher and place if they are not there. “Springer, Cham” is both; “John Wiley &
 * Sons, Ltd” is a publisher.
 */
void
offprint_found_publisher (JsonObject *record,
                          const char *text)
{
  g_autofree char *plain = offprint_found_is_nothing (text) ? NULL : offprint_plain_line (text);
  const char *place = NULL;

  if (plain == NULL || json_object_has_member (record, "publisher"))
    return;
  place = offprint_places_find_tail (plain);
  if (place != NULL)
    {
      g_autofree char *name = g_strndup (plain, (gsize) (place - plain));

      g_strchomp (name);
      if (g_str_has_suffix (name, ","))
        name[strlen (name) - 1] = '\0';
      offprint_record_set_string (record, "publisher", name);
      offprint_found_line (record, "publisher-place", place);
    }
  else
    offprint_record_set_string (record, "publisher", plain);
}

/**
 * offprint_found_type:
 * @word: (nullable): a kind of work in the words of a page: a type of schema.org or Dublin
 *   Core, or a publisher’s own
 *
 * Returns: (nullable): CSL’s type, or `NULL` if @word says nothing
 */
const char *
offprint_found_type (const char *word)
{
  /* what a word holds; the first that fits */
  static const char *const types[][2] = {
    { "referenceentry", "entry-encyclopedia" },
    { "referenceworkentry", "entry-encyclopedia" },
    { "encyclop", "entry-encyclopedia" },
    { "bookreview", "review-book" },
    { "bookchapter", "chapter" },
    { "bookpart", "chapter" },
    { "booksection", "chapter" },
    { "chapter", "chapter" },
    { "conference", "paper-conference" },
    { "proceedings", "paper-conference" },
    { "inproceedings", "paper-conference" },
    { "thesis", "thesis" },
    { "dissertation", "thesis" },
    { "dataset", "dataset" },
    { "software", "software" },
    { "preprint", "article" },
    { "workingpaper", "report" },
    { "techreport", "report" },
    { "technicalreport", "report" },
    { "scholarlyarticle", "article-journal" },
    { "researcharticle", "article-journal" },
    { "reviewarticle", "article-journal" },
    { "journal", "article-journal" },
    { "originalpaper", "article-journal" },
    { "reviewpaper", "article-journal" },
    { "newsarticle", "article-newspaper" },
    { "monograph", "book" },
  };
  /* the whole word */
  static const char *const whole[][2] = {
    { "book", "book" },
    { "article", "article-journal" },
    { "report", "report" },
    { "jour", "article-journal" },
    { "chap", "chapter" },
    { "patent", "patent" },
    { "standard", "standard" },
  };
  g_autofree char *folded = word != NULL ? offprint_fold (word) : NULL;

  if (folded == NULL)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (whole); i++)
    if (g_str_equal (folded, whole[i][0]))
      return whole[i][1];
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (strstr (folded, types[i][0]) != NULL)
      return types[i][1];
  return NULL;
}

/**
 * offprint_found_end:
 * @record: (transfer full): what a layer found
 *
 * Takes away what was made for nothing.
 *
 * Returns: (transfer full) (nullable): the record, or `NULL` if there is nothing in it
 */
JsonObject *
offprint_found_end (JsonObject *record)
{
  JsonNode *custom = json_object_get_member (record, "custom");

  if (custom != NULL && offprint_json_is_nothing (custom))
    json_object_remove_member (record, "custom");
  if (json_object_get_size (record) > 0)
    return record;
  json_object_unref (record);
  return NULL;
}
