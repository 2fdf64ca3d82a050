/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a file, an address or a name of the repository to an installed style.
 */

#pragma once

#include "services.h"
#include "style-install.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;  /* "apa" */
  char *title; /* for people */

  OffprintStyleStanding standing; /* as it was before */
  OffprintStyleChange *change;    /* what can be undone; NULL if nothing was changed */
} OffprintAddedStyle;

void offprint_style_add_file_async (OffprintServices    *services,
                                    GFile               *file,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
/* @what: an address, or a name of the public repository */
void                offprint_style_add_async  (OffprintServices     *services,
                                               const char           *what,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
OffprintAddedStyle *offprint_style_add_finish (OffprintServices     *services,
                                               GAsyncResult         *result,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void                offprint_added_style_free (OffprintAddedStyle   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintAddedStyle, offprint_added_style_free)

G_END_DECLS
