/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What kind of thing it is, who published it, in what, and when.
 */

#include "config.h"

#include "datacite-private.h"

#include <string.h>

#include "date.h"
#include "paths.h"
#include "peek.h"
#include "record.h"
#include "spellings.h"

/* services/datacite-fields.md, resourceTypeGeneral → CSL */
static const struct
{
  const char *general;
  const char *csl;
} types[] = {
  { "Audiovisual", "motion_picture" },
  { "Book", "book" },
  { "BookChapter", "chapter" },
  { "ComputationalNotebook", "software" },
  { "ConferencePaper", "paper-conference" },
  { "ConferenceProceeding", "book" },
  { "DataPaper", "article-journal" },
  { "Dataset", "dataset" },
  { "Dissertation", "thesis" },
  { "Event", "event" },
  { "Image", "graphic" },
  { "Journal", "periodical" },
  { "JournalArticle", "article-journal" },
  { "PeerReview", "review" },
  { "Poster", "graphic" },
  { "Preprint", "article" },
  { "Presentation", "speech" },
  { "Report", "report" },
  { "Software", "software" },
  { "Sound", "song" },
  { "Standard", "standard" },
};

/* “Text” may be anything that is written; before schema 4.4 there was nothing closer.
 * The free word beside it says what. */
static const struct
{
  const char *pattern;
  const char *csl;
} words_of_text[] = {
  { "book ?(chapter|section|part)|beitrag im sammelband", "chapter" },
  { "conference ?(paper|article)|proceedings ?(paper|article)", "paper-conference" },
  { "thesis|dissertation|habilitation", "thesis" },
  { "working ?paper|report|discussion ?paper", "report" },
  { "preprint", "article" },
  { "journal ?article|research ?article|^article$|zeitschriftenaufsatz", "article-journal" },
  { "^(book|monograph|proceedings)$", "book" },
  { "blog", "post-weblog" },
};

/**
 * offprint_datacite_type:
 * @general: (nullable): `resourceTypeGeneral`
 * @words: (nullable): `resourceType`, the depositor's own word
 *
 * Tells the CSL type. Its citeproc word is not asked: it is often wrong.
 *
 * Returns: the type; `document` if nothing tells
 */
const char *
offprint_datacite_type (const char *general,
                        const char *words)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types) && general != NULL; i++)
    if (g_str_equal (general, types[i].general))
      return types[i].csl;
  for (gsize i = 0; i < G_N_ELEMENTS (words_of_text) && words != NULL; i++)
    if (g_regex_match_simple (words_of_text[i].pattern, words, G_REGEX_CASELESS, 0))
      return words_of_text[i].csl;
  return "document";
}

static void
read_type (JsonObject *attributes,
           JsonObject *record)
{
  JsonObject *kinds = offprint_peek_object (attributes, "types");
  const char *general = NULL;
  const char *words = NULL;
  const char *type = NULL;

  if (kinds == NULL)
    kinds = offprint_peek_object (attributes, "resourceType");
  general = offprint_peek_string (kinds, "resourceTypeGeneral");
  words = offprint_peek_string (kinds, "resourceType");
  type = offprint_datacite_type (general, words);
  json_object_set_string_member (record, "type", type);
  if (words == NULL || offprint_datacite_is_placeholder (words) || (general != NULL && g_ascii_strcasecmp (words, general) == 0))
    return;
  if (g_ascii_strcasecmp (words, type) != 0)
    offprint_record_set_string (record, "genre", words);
}

static void
set_plain (JsonObject *record,
           const char *member,
           JsonObject *source,
           const char *from)
{
  g_autofree char *plain = offprint_peek_dup_plain (source, from);

  if (!offprint_datacite_is_placeholder (plain))
    offprint_record_set_string (record, member, plain);
}

static void
read_publisher (JsonObject *attributes,
                JsonObject *record)
{
  JsonObject *publisher = offprint_peek_object (attributes, "publisher");

  if (publisher != NULL)
    set_plain (record, "publisher", publisher, "name");
  else
    set_plain (record, "publisher", attributes, "publisher");
}

