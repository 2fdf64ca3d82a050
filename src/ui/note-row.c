/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One note: its number in the margin, its text beside it.
 */

#include "config.h"

#include "note-row.h"

#include "rich-label.h"

struct _OffprintNoteRow
{
  AdwBin parent_instance;

  /* Template children */
  GtkLabel *mark;
  OffprintRichLabel *text;
};

G_DEFINE_FINAL_TYPE (OffprintNoteRow, offprint_note_row, ADW_TYPE_BIN)

static void
offprint_note_row_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* the bin lets go before the template does */
  gtk_widget_dispose_template (GTK_WIDGET (object), OFFPRINT_TYPE_NOTE_ROW);

  G_OBJECT_CLASS (offprint_note_row_parent_class)->dispose (object);
}

static void
offprint_note_row_class_init (OffprintNoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = offprint_note_row_dispose;

  g_type_ensure (OFFPRINT_TYPE_RICH_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/offprint/Offprint/ui/note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OffprintNoteRow, mark);
  gtk_widget_class_bind_template_child (widget_class, OffprintNoteRow, text);
}

static void
offprint_note_row_init (OffprintNoteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * offprint_note_row_new:
 *
 * Makes a row for a note.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
offprint_note_row_new (void)
{
  return g_object_new (OFFPRINT_TYPE_NOTE_ROW, NULL);
}

/**
 * offprint_note_row_set_note:
 * @self: a row
 * @note: a note
 * @position: where it stands among the notes, from 1
 *
 * Shows a note, with its own mark or else its position.
 */
void
offprint_note_row_set_note (OffprintNoteRow *self,
                            OffprintNote    *note,
                            guint            position)
{
  g_autofree char *number = NULL;

  g_return_if_fail (OFFPRINT_IS_NOTE_ROW (self));
  g_return_if_fail (OFFPRINT_IS_NOTE (note));

  number = g_strdup_printf ("%u", position);
  gtk_label_set_label (self->mark, offprint_note_get_mark (note) != NULL ? offprint_note_get_mark (note) : number);
  offprint_rich_label_set_text (self->text, offprint_note_get_text (note));
}

/**
 * offprint_note_row_get_label:
 * @self: a row
 *
 * The label that shows the note's text.
 *
 * Returns: (transfer none): the label
 */
GtkLabel *
offprint_note_row_get_label (OffprintNoteRow *self)
{
  g_return_val_if_fail (OFFPRINT_IS_NOTE_ROW (self), NULL);

  return offprint_rich_label_get_label (self->text);
}
