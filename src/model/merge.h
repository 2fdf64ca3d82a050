/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How one record comes of several readings: the rules of the table of fields, and
 * what each value came from.
 */

#pragma once

#include "fields.h"
#include "reading.h"
#include "suspicion.h"

G_BEGIN_DECLS

typedef struct _OffprintVoice OffprintVoice;

/* One reading as it counts here: a book's record is cut down to what its chapter may take */
struct _OffprintVoice
{
  OffprintReading *reading; /* Borrowed; the caller's list outlives the merge */
  JsonObject *record;       /* Owned */
  JsonObject *custom;       /* Borrowed from record; nullable */
  OffprintVoice *newer;     /* Borrowed; nullable: what the same source said later about the same */
  guint rank;               /* the most trusted has 0 */
  gboolean is_book;
  OffprintDoubt doubt; /* about all that it says */
};

/* @choices: (nullable): JSON pointer → id of the reading that the user chose for it.
 * @united: (nullable): what was united before, see offprint_united_new().
 * (transfer full): the record with its provenance, without id and readings */
JsonObject *offprint_merge_readings (GPtrArray  *readings,
                                     GHashTable *choices,
                                     GHashTable *united);
/* An empty memory of lists that were united, to be given to merge after merge */
GHashTable *offprint_united_new (void);

/* @readings: as they came: of one source's two about the same, the later is the newer.
 * A list of which the most trusted comes first */
GPtrArray *offprint_voices_new    (GPtrArray     *readings);
gboolean   offprint_voice_is_user (OffprintVoice *self);
gboolean   offprint_voice_is_page (OffprintVoice *self);
/* what a voice says of a field; (transfer none), nullable */
JsonNode *offprint_voice_get (OffprintVoice *self,
                              const char    *member,
                              gboolean       custom);

/* @lists: (element-type JsonArray): one for each voice, nullable. NULL if all are empty.
 * @n_sources: how many voices said something of it */
JsonArray *offprint_unite_lists  (const char  *list,
                                  GPtrArray   *voices,
                                  JsonArray  **lists,
                                  guint       *n_sources);
JsonArray *offprint_unite_people (JsonObject  *record,
                                  GPtrArray   *voices,
                                  JsonArray  **lists);

/* letters and digits in small, so that equal titles are equal */
char *offprint_fold (const char *text);
/* a book's record as what its chapter may take of it; (transfer full) */
JsonObject *offprint_book_facts (JsonObject *book);
/* a retraction that only the title tells of: services.md 4; NULL if there is none */
JsonObject *offprint_title_notice (const char *title);

G_END_DECLS
