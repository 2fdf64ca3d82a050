/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Following links: works open here, all else where the desktop opens it.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* a DOI's link goes to the action work.open-identifier above @widget */
void offprint_link_follow (GtkWidget  *widget,
                           const char *uri);
/* for the desktop, whatever the link names */
void offprint_link_launch (GtkWidget  *widget,
                           const char *uri);
/* whether it is of a kind that we hand on: http, https, mailto */
gboolean offprint_link_is_allowed (const char *uri);

G_END_DECLS
