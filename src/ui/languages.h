/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Languages that citations can be made in.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* tags of the CSL locales that are installed, by name in the user's language */
GStrv offprint_languages_dup_installed (void);

G_END_DECLS
