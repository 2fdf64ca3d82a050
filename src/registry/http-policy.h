/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When a host may be asked. Knows no network and no clock: times come in as monotonic
 * microseconds, so that the rules are tested without either.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _OffprintHttpPolicy OffprintHttpPolicy;

#define OFFPRINT_HTTP_NO_CONNECTION_FREE ((gint64) - 1)

OffprintHttpPolicy *offprint_http_policy_new  (void);
void                offprint_http_policy_free (OffprintHttpPolicy *self);

/* microseconds until the next start, or OFFPRINT_HTTP_NO_CONNECTION_FREE */
gint64 offprint_http_policy_get_wait (OffprintHttpPolicy *self,
                                      const char         *host,
                                      gboolean            is_list,
                                      gint64              now);
void   offprint_http_policy_start    (OffprintHttpPolicy *self,
                                      const char         *host,
                                      gboolean            is_list,
                                      gint64              now);
void   offprint_http_policy_end      (OffprintHttpPolicy *self,
                                      const char         *host);
/* what a host's rate-limit headers said; 0 where they said nothing */
void  offprint_http_policy_learn       (OffprintHttpPolicy *self,
                                        const char         *host,
                                        gboolean            is_list,
                                        guint               limit,
                                        guint               interval_s,
                                        guint               connections);
void  offprint_http_policy_pause       (OffprintHttpPolicy *self,
                                        const char         *host,
                                        guint               seconds,
                                        gint64              now);
guint offprint_http_policy_get_pause_s (OffprintHttpPolicy *self,
                                        const char         *host,
                                        gint64              now);
/* a 403: TRUE from now on if this host means it for the session */
void     offprint_http_policy_refuse     (OffprintHttpPolicy *self,
                                          const char         *host);
gboolean offprint_http_policy_is_refused (OffprintHttpPolicy *self,
                                          const char         *host);

guint offprint_http_back_off_ms (guint base_ms,
                                 guint n_tries,
                                 guint random);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OffprintHttpPolicy, offprint_http_policy_free)

G_END_DECLS
