/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All names of a document by family name, to see whose given names must be
 * spelled out so that no two people look like one.
 */

#pragma once

#include "evaluate.h"

G_BEGIN_DECLS

typedef struct _CslNameRegister CslNameRegister;

CslNameRegister *csl_name_register_new  (const CslStyle  *style);
void             csl_name_register_free (CslNameRegister *self);

void  csl_name_register_add       (CslNameRegister      *self,
                                   const CslName        *name,
                                   guint                 index);
guint csl_name_register_get_level (CslNameRegister      *self,
                                   const CslName        *name,
                                   guint                 index,
                                   const CslNameOptions *options);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CslNameRegister, csl_name_register_free)

G_END_DECLS
