/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The languages that citations can be written in.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A GListModel of GtkStringObject with the languages’ names; the first is the style’s own. */
GListModel *offprint_language_list_new     (void);
const char *offprint_language_list_get_tag (guint       position);
guint       offprint_language_list_find    (const char *tag);

G_END_DECLS
