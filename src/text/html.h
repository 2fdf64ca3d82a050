/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one HTML parser of the house.
 */

#pragma once

#include "tree.h"

G_BEGIN_DECLS

OffprintTree *offprint_html_parse (const char  *html,
                                   gssize       length,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
