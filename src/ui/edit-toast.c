/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The toast owns what it needs to undo, so that it works whatever has been closed.
 */

#include "config.h"

#include "edit-toast.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  OffprintWork *work;
  OffprintWorkEdit *edit;
} Undo;

static void
free_undo (gpointer  data,
           GClosure *closure)
{
  Undo *undo = data;

  g_object_unref (undo->work);
  offprint_work_edit_unref (undo->edit);
  g_free (undo);
}

static void
undo_cb (Undo *undo)
{
  offprint_work_undo (undo->work, undo->edit);
}

/**
 * offprint_edit_toast_new:
 * @work: a work
 * @edit: (transfer full): what was done to it
 * @sentence: that for people
 *
 * Returns: (transfer full): a toast to show; its button undoes what was done before any
 *   other handler of “button-clicked” is called
 */
AdwToast *
offprint_edit_toast_new (OffprintWork     *work,
                         OffprintWorkEdit *edit,
                         const char       *sentence)
{
  AdwToast *toast = NULL;
  Undo *undo = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);
  g_return_val_if_fail (edit != NULL, NULL);
  g_return_val_if_fail (sentence != NULL, NULL);

  toast = adw_toast_new (sentence);
  undo = g_new0 (Undo, 1);
  undo->work = g_object_ref (work);
  undo->edit = edit;
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), undo, free_undo, G_CONNECT_SWAPPED);

  return toast;
}
