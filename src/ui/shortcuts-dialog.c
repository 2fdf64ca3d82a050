/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filled from the table of actions, which also sets the accelerators.
 */

#include "config.h"

#include "shortcuts-dialog.h"

#include "action-table.h"

#include <glib/gi18n-lib.h>

#define WIDTH_PX  480
#define HEIGHT_PX 640

static GtkWidget *
key_label_new (const char *accel)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *shown = NULL;
  guint keyval;
  GdkModifierType modifiers;

  if (gtk_accelerator_parse (accel, &keyval, &modifiers))
    shown = gtk_accelerator_get_label (keyval, modifiers);
  gtk_label_set_text (GTK_LABEL (label), shown);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "key");
  return label;
}

static GtkWidget *
row_new (const OffprintActionInfo *info)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(info->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), key_label_new (info->accels[0]));
  return row;
}

static GtkWidget *
group_new (OffprintActionGroup group)
{
  AdwPreferencesGroup *box = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  const OffprintActionInfo *rows;
  gsize n;

  adw_preferences_group_set_title (box, offprint_action_group_get_title (group));
  rows = offprint_action_table_get (&n);
  for (gsize i = 0; i < n; i++)
    {
      if (rows[i].group == group && rows[i].accels[0] != NULL)
        adw_preferences_group_add (box, row_new (&rows[i]));
    }
  return GTK_WIDGET (box);
}

/**
 * offprint_shortcuts_dialog_new:
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
offprint_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();

  for (guint group = 0; group < OFFPRINT_N_ACTION_GROUPS; group++)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group_new (group)));

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, _("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, WIDTH_PX);
  adw_dialog_set_content_height (dialog, HEIGHT_PX);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
