/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   OffprintLedger ─► GtkNoSelection ─► GtkListView
 *
 * The list goes on growing while it is looked at.
 */

#include "config.h"

#include "ledger-dialog.h"

#include <glib/gi18n-lib.h>

struct _OffprintLedgerDialog
{
  AdwDialog parent_instance;

  /* Template children */
  GtkWidget *clear;
  GtkStack *stack;
  GtkListView *list;

  /* Owned */
  OffprintLedger *ledger;
};

G_DEFINE_FINAL_TYPE (OffprintLedgerDialog, offprint_ledger_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
line_new (gboolean is_detail)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (is_detail)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dimmed");
    }
  return label;
}

static void
row_set_up_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               gpointer                  user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), line_new (FALSE));
  gtk_box_append (GTK_BOX (box), line_new (TRUE));
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
row_bound_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              gpointer                  user_data)
{
  OffprintLedgerEntry *entry = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  g_autofree char *at = g_date_time_format (offprint_ledger_entry_get_at (entry), "%X");
  g_autofree char *size = g_format_size (offprint_ledger_entry_get_bytes (entry));
  g_autofree char *detail = NULL;
  g_autofree char *sentence = NULL;

  /* Translators: a host, the time of day, a size, an outcome such as “200” or “cancelled” */
  detail = g_strdup_printf (_("%s · %s · %s · %s"), offprint_ledger_entry_get_host (entry), at, size,
                            offprint_ledger_entry_get_outcome (entry));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), offprint_ledger_entry_get_purpose (entry));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), detail);
  sentence = g_strdup_printf ("%s, %s", offprint_ledger_entry_get_purpose (entry), detail);
  gtk_list_item_set_accessible_label (item, sentence);
}

static void
ledger_changed_cb (OffprintLedgerDialog *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->ledger)) == 0;

  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "list");
  gtk_widget_set_sensitive (self->clear, !is_empty);
}

static void
clear_cb (OffprintLedgerDialog *self)
{
  offprint_ledger_clear (self->ledger);
}

static void
offprint_ledger_dialog_dispose (GObject *object)
{
  OffprintLedgerDialog *self = OFFPRINT_LEDGER_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_LEDGER_DIALOG);
  g_clear_object (&self->ledger);

  G_OBJECT_CLASS (offprint_ledger_dialog_parent_class)->dispose (object);
}

static void
offprint_ledger_dialog_class_init (OffprintLedgerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_ledger_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/ledger-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintLedgerDialog, clear);
  gtk_widget_class_bind_template_child (widget_class, OffprintLedgerDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, OffprintLedgerDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, row_set_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bound_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
offprint_ledger_dialog_init (OffprintLedgerDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * offprint_ledger_dialog_new:
 * @ledger: what was asked of whom
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
offprint_ledger_dialog_new (OffprintLedger *ledger)
{
  OffprintLedgerDialog *self;
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_val_if_fail (OFFPRINT_IS_LEDGER (ledger), NULL);

  self = g_object_new (OFFPRINT_TYPE_LEDGER_DIALOG, NULL);
  self->ledger = g_object_ref (ledger);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (ledger)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (ledger, "items-changed", G_CALLBACK (ledger_changed_cb), self, G_CONNECT_SWAPPED);
  ledger_changed_cb (self);
  return ADW_DIALOG (self);
}
