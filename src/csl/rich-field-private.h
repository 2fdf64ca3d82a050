/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a field is, for the file that reads one.
 */

#pragma once

#include "rich-field.h"

G_BEGIN_DECLS

struct _CslRichField
{
  /* Owned */
  char *text;
  CslRichToken *tokens;

  guint n_tokens;
  gboolean is_plain;
};

G_END_DECLS
