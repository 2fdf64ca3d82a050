/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All names of a document by family name, to see whose given names must be
 * spelled out so that no two people look like one. Names become numbers once; a
 * document that is settled again only counts these.
 */

#pragma once

#include "evaluate.h"

G_BEGIN_DECLS

typedef struct _CslNameRegister CslNameRegister;

/* A name, known by its numbers: of its family, of its initials in that, of its given names in these */
typedef struct
{
  guint family; /* 0: it is not entered */
  guint initials;
  guint given;
} CslNameIds;

CslNameRegister *csl_name_register_new  (const CslStyle  *style);
void             csl_name_register_free (CslNameRegister *self);

CslNameIds csl_name_register_intern    (CslNameRegister      *self,
                                        const CslName        *name,
                                        guint                 index);
void       csl_name_register_begin     (CslNameRegister      *self);
void       csl_name_register_add       (CslNameRegister      *self,
                                        const CslNameIds     *ids);
guint      csl_name_register_get_level (CslNameRegister      *self,
                                        const CslNameIds     *ids,
                                        const CslNameOptions *options);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CslNameRegister, csl_name_register_free)

G_END_DECLS
