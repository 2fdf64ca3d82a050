/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saving a citation, or all that a work cites, as a file that a reference manager reads.
 */

#pragma once

#include <gtk/gtk.h>

#include "work.h"

G_BEGIN_DECLS

/* @sentence: what has happened, for people; NULL if they thought better of it */
typedef void (*OffprintCitationSavedFunc) (const char *sentence,
                                           gpointer user_data);

/* what a file of that suffix holds: "ris", "enw", "bib", "json" */
char *offprint_citation_file_format      (OffprintWork  *work,
                                          const char    *suffix,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;
char *offprint_citation_file_format_list (GListModel    *references,
                                          const char    *suffix,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;
/* "Wishnick 2022.ris" */
char *offprint_citation_file_dup_name (OffprintWork *work,
                                       const char   *suffix);
/* "Cited by Wishnick 2022.ris" */
char *offprint_citation_file_dup_list_name (OffprintWork *work,
                                            const char   *suffix);
/* asks where to, on the window of @widget */
void offprint_citation_file_save      (GtkWidget                 *widget,
                                       OffprintWork              *work,
                                       const char                *suffix,
                                       OffprintCitationSavedFunc  callback,
                                       gpointer                   user_data);
void offprint_citation_file_save_list (GtkWidget                 *widget,
                                       OffprintWork              *work,
                                       const char                *suffix,
                                       OffprintCitationSavedFunc  callback,
                                       gpointer                   user_data);

G_END_DECLS
