/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What becomes of every member of an answer, in one table a service: mapped to a
 * place in the record, or left out with the reason. What a table does not name is
 * kept under custom.offprint.kept, so that nothing that a registry says is lost.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *path;   /* "/license[]/URL"; "*" stands for any name of a member */
  const char *place;  /* JSON pointer into the record; NULL if it is left out */
  const char *reason; /* why it is left out; NULL if it is mapped */
} OffprintPath;

extern const OffprintPath offprint_crossref_paths[];
extern const gsize offprint_crossref_n_paths;
extern const OffprintPath offprint_datacite_paths[];
extern const gsize offprint_datacite_n_paths;

const OffprintPath *offprint_paths_find          (const OffprintPath *paths,
                                                  gsize               n_paths,
                                                  const char         *path);
gboolean            offprint_paths_knows         (const OffprintPath *paths,
                                                  gsize               n_paths,
                                                  const char         *beginning);
void                offprint_paths_keep          (JsonObject         *record,
                                                  const char         *pointer,
                                                  JsonNode           *node);
void                offprint_paths_keep_unlisted (const OffprintPath *paths,
                                                  gsize               n_paths,
                                                  JsonObject         *message,
                                                  JsonObject         *record);

G_END_DECLS
