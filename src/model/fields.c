/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one table of fields. Whoever reads, writes, merges, shows or searches a record
 * walks it; nobody lists fields a second time.
 */

#include "config.h"

#include "fields.h"

#include <glib/gi18n-lib.h>

#define STANDARD(id, name, kind, merge, place, label) \
  [OFFPRINT_FIELD_##id] = { OFFPRINT_FIELD_##id, name, FALSE, OFFPRINT_FIELD_KIND_##kind, OFFPRINT_MERGE_##merge, OFFPRINT_PLACE_##place, label }
#define CUSTOM(id, name, kind, merge, place, label) \
  [OFFPRINT_FIELD_##id] = { OFFPRINT_FIELD_##id, name, TRUE, OFFPRINT_FIELD_KIND_##kind, OFFPRINT_MERGE_##merge, OFFPRINT_PLACE_##place, label }

/* Labels are short names of facts, as they stand before a value in “About”. */
static const OffprintField table[OFFPRINT_N_FIELDS] = {
  STANDARD (TYPE, "type", TEXT, FIRST, HEADING, N_("Kind")),
  STANDARD (TITLE, "title", TEXT, FIRST, HEADING, N_("Title")),
  STANDARD (TITLE_SHORT, "title-short", TEXT, FIRST, NONE, N_("Short Title")),
  STANDARD (CONTAINER_TITLE, "container-title", TEXT, FIRST, HEADING, N_("Published In")),
  STANDARD (CONTAINER_TITLE_SHORT, "container-title-short", TEXT, FIRST, NONE, N_("Abbreviated Title")),
  STANDARD (COLLECTION_TITLE, "collection-title", TEXT, FIRST, ABOUT, N_("Series")),
  STANDARD (COLLECTION_NUMBER, "collection-number", NUMBER, FIRST, ABOUT, N_("Number in Series")),
  STANDARD (ORIGINAL_TITLE, "original-title", TEXT, FIRST, ABOUT, N_("Original Title")),
  STANDARD (PUBLISHER, "publisher", TEXT, IMPRINT, ABOUT, N_("Publisher")),
  STANDARD (PUBLISHER_PLACE, "publisher-place", TEXT, FIRST, ABOUT, N_("Place")),
  STANDARD (EDITION, "edition", NUMBER, FIRST, ABOUT, N_("Edition")),
  STANDARD (VOLUME, "volume", NUMBER, FIRST, HEADING, N_("Volume")),
  STANDARD (ISSUE, "issue", NUMBER, FIRST, HEADING, N_("Issue")),
  STANDARD (PAGE, "page", NUMBER, FIRST, HEADING, N_("Pages")),
  STANDARD (NUMBER, "number", NUMBER, FIRST, ABOUT, N_("Number")),
  STANDARD (CHAPTER_NUMBER, "chapter-number", NUMBER, FIRST, ABOUT, N_("Chapter")),
  STANDARD (NUMBER_OF_PAGES, "number-of-pages", NUMBER, FIRST, ABOUT, N_("Number of Pages")),
  STANDARD (VERSION, "version", TEXT, FIRST, ABOUT, N_("Version")),
  STANDARD (GENRE, "genre", TEXT, FIRST, ABOUT, N_("Genre")),
  STANDARD (MEDIUM, "medium", TEXT, FIRST, ABOUT, N_("Medium")),
  STANDARD (STATUS, "status", TEXT, FIRST, ABOUT, N_("Status")),
  STANDARD (LANGUAGE, "language", TEXT, FIRST, ABOUT, N_("Language")),
  STANDARD (EVENT_TITLE, "event-title", TEXT, FIRST, ABOUT, N_("Conference")),
  STANDARD (EVENT_PLACE, "event-place", TEXT, FIRST, ABOUT, N_("Conference Place")),
  STANDARD (EVENT_DATE, "event-date", DATE, FIRST, ABOUT, N_("Conference Date")),
  STANDARD (ISSUED, "issued", DATE, FIRST, HEADING, N_("Published")),
  STANDARD (DOI, "DOI", TEXT, FIRST, HEADING, N_("DOI")),
  STANDARD (ISBN, "ISBN", TEXT, UNION, NONE, N_("ISBN")),
  STANDARD (ISSN, "ISSN", TEXT, UNION, ABOUT, N_("ISSN")),
  STANDARD (PMID, "PMID", TEXT, FIRST, ABOUT, N_("PubMed")),
  STANDARD (PMCID, "PMCID", TEXT, FIRST, ABOUT, N_("PubMed Central")),
  STANDARD (URL, "URL", TEXT, FIRST, NONE, N_("Address")),
  STANDARD (ABSTRACT, "abstract", TEXT, LONGEST, NONE, N_("Abstract")),
  STANDARD (KEYWORD, "keyword", TEXT, FIRST, NONE, N_("Keywords")),

  STANDARD (AUTHOR, "author", NAMES, FIRST, HEADING, N_("Authors")),
  STANDARD (EDITOR, "editor", NAMES, FIRST, HEADING, N_("Editors")),
  STANDARD (TRANSLATOR, "translator", NAMES, FIRST, HEADING, N_("Translators")),
  STANDARD (COLLECTION_EDITOR, "collection-editor", NAMES, FIRST, ABOUT, N_("Series Editors")),
  STANDARD (CONTAINER_AUTHOR, "container-author", NAMES, FIRST, ABOUT, N_("Authors of the Book")),
  STANDARD (CHAIR, "chair", NAMES, FIRST, ABOUT, N_("Chairs")),
  STANDARD (CONTRIBUTOR, "contributor", NAMES, FIRST, ABOUT, N_("Contributors")),

  CUSTOM (TITLES, "titles", OBJECT, MEMBERS, HEADING, N_("Titles")),
  CUSTOM (DATES, "dates", OBJECT, MEMBERS, ABOUT, N_("History")),
  CUSTOM (PEOPLE, "people", LIST, UNION, PAGE, N_("People")),
  CUSTOM (ISBNS, "isbns", LIST, UNION, ABOUT, N_("ISBN")),
  CUSTOM (ABSTRACTS, "abstracts", LIST, UNION, PAGE, N_("Abstract")),
  CUSTOM (KEYWORDS, "keywords", LIST, UNION, PAGE, N_("Keywords")),
  CUSTOM (PACKAGES, "packages", LIST, UNION, ABOUT, N_("eBook Packages")),
  CUSTOM (NOTES, "notes", LIST, UNION, PAGE, N_("Notes")),
  CUSTOM (REFERENCES, "references", LIST, UNION, PAGE, N_("Works Cited")),
  CUSTOM (NOTICES, "notices", LIST, UNION, HEADING, N_("Notices")),
  CUSTOM (ACCESS, "access", OBJECT, MEMBERS, GET_IT, N_("Access")),
  CUSTOM (RIGHTS, "rights", OBJECT, MEMBERS, ABOUT, N_("Rights")),
  CUSTOM (COUNTS, "counts", OBJECT, MEMBERS, ABOUT, N_("Counts")),
  CUSTOM (CROSSMARK, "crossmark", OBJECT, MEMBERS, ABOUT, N_("Crossmark")),
  CUSTOM (FUNDERS, "funders", LIST, UNION, ABOUT, N_("Funding")),
  CUSTOM (LINKS, "links", LIST, UNION, GET_IT, N_("Links")),
  CUSTOM (RELATIONS, "relations", LIST, UNION, ABOUT, N_("Related Works")),
  CUSTOM (BOOK, "book", OBJECT, MEMBERS, ABOUT, N_("Book")),
  CUSTOM (CITE_AS, "cite-as", TEXT, FIRST, NONE, N_("Cite As")),
};

/**
 * offprint_field_get:
 * @id: a field
 *
 * Returns: (transfer none): its row
 */
const OffprintField *
offprint_field_get (OffprintFieldId id)
{
  g_return_val_if_fail (id < OFFPRINT_N_FIELDS, NULL);

  return &table[id];
}

/**
 * offprint_field_find:
 * @name: a member's name
 * @custom: whether the member stands under `custom.offprint`
 *
 * Returns: (transfer none) (nullable): the row of that member
 */
const OffprintField *
offprint_field_find (const char *name,
                     gboolean    custom)
{
  for (guint i = 0; i < OFFPRINT_N_FIELDS; i++)
    if (table[i].custom == custom && g_str_equal (table[i].name, name))
      return &table[i];

  return NULL;
}
