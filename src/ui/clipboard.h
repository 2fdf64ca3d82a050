/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One copy, every flavour: the program that pastes takes the richest it knows.
 */

#pragma once

#include <gtk/gtk.h>

#include "rich-text.h"

G_BEGIN_DECLS

/* @flavours: (element-type OffprintFlavour): (transfer none) */
GdkContentProvider *offprint_clipboard_new_provider (GPtrArray        *flavours) G_GNUC_WARN_UNUSED_RESULT;
void                offprint_clipboard_copy         (GtkWidget        *widget,
                                                     GPtrArray        *flavours);
void                offprint_clipboard_copy_rich    (GtkWidget        *widget,
                                                     OffprintRichText *text);

G_END_DECLS
