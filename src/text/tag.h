/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has the form of a tag. Whether it is one, only what stands around it can tell.
 */

#pragma once

#include "elements.h"

G_BEGIN_DECLS

#define OFFPRINT_TAG_MAX_NAME 64

typedef struct
{
  /* Borrowed from the text */
  const char *end;
  const char *attributes;
  const char *attributes_end;

  const OffprintElement *element;
  char name[OFFPRINT_TAG_MAX_NAME + 1];

  gboolean has_prefix;
  gboolean is_prefixed;
  gboolean is_end;
  gboolean is_empty;
  gboolean has_capitals;
} OffprintTag;

gboolean offprint_tag_read    (const char        *text,
                               const char        *end,
                               OffprintTag       *tag);
gboolean offprint_tag_is_void (const OffprintTag *tag);

G_END_DECLS
