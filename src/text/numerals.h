/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers, money and capitals as the reader's language has them.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *offprint_number_format (gint64      number,
                              const char *locale);
char *offprint_money_format  (const char *amount,
                              const char *currency,
                              const char *locale);
char *offprint_text_to_upper (const char *text,
                              const char *locale);

G_END_DECLS
