/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One item of CSL-JSON to one record.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonObject *offprint_csl_json_item_read (JsonObject *item);

G_END_DECLS
