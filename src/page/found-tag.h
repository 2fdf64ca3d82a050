/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a meta tag says, by what kind of thing it is: one reading for all tables of tags.
 */

#pragma once

#include "document.h"

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_TAG_LINE,
  OFFPRINT_TAG_INLINE, /* with the mark-up of titles */
  OFFPRINT_TAG_DOI,
  OFFPRINT_TAG_ISSN,
  OFFPRINT_TAG_ISBN, /* the member is its kind */
  OFFPRINT_TAG_DATE,
  OFFPRINT_TAG_EVENT,
  OFFPRINT_TAG_LANGUAGE,
  OFFPRINT_TAG_PUBLISHER,
  OFFPRINT_TAG_KEYWORDS,
  OFFPRINT_TAG_SUBJECT, /* keywords, among classes of schemes */
  OFFPRINT_TAG_ABSTRACT,
  OFFPRINT_TAG_LINK, /* the member is its relation */
  OFFPRINT_TAG_TYPE,
  OFFPRINT_TAG_RIGHTS,
  OFFPRINT_TAG_SOURCE,
} OffprintTagKind;

void offprint_found_tag (JsonObject      *record,
                         OffprintPage    *page,
                         OffprintTagKind  kind,
                         const char      *member,
                         const char      *content);

G_END_DECLS
