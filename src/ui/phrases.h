/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that several parts of the page say: how long ago, who and who, what a role
 * is called.
 */

#pragma once

#include <gio/gio.h>

#include "parts.h"

G_BEGIN_DECLS

char *offprint_phrase_ago (GDateTime *then,
                           GDateTime *now);            /* "2 minutes ago", "3 May 2026" */
char *offprint_phrase_list (const char *const *items); /* "A", "A and B", "A, B and C" */
char *offprint_phrase_role (const char        *role);  /* "Editor"; NULL for an author */
/* names of all people in a role as a list, at most @max of them; NULL if there are none */
char *offprint_phrase_people (GListModel *people,
                              const char *role,
                              guint       max);

G_END_DECLS