/* “No 1 (2013)” stands in firstPage too */
static gboolean
is_page (const char *text)
{
  return text != NULL && g_regex_match_simple ("^[A-Za-z]{0,3}[0-9]+[A-Za-z]?$|^[ivxlc]+$", text, 0, 0);
}

static void
read_pages (JsonObject *source,
            JsonObject *record)
{
  g_autofree char *first = offprint_peek_dup_plain (source, "firstPage");
  g_autofree char *last = offprint_peek_dup_plain (source, "lastPage");
  g_autofree char *range = NULL;

  if (!is_page (first) || json_object_has_member (record, "page"))
    return;
  if (is_page (last) && !g_str_equal (first, last))
    range = g_strdup_printf ("%s-%s", first, last);
  offprint_record_set_string (record, "page", range != NULL ? range : first);
}

static void
read_host_identifier (const char *kind,
                      const char *value,
                      gboolean    is_book,
                      JsonObject *record)
{
  g_autofree char *issn = NULL;
  g_autofree char *doi = NULL;

  if (kind == NULL || value == NULL)
    return;
  if (g_ascii_strcasecmp (kind, "ISBN") == 0)
    offprint_record_add_isbn (record, value, NULL);
  if (g_str_has_suffix (kind, "ISSN") && !json_object_has_member (record, "ISSN"))
    {
      issn = offprint_spell_issn (value);
      offprint_record_set_string (record, "ISSN", issn);
    }
  doi = g_ascii_strcasecmp (kind, "DOI") == 0 && is_book ? offprint_spell_doi (value) : NULL;
  if (doi != NULL)
    {
      JsonObject *book = json_object_new ();

      offprint_record_set_string (book, "DOI", doi);
      json_object_set_object_member (offprint_record_get_custom (record), "book", book);
    }
}

/* A book or report appears in a series, all else in a container */
static const char *
member_of_host (JsonObject *record)
{
  static const char *const in_series[] = { "book", "report", "thesis", "standard", NULL };

  return g_strv_contains (in_series, offprint_peek_string (record, "type")) ? "collection-title" : "container-title";
}

static void
read_host (JsonObject *host,
           const char *title,
           gboolean    is_book,
           JsonObject *record)
{
  const char *member = member_of_host (record);
  gboolean is_series = g_str_equal (member, "collection-title");

  if (title != NULL && !json_object_has_member (record, member))
    offprint_record_set_inline (record, member, title);
  if (!json_object_has_member (record, "volume"))
    set_plain (record, is_series ? "collection-number" : "volume", host, "volume");
  if (!json_object_has_member (record, "issue"))
    set_plain (record, "issue", host, "issue");
  set_plain (record, is_series ? "collection-number" : "number", host, "number");
  set_plain (record, "edition", host, "edition");
  read_pages (host, record);
  if (is_book)
    offprint_datacite_read_editors (host, record);
}

/* What it was published in: an item with parts of its own (schema 4.4), else the container */
static void
read_hosts (JsonObject *attributes,
            JsonObject *record)
{
  JsonObject *container = offprint_peek_object (attributes, "container");

  for (guint i = 0; i < offprint_peek_length (attributes, "relatedItems"); i++)
    {
      JsonObject *item = offprint_peek_nth_object (attributes, "relatedItems", i);
      JsonObject *identifier = offprint_peek_object (item, "relatedItemIdentifier");
      gboolean is_book = g_strcmp0 (offprint_peek_string (item, "relatedItemType"), "Book") == 0;
      g_autofree char *title = NULL;

      if (g_strcmp0 (offprint_peek_string (item, "relationType"), "IsPublishedIn") != 0)
        continue;
      title = offprint_datacite_dup_title (item);
      read_host (item, title, is_book, record);
      read_host_identifier (offprint_peek_string (identifier, "relatedItemIdentifierType"),
                            offprint_peek_string (identifier, "relatedItemIdentifier"), is_book, record);
    }
  if (container == NULL)
    return;
  read_host (container, offprint_peek_string (container, "title"), FALSE, record);
  read_host_identifier (offprint_peek_string (container, "identifierType"), offprint_peek_string (container, "identifier"), FALSE, record);
}

