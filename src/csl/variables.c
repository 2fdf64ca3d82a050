/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables behind the vocabulary: appendices III and IV of CSL 1.0.2, with
 * the few names that data in the wild carries besides.
 */

#include "config.h"

#include "variables.h"

#include <string.h>

typedef struct
{
  const char *name;
  CslVariableKind kind;
} Variable;

typedef struct
{
  const char *name;
  CslVariable variable;
} Alias;

/* By the enum, which is also the order of strcmp (): found by halving */
static const Variable variables[CSL_N_VARIABLES] = {
  [CSL_VARIABLE_DOI] = { "DOI", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_ISBN] = { "ISBN", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_ISSN] = { "ISSN", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_PMCID] = { "PMCID", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_PMID] = { "PMID", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_URL] = { "URL", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_ABSTRACT] = { "abstract", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_ACCESSED] = { "accessed", CSL_VARIABLE_KIND_DATE },
  [CSL_VARIABLE_ANNOTE] = { "annote", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_ARCHIVE] = { "archive", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_ARCHIVE_PLACE] = { "archive-place", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_ARCHIVE_COLLECTION] = { "archive_collection", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_ARCHIVE_LOCATION] = { "archive_location", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_AUTHOR] = { "author", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_AUTHORITY] = { "authority", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_AVAILABLE_DATE] = { "available-date", CSL_VARIABLE_KIND_DATE },
  [CSL_VARIABLE_CALL_NUMBER] = { "call-number", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_CHAIR] = { "chair", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_CHAPTER_NUMBER] = { "chapter-number", CSL_VARIABLE_KIND_NUMBER },
  [CSL_VARIABLE_CITATION_KEY] = { "citation-key", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_CITATION_LABEL] = { "citation-label", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_CITATION_NUMBER] = { "citation-number", CSL_VARIABLE_KIND_NUMBER },
  [CSL_VARIABLE_COLLECTION_EDITOR] = { "collection-editor", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_COLLECTION_NUMBER] = { "collection-number", CSL_VARIABLE_KIND_NUMBER },
  [CSL_VARIABLE_COLLECTION_TITLE] = { "collection-title", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_COLLECTION_TITLE_SHORT] = { "collection-title-short", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_COMPILER] = { "compiler", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_COMPOSER] = { "composer", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_CONTAINER_AUTHOR] = { "container-author", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_CONTAINER_TITLE] = { "container-title", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_CONTAINER_TITLE_SHORT] = { "container-title-short", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_CONTRIBUTOR] = { "contributor", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_CURATOR] = { "curator", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_DIMENSIONS] = { "dimensions", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_DIRECTOR] = { "director", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_DIVISION] = { "division", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_EDITION] = { "edition", CSL_VARIABLE_KIND_NUMBER },
  [CSL_VARIABLE_EDITOR] = { "editor", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_EDITOR_TRANSLATOR] = { "editor-translator", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_EDITORIAL_DIRECTOR] = { "editorial-director", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_EVENT] = { "event", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_EVENT_DATE] = { "event-date", CSL_VARIABLE_KIND_DATE },
  [CSL_VARIABLE_EVENT_PLACE] = { "event-place", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_EVENT_TITLE] = { "event-title", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_EXECUTIVE_PRODUCER] = { "executive-producer", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_FIRST_REFERENCE_NOTE_NUMBER] = { "first-reference-note-number", CSL_VARIABLE_KIND_NUMBER },
  [CSL_VARIABLE_GENRE] = { "genre", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_GUEST] = { "guest", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_HOST] = { "host", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_ILLUSTRATOR] = { "illustrator", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_INTERVIEWER] = { "interviewer", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_ISSUE] = { "issue", CSL_VARIABLE_KIND_NUMBER },
  [CSL_VARIABLE_ISSUED] = { "issued", CSL_VARIABLE_KIND_DATE },
  [CSL_VARIABLE_JOURNAL_ABBREVIATION] = { "journalAbbreviation", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_JURISDICTION] = { "jurisdiction", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_KEYWORD] = { "keyword", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_LANGUAGE] = { "language", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_LICENSE] = { "license", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_LOCATOR] = { "locator", CSL_VARIABLE_KIND_NUMBER },
  [CSL_VARIABLE_MEDIUM] = { "medium", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_NARRATOR] = { "narrator", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_NOTE] = { "note", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_NUMBER] = { "number", CSL_VARIABLE_KIND_NUMBER },
  [CSL_VARIABLE_NUMBER_OF_PAGES] = { "number-of-pages", CSL_VARIABLE_KIND_NUMBER },
  [CSL_VARIABLE_NUMBER_OF_VOLUMES] = { "number-of-volumes", CSL_VARIABLE_KIND_NUMBER },
  [CSL_VARIABLE_ORGANIZER] = { "organizer", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_ORIGINAL_AUTHOR] = { "original-author", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_ORIGINAL_DATE] = { "original-date", CSL_VARIABLE_KIND_DATE },
  [CSL_VARIABLE_ORIGINAL_PUBLISHER] = { "original-publisher", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_ORIGINAL_PUBLISHER_PLACE] = { "original-publisher-place", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_ORIGINAL_TITLE] = { "original-title", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_PAGE] = { "page", CSL_VARIABLE_KIND_NUMBER },
  [CSL_VARIABLE_PAGE_FIRST] = { "page-first", CSL_VARIABLE_KIND_NUMBER },
  [CSL_VARIABLE_PART_NUMBER] = { "part-number", CSL_VARIABLE_KIND_NUMBER },
  [CSL_VARIABLE_PART_TITLE] = { "part-title", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_PERFORMER] = { "performer", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_PRINTING_NUMBER] = { "printing-number", CSL_VARIABLE_KIND_NUMBER },
  [CSL_VARIABLE_PRODUCER] = { "producer", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_PUBLISHER] = { "publisher", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_PUBLISHER_PLACE] = { "publisher-place", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_RECIPIENT] = { "recipient", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_REFERENCES] = { "references", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_REVIEWED_AUTHOR] = { "reviewed-author", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_REVIEWED_GENRE] = { "reviewed-genre", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_REVIEWED_TITLE] = { "reviewed-title", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_SCALE] = { "scale", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_SCRIPT_WRITER] = { "script-writer", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_SECTION] = { "section", CSL_VARIABLE_KIND_NUMBER },
  [CSL_VARIABLE_SERIES_CREATOR] = { "series-creator", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_SOURCE] = { "source", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_STATUS] = { "status", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_SUBMITTED] = { "submitted", CSL_VARIABLE_KIND_DATE },
  [CSL_VARIABLE_SUPPLEMENT_NUMBER] = { "supplement-number", CSL_VARIABLE_KIND_NUMBER },
  [CSL_VARIABLE_TITLE] = { "title", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_TITLE_SHORT] = { "title-short", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_TRANSLATOR] = { "translator", CSL_VARIABLE_KIND_NAMES },
  [CSL_VARIABLE_VERSION] = { "version", CSL_VARIABLE_KIND_NUMBER },
  [CSL_VARIABLE_VOLUME] = { "volume", CSL_VARIABLE_KIND_NUMBER },
  [CSL_VARIABLE_VOLUME_TITLE] = { "volume-title", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_VOLUME_TITLE_SHORT] = { "volume-title-short", CSL_VARIABLE_KIND_TEXT },
  [CSL_VARIABLE_YEAR_SUFFIX] = { "year-suffix", CSL_VARIABLE_KIND_TEXT },
};

