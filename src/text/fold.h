/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text as a search sees it: “Université”, “UNIVERSITE” and “université” are one word.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *offprint_text_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
