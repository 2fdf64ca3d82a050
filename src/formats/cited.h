/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An item as files of citations want it: text without mark-up, names in their parts,
 * pages in two. Members of a wrong type are simply not there.
 */

#pragma once

#include <json-glib/json-glib.h>

#include "date.h"
#include "rich-text.h"

G_BEGIN_DECLS

typedef struct
{
  /* Owned; clean, NULL if there is none */
  char *family;
  char *given;
  char *particle;
  char *suffix;
  char *literal;
} OffprintCitedName;

const char       *offprint_cited_get_type    (JsonObject  *item);
char             *offprint_cited_dup_plain   (JsonObject  *item,
                                              const char  *member);
OffprintRichText *offprint_cited_dup_rich    (JsonObject  *item,
                                              const char  *member);
GPtrArray        *offprint_cited_dup_names   (JsonObject  *item,
                                              const char  *role);
const char       *offprint_cited_find_makers (JsonObject  *item);
OffprintDate     *offprint_cited_dup_date    (JsonObject  *item,
                                              const char  *member);
gboolean          offprint_cited_split_pages (JsonObject  *item,
                                              char       **first,
                                              char       **last);
char            **offprint_cited_dup_numbers (JsonObject  *item,
                                              const char  *member);
char            **offprint_cited_dup_words   (JsonObject  *item);

void offprint_cited_name_free (OffprintCitedName *self);

G_END_DECLS
