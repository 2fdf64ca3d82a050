/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of the readers share: files, records of them, and proofs that a
 * table of paths tells the truth.
 */

#pragma once

#include <json-glib/json-glib.h>

#include "parsers.h"
#include "paths.h"

typedef JsonObject *(*MakeRecord) (JsonObject *message);
typedef JsonObject *(*FindMessage) (JsonObject *root);

GBytes    *support_load       (const char *folder,
                               const char *name);
JsonNode  *support_load_json  (const char *folder,
                               const char *name);
char      *support_own_folder (void);
char      *support_shared     (const char *folder); /* NULL: not there */
GPtrArray *support_list       (const char *folder); /* names of .json files, sorted */
void support_check_fact (JsonObject *record,
                         const char *pointer,
                         const char *expected); /* JSON; NULL: nothing there */
/* the record is a valid one once it has an id, which a work gives it */
void support_check_valid (JsonObject *record,
                          const char *name);
/* fails on a path of a file of @folder that @paths does not name; returns how many it named */
guint support_walk_folder (const char         *folder,
                           FindMessage         find_message,
                           const OffprintPath *paths,
                           gsize               n_paths,
                           guint              *n_files);
/* Takes every listed member away in turn: what is mapped changes the record of some
 * file, what is left out changes none. */
void support_prove_table (const char         *prefix,
                          FindMessage         find_message,
                          MakeRecord          make_record,
                          const OffprintPath *paths,
                          gsize               n_paths);