static const char *const item_types[CSL_N_ITEM_TYPES] = {
  [CSL_ITEM_TYPE_ARTICLE] = "article",
  [CSL_ITEM_TYPE_ARTICLE_JOURNAL] = "article-journal",
  [CSL_ITEM_TYPE_ARTICLE_MAGAZINE] = "article-magazine",
  [CSL_ITEM_TYPE_ARTICLE_NEWSPAPER] = "article-newspaper",
  [CSL_ITEM_TYPE_BILL] = "bill",
  [CSL_ITEM_TYPE_BOOK] = "book",
  [CSL_ITEM_TYPE_BROADCAST] = "broadcast",
  [CSL_ITEM_TYPE_CHAPTER] = "chapter",
  [CSL_ITEM_TYPE_CLASSIC] = "classic",
  [CSL_ITEM_TYPE_COLLECTION] = "collection",
  [CSL_ITEM_TYPE_DATASET] = "dataset",
  [CSL_ITEM_TYPE_DOCUMENT] = "document",
  [CSL_ITEM_TYPE_ENTRY] = "entry",
  [CSL_ITEM_TYPE_ENTRY_DICTIONARY] = "entry-dictionary",
  [CSL_ITEM_TYPE_ENTRY_ENCYCLOPEDIA] = "entry-encyclopedia",
  [CSL_ITEM_TYPE_EVENT] = "event",
  [CSL_ITEM_TYPE_FIGURE] = "figure",
  [CSL_ITEM_TYPE_GRAPHIC] = "graphic",
  [CSL_ITEM_TYPE_HEARING] = "hearing",
  [CSL_ITEM_TYPE_INTERVIEW] = "interview",
  [CSL_ITEM_TYPE_LEGAL_CASE] = "legal_case",
  [CSL_ITEM_TYPE_LEGISLATION] = "legislation",
  [CSL_ITEM_TYPE_MANUSCRIPT] = "manuscript",
  [CSL_ITEM_TYPE_MAP] = "map",
  [CSL_ITEM_TYPE_MOTION_PICTURE] = "motion_picture",
  [CSL_ITEM_TYPE_MUSICAL_SCORE] = "musical_score",
  [CSL_ITEM_TYPE_PAMPHLET] = "pamphlet",
  [CSL_ITEM_TYPE_PAPER_CONFERENCE] = "paper-conference",
  [CSL_ITEM_TYPE_PATENT] = "patent",
  [CSL_ITEM_TYPE_PERFORMANCE] = "performance",
  [CSL_ITEM_TYPE_PERIODICAL] = "periodical",
  [CSL_ITEM_TYPE_PERSONAL_COMMUNICATION] = "personal_communication",
  [CSL_ITEM_TYPE_POST] = "post",
  [CSL_ITEM_TYPE_POST_WEBLOG] = "post-weblog",
  [CSL_ITEM_TYPE_REGULATION] = "regulation",
  [CSL_ITEM_TYPE_REPORT] = "report",
  [CSL_ITEM_TYPE_REVIEW] = "review",
  [CSL_ITEM_TYPE_REVIEW_BOOK] = "review-book",
  [CSL_ITEM_TYPE_SOFTWARE] = "software",
  [CSL_ITEM_TYPE_SONG] = "song",
  [CSL_ITEM_TYPE_SPEECH] = "speech",
  [CSL_ITEM_TYPE_STANDARD] = "standard",
  [CSL_ITEM_TYPE_THESIS] = "thesis",
  [CSL_ITEM_TYPE_TREATY] = "treaty",
  [CSL_ITEM_TYPE_WEBPAGE] = "webpage",
};

