/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   the differences ─► GtkNoSelection ─► GtkListView
 *
 * A refresh tells what it did. It is looked at for a moment and forgotten with the
 * session; what the reader decides here is kept with the work.
 */

#include "config.h"

#include "changes-dialog.h"

#include "change-row.h"
#include "edit-toast.h"

#include <glib/gi18n-lib.h>

struct _OffprintChangesDialog
{
  AdwDialog parent_instance;

  /* Owned */
  OffprintWork *work;
  GPtrArray *bound; /* list items on the screen; borrowed from the view */

  /* Template children */
  AdwToastOverlay *toasts;
  GtkListView *view;
};

G_DEFINE_FINAL_TYPE (OffprintChangesDialog, offprint_changes_dialog, ADW_TYPE_DIALOG)

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
edited (OffprintChangesDialog *self)
{
  g_signal_emit (self, signals[EDITED], 0);
}

static void
use_old_cb (OffprintChangesDialog *self,
            OffprintChangeRow     *row)
{
  OffprintDifference *difference = offprint_change_row_get_difference (row);
  OffprintWorkEdit *edit = NULL;
  AdwToast *toast = NULL;
  /* Translators: what a value is: “Title is as it was” */
  g_autofree char *sentence = g_strdup_printf (_("%s is as it was"), offprint_difference_get_label (difference));

  edit = offprint_work_choose_former (self->work, offprint_difference_get_pointer (difference), offprint_difference_get_former (difference));
  if (edit == NULL)
    return;
  toast = offprint_edit_toast_new (self->work, edit, sentence);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (edited), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  edited (self);
}

static gboolean
is_old (OffprintChangesDialog *self,
        OffprintDifference    *difference)
{
  OffprintReading *former = offprint_difference_get_former (difference);
  const char *chosen = offprint_work_get_choice (self->work, offprint_difference_get_pointer (difference));

  return former != NULL && chosen != NULL && g_strcmp0 (chosen, offprint_reading_get_id (former)) == 0;
}

static void
show_item (OffprintChangesDialog *self,
           GtkListItem           *item)
{
  OffprintDifference *difference = gtk_list_item_get_item (item);
  g_autofree char *sentence = offprint_change_row_dup_sentence (difference);

  offprint_change_row_set_difference (OFFPRINT_CHANGE_ROW (gtk_list_item_get_child (item)), difference, is_old (self, difference));
  gtk_list_item_set_accessible_label (item, sentence);
}

static void
setup_cb (OffprintChangesDialog    *self,
          GtkListItem              *item,
          GtkSignalListItemFactory *factory)
{
  GtkWidget *row = offprint_change_row_new ();

  g_signal_connect_object (row, "use-old", G_CALLBACK (use_old_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (OffprintChangesDialog    *self,
         GtkListItem              *item,
         GtkSignalListItemFactory *factory)
{
  g_ptr_array_add (self->bound, item);
  show_item (self, item);
}

static void
unbind_cb (OffprintChangesDialog    *self,
           GtkListItem              *item,
           GtkSignalListItemFactory *factory)
{
  g_ptr_array_remove_fast (self->bound, item);
}

static void
work_changed_cb (OffprintChangesDialog *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    show_item (self, g_ptr_array_index (self->bound, i));
}

static void
offprint_changes_dialog_dispose (GObject *object)
{
  OffprintChangesDialog *self = OFFPRINT_CHANGES_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_CHANGES_DIALOG);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (offprint_changes_dialog_parent_class)->dispose (object);
}

static void
offprint_changes_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (OFFPRINT_CHANGES_DIALOG (object)->bound);

  G_OBJECT_CLASS (offprint_changes_dialog_parent_class)->finalize (object);
}

static void
offprint_changes_dialog_class_init (OffprintChangesDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = offprint_changes_dialog_dispose;
  object_class->finalize = offprint_changes_dialog_finalize;

  /**
   * OffprintChangesDialog::edited:
   * @self: the dialog
   *
   * The reader has decided something about the work, which is to be kept.
   */
  signals[EDITED] = g_signal_new ("edited", OFFPRINT_TYPE_CHANGES_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/changes-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintChangesDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, OffprintChangesDialog, view);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
offprint_changes_dialog_init (OffprintChangesDialog *self)
{
  self->bound = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * offprint_changes_dialog_new:
 * @work: a work that was looked up again
 * @changes: of OffprintDifference: what is another now
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
offprint_changes_dialog_new (OffprintWork *work,
                             GListModel   *changes)
{
  OffprintChangesDialog *self = NULL;
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_val_if_fail (OFFPRINT_IS_WORK (work), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (changes), NULL);

  self = g_object_new (OFFPRINT_TYPE_CHANGES_DIALOG, NULL);
  self->work = g_object_ref (work);
  selection = gtk_no_selection_new (g_object_ref (changes));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (work, "notify::record", G_CALLBACK (work_changed_cb), self, G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}
