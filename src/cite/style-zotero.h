/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where Zotero keeps its styles.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void offprint_style_add_zotero (GStrvBuilder *folders,
                                const char   *home);

G_END_DECLS
