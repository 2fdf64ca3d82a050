/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A day as an English page writes it.
 */

#pragma once

#include "date.h"

G_BEGIN_DECLS

/* "27 April 2023", "April 27, 2023", "April 2023", "2023-04-27", "2023"; NULL if it is none */
OffprintDate *offprint_prose_date_read (const char *text);

G_END_DECLS
