/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of widgets share: an invented work, and waiting for what comes
 * later without sleeping.
 */

#pragma once

#include <adwaita.h>

#include "styles.h"
#include "work.h"

G_BEGIN_DECLS

/* data/invented.json with that many works cited, every other one with a DOI, and
 * so many authors more */
OffprintWork *widget_support_new_work      (guint       n_references,
                                            guint       n_more_authors);
OffprintWork *widget_support_new_from_text (const char *json);

/* the style built in and data/styles, loaded */
void                  widget_support_load_catalog (OffprintStyleCatalog *catalog);
OffprintStyleCatalog *widget_support_new_catalog  (void);

/* turns the main loop until it is so; fails the test after twenty seconds */
typedef gboolean (*WidgetSupportFunc) (gpointer data);
void widget_support_wait (WidgetSupportFunc func,
                          gpointer          data);

gpointer   widget_support_get_child (gpointer    widget,
                                     const char *name);
GtkWindow *widget_support_show      (GtkWidget  *widget,
                                     int         width,
                                     int         height);
/* first of the type beneath @widget that is visible; NULL if there is none */
gpointer widget_support_find  (gpointer widget,
                               GType    type);
guint    widget_support_count (gpointer widget,
                               GType    type);

/* calls gtk_test_init with what the tests need */
void widget_support_init (int    *argc,
                          char ***argv);

G_END_DECLS
