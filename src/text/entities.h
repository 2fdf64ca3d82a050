/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Character references. XML knows five by name, HTML 2,231, and registries hand out
 * both, encoded once or twice: `&amp;aacute;`.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _OffprintEntities OffprintEntities;

OffprintEntities *offprint_entities_new  (void);
void              offprint_entities_free (OffprintEntities *self);

gboolean offprint_entities_decode (OffprintEntities *self,
                                   const char       *text,
                                   gsize             length,
                                   GString          *decoded);
gboolean offprint_entities_found  (OffprintEntities *self,
                                   const char       *text,
                                   gsize             length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintEntities, offprint_entities_free)

G_END_DECLS
