/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is said where a part of the work is not known. “There are none” and “nobody has
 * told us” are not the same: registries know no notes at all, so without its publisher’s
 * page a chapter’s are not known; with it, what the page does not have is not there.
 * Nothing is missed where nobody would look for it: a dataset has no notes.
 */

#include "config.h"

#include "unknown.h"

#include <glib/gi18n-lib.h>

static gboolean
is_text (OffprintWork *work)
{
  static const char *const kinds[] = { "article", "article-journal", "chapter", "entry-encyclopedia", "paper-conference", NULL };

  return g_strv_contains (kinds, offprint_work_get_kind (work));
}

/**
 * offprint_unknown_is_page_unread:
 * @work: a work
 *
 * Whether there is a publisher's page that may know more, and that nobody has read.
 *
 * Returns: `FALSE` for the work that comes with Offprint
 */
gboolean
offprint_unknown_is_page_unread (OffprintWork *work)
{
  GListModel *readings;

  g_return_val_if_fail (OFFPRINT_IS_WORK (work), FALSE);

  if (offprint_work_get_doi (work) == NULL || offprint_work_is_sample (work))
    return FALSE;
  readings = offprint_work_get_readings (work);
  for (guint i = 0; i < g_list_model_get_n_items (readings); i++)
    {
      g_autoptr (OffprintReading) reading = g_list_model_get_item (readings, i);

      if (g_str_equal (offprint_reading_get_source (reading), "page") &&
          offprint_reading_get_about (reading) == OFFPRINT_READING_ABOUT_WORK)
        return FALSE;
    }
  return TRUE;
}

/**
 * offprint_unknown_say_notes:
 * @work: a work without notes
 *
 * Returns: (nullable): what to say instead, or `NULL` if it has none
 */
const char *
offprint_unknown_say_notes (OffprintWork *work)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);

  if (!is_text (work) || !offprint_unknown_is_page_unread (work))
    return NULL;
  return _("The registry gives no notes. The publisher’s page may.");
}

/**
 * offprint_unknown_say_references:
 * @work: a work of which no works cited are known, nor how many they are
 *
 * Returns: (nullable): what to say instead, or `NULL` if nobody would look for them
 */
const char *
offprint_unknown_say_references (OffprintWork *work)
{
  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);

  if (!is_text (work) || offprint_work_get_doi (work) == NULL)
    return NULL;
  if (offprint_unknown_is_page_unread (work))
    return _("No source has listed them. The publisher’s page may.");
  return _("None of its sources lists them.");
}
