/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What languages are called, for people.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "German" for "de", in the user's own language; the tag if it has no name */
char *offprint_language_name_dup (const char *tag);

G_END_DECLS
