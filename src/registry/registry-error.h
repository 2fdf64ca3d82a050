/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can go wrong between here and a registry: one code for each thing that the
 * window shows differently.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  OFFPRINT_REGISTRY_ERROR_OFFLINE,     /* Work Offline is on, or there is no network */
  OFFPRINT_REGISTRY_ERROR_UNREACHABLE, /* name, connection, TLS, cut connection */
  OFFPRINT_REGISTRY_ERROR_TIMED_OUT,
  OFFPRINT_REGISTRY_ERROR_NOT_FOUND,    /* no such identifier */
  OFFPRINT_REGISTRY_ERROR_REFUSED,      /* 401, 403, 451 */
  OFFPRINT_REGISTRY_ERROR_RATE_LIMITED, /* 429, with when to come back if said */
  OFFPRINT_REGISTRY_ERROR_SERVER,       /* 5xx */
  OFFPRINT_REGISTRY_ERROR_REDIRECTS,    /* too many, or to a place that is not allowed */
  OFFPRINT_REGISTRY_ERROR_TOO_LARGE,
  OFFPRINT_REGISTRY_ERROR_BROKEN_ANSWER, /* not what was asked for: HTML, bad JSON, bad UTF-8, too deep */
  OFFPRINT_REGISTRY_ERROR_NO_SERVICE,    /* the agency has no metadata service */
} OffprintRegistryError;

#define OFFPRINT_REGISTRY_ERROR (offprint_registry_error_quark ())
GQuark offprint_registry_error_quark (void);

G_END_DECLS
