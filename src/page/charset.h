/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which encoding a page is in, and the page in ours.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): @bytes in UTF-8, or themselves if they are that already */
GBytes *offprint_charset_decode (GBytes     *bytes,
                                 const char *content_type);
/* ICU’s name for a label of the Encoding Standard; NULL if there is no such label */
const char *offprint_charset_find (const char *label);

G_END_DECLS
