/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What reaches a window from outside: pasted, dropped, chosen in a dialog, or lying
 * on the clipboard when the program starts.
 */

#pragma once

#include "window.h"

G_BEGIN_DECLS

void offprint_incoming_accept_drops    (OffprintWindow *window);
void offprint_incoming_choose_file     (OffprintWindow *window);
void offprint_incoming_paste           (OffprintWindow *window);
void offprint_incoming_offer_clipboard (OffprintWindow *window);

G_END_DECLS
