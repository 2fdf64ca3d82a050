/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fragments: what registries call an abstract or a title. It is XML in name only
 * (prefixes that nothing declares, tags that nothing closes, HTML that was escaped),
 * so neither an XML parser nor an HTML one reads it as it was meant.
 */

#pragma once

#include "tree.h"

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_MARKUP_FRAGMENT,
  OFFPRINT_MARKUP_INLINE,
} OffprintMarkupKind;

OffprintTree *offprint_markup_parse (const char         *text,
                                     OffprintMarkupKind  kind);

G_END_DECLS
