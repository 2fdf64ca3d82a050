/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a refresh did, in a line.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* @changes: of OffprintDifference */
AdwToast *offprint_refresh_toast_new (GListModel *changes);

G_END_DECLS
