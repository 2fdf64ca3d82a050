/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What kind of thing it is, who published it, and in what.
 */

#include "config.h"

#include "datacite-private.h"

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
