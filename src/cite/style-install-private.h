/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the check of a new style and its installation share.
 */

#pragma once

#include "style-install.h"

#include "style-folders.h"

G_BEGIN_DECLS

struct _OffprintNewStyle
{
  /* Owned */
  GBytes *xml;
  char *name;
  char *title;
  char *id;     /* nullable */
  char *parent; /* nullable */
  char *slip;   /* nullable */

  gboolean lacks_parent;
  OffprintStyleStanding standing;
};

gboolean offprint_new_style_compare (OffprintNewStyle       *self,
                                     OffprintStyleFolders   *folders,
                                     OffprintStyleStanding  *standing,
                                     GError                **error);

G_END_DECLS
