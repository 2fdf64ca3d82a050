/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a member of an item holds, after the schema of CSL-JSON 1.0.2, and the types
 * that registries write where CSL's belong.
 */

#include "config.h"

#include "csl-json-types.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *name;
  OffprintCslJsonContents contents;
} Member;

/* In the order of strcmp */
static const Member members[] = {
  { "DOI", OFFPRINT_CSL_JSON_SPECIAL },
  { "ISBN", OFFPRINT_CSL_JSON_SPECIAL },
  { "ISSN", OFFPRINT_CSL_JSON_SPECIAL },
  { "PMCID", OFFPRINT_CSL_JSON_LINE },
  { "PMID", OFFPRINT_CSL_JSON_LINE },
  { "URL", OFFPRINT_CSL_JSON_LINE },
  { "abstract", OFFPRINT_CSL_JSON_SPECIAL },
  { "accessed", OFFPRINT_CSL_JSON_DATE },
  { "annote", OFFPRINT_CSL_JSON_LINES },
  { "archive", OFFPRINT_CSL_JSON_LINE },
  { "archive-place", OFFPRINT_CSL_JSON_LINE },
  { "archive_collection", OFFPRINT_CSL_JSON_LINE },
  { "archive_location", OFFPRINT_CSL_JSON_LINE },
  { "author", OFFPRINT_CSL_JSON_NAMES },
  { "authority", OFFPRINT_CSL_JSON_LINE },
  { "available-date", OFFPRINT_CSL_JSON_DATE },
  { "call-number", OFFPRINT_CSL_JSON_LINE },
  { "categories", OFFPRINT_CSL_JSON_SPECIAL },
  { "chair", OFFPRINT_CSL_JSON_NAMES },
  { "chapter-number", OFFPRINT_CSL_JSON_NUMBER },
  { "citation-key", OFFPRINT_CSL_JSON_LINE },
  { "citation-label", OFFPRINT_CSL_JSON_LINE },
  { "citation-number", OFFPRINT_CSL_JSON_NUMBER },
  { "collection-editor", OFFPRINT_CSL_JSON_NAMES },
  { "collection-number", OFFPRINT_CSL_JSON_NUMBER },
  { "collection-title", OFFPRINT_CSL_JSON_TITLE },
  { "compiler", OFFPRINT_CSL_JSON_NAMES },
  { "composer", OFFPRINT_CSL_JSON_NAMES },
  { "container-author", OFFPRINT_CSL_JSON_NAMES },
  { "container-title", OFFPRINT_CSL_JSON_TITLE },
  { "container-title-short", OFFPRINT_CSL_JSON_TITLE },
  { "contributor", OFFPRINT_CSL_JSON_NAMES },
  { "curator", OFFPRINT_CSL_JSON_NAMES },
  { "custom", OFFPRINT_CSL_JSON_SPECIAL },
  { "dimensions", OFFPRINT_CSL_JSON_LINE },
  { "director", OFFPRINT_CSL_JSON_NAMES },
  { "division", OFFPRINT_CSL_JSON_LINE },
  { "edition", OFFPRINT_CSL_JSON_NUMBER },
  { "editor", OFFPRINT_CSL_JSON_NAMES },
  { "editorial-director", OFFPRINT_CSL_JSON_NAMES },
  { "event", OFFPRINT_CSL_JSON_TITLE },
  { "event-date", OFFPRINT_CSL_JSON_DATE },
  { "event-place", OFFPRINT_CSL_JSON_LINE },
  { "event-title", OFFPRINT_CSL_JSON_TITLE },
  { "executive-producer", OFFPRINT_CSL_JSON_NAMES },
  { "first-reference-note-number", OFFPRINT_CSL_JSON_NUMBER },
  { "genre", OFFPRINT_CSL_JSON_LINE },
  { "guest", OFFPRINT_CSL_JSON_NAMES },
  { "host", OFFPRINT_CSL_JSON_NAMES },
  { "id", OFFPRINT_CSL_JSON_SPECIAL },
  { "illustrator", OFFPRINT_CSL_JSON_NAMES },
  { "interviewer", OFFPRINT_CSL_JSON_NAMES },
  { "issue", OFFPRINT_CSL_JSON_NUMBER },
  { "issued", OFFPRINT_CSL_JSON_DATE },
  { "journalAbbreviation", OFFPRINT_CSL_JSON_TITLE },
  { "jurisdiction", OFFPRINT_CSL_JSON_LINE },
  { "keyword", OFFPRINT_CSL_JSON_LINE },
  { "language", OFFPRINT_CSL_JSON_LINE },
  { "locator", OFFPRINT_CSL_JSON_NUMBER },
  { "medium", OFFPRINT_CSL_JSON_LINE },
  { "narrator", OFFPRINT_CSL_JSON_NAMES },
  { "note", OFFPRINT_CSL_JSON_LINES },
  { "number", OFFPRINT_CSL_JSON_NUMBER },
  { "number-of-pages", OFFPRINT_CSL_JSON_NUMBER },
  { "number-of-volumes", OFFPRINT_CSL_JSON_NUMBER },
  { "organizer", OFFPRINT_CSL_JSON_NAMES },
  { "original-author", OFFPRINT_CSL_JSON_NAMES },
  { "original-date", OFFPRINT_CSL_JSON_DATE },
  { "original-publisher", OFFPRINT_CSL_JSON_LINE },
  { "original-publisher-place", OFFPRINT_CSL_JSON_LINE },
  { "original-title", OFFPRINT_CSL_JSON_TITLE },
  { "page", OFFPRINT_CSL_JSON_NUMBER },
  { "page-first", OFFPRINT_CSL_JSON_NUMBER },
  { "part", OFFPRINT_CSL_JSON_NUMBER },
  { "part-title", OFFPRINT_CSL_JSON_TITLE },
  { "performer", OFFPRINT_CSL_JSON_NAMES },
  { "printing", OFFPRINT_CSL_JSON_NUMBER },
  { "producer", OFFPRINT_CSL_JSON_NAMES },
  { "publisher", OFFPRINT_CSL_JSON_LINE },
  { "publisher-place", OFFPRINT_CSL_JSON_LINE },
  { "recipient", OFFPRINT_CSL_JSON_NAMES },
  { "references", OFFPRINT_CSL_JSON_LINES },
  { "reviewed-author", OFFPRINT_CSL_JSON_NAMES },
  { "reviewed-genre", OFFPRINT_CSL_JSON_LINE },
  { "reviewed-title", OFFPRINT_CSL_JSON_TITLE },
  { "scale", OFFPRINT_CSL_JSON_LINE },
  { "script-writer", OFFPRINT_CSL_JSON_NAMES },
  { "section", OFFPRINT_CSL_JSON_LINE },
  { "series-creator", OFFPRINT_CSL_JSON_NAMES },
  { "shortTitle", OFFPRINT_CSL_JSON_TITLE },
  { "source", OFFPRINT_CSL_JSON_LINE },
  { "status", OFFPRINT_CSL_JSON_LINE },
  { "submitted", OFFPRINT_CSL_JSON_DATE },
  { "supplement", OFFPRINT_CSL_JSON_NUMBER },
  { "title", OFFPRINT_CSL_JSON_TITLE },
  { "title-short", OFFPRINT_CSL_JSON_TITLE },
  { "translator", OFFPRINT_CSL_JSON_NAMES },
  { "type", OFFPRINT_CSL_JSON_SPECIAL },
  { "version", OFFPRINT_CSL_JSON_LINE },
  { "volume", OFFPRINT_CSL_JSON_NUMBER },
  { "volume-title", OFFPRINT_CSL_JSON_TITLE },
  { "volume-title-short", OFFPRINT_CSL_JSON_TITLE },
  { "year-suffix", OFFPRINT_CSL_JSON_LINE },
};

