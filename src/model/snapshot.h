/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A work as it is now. Taking it costs nothing however long the record is, for nothing in
 * a record is ever changed; so a work can be written by another thread, and compared with
 * what it was.
 */

#pragma once

#include "work.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_SNAPSHOT (offprint_snapshot_get_type ())
typedef struct _OffprintSnapshot OffprintSnapshot; /* boxed, immutable; to be freed where it was made */

GType             offprint_snapshot_get_type (void) G_GNUC_CONST;
OffprintSnapshot *offprint_work_dup_snapshot (OffprintWork     *work);
OffprintSnapshot *offprint_snapshot_ref      (OffprintSnapshot *self);
void              offprint_snapshot_unref    (OffprintSnapshot *self);

/* (transfer full): in any thread. Its inner nodes are the work's: not to be changed */
JsonNode *offprint_snapshot_to_json (OffprintSnapshot    *self,
                                     OffprintRecordFlags  flags);
/* (transfer none): what was computed; not to be changed */
JsonObject *offprint_snapshot_get_record (OffprintSnapshot *self);
/* (transfer none) (nullable): the reading that had that name then */
OffprintReading *offprint_snapshot_get_reading (OffprintSnapshot *self,
                                                const char       *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintSnapshot, offprint_snapshot_unref)

G_END_DECLS
