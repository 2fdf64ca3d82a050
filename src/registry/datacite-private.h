/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of the DataCite reader, one for each part of a record. Each takes the
 * attributes of one DOI and says in the record what it found.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* datacite.c */
gboolean offprint_datacite_is_placeholder (const char *text);

/* datacite-people.c */
void offprint_datacite_read_people  (JsonObject *attributes,
                                     JsonObject *record);
void offprint_datacite_read_editors (JsonObject *related_item,
                                     JsonObject *record);

/* datacite-text.c */
void  offprint_datacite_read_titles       (JsonObject *attributes,
                                           JsonObject *record);
char *offprint_datacite_dup_title         (JsonObject *holder);
void  offprint_datacite_read_descriptions (JsonObject *attributes,
                                           JsonObject *record);
void  offprint_datacite_read_subjects     (JsonObject *attributes,
                                           JsonObject *record);

/* datacite-publication.c */
const char *offprint_datacite_type             (const char *general,
                                                const char *words);
void        offprint_datacite_read_publication (JsonObject *attributes,
                                                JsonObject *record);

/* datacite-dates.c */
void offprint_datacite_read_dates (JsonObject *attributes,
                                   JsonObject *record);

/* datacite-relations.c */
void offprint_datacite_read_relations (JsonObject *attributes,
                                       JsonObject *record);

/* datacite-rights.c */
void offprint_datacite_read_rights  (JsonObject *attributes,
                                     JsonObject *record);
void offprint_datacite_read_funders (JsonObject *attributes,
                                     JsonObject *record);
void offprint_datacite_read_links   (JsonObject *attributes,
                                     JsonObject *record);

G_END_DECLS
