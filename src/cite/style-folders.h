/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where styles and locales lie, and reading one of them by its name. It holds no
 * state but the list of folders, so any thread may ask.
 */

#pragma once

#include "csl.h"

G_BEGIN_DECLS

typedef struct _OffprintStyleFolders OffprintStyleFolders;

OffprintStyleFolders *offprint_style_folders_new         (const char *const     *folders);
OffprintStyleFolders *offprint_style_folders_ref         (OffprintStyleFolders  *self);
void                  offprint_style_folders_unref       (OffprintStyleFolders  *self);
const char    *const *offprint_style_folders_get         (OffprintStyleFolders  *self);
char                 *offprint_style_folders_dup_path    (OffprintStyleFolders  *self,
                                                          const char            *name);
GBytes               *offprint_style_folders_load        (OffprintStyleFolders  *self,
                                                          const char            *name,
                                                          GError               **error);
CslStyle             *offprint_style_folders_load_style  (OffprintStyleFolders  *self,
                                                          const char            *name,
                                                          GError               **error);
GBytes               *offprint_style_folders_load_locale (const char            *tag,
                                                          gpointer               self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintStyleFolders, offprint_style_folders_unref)

G_END_DECLS
