/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asking JSON from outside. json-glib's own getters warn when a member is of another
 * type than asked; here a member of a wrong type is simply not there.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* All (transfer none) and nullable: the member, if it is there and of that type */
const char *offprint_json_get_string  (JsonObject *object,
                                       const char *member);
JsonObject *offprint_json_get_object  (JsonObject *object,
                                       const char *member);
JsonArray  *offprint_json_get_array   (JsonObject *object,
                                       const char *member);
gboolean    offprint_json_get_integer (JsonObject *object,
                                       const char *member,
                                       gint64     *value);
/* a string or a number as text; NULL if it is neither or empty */
char *offprint_json_dup_text (JsonNode *node);
/* the element, if it is an object or a string; else NULL */
JsonObject *offprint_json_element_object (JsonArray *array,
                                          guint      index);
const char *offprint_json_element_string (JsonArray *array,
                                          guint      index);

JsonNode   *offprint_json_copy        (JsonNode   *node);
JsonObject *offprint_json_copy_object (JsonObject *object);
JsonObject *offprint_json_copy_top    (JsonObject *object); /* its members are the same nodes, not to be changed */
JsonNode   *offprint_json_wrap_object (JsonObject *object); /* (transfer full) both ways */
JsonNode   *offprint_json_wrap_array  (JsonArray  *array);  /* (transfer full) both ways */
gboolean    offprint_json_is_deeper   (JsonNode   *node,
                                       guint       depth);
/* "", null, [], {} and what holds only such */
gboolean offprint_json_is_nothing (JsonNode *node);
char    *offprint_json_to_string  (JsonNode *node);
/* RFC 6901; (transfer none), NULL if there is nothing at that place */
JsonNode *offprint_json_get_at (JsonNode   *root,
                                const char *pointer);
/* "/" + member, escaped as RFC 6901 asks, appended to @parent */
char *offprint_json_pointer (const char *parent,
                             const char *member);

G_END_DECLS