/* Names of CSL 1.0.1 and of the CSL-JSON schema for variables with another name now */
static const Alias aliases[] = {
  { "part", CSL_VARIABLE_PART_NUMBER },
  { "printing", CSL_VARIABLE_PRINTING_NUMBER },
  { "shortTitle", CSL_VARIABLE_TITLE_SHORT },
  { "supplement", CSL_VARIABLE_SUPPLEMENT_NUMBER },
};

/* Like strcmp (), for a name that need not end in a nul */
static int
compare_name (const char *name,
              gsize       length,
              const char *known)
{
  int order = strncmp (name, known, length);

  if (order != 0)
    return order;
  return known[length] == '\0' ? 0 : -1;
}

/**
 * csl_variable_parse:
 * @name: the name of a variable as in styles and CSL-JSON; need not end in a nul
 * @length: bytes in @name, or -1 if it ends in a nul
 *
 * Looks a variable up by its name.
 *
 * Old names (`event`) and those of CSL-JSON alone (`shortTitle`, `part`) are
 * read as the ones that CSL 1.0.2 gives: Appendix IV, “Variables”.
 *
 * Returns: the variable, or `CSL_VARIABLE_NONE` if there is no such
 */
CslVariable
csl_variable_parse (const char *name,
                    gssize      length)
{
  gsize size = length < 0 ? strlen (name) : (gsize) length;
  guint low = CSL_VARIABLE_NONE + 1;
  guint high = CSL_N_VARIABLES;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = compare_name (name, size, variables[middle].name);

      if (order == 0)
        return (CslVariable) middle;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (aliases); i++)
    {
      if (compare_name (name, size, aliases[i].name) == 0)
        return aliases[i].variable;
    }

  return CSL_VARIABLE_NONE;
}

