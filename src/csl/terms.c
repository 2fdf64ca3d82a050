/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table behind the numbers of terms.h: CSL 1.0.2, appendix II, and what the
 * locale files hold beside it.
 */

#include "config.h"

#include "terms.h"

#include <string.h>

static const char *const names[CSL_N_TERMS] = {
  [CSL_TERM_ACCESSED] = "accessed",
  [CSL_TERM_ACT] = "act",
  [CSL_TERM_AD] = "ad",
  [CSL_TERM_ADVANCE_ONLINE_PUBLICATION] = "advance-online-publication",
  [CSL_TERM_ALBUM] = "album",
  [CSL_TERM_AND] = "and",
  [CSL_TERM_AND_OTHERS] = "and others",
  [CSL_TERM_ANONYMOUS] = "anonymous",
  [CSL_TERM_APPENDIX] = "appendix",
  [CSL_TERM_ARTICLE] = "article",
  [CSL_TERM_ARTICLE_JOURNAL] = "article-journal",
  [CSL_TERM_ARTICLE_LOCATOR] = "article-locator",
  [CSL_TERM_ARTICLE_MAGAZINE] = "article-magazine",
  [CSL_TERM_ARTICLE_NEWSPAPER] = "article-newspaper",
  [CSL_TERM_AT] = "at",
  [CSL_TERM_AUDIO_RECORDING] = "audio-recording",
  [CSL_TERM_AUTHOR] = "author",
  [CSL_TERM_AVAILABLE_AT] = "available at",
  [CSL_TERM_BC] = "bc",
  [CSL_TERM_BCE] = "bce",
  [CSL_TERM_BILL] = "bill",
  [CSL_TERM_BOOK] = "book",
  [CSL_TERM_BROADCAST] = "broadcast",
  [CSL_TERM_BY] = "by",
  [CSL_TERM_CANON] = "canon",
  [CSL_TERM_CE] = "ce",
  [CSL_TERM_CHAIR] = "chair",
  [CSL_TERM_CHAPTER] = "chapter",
  [CSL_TERM_CHAPTER_NUMBER] = "chapter-number",
  [CSL_TERM_CIRCA] = "circa",
  [CSL_TERM_CITATION_NUMBER] = "citation-number",
  [CSL_TERM_CITED] = "cited",
  [CSL_TERM_CLASSIC] = "classic",
  [CSL_TERM_CLOSE_INNER_QUOTE] = "close-inner-quote",
  [CSL_TERM_CLOSE_QUOTE] = "close-quote",
  [CSL_TERM_COLLECTION] = "collection",
  [CSL_TERM_COLLECTION_EDITOR] = "collection-editor",
  [CSL_TERM_COLLECTION_NUMBER] = "collection-number",
  [CSL_TERM_COLON] = "colon",
  [CSL_TERM_COLUMN] = "column",
  [CSL_TERM_COMMA] = "comma",
  [CSL_TERM_COMPILER] = "compiler",
  [CSL_TERM_COMPOSER] = "composer",
  [CSL_TERM_CONTAINER_AUTHOR] = "container-author",
  [CSL_TERM_CONTRIBUTOR] = "contributor",
  [CSL_TERM_CURATOR] = "curator",
  [CSL_TERM_DATASET] = "dataset",
  [CSL_TERM_DIRECTOR] = "director",
  [CSL_TERM_DOCUMENT] = "document",
  [CSL_TERM_EDITION] = "edition",
  [CSL_TERM_EDITOR] = "editor",
  [CSL_TERM_EDITOR_TRANSLATOR] = "editor-translator",
  [CSL_TERM_EDITORIAL_DIRECTOR] = "editorial-director",
  [CSL_TERM_EDITORTRANSLATOR] = "editortranslator",
  [CSL_TERM_ELOCATION] = "elocation",
  [CSL_TERM_ENTRY] = "entry",
  [CSL_TERM_ENTRY_DICTIONARY] = "entry-dictionary",
  [CSL_TERM_ENTRY_ENCYCLOPEDIA] = "entry-encyclopedia",
  [CSL_TERM_EQUATION] = "equation",
  [CSL_TERM_ET_AL] = "et-al",
  [CSL_TERM_EVENT] = "event",
  [CSL_TERM_EXECUTIVE_PRODUCER] = "executive-producer",
  [CSL_TERM_FIGURE] = "figure",
  [CSL_TERM_FILM] = "film",
  [CSL_TERM_FIRST_REFERENCE_NOTE_NUMBER] = "first-reference-note-number",
  [CSL_TERM_FOLIO] = "folio",
  [CSL_TERM_FORTHCOMING] = "forthcoming",
  [CSL_TERM_FROM] = "from",
  [CSL_TERM_GRAPHIC] = "graphic",
  [CSL_TERM_GUEST] = "guest",
  [CSL_TERM_HEARING] = "hearing",
  [CSL_TERM_HENCEFORTH] = "henceforth",
  [CSL_TERM_HOST] = "host",
  [CSL_TERM_IBID] = "ibid",
  [CSL_TERM_ILLUSTRATOR] = "illustrator",
  [CSL_TERM_IN] = "in",
  [CSL_TERM_IN_PRESS] = "in press",
  [CSL_TERM_INTERNET] = "internet",
  [CSL_TERM_INTERVIEW] = "interview",
  [CSL_TERM_INTERVIEWER] = "interviewer",
  [CSL_TERM_ISSUE] = "issue",
  [CSL_TERM_LEGAL_CASE] = "legal_case",
  [CSL_TERM_LEGISLATION] = "legislation",
  [CSL_TERM_LETTER] = "letter",
  [CSL_TERM_LINE] = "line",
  [CSL_TERM_LOC_CIT] = "loc-cit",
  [CSL_TERM_LOCATOR] = "locator",
  [CSL_TERM_MANUSCRIPT] = "manuscript",
  [CSL_TERM_MAP] = "map",
  [CSL_TERM_MONTH_01] = "month-01",
  [CSL_TERM_MONTH_02] = "month-02",
  [CSL_TERM_MONTH_03] = "month-03",
  [CSL_TERM_MONTH_04] = "month-04",
  [CSL_TERM_MONTH_05] = "month-05",
  [CSL_TERM_MONTH_06] = "month-06",
  [CSL_TERM_MONTH_07] = "month-07",
  [CSL_TERM_MONTH_08] = "month-08",
  [CSL_TERM_MONTH_09] = "month-09",
  [CSL_TERM_MONTH_10] = "month-10",
  [CSL_TERM_MONTH_11] = "month-11",
  [CSL_TERM_MONTH_12] = "month-12",
  [CSL_TERM_MOTION_PICTURE] = "motion_picture",
  [CSL_TERM_MUSICAL_SCORE] = "musical_score",
  [CSL_TERM_NARRATOR] = "narrator",
  [CSL_TERM_NO_DATE] = "no date",
  [CSL_TERM_NO_PLACE] = "no-place",
  [CSL_TERM_NO_PUBLISHER] = "no-publisher",
  [CSL_TERM_NOTE] = "note",
  [CSL_TERM_NUMBER] = "number",
  [CSL_TERM_NUMBER_OF_PAGES] = "number-of-pages",
  [CSL_TERM_NUMBER_OF_VOLUMES] = "number-of-volumes",
  [CSL_TERM_ON] = "on",
  [CSL_TERM_ONLINE] = "online",
  [CSL_TERM_OP_CIT] = "op-cit",
  [CSL_TERM_OPEN_INNER_QUOTE] = "open-inner-quote",
  [CSL_TERM_OPEN_QUOTE] = "open-quote",
  [CSL_TERM_OPUS] = "opus",
  [CSL_TERM_ORDINAL] = "ordinal",
  [CSL_TERM_ORGANIZER] = "organizer",
  [CSL_TERM_ORIGINAL_AUTHOR] = "original-author",
  [CSL_TERM_ORIGINAL_WORK_PUBLISHED] = "original-work-published",
  [CSL_TERM_PAGE] = "page",
  [CSL_TERM_PAGE_FIRST] = "page-first",
  [CSL_TERM_PAGE_RANGE_DELIMITER] = "page-range-delimiter",
  [CSL_TERM_PAMPHLET] = "pamphlet",
  [CSL_TERM_PAPER_CONFERENCE] = "paper-conference",
  [CSL_TERM_PARAGRAPH] = "paragraph",
  [CSL_TERM_PART] = "part",
  [CSL_TERM_PART_NUMBER] = "part-number",
  [CSL_TERM_PATENT] = "patent",
  [CSL_TERM_PERFORMANCE] = "performance",
  [CSL_TERM_PERFORMER] = "performer",
  [CSL_TERM_PERIODICAL] = "periodical",
  [CSL_TERM_PERSONAL_COMMUNICATION] = "personal-communication",
  [CSL_TERM_PERSONAL_COMMUNICATION_UNDERSCORE] = "personal_communication",
  [CSL_TERM_PODCAST] = "podcast",
  [CSL_TERM_PODCAST_EPISODE] = "podcast-episode",
  [CSL_TERM_POST] = "post",
  [CSL_TERM_POST_WEBLOG] = "post-weblog",
  [CSL_TERM_PREPRINT] = "preprint",
  [CSL_TERM_PRESENTED_AT] = "presented at",
  [CSL_TERM_PRINTING] = "printing",
  [CSL_TERM_PRINTING_NUMBER] = "printing-number",
  [CSL_TERM_PRODUCER] = "producer",
  [CSL_TERM_RADIO_BROADCAST] = "radio-broadcast",
  [CSL_TERM_RADIO_SERIES] = "radio-series",
  [CSL_TERM_RADIO_SERIES_EPISODE] = "radio-series-episode",
  [CSL_TERM_RECIPIENT] = "recipient",
  [CSL_TERM_REFERENCE] = "reference",
  [CSL_TERM_REGULATION] = "regulation",
  [CSL_TERM_REPORT] = "report",
  [CSL_TERM_RETRIEVED] = "retrieved",
  [CSL_TERM_REVIEW] = "review",
  [CSL_TERM_REVIEW_BOOK] = "review-book",
  [CSL_TERM_REVIEW_OF] = "review-of",
  [CSL_TERM_REVIEWED_AUTHOR] = "reviewed-author",
  [CSL_TERM_RULE] = "rule",
  [CSL_TERM_SCALE] = "scale",
  [CSL_TERM_SCENE] = "scene",
  [CSL_TERM_SCRIPT_WRITER] = "script-writer",
  [CSL_TERM_SEASON_01] = "season-01",
  [CSL_TERM_SEASON_02] = "season-02",
  [CSL_TERM_SEASON_03] = "season-03",
  [CSL_TERM_SEASON_04] = "season-04",
  [CSL_TERM_SECTION] = "section",
  [CSL_TERM_SEMICOLON] = "semicolon",
  [CSL_TERM_SERIES_CREATOR] = "series-creator",
  [CSL_TERM_SOFTWARE] = "software",
  [CSL_TERM_SONG] = "song",
  [CSL_TERM_SPECIAL_ISSUE] = "special-issue",
  [CSL_TERM_SPECIAL_SECTION] = "special-section",
  [CSL_TERM_SPEECH] = "speech",
  [CSL_TERM_STANDARD] = "standard",
  [CSL_TERM_SUB_VERBO] = "sub-verbo",
  [CSL_TERM_SUPPLEMENT] = "supplement",
  [CSL_TERM_SUPPLEMENT_NUMBER] = "supplement-number",
  [CSL_TERM_TABLE] = "table",
  [CSL_TERM_TELEVISION_BROADCAST] = "television-broadcast",
  [CSL_TERM_TELEVISION_SERIES] = "television-series",
  [CSL_TERM_TELEVISION_SERIES_EPISODE] = "television-series-episode",
  [CSL_TERM_THESIS] = "thesis",
  [CSL_TERM_TIMESTAMP] = "timestamp",
  [CSL_TERM_TITLE_LOCATOR] = "title-locator",
  [CSL_TERM_TRANSLATOR] = "translator",
  [CSL_TERM_TREATY] = "treaty",
  [CSL_TERM_VERSE] = "verse",
  [CSL_TERM_VERSION] = "version",
  [CSL_TERM_VIDEO] = "video",
  [CSL_TERM_VOLUME] = "volume",
  [CSL_TERM_WEBPAGE] = "webpage",
  [CSL_TERM_WORKING_PAPER] = "working-paper",
  [CSL_TERM_YEAR_SUFFIX] = "year-suffix",
};

