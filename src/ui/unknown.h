/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is said where a part of the work is not known: that it is not, and what would tell.
 */

#pragma once

#include "work.h"

G_BEGIN_DECLS

/* NULL where nothing is missed; otherwise a sentence, translated */
const char *offprint_unknown_say_notes      (OffprintWork *work);
const char *offprint_unknown_say_references (OffprintWork *work);
gboolean    offprint_unknown_is_page_unread (OffprintWork *work);

G_END_DECLS
