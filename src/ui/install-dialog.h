/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Installing styles from files or an address.
 */

#pragma once

#include "window.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_INSTALL_DIALOG (offprint_install_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OffprintInstallDialog, offprint_install_dialog, OFFPRINT, INSTALL_DIALOG, AdwDialog)

/* asks for files */
void offprint_install_dialog_choose (OffprintWindow *window);
/* asks for an address */
void offprint_install_dialog_present (OffprintWindow *window);
/* takes what is a style out of @files and installs it. Returns: (transfer full): the others */
GPtrArray *offprint_install_dialog_take_files (OffprintWindow *window,
                                               GPtrArray      *files);

G_END_DECLS
