/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of the Crossref reader, one for each part of a record. Each takes the
 * message and says in the record what it found.
 */

#pragma once

#include <json-glib/json-glib.h>

#include "date.h"

G_BEGIN_DECLS

/* crossref-titles.c */
void offprint_crossref_read_titles     (JsonObject *message,
                                        JsonObject *record);
void offprint_crossref_read_containers (JsonObject *message,
                                        JsonObject *record);

/* crossref-people.c */
void offprint_crossref_read_people (JsonObject *message,
                                    JsonObject *record);

/* crossref-dates.c */
OffprintDate *offprint_crossref_date       (JsonObject *holder,
                                            const char *member);
OffprintDate *offprint_crossref_prose_date (const char *text);
void          offprint_crossref_read_dates (JsonObject *message,
                                            JsonObject *record);

/* crossref-references.c */
void offprint_crossref_read_references (JsonObject *message,
                                        JsonObject *record);

/* crossref-notices.c */
void offprint_crossref_read_notices   (JsonObject *message,
                                       JsonObject *record);
void offprint_crossref_read_relations (JsonObject *message,
                                       JsonObject *record);

/* crossref-assertions.c */
void offprint_crossref_read_assertions (JsonObject *message,
                                        JsonObject *record);

/* crossref-rights.c */
void offprint_crossref_read_rights  (JsonObject *message,
                                     JsonObject *record);
void offprint_crossref_read_funders (JsonObject *message,
                                     JsonObject *record);
void offprint_crossref_read_links   (JsonObject *message,
                                     JsonObject *record);

/* crossref-type.c, crossref-publication.c */
void offprint_crossref_read_type        (JsonObject *message,
                                         JsonObject *record);
void offprint_crossref_read_publication (JsonObject *message,
                                         JsonObject *record);

G_END_DECLS
