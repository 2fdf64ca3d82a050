/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was being read when Offprint was left, so that it lies open again.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _OffprintSession OffprintSession;

OffprintSession *offprint_session_load         (const char       *path);
void             offprint_session_free         (OffprintSession  *self);
gboolean         offprint_session_is_first     (OffprintSession  *self); /* nothing was ever saved */
const char      *offprint_session_get_work_id  (OffprintSession  *self); /* nullable */
const char      *offprint_session_get_work_doi (OffprintSession  *self); /* nullable */
void             offprint_session_set_work     (OffprintSession  *self,
                                                const char       *id,
                                                const char       *doi);
gboolean         offprint_session_save         (OffprintSession  *self,
                                                GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintSession, offprint_session_free)

G_END_DECLS