/**
 * csl_term_parse:
 * @name: the name of a term
 *
 * Looks up a term by its name.
 *
 * Returns: the term; `CSL_TERM_NONE` if CSL has no such term
 */
CslTerm
csl_term_parse (const char *name)
{
  guint low = 0;
  guint high = CSL_N_TERMS;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = strcmp (name, names[middle]);

      if (order == 0)
        return (CslTerm) middle;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return CSL_TERM_NONE;
}

/**
 * csl_term_get_name:
 * @term: a term
 *
 * Gives the name that locales know a term by.
 *
 * Returns: (transfer none) (nullable): the name; `NULL` for a style's own terms
 */
const char *
csl_term_get_name (CslTerm term)
{
  return term < CSL_N_TERMS ? names[term] : NULL;
}

/**
 * csl_term_form_parse:
 * @name: (nullable): value of an attribute `form`
 *
 * Reads the form of a term.
 *
 * Returns: the form; long if it is not one of the five
 */
CslTermForm
csl_term_form_parse (const char *name)
{
  static const char *const forms[CSL_N_TERM_FORMS] = { "long", "short", "symbol", "verb", "verb-short" };

  for (guint i = 0; name != NULL && i < CSL_N_TERM_FORMS; i++)
    if (strcmp (name, forms[i]) == 0)
      return (CslTermForm) i;
  return CSL_TERM_FORM_LONG;
}

