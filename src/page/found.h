/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What layers do with what they find: the same spelling for the same fact, whichever
 * tag it stood in. What is there already stays.
 */

#pragma once

#include <json-glib/json-glib.h>

#include "date.h"
#include "document.h"

G_BEGIN_DECLS

void offprint_found_line   (JsonObject *record,
                            const char *member,
                            const char *text);
void offprint_found_inline (JsonObject *record,
                            const char *member,
                            const char *markup);
void offprint_found_doi    (JsonObject *record,
                            const char *text);
void offprint_found_issn   (JsonObject *record,
                            const char *text);
void offprint_found_pages  (JsonObject *record,
                            const char *first,
                            const char *last);
void offprint_found_date   (JsonObject *record,
                            const char *member,
                            const char *text);
void offprint_found_event  (JsonObject *record,
                            const char *name,
                            const char *text);

/* the language, and the publisher with its place if the place is named behind it */
void offprint_found_language  (JsonObject *record,
                               const char *text);
void offprint_found_publisher (JsonObject *record,
                               const char *text);

/* one or several, parted by semicolons or commas */
void offprint_found_keywords (JsonObject *record,
                              const char *text);
void offprint_found_abstract (JsonObject *record,
                              const char *language,
                              const char *markup);

/* @page: makes the address whole */
void offprint_found_link    (JsonObject   *record,
                             OffprintPage *page,
                             const char   *rel,
                             const char   *href,
                             const char   *type);
void offprint_found_licence (JsonObject   *record,
                             OffprintPage *page,
                             const char   *href);
void offprint_found_open    (JsonObject   *record);

/* a member of an object under custom.offprint: rights, access, book */
void offprint_found_custom (JsonObject *record,
                            const char *object,
                            const char *member,
                            const char *text);

/* custom.offprint.access, made at need; (transfer none) */
JsonObject *offprint_found_access (JsonObject *record);
/* a word to a list of an object, once */
void offprint_found_word (JsonObject *object,
                          const char *member,
                          const char *word);

/* CSL’s type for a word of a page: “research-article”, “BookChapter”, “Thesis”; NULL if it
 * says nothing */
const char *offprint_found_type (const char *word);

gboolean offprint_found_is_nothing (const char *text);
gboolean offprint_found_has_markup (const char *text);
/* (transfer full) both ways: NULL if nothing was found */
JsonObject *offprint_found_end (JsonObject *record);

G_END_DECLS
