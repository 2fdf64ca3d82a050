/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The column that is read: as wide as sixty to seventy-five letters of its own font,
 * whatever the window's width or the size of the text.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OFFPRINT_TYPE_COLUMN (offprint_column_get_type ())
G_DECLARE_FINAL_TYPE (OffprintColumn, offprint_column, OFFPRINT, COLUMN, GtkWidget)

/* Its one child comes from the template. */

G_END_DECLS
