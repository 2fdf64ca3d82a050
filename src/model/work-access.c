/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the publisher's page says of getting the work, beside its priced offers: what
 * kind of page it is, its remarks, where institutions log in, and when all that was
 * read, for prices change.
 */

#include "config.h"

#include "work.h"
#include "work-values.h"

#include "json-value.h"

static JsonObject *
get_access (OffprintWork *self)
{
  return offprint_json_get_object (offprint_work_get_custom (self), "access");
}

/**
 * offprint_work_get_access_state:
 * @self: a work
 *
 * Returns: (nullable): "open", "preview" …
 */
const char *
offprint_work_get_access_state (OffprintWork *self)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);

  return offprint_json_get_string (get_access (self), "state");
}

/**
 * offprint_work_dup_access_remarks:
 * @self: a work
 *
 * Returns: (transfer full) (array zero-terminated=1): what the page remarks on its offers,
 *   in its own words; never `NULL`
 */
char **
offprint_work_dup_access_remarks (OffprintWork *self)
{
  g_autoptr (GStrvBuilder) remarks = g_strv_builder_new ();
  JsonArray *array = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);

  array = offprint_json_get_array (get_access (self), "remarks");
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (offprint_json_element_string (array, i) != NULL)
      g_strv_builder_add (remarks, offprint_json_element_string (array, i));

  return g_strv_builder_end (remarks);
}

/**
 * offprint_work_dup_access_seen:
 * @self: a work
 *
 * Returns: (transfer full) (nullable): when the page with the offers was read
 */
GDateTime *
offprint_work_dup_access_seen (OffprintWork *self)
{
  const char *seen = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);

  seen = offprint_json_get_string (get_access (self), "seen");

  return seen != NULL ? g_date_time_new_from_iso8601 (seen, NULL) : NULL;
}

/**
 * offprint_work_get_log_in_url:
 * @self: a work
 *
 * Returns: (nullable): where the publisher lets the members of an institution log in
 */
const char *
offprint_work_get_log_in_url (OffprintWork *self)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK (self), NULL);

  return offprint_json_get_string (get_access (self), "institution");
}
