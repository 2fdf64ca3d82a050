/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One field for wherever a reader wants to go, like a browser’s.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OFFPRINT_TYPE_ADDRESS_ENTRY (offprint_address_entry_get_type ())
G_DECLARE_FINAL_TYPE (OffprintAddressEntry, offprint_address_entry, OFFPRINT, ADDRESS_ENTRY, AdwBin)

/* Signals:
 *   "submit"  (const char *)  the text as typed or pasted, not empty
 *   "dismiss" ()              Escape */
GtkWidget *offprint_address_entry_new         (void);
void       offprint_address_entry_set_address (OffprintAddressEntry *self,
                                               const char           *address);
void       offprint_address_entry_begin       (OffprintAddressEntry *self);

G_END_DECLS
