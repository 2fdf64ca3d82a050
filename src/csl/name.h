/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How one name looks: which of its parts are shown, in what order, and what
 * stands between them.
 */

#pragma once

#include "evaluate.h"

G_BEGIN_DECLS

typedef struct
{
  const CslNames *names;
  const CslNameOptions *options;
  const CslNamePart *family;
  const CslNamePart *given;
  gboolean is_inverted;
  guint level; /* of the given name: 0 as the style says, 1 initials, 2 in full */
} CslNameLook;

CslOut  *csl_eval_new_name (CslEval           *self,
                            const CslName     *name,
                            guint              index,
                            const CslNameLook *look);
gboolean csl_text_is_cjk   (const char        *text);

G_END_DECLS
