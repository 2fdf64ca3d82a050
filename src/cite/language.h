/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In which language a citation is: as asked, else as the style wants, else the user's.
 */

#pragma once

#include "csl.h"

G_BEGIN_DECLS

char *offprint_cite_choose_language (CslStyle   *style,
                                     const char *asked);

G_END_DECLS