/**
 * csl_term_form_fall_back:
 * @form: a form other than long
 *
 * Tells which form stands in for a missing one: CSL 1.0.2, “Text”, `term`.
 *
 * Returns: the form to try next
 */
CslTermForm
csl_term_form_fall_back (CslTermForm form)
{
  static const CslTermForm next[CSL_N_TERM_FORMS] = {
    [CSL_TERM_FORM_LONG] = CSL_TERM_FORM_LONG,
    [CSL_TERM_FORM_SHORT] = CSL_TERM_FORM_LONG,
    [CSL_TERM_FORM_SYMBOL] = CSL_TERM_FORM_SHORT,
    [CSL_TERM_FORM_VERB] = CSL_TERM_FORM_LONG,
    [CSL_TERM_FORM_VERB_SHORT] = CSL_TERM_FORM_VERB,
  };

  return next[form];
}

/**
 * csl_gender_parse:
 * @name: (nullable): value of an attribute `gender` or `gender-form`
 *
 * Reads a grammatical gender.
 *
 * Returns: the gender; neuter if it is none
 */
CslGender
csl_gender_parse (const char *name)
{
  if (g_strcmp0 (name, "masculine") == 0)
    return CSL_GENDER_MASCULINE;
  if (g_strcmp0 (name, "feminine") == 0)
    return CSL_GENDER_FEMININE;
  return CSL_GENDER_NEUTER;
}
