/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The few tags that fields may carry.
 */

#pragma once

#include "rich-field.h"

G_BEGIN_DECLS

typedef struct
{
  char element; /* the letter that stands for its name */
  CslRichMark mark;
  gboolean is_close;
} CslRichTag;

gsize csl_rich_tag_read (const char *text,
                         const char *end,
                         CslRichTag *tag);

G_END_DECLS
