/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Building a record without ever leaving an empty member: what readers of registries,
 * pages and files use to say what they found.
 */

#pragma once

#include <json-glib/json-glib.h>

#include "date.h"
#include "rich-text.h"

G_BEGIN_DECLS

/* All of them clean what comes in, and leave the record alone when there is nothing. */
JsonObject *offprint_record_new        (void);
JsonObject *offprint_record_get_custom (JsonObject *record); /* custom.offprint, made at need; (transfer none) */
void        offprint_record_set_string (JsonObject *object,
                                        const char *member,
                                        const char *value);
void offprint_record_set_inline (JsonObject *object,
                                 const char *member,
                                 const char *markup); /* a title: read as inline, stored as CSL-JSON mark-up */
void offprint_record_set_date (JsonObject *object,
                               const char *member,
                               OffprintDate *date); /* a CSL date */
void offprint_record_set_event (JsonObject *record,
                                const char *name,
                                OffprintDate *date); /* custom.offprint.dates */
void offprint_record_set_title (JsonObject *record,
                                const char *main,
                                const char *subtitle); /* title and custom.offprint.titles; services.md 2.4 */
void offprint_record_add_abstract (JsonObject       *record,
                                   const char       *language,
                                   const char       *kind,
                                   OffprintRichText *text);
/* @extra: (nullable) (transfer full): members of the entry in `people` beside role, position and name */
void offprint_record_add_person (JsonObject *record,
                                 const char *role,
                                 JsonObject *name, /* (transfer full): a CSL name */
                                 JsonObject *extra);
/* appends to a list under custom.offprint, made at need; (transfer full) */
void offprint_record_append   (JsonObject *record,
                               const char *list,
                               JsonObject *entry);
void offprint_record_add_isbn (JsonObject *record,
                               const char *text,
                               const char *kind);
/* the first error found, as a JSON pointer and a sentence; the schema in data/ says the same */
gboolean offprint_record_check (JsonNode  *node,
                                GError   **error);

G_END_DECLS
