/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing the ledger is the client's alone; everybody else reads.
 */

#pragma once

#include "ledger.h"

G_BEGIN_DECLS

void offprint_ledger_add (OffprintLedger *self,
                          const char     *host,
                          const char     *purpose,
                          guint64         bytes,
                          const char     *outcome);

G_END_DECLS
