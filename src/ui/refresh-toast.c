/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Quiet: whoever asked again wants to know whether there was anything, and perhaps what.
 */

#include "config.h"

#include "refresh-toast.h"

#include "differences.h"

#include <glib/gi18n-lib.h>

/* Ten works cited that came at once are ten */
static guint
count_values (GListModel *changes)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (OffprintDifference) difference = g_list_model_get_item (changes, i);

      n += MAX (offprint_difference_get_count (difference), 1);
    }
  return n;
}

/**
 * offprint_refresh_toast_new:
 * @changes: of #OffprintDifference: what a repeated look-up brought
 *
 * Returns: (transfer full): a toast that says how much, and shows it on demand
 */
AdwToast *
offprint_refresh_toast_new (GListModel *changes)
{
  g_autofree char *sentence = NULL;
  AdwToast *toast = NULL;
  guint n = 0;

  g_return_val_if_fail (G_IS_LIST_MODEL (changes), NULL);

  n = count_values (changes);
  if (n == 0)
    return adw_toast_new (_("Nothing has changed"));
  sentence = g_strdup_printf (ngettext ("%u value changed", "%u values changed", n), n);
  toast = adw_toast_new (sentence);
  adw_toast_set_button_label (toast, _("What Changed"));
  adw_toast_set_action_name (toast, "work.show-changes");
  return toast;
}
