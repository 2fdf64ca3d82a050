/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program: its windows, its commands and what it was told to open.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OFFPRINT_TYPE_APPLICATION (offprint_application_get_type ())
G_DECLARE_FINAL_TYPE (OffprintApplication, offprint_application, OFFPRINT, APPLICATION, AdwApplication)

OffprintApplication *offprint_application_new (void);
/* goes as soon as the clipboard is kept, at most a second later */
void offprint_application_quit (OffprintApplication *self);

G_END_DECLS
