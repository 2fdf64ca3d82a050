/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where an entry's tree lives. Formatting ten thousand entries makes millions of
 * small nodes that all die together; asking malloc for each would cost more than
 * all the rest of the engine.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CslArena CslArena;

CslArena *csl_arena_new   (void);
void      csl_arena_free  (CslArena *self);
void      csl_arena_reset (CslArena *self);

gpointer csl_arena_alloc   (CslArena       *self,
                            gsize           size);
gpointer csl_arena_copy    (CslArena       *self,
                            gconstpointer   data,
                            gsize           size);
char    *csl_arena_strdup  (CslArena       *self,
                            const char     *text);
char    *csl_arena_strndup (CslArena       *self,
                            const char     *text,
                            gsize           length);
char    *csl_arena_concat  (CslArena       *self,
                            const char     *first,
                            const char     *second);
void     csl_arena_adopt   (CslArena       *self,
                            gpointer        object,
                            GDestroyNotify  destroy);
char    *csl_arena_take    (CslArena       *self,
                            char           *text);

#define csl_arena_new0(arena, Type)             ((Type *) csl_arena_alloc ((arena), sizeof (Type)))
#define csl_arena_new_array(arena, Type, count) ((Type *) csl_arena_alloc ((arena), sizeof (Type) * (gsize) (count)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CslArena, csl_arena_free)

G_END_DECLS
