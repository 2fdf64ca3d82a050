/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a failure looks like to a person: a heading, what happened and what to do
 * next. Every state that the registries can leave us in has its own row.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  const char *icon_name;
  const char *title;        /* translated */
  const char *advice;       /* translated; what to do next */
  const char *action;       /* beside Try Again; nullable */
  const char *action_label; /* translated; nullable */
  gboolean can_try_again;
} OffprintFailure;

/* @is_of_file: whether a file was read, not a service asked */
OffprintFailure offprint_failure_describe     (const GError *error,
                                               gboolean      is_of_file);
char           *offprint_failure_dup_sentence (const GError *error);
char           *offprint_failure_dup_details  (const GError *error,
                                               const char   *address,
                                               GListModel   *ledger);

G_END_DECLS
