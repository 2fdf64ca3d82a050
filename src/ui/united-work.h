/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What files say of one work, together with what the library has of it: a saved page and
 * a registry’s record of one DOI are one work.
 */

#pragma once

#include "store.h"

G_BEGIN_DECLS

/* @readings: (element-type OffprintReading): whether all are about one work */
gboolean offprint_united_work_is_one (GPtrArray *readings);

void          offprint_united_work_find_async  (OffprintStore        *store,
                                                GPtrArray            *readings,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
OffprintWork *offprint_united_work_find_finish (GAsyncResult         *result,
                                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
