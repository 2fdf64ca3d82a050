/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One item of CSL-JSON to one record.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonObject *offprint_csl_json_item_read (JsonObject *item);

/* csl-json-names.c */
void  offprint_csl_json_keep       (JsonObject *record,
                                    const char *pointer,
                                    JsonNode   *value);
char *offprint_csl_json_dup_text   (JsonNode   *value);
void  offprint_csl_json_read_names (JsonObject *record,
                                    const char *role,
                                    JsonNode   *value,
                                    const char *pointer);

G_END_DECLS
