/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A finished citation or entry, for the other rooms: whole, immutable, and free
 * of the arena it was made in.
 */

#pragma once

#include "rich-text.h"

G_BEGIN_DECLS

typedef struct _CslAtoms CslAtoms;
typedef struct _CslOutput CslOutput;

CslOutput *csl_output_new  (const CslAtoms *atoms);
void       csl_output_free (CslOutput      *self);

gboolean          csl_output_is_empty     (const CslOutput *self);
char             *csl_output_to_html      (const CslOutput *self) G_GNUC_WARN_UNUSED_RESULT;
char             *csl_output_to_rtf       (const CslOutput *self) G_GNUC_WARN_UNUSED_RESULT;
char             *csl_output_to_text      (const CslOutput *self) G_GNUC_WARN_UNUSED_RESULT;
OffprintRichText *csl_output_to_rich_text (const CslOutput *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CslOutput, csl_output_free)

G_END_DECLS
