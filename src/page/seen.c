/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prices depend on the day and on where the reader was, and counts grow: neither is a
 * fact of the work. Each is shown with the time at which the page said it.
 */

#include "config.h"

#include "seen.h"

#include "json-value.h"

static void
stamp (JsonObject *object,
       const char *when)
{
  if (object != NULL && !json_object_has_member (object, "seen"))
    json_object_set_string_member (object, "seen", when);
}

/**
 * offprint_seen_stamp:
 * @record: what a page said
 * @at: (nullable): when it did
 *
 * Sets `seen`, in UTC and to the second, where the record has counts or tells of access.
 */
void
offprint_seen_stamp (JsonObject *record,
                     GDateTime  *at)
{
  JsonObject *custom = offprint_json_get_object (offprint_json_get_object (record, "custom"), "offprint");
  g_autoptr (GDateTime) utc = at != NULL ? g_date_time_to_utc (at) : NULL;
  g_autofree char *when = utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ") : NULL;
  JsonObject *counts = custom != NULL ? offprint_json_get_object (custom, "counts") : NULL;
  JsonObjectIter iter;
  JsonNode *node = NULL;

  if (custom == NULL || when == NULL)
    return;
  stamp (offprint_json_get_object (custom, "access"), when);
  if (counts == NULL)
    return;
  json_object_iter_init (&iter, counts);
  while (json_object_iter_next (&iter, NULL, &node))
    if (JSON_NODE_HOLDS_OBJECT (node))
      stamp (json_node_get_object (node), when);
}
