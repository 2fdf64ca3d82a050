/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A citation for a text with a page, a word before or after it, or without the author.
 */

#pragma once

#include <gtk/gtk.h>

#include "citing.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_IN_TEXT_FORM (offprint_in_text_form_get_type ())
G_DECLARE_FINAL_TYPE (OffprintInTextForm, offprint_in_text_form, OFFPRINT, IN_TEXT_FORM, GtkPopover)

GtkWidget *offprint_in_text_form_new (OffprintCiting *citing);

G_END_DECLS
