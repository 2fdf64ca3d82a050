/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the public style repository's list says. Fetching it is the registry's
 * (style-fetch.h); here are only bytes.
 */

#pragma once

#include "styles.h"

G_BEGIN_DECLS

/* (transfer full) (element-type OffprintStyleInfo), by title, for the same rows and the same
 * search as installed styles; what of the list is no style is left out */
GPtrArray *offprint_style_online_read (GBytes  *list,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
