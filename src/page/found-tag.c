/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever a site calls its tags, a DOI is a DOI and a date a date. Nothing here is
 * believed that does not look like what it should be.
 */

#include "config.h"

#include "found-tag.h"

#include <string.h>

#include "found.h"
#include "json-value.h"
#include "record.h"

#define MAX_ISBNS        1000 /* bytes */
#define MAX_SOURCE_BYTES 300
#define MAX_RIGHTS_BYTES 1000

static gboolean
is_licence (const char *text)
{
  return g_regex_match_simple ("^https?://\\S+$", text, 0, 0);
}

/* “2023 Springer Nature Limited” is what stands behind the sign */
static void
read_rights (OffprintPage *page,
             JsonObject   *record,
             const char   *text)
{
  g_autofree char *line = NULL;

  if (is_licence (text))
    {
      offprint_found_licence (record, page, text);
      return;
    }
  if (strlen (text) > MAX_RIGHTS_BYTES)
    return;
  if (g_regex_match_simple ("^\\s*[12][0-9]{3}\\b", text, 0, 0))
    line = g_strconcat ("© ", text, NULL);
  else if (g_regex_match_simple ("©|\\(c\\)|copyright", text, G_REGEX_CASELESS, 0) && g_regex_match_simple ("[0-9]{4}", text, 0, 0))
    line = g_strdup (text);
  if (line != NULL)
    offprint_found_custom (record, "rights", "copyright", line);
}

/* What it is part of: a journal’s name, if it is one and no citation of it */
static void
read_source (JsonObject *record,
             const char *text)
{
  if (strlen (text) > MAX_SOURCE_BYTES || strstr (text, "://") != NULL || g_regex_match_simple ("[0-9]{4}", text, 0, 0) ||
      g_regex_match_simple ("^(urn|doi|info|issn|isbn)\\b", text, G_REGEX_CASELESS, 0))
    return;
  offprint_found_inline (record, "container-title", text);
}

static void
read_type (JsonObject *record,
           const char *text)
{
  const char *type = offprint_found_type (text);

  if (type != NULL && !json_object_has_member (record, "type"))
    json_object_set_string_member (record, "type", type);
}

static const char *
media_type_of (const char *rel)
{
  if (g_str_equal (rel, "pdf"))
    return "application/pdf";
  return g_str_equal (rel, "xml") ? "application/xml" : "text/html";
}

static void
read_isbn (JsonObject *record,
           const char *kind,
           const char *text)
{
  const char *known = offprint_json_get_string (record, "ISBN");

  if (known == NULL || strlen (known) < MAX_ISBNS)
    offprint_record_add_isbn (record, text, kind);
}

/**
 * offprint_found_tag:
 * @record: a layer's record
 * @page: the page, for its addresses
 * @kind: what kind of thing the tag holds
 * @member: (nullable): the member of the record, the kind of an ISBN, the relation of a link
 * @content: what the tag says
 *
 * Puts what a meta tag says into a record, unless another of its table has said it already.
 */
void
offprint_found_tag (JsonObject      *record,
                    OffprintPage    *page,
                    OffprintTagKind  kind,
                    const char      *member,
                    const char      *content)
{
  switch (kind)
    {
    case OFFPRINT_TAG_LINE:
      if (strcmp (content, "0") != 0) /* Open Journal Systems, where there is none */
        offprint_found_line (record, member, content);
      break;
    case OFFPRINT_TAG_INLINE:
      offprint_found_inline (record, member, content);
      break;
    case OFFPRINT_TAG_DOI:
      offprint_found_doi (record, content);
      break;
    case OFFPRINT_TAG_ISSN:
      offprint_found_issn (record, content);
      break;
    case OFFPRINT_TAG_ISBN:
      read_isbn (record, member, content);
      break;
    case OFFPRINT_TAG_DATE:
      offprint_found_date (record, member, content);
      break;
    case OFFPRINT_TAG_EVENT:
      offprint_found_event (record, member, content);
      break;
    case OFFPRINT_TAG_LANGUAGE:
      offprint_found_language (record, content);
      break;
    case OFFPRINT_TAG_PUBLISHER:
      offprint_found_publisher (record, content);
      break;
    case OFFPRINT_TAG_SUBJECT:
      if (strchr (content, ':') == NULL)
        offprint_found_keywords (record, content);
      break;
    case OFFPRINT_TAG_KEYWORDS:
      offprint_found_keywords (record, content);
      break;
    case OFFPRINT_TAG_ABSTRACT:
      if (!json_object_has_member (record, "abstract"))
        offprint_found_abstract (record, NULL, content);
      break;
    case OFFPRINT_TAG_LINK:
      offprint_found_link (record, page, member, content, media_type_of (member));
      break;
    case OFFPRINT_TAG_TYPE:
      read_type (record, content);
      break;
    case OFFPRINT_TAG_RIGHTS:
      read_rights (page, record, content);
      break;
    case OFFPRINT_TAG_SOURCE:
      read_source (record, content);
      break;
    }
}
