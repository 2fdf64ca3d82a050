/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What each element of JATS and HTML means to a reader, in one table.
 */

#pragma once

#include "rich-text.h"

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_ROLE_UNKNOWN,
  OFFPRINT_ROLE_THROUGH,
  OFFPRINT_ROLE_BLOCK,
  OFFPRINT_ROLE_HEADING,
  OFFPRINT_ROLE_LIST,
  OFFPRINT_ROLE_ITEM,
  OFFPRINT_ROLE_LABEL,
  OFFPRINT_ROLE_CELL,
  OFFPRINT_ROLE_BREAK,
  OFFPRINT_ROLE_VOID,
  OFFPRINT_ROLE_HIDDEN,
  OFFPRINT_ROLE_RUN,
  OFFPRINT_ROLE_LINK,
  OFFPRINT_ROLE_MATH,
  OFFPRINT_ROLE_TEX,
  OFFPRINT_ROLE_MATHML,
} OffprintRole;

typedef struct
{
  const char *name;
  OffprintRole role;
  OffprintRunFlags flags;
  gboolean is_inline;
} OffprintElement;

const OffprintElement *offprint_element_find (const char *name);

G_END_DECLS
