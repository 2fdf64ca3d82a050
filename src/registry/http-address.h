/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What may be asked at all, told from the address alone: no network is needed to say so.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* @host: a name or a number, without a port */
gboolean offprint_http_is_loopback (const char *host);
/* whether it is an address of the open network, not of this machine or this house */
gboolean offprint_http_is_public (GInetAddress *address);
/* an address on this machine: a test, or a mirror */
gboolean offprint_http_is_local (const char *url);
/* the same over HTTPS where it is plain HTTP elsewhere than on this machine */
char *offprint_http_dup_over_tls (const char *url);
/* @from: (nullable): the address that sent us there */
gboolean offprint_http_is_allowed (const char *url,
                                   const char *from);
/* "api.crossref.org", "127.0.0.1:8080"; NULL if it is no address of HTTP */
char *offprint_http_dup_host (const char *url);

G_END_DECLS
