/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a style says of itself, without compiling it: ten thousand of them are on a
 * machine, and a list of their titles must not cost more than reading their first lines.
 */

#pragma once

#include "csl-error.h"

G_BEGIN_DECLS

typedef struct
{
  /* Owned; NULL where the style says nothing */
  char *title;
  char *title_short;
  char *parent; /* of a dependent style: the last segment of its parent's address */
  char *format; /* "author-date", "numeric", "note", "label", "author" */
  char *default_locale;
  char *id;
  char *updated; /* as the style has it: "2022-01-31T12:00:00+00:00" */
  char *class;   /* "in-text", "note"; most dependent ones leave it to their parent */
  char **fields; /* "history", "physics" */
} CslStyleHead;

gboolean csl_style_head_read  (const char    *data,
                               gssize         length,
                               CslStyleHead  *head,
                               GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void     csl_style_head_clear (CslStyleHead  *head);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CslStyleHead, csl_style_head_clear)

G_END_DECLS
