/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates as pages write them.
 */

#pragma once

#include "date.h"

G_BEGIN_DECLS

OffprintDate *offprint_loose_date (const char *text);

G_END_DECLS
