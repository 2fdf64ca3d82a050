/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking into JSON that a stranger wrote. Any member may be missing, null or of
 * another type than its documentation says; a lone value stands where a list was
 * promised. A look gives the value if it is one, and NULL, 0 or FALSE if not: it
 * never warns and never fails.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode   *offprint_peek_node       (JsonObject *object,
                                      const char *member);
JsonObject *offprint_peek_object     (JsonObject *object,
                                      const char *member);
const char *offprint_peek_string     (JsonObject *object,
                                      const char *member);
char       *offprint_peek_dup_plain  (JsonObject *object,
                                      const char *member);
gboolean    offprint_peek_integer    (JsonObject *object,
                                      const char *member,
                                      gint64     *value);
guint       offprint_peek_length     (JsonObject *object,
                                      const char *member);
JsonNode   *offprint_peek_nth        (JsonObject *object,
                                      const char *member,
                                      guint       index);
JsonObject *offprint_peek_nth_object (JsonObject *object,
                                      const char *member,
                                      guint       index);
const char *offprint_peek_nth_string (JsonObject *object,
                                      const char *member,
                                      guint       index);
char       *offprint_peek_dup_joined (JsonObject *object,
                                      const char *member,
                                      const char *separator);

JsonObject *offprint_node_object    (JsonNode   *node);
const char *offprint_node_string    (JsonNode   *node);
gboolean    offprint_node_integer   (JsonNode   *node,
                                     gint64     *value);
char       *offprint_node_dup_plain (JsonNode   *node);
char       *offprint_plain_line     (const char *markup);

G_END_DECLS
