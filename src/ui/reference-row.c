/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One work cited: its title, and beneath who wrote it, when and where. The arrow
 * says that it can be opened, which takes a DOI.
 */

#include "config.h"

#include "reference-row.h"

#include <glib/gi18n-lib.h>

struct _OffprintReferenceRow
{
  AdwBin parent_instance;

  /* Owned */
  OffprintReference *reference;

  /* Template children */
  GtkLabel *title;
  GtkLabel *detail;
  GtkWidget *arrow;
};

G_DEFINE_FINAL_TYPE (OffprintReferenceRow, offprint_reference_row, ADW_TYPE_BIN)

static void
offprint_reference_row_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_REFERENCE_ROW);
  g_clear_object (&OFFPRINT_REFERENCE_ROW (object)->reference);

  G_OBJECT_CLASS (offprint_reference_row_parent_class)->dispose (object);
}

static void
offprint_reference_row_class_init (OffprintReferenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_reference_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/reference-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintReferenceRow, title);
  gtk_widget_class_bind_template_child (widget_class, OffprintReferenceRow, detail);
  gtk_widget_class_bind_template_child (widget_class, OffprintReferenceRow, arrow);
}

static void
offprint_reference_row_init (OffprintReferenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * offprint_reference_row_new:
 *
 * Makes a row for a work cited.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
offprint_reference_row_new (void)
{
  return g_object_new (OFFPRINT_TYPE_REFERENCE_ROW, NULL);
}

/**
 * offprint_reference_row_get_reference:
 * @self: a row
 *
 * The work cited that is shown.
 *
 * Returns: (transfer none) (nullable): the work cited
 */
OffprintReference *
offprint_reference_row_get_reference (OffprintReferenceRow *self)
{
  g_return_val_if_fail (OFFPRINT_IS_REFERENCE_ROW (self), NULL);

  return self->reference;
}

/**
 * offprint_reference_row_set_reference:
 * @self: a row
 * @reference: a work cited
 *
 * Shows a work cited.
 */
void
offprint_reference_row_set_reference (OffprintReferenceRow *self,
                                      OffprintReference    *reference)
{
  const char *detail;

  g_return_if_fail (OFFPRINT_IS_REFERENCE_ROW (self));
  g_return_if_fail (OFFPRINT_IS_REFERENCE (reference));

  if (!g_set_object (&self->reference, reference))
    return;

  detail = offprint_reference_get_detail (reference);
  gtk_label_set_label (self->title, offprint_reference_get_title (reference));
  gtk_label_set_label (self->detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail != NULL);
  gtk_widget_set_visible (self->arrow, offprint_reference_get_doi (reference) != NULL);
}

/**
 * offprint_reference_row_get_title:
 * @self: a row
 *
 * The label that shows the title.
 *
 * Returns: (transfer none): the label
 */
GtkLabel *
offprint_reference_row_get_title (OffprintReferenceRow *self)
{
  g_return_val_if_fail (OFFPRINT_IS_REFERENCE_ROW (self), NULL);

  return self->title;
}

/**
 * offprint_reference_row_get_detail:
 * @self: a row
 *
 * The label that shows who wrote it, when and where.
 *
 * Returns: (transfer none): the label
 */
GtkLabel *
offprint_reference_row_get_detail (OffprintReferenceRow *self)
{
  g_return_val_if_fail (OFFPRINT_IS_REFERENCE_ROW (self), NULL);

  return self->detail;
}

/**
 * offprint_reference_row_dup_sentence:
 * @reference: a work cited
 *
 * Says a row as one sentence.
 *
 * Returns: (transfer full): the sentence
 */
char *
offprint_reference_row_dup_sentence (OffprintReference *reference)
{
  const char *title;
  const char *detail;

  g_return_val_if_fail (OFFPRINT_IS_REFERENCE (reference), NULL);

  title = offprint_reference_get_title (reference);
  detail = offprint_reference_get_detail (reference);
  if (detail == NULL)
    return g_strdup (title);
  /* Translators: spoken: a work's title, then authors, year and place of publication */
  return g_strdup_printf (_("%s, %s"), title, detail);
}
