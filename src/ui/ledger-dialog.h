/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What Was Asked of Whom: every look-up tells a service what a person reads, and
 * this tells the person.
 */

#pragma once

#include <adwaita.h>

#include "ledger.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_LEDGER_DIALOG (offprint_ledger_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OffprintLedgerDialog, offprint_ledger_dialog, OFFPRINT, LEDGER_DIALOG, AdwDialog)

AdwDialog *offprint_ledger_dialog_new (OffprintLedger *ledger);

G_END_DECLS
