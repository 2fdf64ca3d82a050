/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole page as one text, to be copied.
 */

#pragma once

#include "work.h"

G_BEGIN_DECLS

OffprintRichText *offprint_page_text_new (OffprintWork *work) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
