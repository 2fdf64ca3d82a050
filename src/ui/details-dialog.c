/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page says what happened in a sentence; whoever has to mend it needs the
 * address, the code and what was asked of whom.
 */

#include "config.h"

#include "details-dialog.h"

#include "failure.h"

#include <glib/gi18n-lib.h>

static void
response_cb (AdwAlertDialog *dialog,
             const char     *response,
             GtkWidget      *label)
{
  if (g_str_equal (response, "copy"))
    gdk_clipboard_set_text (gtk_widget_get_clipboard (label), gtk_label_get_text (GTK_LABEL (label)));
}

/**
 * offprint_details_dialog_present:
 * @parent: the window
 * @error: what went wrong
 * @address: what was asked for
 * @ledger: (nullable): what was asked of whom
 *
 * Shows all that is known of a failure.
 */
void
offprint_details_dialog_present (GtkWidget    *parent,
                                 const GError *error,
                                 const char   *address,
                                 GListModel   *ledger)
{
  g_autofree char *details = NULL;
  AdwDialog *dialog;
  GtkWidget *label;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (error != NULL);

  details = offprint_failure_dup_details (error, address, ledger);
  label = gtk_label_new (details);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "details");

  dialog = adw_alert_dialog_new (_("What Happened"), NULL);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), label);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "copy", _("Copy"), "close", _("Close"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), label, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, parent);
}
