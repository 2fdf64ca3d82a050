/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever a person saved or was sent: a publisher’s page in any of the forms in which
 * browsers save one, or records. Which it is stands in its bytes, not in its name.
 */

#include "config.h"

#include "parsers.h"

#include <string.h>

#include "page.h"

/* So that a person who saved a page as text is told what a page would have, and not that it
 * is no JSON */
static gboolean
is_prose (GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize n_lines = 0;

  if (size < 6 || memcmp (data + 2, "  - ", 4) == 0 || memchr (data, '\0', size) != NULL || !g_utf8_validate (data, (gssize) size, NULL))
    return FALSE;
  for (gsize i = 0; i < size; i++)
    {
      if (strchr ("{}[]<>@%", data[i]) != NULL)
        return FALSE;
      n_lines += data[i] == '\n';
    }
  return n_lines >= 3;
}

/**
 * offprint_saved_file_parse:
 * @bytes: a file
 * @name: (nullable): its name, for errors
 * @at: (nullable): when a page was saved, as far as that is known; `NULL` for now
 * @cancellable: (nullable): to give up on a page before or after it is parsed
 * @skipped: (out) (optional) (nullable): what of a list of records was left out, in one line
 *   that begins with @name
 * @error: return location for an error of the domain `OFFPRINT_REGISTRY_ERROR` if it is no
 *   record, of `OFFPRINT_PAGE_ERROR` if it is a page without a work, or `G_IO_ERROR_CANCELLED`;
 *   the message begins with @name and says what was looked for
 *
 * Reads a file: a page (HTML, a web archive, or its text), or what
 * offprint_records_parse() takes. May be called from any thread.
 *
 * Returns: (transfer full) (element-type OffprintReading): the works, in order, or `NULL`
 *   with @error set
 */
GPtrArray *
offprint_saved_file_parse (GBytes        *bytes,
                           const char    *name,
                           GDateTime     *at,
                           GCancellable  *cancellable,
                           char         **skipped,
                           GError       **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GPtrArray) readings = NULL;
  OffprintReading *page = NULL;

  if (!offprint_page_sniff (bytes) && !is_prose (bytes))
    return offprint_records_parse (bytes, name, skipped, error);
  if (skipped != NULL)
    *skipped = NULL;
  page = offprint_page_read (bytes, NULL, NULL, name, at != NULL ? at : now, cancellable, error);
  if (page == NULL)
    return NULL;
  readings = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (readings, page);
  return g_steal_pointer (&readings);
}
