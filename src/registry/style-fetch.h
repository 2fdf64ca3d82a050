/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The public style repository (services.md 11): its list, asked at most once a day, and
 * one style by name or by address. Bytes only: `cite` knows what a style is.
 */

#pragma once

#include "endpoints.h"
#include "http.h"

G_BEGIN_DECLS

/* the list of all styles, for offprint_style_online_read() */
void offprint_style_fetch_list_async (OffprintHttp        *http,
                                      OffprintEndpoints   *endpoints,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
/* @what: a name of the list, "apa"; or an http or https address of a .csl file */
void offprint_style_fetch_async (OffprintHttp        *http,
                                 OffprintEndpoints   *endpoints,
                                 const char          *what,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
/* of both: errors of OFFPRINT_REGISTRY_ERROR */
GBytes *offprint_style_fetch_finish (OffprintHttp  *http,
                                     GAsyncResult  *result,
                                     GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
