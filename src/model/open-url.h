/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A work as an OpenURL says it: what a library's link resolver is asked with.
 */

#pragma once

#include "work.h"

G_BEGIN_DECLS

/* "url_ver=Z39.88-2004&…&rft.aulast=Wishnick", encoded; (transfer full) */
char *offprint_open_url_dup_query (OffprintWork *work);
/* whether a parameter of a query belongs to an OpenURL of version 1.0 or 0.1 */
gboolean offprint_open_url_has_key (const char *key,
                                    gsize       length);

G_END_DECLS