static const char *const csl_types[] = {
  "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast",
  "chapter", "classic", "collection", "dataset", "document", "entry", "entry-dictionary",
  "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview", "legal_case", "legislation",
  "manuscript", "map", "motion_picture", "musical_score", "pamphlet", "paper-conference", "patent",
  "performance", "periodical", "personal_communication", "post", "post-weblog", "regulation", "report",
  "review", "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage"
};

/* Crossref's (services/crossref-fields.md 4), schema.org's and DataCite's */
static const struct
{
  const char *other;
  const char *csl;
} other_types[] = {
  { "journal-article", "article-journal" },
  { "journal", "periodical" },
  { "journal-volume", "periodical" },
  { "journal-issue", "periodical" },
  { "proceedings-article", "paper-conference" },
  { "proceedings", "book" },
  { "proceedings-series", "book" },
  { "monograph", "book" },
  { "edited-book", "book" },
  { "reference-book", "book" },
  { "book-set", "book" },
  { "book-series", "book" },
  { "book-track", "book" },
  { "book-chapter", "chapter" },
  { "book-section", "chapter" },
  { "book-part", "chapter" },
  { "reference-entry", "entry-encyclopedia" },
  { "report-component", "report" },
  { "report-series", "report" },
  { "report-paper", "report" },
  { "dissertation", "thesis" },
  { "database", "dataset" },
  { "standard-series", "standard" },
  { "posted-content", "article" },
  { "preprint", "article" },
  { "peer-review", "review" },
  { "blog", "post-weblog" },
  { "blog-post", "post-weblog" },
};

static int
compare_member (const void *name,
                const void *member)
{
  return strcmp (name, ((const Member *) member)->name);
}

/**
 * offprint_csl_json_get_contents:
 * @member: a member of an item
 *
 * Returns: what it holds, or `OFFPRINT_CSL_JSON_FOREIGN` if the schema has no such member
 */
OffprintCslJsonContents
offprint_csl_json_get_contents (const char *member)
{
  const Member *found = bsearch (member, members, G_N_ELEMENTS (members), sizeof (members[0]), compare_member);

  return found != NULL ? found->contents : OFFPRINT_CSL_JSON_FOREIGN;
}

/**
 * offprint_csl_json_map_type:
 * @type: a type of CSL or of a registry
 *
 * Returns: (transfer none) (nullable): CSL's type, or `NULL` if nobody knows it
 */
const char *
offprint_csl_json_map_type (const char *type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (csl_types); i++)
    {
      if (g_ascii_strcasecmp (csl_types[i], type) == 0)
        return csl_types[i];
    }
  for (gsize i = 0; i < G_N_ELEMENTS (other_types); i++)
    {
      if (g_ascii_strcasecmp (other_types[i].other, type) == 0)
        return other_types[i].csl;
    }
  return NULL;
}
