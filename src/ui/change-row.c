/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The old is struck through and says “Was”, the new says “Is”: nobody needs a colour to
 * tell them apart.
 */

#include "config.h"

#include "change-row.h"

#include "label-tooltip.h"

#include <glib/gi18n-lib.h>

struct _OffprintChangeRow
{
  GtkBox parent_instance;

  /* Owned */
  OffprintDifference *difference;

  /* Template children */
  GtkLabel *heading;
  GtkWidget *old_box;
  GtkLabel *old_text;
  GtkWidget *new_box;
  GtkLabel *new_text;
  GtkWidget *use_old;
  GtkWidget *is_old;
};

G_DEFINE_FINAL_TYPE (OffprintChangeRow, offprint_change_row, GTK_TYPE_BOX)

enum
{
  USE_OLD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
use_old_cb (OffprintChangeRow *self)
{
  g_signal_emit (self, signals[USE_OLD], 0);
}

static void
offprint_change_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_CHANGE_ROW);
  g_clear_object (&OFFPRINT_CHANGE_ROW (object)->difference);

  G_OBJECT_CLASS (offprint_change_row_parent_class)->dispose (object);
}

static void
offprint_change_row_class_init (OffprintChangeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_change_row_dispose;

  /**
   * OffprintChangeRow::use-old:
   * @self: the row
   *
   * The reader wants the value as it was.
   */
  signals[USE_OLD] = g_signal_new ("use-old", OFFPRINT_TYPE_CHANGE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/change-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintChangeRow, heading);
  gtk_widget_class_bind_template_child (widget_class, OffprintChangeRow, old_box);
  gtk_widget_class_bind_template_child (widget_class, OffprintChangeRow, old_text);
  gtk_widget_class_bind_template_child (widget_class, OffprintChangeRow, new_box);
  gtk_widget_class_bind_template_child (widget_class, OffprintChangeRow, new_text);
  gtk_widget_class_bind_template_child (widget_class, OffprintChangeRow, use_old);
  gtk_widget_class_bind_template_child (widget_class, OffprintChangeRow, is_old);
  gtk_widget_class_bind_template_callback (widget_class, use_old_cb);
}

static void
offprint_change_row_init (OffprintChangeRow *self)
{
  g_autoptr (PangoAttrList) struck = pango_attr_list_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  pango_attr_list_insert (struck, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (self->old_text, struck);
  offprint_label_tooltip_attach (self->old_text);
  offprint_label_tooltip_attach (self->new_text);
}

/**
 * offprint_change_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
offprint_change_row_new (void)
{
  return g_object_new (OFFPRINT_TYPE_CHANGE_ROW, NULL);
}

/**
 * offprint_change_row_get_difference:
 * @self: the row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
OffprintDifference *
offprint_change_row_get_difference (OffprintChangeRow *self)
{
  g_return_val_if_fail (OFFPRINT_IS_CHANGE_ROW (self), NULL);

  return self->difference;
}

/**
 * offprint_change_row_set_difference:
 * @self: the row
 * @difference: what has changed
 * @is_old: whether the old value is in use again
 *
 * Shows it.
 */
void
offprint_change_row_set_difference (OffprintChangeRow  *self,
                                    OffprintDifference *difference,
                                    gboolean            is_old)
{
  g_autofree char *heading = NULL;
  const char *old_text = NULL;
  const char *new_text = NULL;
  gboolean can_use = FALSE;

  g_return_if_fail (OFFPRINT_IS_CHANGE_ROW (self));
  g_return_if_fail (OFFPRINT_IS_DIFFERENCE (difference));

  g_set_object (&self->difference, difference);
  heading = offprint_difference_dup_heading (difference);
  old_text = offprint_difference_get_old (difference);
  new_text = offprint_difference_get_new (difference);
  can_use = offprint_difference_get_former (difference) != NULL;
  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->old_text, old_text != NULL ? old_text : "");
  gtk_label_set_text (self->new_text, new_text != NULL ? new_text : "");
  gtk_widget_set_visible (self->old_box, old_text != NULL);
  gtk_widget_set_visible (self->new_box, new_text != NULL);
  if (gtk_widget_is_focus (self->use_old) && is_old)
    gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_BACKWARD);
  gtk_widget_set_visible (self->use_old, can_use && !is_old);
  gtk_widget_set_visible (self->is_old, can_use && is_old);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->use_old), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, offprint_difference_get_label (difference), -1);
}

/**
 * offprint_change_row_dup_sentence:
 * @difference: what has changed
 *
 * Returns: (transfer full): the row as one sentence, for a screen reader
 */
char *
offprint_change_row_dup_sentence (OffprintDifference *difference)
{
  g_autofree char *heading = NULL;
  const char *old_text = NULL;
  const char *new_text = NULL;

  g_return_val_if_fail (OFFPRINT_IS_DIFFERENCE (difference), NULL);

  heading = offprint_difference_dup_heading (difference);
  old_text = offprint_difference_get_old (difference);
  new_text = offprint_difference_get_new (difference);
  if (old_text != NULL && new_text != NULL)
    /* Translators: for a screen reader: what happened, the old value, the new value */
    return g_strdup_printf (_("%s: was %s, is %s"), heading, old_text, new_text);
  if (old_text != NULL)
    return g_strdup_printf (_("%s: was %s"), heading, old_text);

  return g_strdup_printf (_("%s: is %s"), heading, new_text != NULL ? new_text : "");
}
