/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the rooms below offer to a window, made once for the program and handed
 * to whoever needs it. Each is made at its first use: a window that only shows
 * the sample never starts a network session.
 */

#pragma once

#include "endpoints.h"
#include "file-store.h"
#include "http.h"
#include "resolver.h"
#include "styles.h"

G_BEGIN_DECLS

#define OFFPRINT_TYPE_SERVICES (offprint_services_get_type ())
G_DECLARE_FINAL_TYPE (OffprintServices, offprint_services, OFFPRINT, SERVICES, GObject)

OffprintServices     *offprint_services_new           (void);
GSettings            *offprint_services_get_settings  (OffprintServices *self);
OffprintStore        *offprint_services_get_store     (OffprintServices *self);
OffprintHttp         *offprint_services_get_http      (OffprintServices *self);
OffprintEndpoints    *offprint_services_get_endpoints (OffprintServices *self);
OffprintResolver     *offprint_services_get_resolver  (OffprintServices *self);
OffprintStyleCatalog *offprint_services_get_catalog   (OffprintServices *self);

G_END_DECLS
