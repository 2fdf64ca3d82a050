/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a work is inside. The values are made of the record when first asked for, so a
 * long record costs what is shown of it.
 */

#pragma once

#include "work-private.h"

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_ROWS_PEOPLE,
  OFFPRINT_ROWS_ABSTRACTS,
  OFFPRINT_ROWS_NOTES,
  OFFPRINT_ROWS_REFERENCES,
  OFFPRINT_ROWS_NOTICES,
  OFFPRINT_ROWS_OFFERS,
  OFFPRINT_N_ROWS
} OffprintRowsKind;

/* All owned, all nullable: not asked for yet, or not there */
typedef struct
{
  char *texts[OFFPRINT_N_FIELDS];
  OffprintRichText *rich[OFFPRINT_N_FIELDS];
  OffprintDate *dates[OFFPRINT_N_FIELDS];
  char *main_title;
  char *subtitle;
  char *translated_title;
  GArray *isbns;
  char **keywords;
  char **packages;
  OffprintRights *rights;
} OffprintValues;

struct _OffprintWork
{
  GObject parent_instance;

  /* Owned */
  char *id;
  JsonObject *record;
  GListStore *readings;
  GHashTable *choices; /* JSON pointer → id of the reading that the user chose there */
  GHashTable *united;  /* lists that were united before: merge.h */
  OffprintRows rows[OFFPRINT_N_ROWS];
  OffprintValues values;
};

void        offprint_values_init        (OffprintValues  *self);
void        offprint_values_clear       (OffprintValues  *self);
JsonObject *offprint_work_get_custom    (OffprintWork    *self);
void        offprint_work_recompute     (OffprintWork    *self);
void        offprint_work_place_reading (OffprintWork    *self,
                                         OffprintReading *reading);
/* (transfer full): as they came */
GPtrArray *offprint_work_list_readings (OffprintWork *self);
OffprintReading *offprint_work_dup_reading (OffprintWork *self,
                                            const char *id); /* nullable */
char *offprint_work_make_reading_id (OffprintWork *self);
void  offprint_work_prune_readings  (OffprintWork *self,
                                     void (*removed_cb) (OffprintReading *reading, guint position, gpointer user_data),
                                     gpointer      user_data);
/* Fills an empty work from a record */
gboolean offprint_work_load (OffprintWork  *self,
                             JsonNode      *node,
                             GError       **error);

G_END_DECLS
