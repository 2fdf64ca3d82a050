/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a test expects of a record, written as JSON and as paths.
 */

#pragma once

#include "reading.h"

G_BEGIN_DECLS

GBytes *expect_bytes (const char *text);
/* @path: members and indexes parted by "/": "author/0/family"; @json: NULL for absent */
void expect_member (OffprintReading *reading,
                    const char      *path,
                    const char      *json);
/* @error, which is taken, has that code of OFFPRINT_REGISTRY_ERROR, and no reading came */
void expect_error (OffprintReading *reading,
                   GError          *error,
                   int              code);

G_END_DECLS
