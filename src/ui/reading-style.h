/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The font and size that works are read in, as the person chose them.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OFFPRINT_TYPE_READING_STYLE (offprint_reading_style_get_type ())
G_DECLARE_FINAL_TYPE (OffprintReadingStyle, offprint_reading_style, OFFPRINT, READING_STYLE, GObject)

OffprintReadingStyle *offprint_reading_style_new (GdkDisplay *display,
                                                  GSettings  *settings);

G_END_DECLS
