/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values that are no values: what a server says when it does not let one in, the name
 * of a site where a title should be, a notice about cookies where an abstract should
 * be. They lose to what is known, and are shown among the sources for what they are.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_DOUBT_NONE,
  OFFPRINT_DOUBT_REFUSAL, /* “Access denied”, “Just a moment…”, “Log in” */
  OFFPRINT_DOUBT_SITE,    /* the name of the site */
  OFFPRINT_DOUBT_UNLIKE,  /* of a page: nothing like what all others say */
  OFFPRINT_DOUBT_PROSE,   /* no abstract: cookies, a word */
  OFFPRINT_DOUBT_READING, /* the reading that it is of is about something else */
} OffprintDoubt;

/* @url: (nullable): of the reading; @publisher: (nullable) */
OffprintDoubt offprint_doubt_title    (const char *title,
                                       const char *url,
                                       const char *publisher);
OffprintDoubt offprint_doubt_abstract (const char *text);
/* neither need be so: of two short titles nothing can be said */
gboolean offprint_is_like   (const char *a,
                             const char *b);
gboolean offprint_is_unlike (const char *a,
                             const char *b);
/* why, for people: “a message of the server”; NULL for none */
const char *offprint_doubt_get_reason (OffprintDoubt doubt);

G_END_DECLS
