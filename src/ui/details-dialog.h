/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a failure was exactly, to be read or copied into a report.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void offprint_details_dialog_present (GtkWidget    *parent,
                                      const GError *error,
                                      const char   *address,
                                      GListModel   *ledger);

G_END_DECLS
