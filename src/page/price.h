/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A price as a shop prints it to what the record holds.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @where: (nullable): what stands beside it, with a country. @amount, @currency: (out) (transfer full);
 * @currency NULL if it is not sure. FALSE if there is no price in @text. */
gboolean offprint_price_read (const char  *text,
                              const char  *where,
                              char       **amount,
                              char       **currency);

G_END_DECLS
