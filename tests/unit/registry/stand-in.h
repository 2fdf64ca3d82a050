/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A web service on the loopback, in the test’s own process and main loop, on a port
 * that the kernel chose: it gives what a test put there and misbehaves on request.
 */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

typedef struct _StandIn StandIn;

/* What it does with a path that was not given a plain answer: see stand-in.c */
StandIn *stand_in_new  (void);
void     stand_in_free (StandIn *self);
/* without a slash at its end */
const char *stand_in_get_url  (StandIn *self);
const char *stand_in_get_host (StandIn *self);
/* @path_and_query: as it is sent. @body: copied; @length: -1 if it ends in a nul */
void     stand_in_put      (StandIn    *self,
                            const char *path_and_query,
                            guint       status,
                            const char *content_type,
                            const char *body,
                            gssize      length);
gboolean stand_in_put_file (StandIn    *self,
                            const char *path_and_query,
                            const char *content_type,
                            const char *file);
/* "NAME: value" for the answer just put */
void stand_in_add_header (StandIn    *self,
                          const char *path_and_query,
                          const char *name,
                          const char *value);
/* how often it was asked, in all (NULL) or for one path */
guint stand_in_count (StandIn    *self,
                      const char *path_and_query);
/* the header of the last request for a path; nullable */
const char *stand_in_get_header (StandIn    *self,
                                 const char *path_and_query,
                                 const char *name);
/* the paths asked for so far, in order, one a line */
char *stand_in_dup_log (StandIn *self);
/* called with each request, before it is answered */
void stand_in_set_watch (StandIn  *self,
                         void (*watch) (const char *path_and_query, gpointer user_data),
                         gpointer  user_data);

/* turns the main loop until @done says so; aborts after 20 s */
void stand_in_spin (gboolean *done);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StandIn, stand_in_free)

G_END_DECLS
