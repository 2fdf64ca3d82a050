/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The walk over a finished line that all writers of marked text share.
 */

#pragma once

#include "finish.h"

G_BEGIN_DECLS

typedef enum
{
  CSL_MARK_KIND_STYLE,
  CSL_MARK_KIND_VARIANT,
  CSL_MARK_KIND_WEIGHT,
  CSL_MARK_KIND_DECORATION,
  CSL_MARK_KIND_ALIGN,
  CSL_N_MARK_KINDS
} CslMarkKind;

#define CSL_N_MARKS    CSL_MARK_NO_DECORATION
#define CSL_N_DISPLAYS (CSL_DISPLAY_INDENT + 1)

typedef struct
{
  const char *open;
  const char *close;
} CslTags;

typedef struct
{
  void (*escape) (GString *text,
                  const char *part,
                  guint length);
  CslTags marks[CSL_N_MARKS];
  CslTags displays[CSL_N_DISPLAYS]; /* CSL_DISPLAY_NONE too */
} CslMarkup;

void csl_write_marked (const CslAtoms  *atoms,
                       const CslMarkup *markup,
                       GString         *text);

const char *csl_find_superscript (gunichar c);

G_END_DECLS
