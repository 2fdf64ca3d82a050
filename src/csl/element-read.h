/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rendering elements, which stand in layouts, macros and each other: one after the
 * other to nodes, children side by side in the style's arena.
 */

#pragma once

#include "style-private.h"
#include "xml.h"

G_BEGIN_DECLS

typedef struct
{
  CslXml xml;
  CslStyle *style; /* Borrowed */

  /* Owned by who reads */
  GArray *stack;  /* of CslNode whose parent is not yet finished */
  GArray *macros; /* of CslMacro */
} CslStyleReader;

void csl_style_read_name_options (CslXml          *xml,
                                  CslNameOptions  *options,
                                  gboolean         is_name);
void csl_style_read_children     (CslStyleReader  *self,
                                  int              depth,
                                  CslNode        **children,
                                  guint           *n_children);

G_END_DECLS
