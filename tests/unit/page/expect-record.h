/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a test expects of a record, written as JSON pointers and JSON.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *path; /* RFC 6901 */
  const char *json; /* NULL: nothing is there */
} RecordFact;

#define OWN "/custom/offprint"

/* every one of @facts holds in @record */
void expect_facts (JsonObject       *record,
                   const RecordFact *facts,
                   gsize             n_facts);
/* how many elements a list has; 0 if it is not there */
guint expect_length (JsonObject *record,
                     const char *path);
/* the stored or plain text at a path; NULL if there is none */
const char *expect_string (JsonObject *record,
                           const char *path);
/* a file of the tests, or of the shared records (NULL: skipped, for they are not there) */
GBytes *expect_data   (const char *name);
GBytes *expect_shared (const char *name);
/* no text of scripts or styles is in a record, and its shape is right */
void expect_sound (JsonObject *record);

G_END_DECLS
