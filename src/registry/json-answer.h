/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bytes that ought to be JSON to a tree, or to a sentence that says what they are
 * instead and where they go wrong.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *offprint_json_answer_parse (GBytes  *bytes,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
