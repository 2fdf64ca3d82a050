/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The vocabulary of CSL-JSON 1.0.2 as tables, written from services/formats.md 4.
 */

#include "config.h"

#include "csl-variables.h"

static const char *const types[] = {
  "article",
  "article-journal",
  "article-magazine",
  "article-newspaper",
  "bill",
  "book",
  "broadcast",
  "chapter",
  "classic",
  "collection",
  "dataset",
  "document",
  "entry",
  "entry-dictionary",
  "entry-encyclopedia",
  "event",
  "figure",
  "graphic",
  "hearing",
  "interview",
  "legal_case",
  "legislation",
  "manuscript",
  "map",
  "motion_picture",
  "musical_score",
  "pamphlet",
  "paper-conference",
  "patent",
  "performance",
  "periodical",
  "personal_communication",
  "post",
  "post-weblog",
  "regulation",
  "report",
  "review",
  "review-book",
  "software",
  "song",
  "speech",
  "standard",
  "thesis",
  "treaty",
  "webpage",
  NULL,
};

static const char *const names[] = {
  "author",
  "chair",
  "collection-editor",
  "compiler",
  "composer",
  "container-author",
  "contributor",
  "curator",
  "director",
  "editor",
  "editorial-director",
  "executive-producer",
  "guest",
  "host",
  "interviewer",
  "illustrator",
  "narrator",
  "organizer",
  "original-author",
  "performer",
  "producer",
  "recipient",
  "reviewed-author",
  "script-writer",
  "series-creator",
  "translator",
  NULL,
};

static const char *const dates[] = {
  "accessed",
  "available-date",
  "event-date",
  "issued",
  "original-date",
  "submitted",
  NULL,
};

static const char *const texts[] = {
  "citation-key",
  "language",
  "journalAbbreviation",
  "shortTitle",
  "abstract",
  "annote",
  "archive",
  "archive_collection",
  "archive_location",
  "archive-place",
  "authority",
  "call-number",
  "citation-label",
  "collection-title",
  "container-title",
  "container-title-short",
  "dimensions",
  "division",
  "DOI",
  "event",
  "event-title",
  "event-place",
  "genre",
  "ISBN",
  "ISSN",
  "jurisdiction",
  "keyword",
  "medium",
  "note",
  "original-publisher",
  "original-publisher-place",
  "original-title",
  "part-title",
  "PMCID",
  "PMID",
  "publisher",
  "publisher-place",
  "references",
  "reviewed-genre",
  "reviewed-title",
  "scale",
  "section",
  "source",
  "status",
  "title",
  "title-short",
  "URL",
  "version",
  "volume-title",
  "volume-title-short",
  "year-suffix",
  NULL,
};

static const char *const numbers[] = {
  "id",
  "chapter-number",
  "citation-number",
  "collection-number",
  "edition",
  "first-reference-note-number",
  "issue",
  "locator",
  "number",
  "number-of-pages",
  "number-of-volumes",
  "page",
  "page-first",
  "part",
  "printing",
  "supplement",
  "volume",
  "part-number",
  "printing-number",
  "supplement-number",
  NULL,
};

static const char *const name_members[] = {
  "family",
  "given",
  "dropping-particle",
  "non-dropping-particle",
  "suffix",
  "comma-suffix",
  "static-ordering",
  "literal",
  "parse-names",
  NULL,
};

static const char *const date_members[] = { "date-parts", "season", "circa", "literal", "raw", NULL };

/*< private >
 * What kind of variable a member of an item is.
 */
OffprintVariable
offprint_variable_find (const char *name)
{
  if (g_str_equal (name, "type"))
    return OFFPRINT_VARIABLE_TYPE;
  if (g_str_equal (name, "custom"))
    return OFFPRINT_VARIABLE_CUSTOM;
  if (g_str_equal (name, "categories"))
    return OFFPRINT_VARIABLE_WORDS;
  if (g_strv_contains (texts, name))
    return OFFPRINT_VARIABLE_TEXT;
  if (g_strv_contains (numbers, name))
    return OFFPRINT_VARIABLE_NUMBER;
  if (g_strv_contains (names, name))
    return OFFPRINT_VARIABLE_NAMES;
  if (g_strv_contains (dates, name))
    return OFFPRINT_VARIABLE_DATE;

  return OFFPRINT_VARIABLE_NONE;
}

/*< private >
 * Whether a type is one of CSL's.
 */
gboolean
offprint_is_csl_type (const char *type)
{
  return g_strv_contains (types, type);
}

/*< private >
 * Whether a name of CSL may have this member.
 */
gboolean
offprint_is_name_member (const char *member)
{
  return g_strv_contains (name_members, member);
}

/*< private >
 * Whether that member of a name is no text but a switch.
 */
gboolean
offprint_is_name_flag (const char *member)
{
  static const char *const flags[] = { "comma-suffix", "static-ordering", "parse-names", NULL };

  return g_strv_contains (flags, member);
}

/*< private >
 * Whether a date of CSL may have this member.
 */
gboolean
offprint_is_date_member (const char *member)
{
  return g_strv_contains (date_members, member);
}
