/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one table of fields. JSON, CSL, merging, the facts on the page, what changed
 * and what is searched are all driven by it: a new field is a new row here.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Named for the member of the record: OFFPRINT_FIELD_ + its name in capitals. The
 * first part is the standard members of CSL-JSON, the second what stands under
 * custom.offprint (record.md). */
typedef enum
{
  OFFPRINT_FIELD_TYPE,
  OFFPRINT_FIELD_TITLE,
  OFFPRINT_FIELD_TITLE_SHORT,
  OFFPRINT_FIELD_CONTAINER_TITLE,
  OFFPRINT_FIELD_CONTAINER_TITLE_SHORT,
  OFFPRINT_FIELD_COLLECTION_TITLE,
  OFFPRINT_FIELD_COLLECTION_NUMBER,
  OFFPRINT_FIELD_ORIGINAL_TITLE,
  OFFPRINT_FIELD_PUBLISHER,
  OFFPRINT_FIELD_PUBLISHER_PLACE,
  OFFPRINT_FIELD_EDITION,
  OFFPRINT_FIELD_VOLUME,
  OFFPRINT_FIELD_ISSUE,
  OFFPRINT_FIELD_PAGE,
  OFFPRINT_FIELD_NUMBER,
  OFFPRINT_FIELD_CHAPTER_NUMBER,
  OFFPRINT_FIELD_NUMBER_OF_PAGES,
  OFFPRINT_FIELD_VERSION,
  OFFPRINT_FIELD_GENRE,
  OFFPRINT_FIELD_MEDIUM,
  OFFPRINT_FIELD_STATUS,
  OFFPRINT_FIELD_LANGUAGE,
  OFFPRINT_FIELD_EVENT_TITLE,
  OFFPRINT_FIELD_EVENT_PLACE,
  OFFPRINT_FIELD_EVENT_DATE,
  OFFPRINT_FIELD_ISSUED,
  OFFPRINT_FIELD_DOI,
  OFFPRINT_FIELD_ISBN,
  OFFPRINT_FIELD_ISSN,
  OFFPRINT_FIELD_PMID,
  OFFPRINT_FIELD_PMCID,
  OFFPRINT_FIELD_URL,
  OFFPRINT_FIELD_ABSTRACT,
  OFFPRINT_FIELD_KEYWORD,

  /* names: one row for each role of CSL (author, editor, translator …) */
  OFFPRINT_FIELD_AUTHOR,
  OFFPRINT_FIELD_EDITOR,
  OFFPRINT_FIELD_TRANSLATOR,
  OFFPRINT_FIELD_COLLECTION_EDITOR,
  OFFPRINT_FIELD_CONTAINER_AUTHOR,
  OFFPRINT_FIELD_CHAIR,
  OFFPRINT_FIELD_CONTRIBUTOR,

  /* under custom.offprint */
  OFFPRINT_FIELD_TITLES,
  OFFPRINT_FIELD_DATES,
  OFFPRINT_FIELD_PEOPLE,
  OFFPRINT_FIELD_ISBNS,
  OFFPRINT_FIELD_ABSTRACTS,
  OFFPRINT_FIELD_KEYWORDS,
  OFFPRINT_FIELD_PACKAGES,
  OFFPRINT_FIELD_NOTES,
  OFFPRINT_FIELD_REFERENCES,
  OFFPRINT_FIELD_NOTICES,
  OFFPRINT_FIELD_ACCESS,
  OFFPRINT_FIELD_RIGHTS,
  OFFPRINT_FIELD_COUNTS,
  OFFPRINT_FIELD_CROSSMARK,
  OFFPRINT_FIELD_FUNDERS,
  OFFPRINT_FIELD_LINKS,
  OFFPRINT_FIELD_RELATIONS,
  OFFPRINT_FIELD_BOOK,
  OFFPRINT_FIELD_CITE_AS,
  OFFPRINT_N_FIELDS
} OffprintFieldId;

typedef enum
{
  OFFPRINT_FIELD_KIND_TEXT,   /* a string, CSL-JSON's inline mark-up allowed */
  OFFPRINT_FIELD_KIND_NUMBER, /* a string or a number */
  OFFPRINT_FIELD_KIND_DATE,   /* a CSL date */
  OFFPRINT_FIELD_KIND_NAMES,  /* a list of CSL names */
  OFFPRINT_FIELD_KIND_OBJECT, /* an object under custom.offprint */
  OFFPRINT_FIELD_KIND_LIST,   /* a list under custom.offprint */
} OffprintFieldKind;

/* How one value comes of several readings; record.md, architecture.md */
typedef enum
{
  OFFPRINT_MERGE_FIRST,   /* of the most trusted source that has it */
  OFFPRINT_MERGE_IMPRINT, /* publisher: a page's imprint beats a registry's member name */
  OFFPRINT_MERGE_LONGEST,
  OFFPRINT_MERGE_UNION,   /* of lists, by the identity of their entries */
  OFFPRINT_MERGE_MEMBERS, /* of objects, member by member */
} OffprintMergeRule;

typedef enum
{
  OFFPRINT_PLACE_NONE,
  OFFPRINT_PLACE_HEADING,
  OFFPRINT_PLACE_PAGE,
  OFFPRINT_PLACE_GET_IT,
  OFFPRINT_PLACE_ABOUT,
} OffprintFieldPlace;

typedef struct
{
  OffprintFieldId id;
  const char *name; /* the member: "container-title"; under custom.offprint: "notes" */
  gboolean custom;  /* stands under custom.offprint */
  OffprintFieldKind kind;
  OffprintMergeRule merge;
  OffprintFieldPlace place;
  const char *label; /* marked with N_ */
} OffprintField;

const OffprintField *offprint_field_get  (OffprintFieldId  id);
const OffprintField *offprint_field_find (const char      *name,
                                          gboolean         custom);

G_END_DECLS