/**
 * offprint_datacite_read_publication:
 * @attributes: the attributes of a DOI
 * @record: the record
 *
 * Reads type, publisher, container, version and language.
 */
void
offprint_datacite_read_publication (JsonObject *attributes,
                                    JsonObject *record)
{
  g_autofree char *language = offprint_spell_language (offprint_peek_string (attributes, "language"));

  read_type (attributes, record);
  read_publisher (attributes, record);
  read_hosts (attributes, record);
  set_plain (record, "version", attributes, "version");
  offprint_record_set_string (record, "language", language);
}

/* “2019-08-02T17:41:25.000Z” has a time that no citation wants; “2000/2019” is a range */
static OffprintDate *
parse_date (const char *text)
{
  g_auto (GStrv) sides = NULL;
  g_autofree char *joined = NULL;

  if (text == NULL || strlen (text) > 80)
    return NULL;
  sides = g_strsplit (text, "/", 3);
  for (guint i = 0; sides[i] != NULL; i++)
    {
      g_strstrip (sides[i]);
      sides[i][strcspn (sides[i], "T ")] = '\0';
    }
  if (g_strv_length (sides) == 2 && g_str_equal (sides[0], sides[1]))
    return offprint_date_new_from_edtf (sides[0]);
  joined = g_strjoinv ("/", sides);
  return offprint_date_new_from_edtf (joined);
}

static const char *
event_of_type (const char *type)
{
  static const char *const events[][2] = {
    { "Accepted", "accepted" },
    { "Available", "available" },
    { "Collected", "collected" },
    { "Copyrighted", "copyrighted" },
    { "Coverage", "coverage" },
    { "Created", "created" },
    { "Issued", "issued" },
    { "Submitted", "received" },
    { "Updated", "updated" },
    { "Valid", "valid" },
    { "Withdrawn", "withdrawn" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (events) && type != NULL; i++)
    if (g_str_equal (type, events[i][0]))
      return events[i][1];
  return NULL;
}

static void
read_withdrawal (JsonObject   *record,
                 OffprintDate *date)
{
  JsonObject *notice = json_object_new ();
  g_autofree char *edtf = offprint_date_to_edtf (date);

  offprint_record_set_string (notice, "kind", "withdrawal");
  offprint_record_set_string (notice, "direction", "about-this");
  offprint_record_set_string (notice, "date", edtf);
  offprint_record_set_string (notice, "source", "publisher");
  offprint_record_append (record, "notices", notice);
}

static void
read_date (JsonObject *source,
           JsonObject *record)
{
  const char *event = event_of_type (offprint_peek_string (source, "dateType"));
  g_autofree char *text = offprint_peek_dup_plain (source, "date");
  g_autoptr (OffprintDate) date = event != NULL ? parse_date (text) : NULL;
  JsonObject *dates = offprint_peek_object (offprint_record_get_custom (record), "dates");

  if (date == NULL)
    return;
  if (g_str_equal (event, "issued"))
    {
      if (!json_object_has_member (record, "issued"))
        offprint_record_set_date (record, "issued", date);
      return;
    }
  if (g_str_equal (event, "withdrawn"))
    read_withdrawal (record, date);
  if (offprint_peek_node (dates, event) == NULL)
    offprint_record_set_event (record, event, date);
}

/**
 * offprint_datacite_read_dates:
 * @attributes: the attributes of a DOI
 * @record: the record
 *
 * Reads when it came out (issued, else the year of publication) and what else
 * happened when; withdrawn is a notice too. When DataCite registered it is no date of the work.
 */
void
offprint_datacite_read_dates (JsonObject *attributes,
                              JsonObject *record)
{
  gint64 year = 0;

  for (guint i = 0; i < offprint_peek_length (attributes, "dates"); i++)
    {
      JsonObject *date = offprint_peek_nth_object (attributes, "dates", i);

      if (date != NULL)
        read_date (date, record);
    }
  if (json_object_has_member (record, "issued") || !offprint_peek_integer (attributes, "publicationYear", &year))
    return;
  if (year >= 1000 && year <= 9998)
    {
      g_autoptr (OffprintDate) date = offprint_date_new ((int) year, 0, 0);

      offprint_record_set_date (record, "issued", date);
    }
}
