/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page without what no reader of it needs.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): at most @length bytes, which need not end in a nul */
char *offprint_html_thin (const char *html,
                          gsize       length,
                          gsize      *thin_length);

G_END_DECLS