/**
 * csl_variable_get_name:
 * @variable: a variable
 *
 * Gets the name of a variable as CSL 1.0.2 spells it.
 *
 * Returns: the name; empty for `CSL_VARIABLE_NONE`
 */
const char *
csl_variable_get_name (CslVariable variable)
{
  g_return_val_if_fail (variable < CSL_N_VARIABLES, "");

  return variable == CSL_VARIABLE_NONE ? "" : variables[variable].name;
}

/**
 * csl_variable_get_kind:
 * @variable: a variable
 *
 * Says what values a variable takes.
 *
 * Returns: the kind; `CSL_VARIABLE_KIND_NONE` for `CSL_VARIABLE_NONE`
 */
CslVariableKind
csl_variable_get_kind (CslVariable variable)
{
  g_return_val_if_fail (variable < CSL_N_VARIABLES, CSL_VARIABLE_KIND_NONE);

  return variables[variable].kind;
}

/**
 * csl_variable_get_short:
 * @variable: a variable
 *
 * Finds the variable that `form="short"` asks for instead.
 *
 * Returns: the variable named with “-short”, or `CSL_VARIABLE_NONE` if there
 *   is no such
 */
CslVariable
csl_variable_get_short (CslVariable variable)
{
  char name[48];

  g_return_val_if_fail (variable < CSL_N_VARIABLES, CSL_VARIABLE_NONE);

  if (variable == CSL_VARIABLE_NONE)
    return CSL_VARIABLE_NONE;

  g_snprintf (name, sizeof name, "%s-short", variables[variable].name);
  return csl_variable_parse (name, -1);
}

/**
 * csl_variable_is_title:
 * @variable: a variable
 *
 * Says whether a variable holds a title, which a language's rules of case
 * apply to.
 *
 * Returns: whether it is one of the titles
 */
gboolean
csl_variable_is_title (CslVariable variable)
{
  const char *name = csl_variable_get_name (variable);

  return g_str_has_suffix (name, "title") || g_str_has_suffix (name, "title-short");
}

/**
 * csl_item_type_parse:
 * @name: the name of a type; need not end in a nul
 * @length: bytes in @name, or -1 if it ends in a nul
 *
 * Looks a type of items up by its name: CSL 1.0.2, Appendix III, “Types”.
 *
 * Returns: the type, or `CSL_ITEM_TYPE_NONE` if there is no such
 */
CslItemType
csl_item_type_parse (const char *name,
                     gssize      length)
{
  gsize size = length < 0 ? strlen (name) : (gsize) length;
  guint low = CSL_ITEM_TYPE_NONE + 1;
  guint high = CSL_N_ITEM_TYPES;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = compare_name (name, size, item_types[middle]);

      if (order == 0)
        return (CslItemType) middle;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return CSL_ITEM_TYPE_NONE;
}

/**
 * csl_item_type_get_name:
 * @type: a type
 *
 * Gets the name of a type as CSL spells it.
 *
 * Returns: the name; empty for `CSL_ITEM_TYPE_NONE`
 */
const char *
csl_item_type_get_name (CslItemType type)
{
  g_return_val_if_fail (type < CSL_N_ITEM_TYPES, "");

  return type == CSL_ITEM_TYPE_NONE ? "" : item_types[type];
}
