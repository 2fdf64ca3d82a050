/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window says when a request fails: whole sentences that name who, what and
 * what to do. In one place, so that they sound alike.
 */

#pragma once

#include "registry-error.h"

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_HTTP_PHASE_CONNECT,
  OFFPRINT_HTTP_PHASE_FIRST_BYTE,
  OFFPRINT_HTTP_PHASE_BODY,
} OffprintHttpPhase;

/* @who: a service's name or its host, in all of them */
GError *offprint_http_error_new_from_cause  (const char        *who,
                                             const GError      *cause);
GError *offprint_http_error_new_from_status (const char        *who,
                                             guint              status,
                                             guint              pause_s);
GError *offprint_http_error_new_timed_out   (const char        *who,
                                             OffprintHttpPhase  phase);
GError *offprint_http_error_new_too_large   (const char        *who,
                                             gsize              max_bytes);
GError *offprint_http_error_new_paused      (const char        *who,
                                             guint              pause_s);
GError *offprint_http_error_new_offline     (const char        *who);
GError *offprint_http_error_new_redirect    (const char        *who,
                                             const char        *url);
/* an address of ours, not one that we were sent to */
GError *offprint_http_error_new_unsafe (const char *who,
                                        const char *url);

G_END_DECLS
