/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates that are words: the member “raw” of CSL-JSON, and strings in place of a
 * date, which newer drafts allow (EDTF).
 */

#pragma once

#include "item.h"

G_BEGIN_DECLS

void csl_date_point_set_month (CslDatePoint *self,
                               gint64        month,
                               gint64        day);

G_END_DECLS
