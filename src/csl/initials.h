/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Given names as initials: “John Ronald Reuel” to “J. R. R.”. What people type
 * there is part names, part initials, with hyphens and particles between, and
 * the specification says little of it: the official fixtures decide.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *csl_initials_format (const char *given,
                           const char *initialize_with,
                           gboolean    initialize,
                           gboolean    with_hyphen) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
