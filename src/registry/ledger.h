/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was asked of whom: one row for each request, newest first, for the user
 * to read. A look-up tells a service what a person reads; this says so.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define OFFPRINT_TYPE_LEDGER_ENTRY (offprint_ledger_entry_get_type ())
G_DECLARE_FINAL_TYPE (OffprintLedgerEntry, offprint_ledger_entry, OFFPRINT, LEDGER_ENTRY, GObject)

const char *offprint_ledger_entry_get_host    (OffprintLedgerEntry *self);
const char *offprint_ledger_entry_get_purpose (OffprintLedgerEntry *self); /* for people: "Record of 10.1000/182" */
GDateTime  *offprint_ledger_entry_get_at      (OffprintLedgerEntry *self);
guint64     offprint_ledger_entry_get_bytes   (OffprintLedgerEntry *self);
const char *offprint_ledger_entry_get_outcome (OffprintLedgerEntry *self); /* "200", "cache", "cancelled" … */

/* A GListModel of OffprintLedgerEntry, at most 1,000 rows, of this session only. */
#define OFFPRINT_TYPE_LEDGER (offprint_ledger_get_type ())
G_DECLARE_FINAL_TYPE (OffprintLedger, offprint_ledger, OFFPRINT, LEDGER, GObject)

OffprintLedger *offprint_ledger_new   (void);
void            offprint_ledger_clear (OffprintLedger *self);

G_END_DECLS
