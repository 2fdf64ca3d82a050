/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a DOI names: a chapter, an article, a book. Its fields are computed from its
 * readings by the merge rules of the table of fields; its JSON is the record.
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "date.h"
#include "fields.h"
#include "parts.h"
#include "reading.h"
#include "rich-text.h"
#include "rights.h"

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_RECORD_DEFAULT = 0,
  OFFPRINT_RECORD_WITH_READINGS = 1 << 0, /* each reading with its own `record` */
  OFFPRINT_RECORD_ITEM_ONLY = 1 << 1,     /* standard members only, no `custom`: a CSL item */
} OffprintRecordFlags;

typedef enum
{
  OFFPRINT_COUNT_ACCESSES,
  OFFPRINT_COUNT_CITATIONS,
  OFFPRINT_COUNT_REFERENCES,
} OffprintCount;

typedef struct
{
  const char *value; /* 13 digits */
  const char *shown; /* with hyphens if known */
  const char *kind;  /* "print", "electronic"; nullable */
} OffprintIsbn;

#define OFFPRINT_TYPE_WORK (offprint_work_get_type ())
G_DECLARE_FINAL_TYPE (OffprintWork, offprint_work, OFFPRINT, WORK, GObject)

/* Signal "changed": some value is another now; emitted once for a batch, after the
 * list models have changed. The list models live as long as the work. */

OffprintWork *offprint_work_new           (void); /* empty: fill it with readings */
OffprintWork *offprint_work_new_from_json (JsonNode             *node,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
JsonNode     *offprint_work_to_json       (OffprintWork         *self,
                                           OffprintRecordFlags   flags);

void offprint_work_add_reading (OffprintWork *self,
                                OffprintReading *reading); /* replaces that of the same source about the same */
/* (transfer full): which reading gave the value at a JSON pointer; NULL if none */
OffprintReading *offprint_work_dup_source_of (OffprintWork *self,
                                              const char   *pointer);

const char *offprint_work_get_id        (OffprintWork *self); /* nullable while empty */
const char *offprint_work_get_doi       (OffprintWork *self); /* nullable */
char       *offprint_work_dup_doi_url   (OffprintWork *self); /* nullable; encoded */
const char *offprint_work_get_kind      (OffprintWork *self); /* CSL's type; "document" if not known */
char       *offprint_work_dup_kind_name (OffprintWork *self); /* for people: "Chapter" */
gboolean    offprint_work_is_empty      (OffprintWork *self);
gboolean    offprint_work_is_sample     (OffprintWork *self); /* has a reading of source "sample" */
const char *offprint_work_get_text (OffprintWork *self,
                                    OffprintFieldId field); /* nullable; mark-up removed */
OffprintRichText *offprint_work_get_rich_text (OffprintWork *self,
                                               OffprintFieldId field); /* nullable */
OffprintDate *offprint_work_get_date (OffprintWork *self,
                                      OffprintFieldId field); /* nullable */
OffprintDate *offprint_work_dup_event (OffprintWork *self,
                                       const char *name);            /* of custom.offprint.dates: "online", "print", "received", "accepted"; nullable */
const char *offprint_work_get_main_title       (OffprintWork *self); /* nullable */
const char *offprint_work_get_subtitle         (OffprintWork *self); /* nullable */
const char *offprint_work_get_translated_title (OffprintWork *self); /* nullable */

GListModel *offprint_work_get_people     (OffprintWork *self); /* OffprintContributor, authors first */
GListModel *offprint_work_get_abstracts  (OffprintWork *self);
GListModel *offprint_work_get_notes      (OffprintWork *self);
GListModel *offprint_work_get_references (OffprintWork *self);
GListModel *offprint_work_get_notices    (OffprintWork *self);
GListModel *offprint_work_get_offers     (OffprintWork *self);
GListModel *offprint_work_get_readings   (OffprintWork *self);

OffprintNotice     *offprint_work_get_gravest_notice (OffprintWork   *self); /* about this; nullable */
OffprintRights     *offprint_work_get_rights         (OffprintWork   *self); /* nullable */
const OffprintIsbn *offprint_work_get_isbns          (OffprintWork   *self,
                                                      gsize          *n);
const char  *const *offprint_work_get_keywords       (OffprintWork   *self);
const char  *const *offprint_work_get_packages       (OffprintWork   *self);
gboolean            offprint_work_get_count          (OffprintWork   *self,
                                                      OffprintCount   which,
                                                      gint64         *value,
                                                      const char    **seen);
const char         *offprint_work_get_access_state   (OffprintWork   *self); /* "open", "preview"; nullable */
char              **offprint_work_dup_access_remarks (OffprintWork   *self); /* the page's own; never NULL */
GDateTime          *offprint_work_dup_access_seen    (OffprintWork   *self); /* when the offers were read; nullable */
const char         *offprint_work_get_log_in_url     (OffprintWork   *self); /* through an institution; nullable */
const char         *offprint_work_get_book_doi       (OffprintWork   *self); /* nullable */
const char         *offprint_work_get_landing_url    (OffprintWork   *self); /* nullable */
const char *offprint_work_get_link (OffprintWork *self,
                                    const char *rel);      /* of a relation: "landing", "pdf"; nullable */
GDateTime *offprint_work_dup_checked (OffprintWork *self); /* when updates were last looked for; nullable */

G_END_DECLS
